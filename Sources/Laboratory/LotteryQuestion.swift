import Arithmetic
import RelativeGains
import Scenarios

/// Whether everyone accepts some lottery over outcomes, as parameters run.
struct LotteryQuestion {
  let form: BargainingForm
  let evaluator: GameEvaluator

  /// What may hold: item 0.
  static let answers = [
    Regions.Answer(words: "some lottery is accepted by all", json: true)
  ]

  /// Nil unless the game is one of bargaining.
  init?(_ evaluator: GameEvaluator) {
    guard let form = evaluator.scenario.form as? BargainingForm else { return nil }
    self.form = form
    self.evaluator = evaluator
  }

  /// The map over one or two parameters.
  ///
  /// - Throws: `QuantityError.notAffine` where margins are not affine in each alone, or there are more
  ///   parameters.
  func map(_ run: BoxRun, seconds: Double?) throws -> BoxRefinement {
    guard run.axes.count <= 2 else { throw QuantityError.notAffine }
    func margins<Number: Quantity>(_ running: [Number]) throws -> [[Number]] {
      let quantities = run.values(running)
      return try form.margins(
        gains: evaluator.gains(quantities), utilities: evaluator.utilities(quantities),
        numbers: evaluator.numbers(quantities))
    }
    return try BoxRefinement.deciding(over: run.ranges, seconds: seconds) { part -> [Int]? in
      let cell = ConvexPolygon(x: part[0], y: part.count > 1 ? part[1] : 0...1)
      let s = PlaneForm(intercept: .zero, x: .one, on: cell)
      let t = PlaneForm(intercept: .zero, y: .one, on: cell)
      let forms: [[PlaneForm]]
      do {
        forms = try margins(Array([s, t].prefix(part.count)))
      } catch QuantityError.signChangesAcross {
        return nil
      }
      let corners = (part.count > 1 ? cell.vertices : Array(cell.vertices.prefix(2))).map {
        corner in
        forms.map { $0.map { $0.value(at: corner) } }
      }
      return try LotteryZone.isAccepted(corners: corners).map { $0 ? [0] : [] }
    }
  }
}
