import GameForms

extension ConflictGraph {
  /// A conflict in which every possible move is there with probability `density`; a narrow range of
  /// values makes ties likely.
  public static func random(
    actors: Int, states: Int, density: Double, values range: ClosedRange<Int>,
    using generator: inout SplitMix64
  ) -> ConflictGraph {
    let moves = (0..<actors).map { _ in
      MoveLists(
        (0..<states).map { from in
          (0..<states).filter {
            $0 != from && Double.random(in: 0..<1, using: &generator) < density
          }
        })
    }
    return ConflictGraph(
      moves: moves,
      preferences: (0..<actors).map { _ in
        PreferenceOrder(values: (0..<states).map { _ in Int.random(in: range, using: &generator) })
      })
  }
}
