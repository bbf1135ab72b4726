public import Arithmetic
import GameForms
import LinearPrograms
import RelativeGains
import Scenarios

/// The largest box of payoffs and parameters together in which an outcome stays an equilibrium.
///
/// First every side is the same part of its scale: of the range of a parameter, of the spread of
/// payoffs. That part is made as large as can be; then each side is let out as far as the others
/// leave room, by an exact linear program over the sum of the parts. Ours.
public struct RobustBox: Sendable {
  /// The part of every scale that all numbers may be wrong by at once, in either direction.
  public let part: Rational
  /// By how much every payoff may be wrong at once; nil where payoffs are taken as given.
  public let payoffs: Rational?
  /// Where each parameter may lie at the same time, in the order of the file.
  public let parameters: [Side]
  /// Why payoffs are taken as given, nil where they are not.
  public let restriction: String?

  /// Where a parameter may lie.
  public struct Side: Hashable, Sendable {
    /// The parameter.
    public let name: String
    /// From where.
    public let from: Rational
    /// To where.
    public let to: Rational
  }

  /// A box, or why there is none.
  public enum Finding: Sendable {
    /// The box.
    case box(RobustBox)
    /// Why there is none.
    case none(String)
  }

  /// The box in which `profile` stays an equilibrium.
  static func largest(
    for profile: Int, in setting: Setting, _ evaluator: GameEvaluator
  ) throws -> Finding {
    let values = setting.parameters.map(\.value)
    let varying = ParameterShare.varying(in: evaluator)
    let cell = SpaceCell(varying.map(\.1))
    var running = values.map { SpaceForm($0) }
    for (index, (place, _)) in varying.enumerated() {
      running[place] = .parameter(index, on: cell)
    }
    let utilities: [SpaceForm]
    let rule: RelativeGains<SpaceForm>
    do {
      utilities = try evaluator.utilities(running)
      rule = try evaluator.rule(running)
    } catch QuantityError.notAffine {
      return .none("payoffs are not affine in all parameters together")
    } catch QuantityError.signChangesOver {
      return .none("payoffs have kinks in the ranges of the parameters")
    } catch QuantityError.divisionByZero {
      return .none("payoffs divide by zero in the ranges of the parameters")
    }
    var slopes: [Rational]?
    if !rule.moves {
      slopes = try evaluator.rule(values).slopes(actors: setting.scenario.actors.count)
    }
    let spread = max(
      (setting.evaluated.gains.max() ?? .zero) - (setting.evaluated.gains.min() ?? .zero), .one)
    let start = varying.map { values[$0.0] }
    let none: [Rational] = start.map { _ in Rational.zero }
    var temptations: [Temptation] = []
    for (actor, form) in Self.temptations(of: profile, setting.utilities, utilities) {
      temptations.append(
        Temptation(
          now: form.value(at: start),
          slopes: form.coefficients.isEmpty ? none : form.coefficients,
          error: slopes.map { Rational(2) * $0[actor] } ?? .zero))
    }
    if temptations.isEmpty { return .none("no number in it matters") }
    let sides = varying.enumerated().map { index, parameter in
      Scale(
        name: evaluator.parameters[parameter.0], value: start[index], range: parameter.1)
    }
    guard let box = RobustBox(temptations, sides, spread: slopes == nil ? nil : spread) else {
      return .none("no number in it matters")
    }
    return .box(box)
  }

  /// What an actor gains by turning away, as the numbers move.
  private struct Temptation {
    /// Where they stand, not positive.
    let now: Rational
    /// Its change per unit of each parameter.
    let slopes: [Rational]
    /// Its largest change per unit of error of all payoffs.
    let error: Rational
  }

  private struct Scale {
    let name: String
    let value: Rational
    let range: ClosedRange<Rational>
    var width: Rational { range.upperBound - range.lowerBound }
    /// The room below and above.
    var room: [Rational] { [value - range.lowerBound, range.upperBound - value] }
  }

  private static func temptations(
    of profile: Int, _ game: StrategicGame, _ utilities: [SpaceForm]
  ) -> [(Int, SpaceForm)] {
    var found: [(Int, SpaceForm)] = []
    for actor in 0..<game.actors {
      let obeying: SpaceForm = utilities[profile * game.actors + actor]
      for strategy in 0..<game.shape[actor]
      where strategy != game.strategy(of: actor, at: profile) {
        let other = game.deviation(from: profile, of: actor, to: strategy)
        found.append((actor, utilities[other * game.actors + actor] - obeying))
      }
    }
    return found
  }

  private init?(_ temptations: [Temptation], _ scales: [Scale], spread: Rational?) {
    let scaleOfErrors: Rational = spread ?? .zero
    var parts: [Rational] = []
    for temptation in temptations {
      var rise: Rational = temptation.error * scaleOfErrors
      for (slope, scale) in zip(temptation.slopes, scales) { rise += slope.magnitude * scale.width }
      if !rise.isZero { parts.append(-temptation.now / rise) }
    }
    guard let part = parts.min() else { return nil }
    // Sides: down and up for each parameter, then the error of payoffs.
    var least: [Rational] = []
    var units: [Rational] = []
    for scale in scales {
      let side: Rational = part * scale.width
      least += scale.room.map { (room: Rational) -> Rational in min(room, side) }
      units += [scale.width, scale.width]
    }
    if let spread {
      least.append(part * spread)
      units.append(spread)
    }
    var rows: [[Rational]] = []
    var limits: [Rational] = []
    for temptation in temptations {
      var row: [Rational] = []
      for slope in temptation.slopes { row += [max(-slope, .zero), max(slope, .zero)] }
      if spread != nil { row.append(temptation.error) }
      var limit: Rational = -temptation.now
      for (slope, side) in zip(row, least) { limit -= slope * side }
      rows.append(row)
      limits.append(limit)
    }
    for (place, room) in scales.flatMap(\.room).enumerated() {
      rows.append(units.indices.map { (other: Int) -> Rational in other == place ? .one : .zero })
      limits.append(room - least[place])
    }
    let program = LinearProgram(
      maximise: units.map(\.reciprocal), rows: rows, limits: limits)
    let more: [Rational] = program.solve()?.point ?? units.map { _ in Rational.zero }
    let sides: [Rational] = zip(least, more).map { $0 + $1 }
    self.part = part
    parameters = scales.enumerated().map { index, scale in
      Side(
        name: scale.name, from: scale.value - sides[2 * index],
        to: scale.value + sides[2 * index + 1])
    }
    payoffs = spread == nil ? nil : sides[2 * scales.count]
    restriction =
      spread == nil
      ? "parameters that weigh the gains of others multiply payoffs, or the rule sets no bound: "
        + "payoffs are taken as given" : nil
  }
}
