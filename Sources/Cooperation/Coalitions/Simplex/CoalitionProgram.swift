import Arithmetic
import GameForms
import LinearPrograms

/// A single program over coalitions, solved in the smallest numbers that hold it.
struct CoalitionProgram {
  let game: CoalitionalGame
  /// What is minimised: a coefficient an actor, then that of the level.
  let objective: [Int]
  /// Totals that are fixed: bits of the members, bit `actors` for the level, and the value.
  let fixed: [(bits: Int, value: Rational)]
  /// Vectors to start from; those that depend on earlier ones are passed over.
  let start: [IntegerBasis.Column]
  var floors: [Rational?] = []
  /// Whether everyone together may claim like any other coalition.
  var everyoneClaims = false

  /// The optimum.
  ///
  /// - Throws: ``CoalitionRefusal`` when there are too many actors or the seconds are up.
  func optimum(seconds: Double?) throws(CoalitionRefusal) -> CoalitionOptimum {
    guard game.actors <= Nucleolus.mostActors else {
      throw .tooManyActors(count: game.actors, limit: Nucleolus.mostActors)
    }
    let deadline = Deadline(seconds: seconds)
    do throws(CoalitionInterruption) {
      if let found = try attempt(deadline, as: Int.self) { return found }
      if let found = try attempt(deadline, as: Int128.self) { return found }
      if let found = try attempt(deadline, as: Rational.self) { return found }
    } catch {
      throw .overdue(seconds: seconds ?? 0)
    }
    preconditionFailure("fractions of any size have room")
  }

  private func attempt<Number: ExactNumber>(
    _ deadline: Deadline, as: Number.Type
  ) throws(CoalitionInterruption) -> CoalitionOptimum? {
    guard var program = CoalitionSimplex(game, as: Number.self) else { return nil }
    program.deadline = deadline
    program.fixed = fixed
    program.floors = floors
    if everyoneClaims { program.isOpen[game.everyone.rawValue] = true }
    var basis = IntegerBasis(objective: objective)
    for column in start { _ = basis.take(column, bits: program.bits(of: column)) }
    do throws(CoalitionInterruption) {
      return try program.optimum(from: basis)
    } catch .noRoom {
      return nil
    }
  }
}
