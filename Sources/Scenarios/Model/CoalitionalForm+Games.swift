import Arithmetic
import GameForms

extension CoalitionalForm {
  /// What a coalition is worth by itself at these numbers, the others standing as ``others`` says;
  /// costs are losses.
  public func worth(in evaluated: EvaluatedGame) -> @Sendable (Coalition) -> Rational {
    let numbers = evaluated.numbers
    let actors = actors
    switch content {
    case .table(let entries, let otherwise, let areCosts):
      var worths: [Coalition: Rational] = [:]
      for (entry, number) in zip(entries, numbers) { worths[entry.coalition] = number }
      let rest = otherwise == nil ? Rational.zero : numbers[entries.count]
      let known = worths
      return { coalition in
        let worth = known[coalition] ?? rest
        return areCosts ? -worth : worth
      }
    case .vector(let values, let order):
      var worths: [Coalition: Rational] = [:]
      for (coalition, place) in zip(order.coalitions(of: actors), values.indices) {
        worths[coalition] = numbers[place]
      }
      let known = worths
      return { known[$0] ?? .zero }
    case .formula:
      return { numbers[$0.rawValue - 1] }
    case .votes:
      let quota = numbers[actors]
      return { CoalitionalGame.total(numbers, of: $0) >= quota ? .one : .zero }
    case .bankruptcy:
      let estate = numbers[actors]
      return { coalition in
        max(.zero, estate - CoalitionalGame.total(numbers, of: coalition.complement(of: actors)))
      }
    case .largestCost:
      return { coalition in -coalition.members.reduce(Rational.zero) { max($0, numbers[$1]) } }
    case .projects(let projects):
      let parts = projects.enumerated().map { place, project in
        let gains = (0..<actors).map { (actor: $0, gain: evaluated.gains[place * actors + $0]) }
        return (together: project.together, gains: gains.filter { !$0.gain.isZero })
      }
      let others = others
      return { coalition in
        let rest = coalition.complement(of: actors)
        var worth = Rational.zero
        for (together, gains) in parts
        where together.isSubset(of: coalition)
          || (others == .alone ? together.count == 1 : together.isSubset(of: rest))
        {
          for (actor, gain) in gains where coalition.has(actor) { worth += gain }
        }
        return worth
      }
    case .partitions:
      let game = partition(in: evaluated)
      let others = others
      return { coalition in
        let rest = coalition.complement(of: actors)
        let structure =
          others == .alone || rest.isEmpty
          ? CoalitionStructure.alone(but: coalition, of: actors)
          : CoalitionStructure([coalition, rest], actors: actors)
        guard let structure, let first = coalition.members.first else { return .zero }
        return game.worth(ofBlockOf: first, in: structure)
      }
    }
  }

  /// The game of what coalitions are worth by themselves.
  ///
  /// - Precondition: at most `CoalitionalGame.mostActors` actors.
  public func game(in evaluated: EvaluatedGame) -> CoalitionalGame {
    CoalitionalGame(actors: actors, worth: worth(in: evaluated))
  }

  /// The game of what blocks have in each structure.
  ///
  /// - Precondition: at most `CoalitionalGame.mostActors` actors.
  public func partition(in evaluated: EvaluatedGame) -> PartitionGame {
    switch content {
    case .projects(let projects):
      let needs = projects.map(\.together)
      let gains = evaluated.gains
      let actors = actors
      return PartitionGame(actors: actors) { structure in
        let blocks = structure.blocks
        var worths = blocks.map { _ in Rational.zero }
        for (place, need) in needs.enumerated() where blocks.contains(where: need.isSubset) {
          for actor in 0..<actors {
            worths[structure.blockOf[actor]] += gains[place * actors + actor]
          }
        }
        return worths
      }
    case .partitions(let partitions):
      var worths: [CoalitionStructure: [Rational]] = [:]
      var next = 0
      for partition in partitions {
        worths[partition.structure] = Array(
          evaluated.numbers[next..<(next + partition.worths.count)])
        next += partition.worths.count
      }
      let known = worths
      return PartitionGame(actors: actors) { block, structure in
        guard let place = structure.blocks.firstIndex(of: block) else { return .zero }
        return known[structure]?[place] ?? .zero
      }
    default:
      let worth = worth(in: evaluated)
      return PartitionGame(actors: actors) { block, _ in worth(block) }
    }
  }
}
