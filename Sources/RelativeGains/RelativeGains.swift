import Arithmetic
import GameForms

/// The names of the relative-gains rules, as files and commands write them.
public enum RelativeGainsRule: String, CaseIterable, Hashable, Sendable {
  /// Absolute gains only.
  case none
  /// `u_i = a_i - sum_j k_ij (a_j - a_i)`; Grieco 1988 for two actors.
  case grieco
  /// `u_i = a_i - sum_j r_i w_ij a_j` with `sum_j w_ij = 1`; Snidal 1991.
  case snidal
  /// `u_i = a_i - sum_j k_ij max(0, a_j - a_i)`: only being behind hurts. Ours.
  case lead
  /// `u_i = a_i - sum_j k_ij max(0, a_j - a_i)^2`: the gap hurts more than in proportion. Ours.
  case convex
  /// `u_i = (1-r) a_i + r M [(c_i + a_i) / sum(c + a) - c_i / sum(c)]`: share of power. Ours.
  case power
  /// `u_i = a_i + sum_j e_ij a_j`: security externalities, after Gowa and Mansfield 1993.
  case ally
}

/// A relative-gains rule with its numbers: a transform of outcomes, made before any expectation.
///
/// Matrices are actors by actors: row i holds what actor i attaches to each other actor's gain;
/// the diagonal is not read. The numbers may be rational, or affine in a free parameter.
public enum RelativeGains<Number: Quantity>: Sendable {
  /// Absolute gains only.
  case none
  /// Coefficients k_ij.
  case grieco([[Number]])
  /// Weights already spread: r_i w_ij.
  case snidal([[Number]])
  /// Coefficients k_ij.
  case lead([[Number]])
  /// Coefficients k_ij.
  case convex([[Number]])
  /// Externalities e_ij, positive towards an ally.
  case ally([[Number]])
  /// Weights r_i, capabilities c_i (positive in sum), and the scale M.
  case power(weights: [Number], capabilities: [Number], scale: Number)

  /// The name of the rule.
  public var rule: RelativeGainsRule {
    switch self {
    case .none: .none
    case .grieco: .grieco
    case .snidal: .snidal
    case .lead: .lead
    case .convex: .convex
    case .ally: .ally
    case .power: .power
    }
  }

  /// The utilities of one outcome.
  ///
  /// - Parameter gains: the absolute gain of each actor.
  /// - Returns: the utility of each actor, in the same order.
  /// - Throws: `QuantityError` where the numbers hold a free parameter and the result is not
  ///   affine in it, or where power shares divide by zero.
  public func utilities(of gains: [Number]) throws -> [Number] {
    try gains.withUnsafeBufferPointer { outcome in
      try outcome.indices.map { try utility(of: $0, in: outcome) }
    }
  }

  /// The utility of one actor in one outcome, given by the gains of all.
  func utility(of actor: Int, in gains: UnsafeBufferPointer<Number>) throws -> Number {
    switch self {
    case .none:
      return gains[actor]
    case .grieco(let coefficients):
      return try adjusted(gains, actor, coefficients) { own, other in try other - own }
    case .snidal(let weights):
      return try adjusted(gains, actor, weights) { _, other in other }
    case .lead(let coefficients):
      return try adjusted(gains, actor, coefficients) { try Self.lead($0, $1) }
    case .convex(let coefficients):
      return try adjusted(gains, actor, coefficients) { own, other in
        let gap = try Self.lead(own, other)
        return try gap * gap
      }
    case .ally(let externalities):
      return try adjusted(gains, actor, externalities) { _, other in try Number(.zero) - other }
    case .power(let weights, let capabilities, let scale):
      return try powerUtility(gains, actor, weights[actor], capabilities, scale)
    }
  }

  private static func lead(_ own: Number, _ other: Number) throws -> Number {
    try Number.larger(Number(.zero), other - own)
  }

  /// The actor's gain less its coefficients times what `grievance` makes of the others' gains.
  private func adjusted(
    _ gains: UnsafeBufferPointer<Number>, _ actor: Int, _ coefficients: [[Number]],
    _ grievance: (_ own: Number, _ other: Number) throws -> Number
  ) throws -> Number {
    let own = gains[actor]
    var utility = own
    for other in gains.indices where other != actor {
      let coefficient = coefficients[actor][other]
      guard coefficient.constant?.isZero != true else { continue }
      utility = try utility - coefficient * grievance(own, gains[other])
    }
    return utility
  }

  private func powerUtility(
    _ gains: UnsafeBufferPointer<Number>, _ actor: Int, _ weight: Number,
    _ capabilities: [Number], _ scale: Number
  ) throws -> Number {
    var before = Number(.zero)
    var after = Number(.zero)
    for (gain, capability) in zip(gains, capabilities) {
      before = try before + capability
      after = try after + (capability + gain)
    }
    let shift =
      try (capabilities[actor] + gains[actor]).divided(by: after)
      - capabilities[actor].divided(by: before)
    return try (Number(.one) - weight) * gains[actor] + weight * (scale * shift)
  }
}

extension RelativeGains where Number == Rational {
  /// Turns a table of gains, laid out as `StrategicGame.payoffs`, into utilities.
  ///
  /// - Parameter utilities: what they are written to; keeps its storage from call to call.
  /// - Throws: `QuantityError.divisionByZero` where power shares divide by zero.
  public func transform(
    _ gains: [Rational], actors: Int, into utilities: inout [Rational]
  ) throws {
    utilities.removeAll(keepingCapacity: true)
    try gains.withUnsafeBufferPointer { table in
      for start in stride(from: 0, to: table.count, by: actors) {
        let outcome = UnsafeBufferPointer(rebasing: table[start..<(start + actors)])
        for actor in 0..<actors { utilities.append(try utility(of: actor, in: outcome)) }
      }
    }
  }

  /// The game of utilities that the rule makes of a game of absolute gains.
  ///
  /// - Throws: `QuantityError.divisionByZero` where power shares divide by zero.
  public func applied(to game: StrategicGame) throws -> StrategicGame {
    guard rule != .none else { return game }
    var utilities: [Rational] = []
    try transform(game.payoffs, actors: game.actors, into: &utilities)
    return StrategicGame(shape: game.shape, payoffs: utilities)
  }
}
