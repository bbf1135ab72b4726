import Arithmetic
import GameForms

/// Which coalitions hold as agreements: no member gains by leaving, no outsider by joining, while
/// those outside stand alone.
///
/// - Source: d'Aspremont et al. 1983; Barrett 1994 for international agreements; Carraro, Eyckmans
///   and Finus 2006 for transfers; with weights on relative gains ours.
public struct AgreementStability: Sendable {
  /// Among members, what can be shared.
  public enum Sharing: Hashable, Sendable {
    /// Members have equal shares.
    case equal
    /// Members share as they like, if that keeps all of them.
    case transfers
  }

  private let claims: StandingClaims
  private let sharing: Sharing

  /// The stability of agreements in `game`; `weights` are theta_i = rho_i / (1 + rho_i), none for
  /// absolute gains.
  public init(_ game: PartitionGame, sharing: Sharing, weights: [Rational]? = nil) {
    claims = StandingClaims(
      game: game, weights: weights ?? Array(repeating: .zero, count: game.actors))
    self.sharing = sharing
  }

  /// What keeps an agreement from holding.
  public struct Verdict: Hashable, Sendable {
    /// The coalition that agrees.
    public let agreement: Coalition
    /// Members who gain by leaving, with what they gain; with transfers the members whom the whole
    /// cannot pay enough, with what is lacking.
    public let leaving: [Rational?]
    /// Outsiders who gain by joining and what they gain; with transfers those with whom the larger
    /// agreement would hold.
    public let joining: [Rational?]

    /// Whether nobody leaves.
    public var isInternallyStable: Bool { leaving.allSatisfy { $0 == nil } }
    /// Whether nobody joins.
    public var isExternallyStable: Bool { joining.allSatisfy { $0 == nil } }
    /// Both.
    public var isStable: Bool { isInternallyStable && isExternallyStable }
  }

  /// The verdict on each coalition of two or more, in binary order.
  public func verdicts() -> [Verdict] {
    (1..<(1 << claims.game.actors)).map(Coalition.init(rawValue:)).filter { $0.count > 1 }
      .map(verdict)
  }

  /// The verdict on one coalition.
  public func verdict(on agreement: Coalition) -> Verdict {
    let actors = 0..<claims.game.actors
    let leaving = actors.map { agreement.has($0) ? gain(ofLeaving: $0, agreement) : nil }
    let joining = actors.map { agreement.has($0) ? nil : gain(ofJoining: $0, agreement) }
    return Verdict(agreement: agreement, leaving: leaving, joining: joining)
  }

  private func gain(ofLeaving actor: Int, _ agreement: Coalition) -> Rational? {
    switch sharing {
    case .equal:
      let without = agreement.subtracting(Coalition(of: actor))
      let gain =
        claims.equalShare(of: actor, in: structure(without))
        - claims.equalShare(of: actor, in: structure(agreement))
      return gain.signum > 0 ? gain : nil
    case .transfers:
      let lacking = lacking(agreement)
      return lacking.signum > 0 ? lacking : nil
    }
  }

  private func gain(ofJoining actor: Int, _ agreement: Coalition) -> Rational? {
    let with = agreement.union(Coalition(of: actor))
    switch sharing {
    case .equal:
      let gain =
        claims.equalShare(of: actor, in: structure(with))
        - claims.equalShare(of: actor, in: structure(agreement))
      return gain.signum > 0 ? gain : nil
    case .transfers:
      // An agreement that has something left when all members have what they would outside.
      let left = -lacking(with)
      return left.signum > 0 ? left : nil
    }
  }

  /// What the members would have outside above what the agreement has.
  private func lacking(_ agreement: Coalition) -> Rational {
    let outside = agreement.members.reduce(Rational.zero) {
      $0 + claims.block(of: $1, in: structure(agreement.subtracting(Coalition(of: $1))))
    }
    return outside - claims.block(of: agreement.members[0], in: structure(agreement))
  }

  private func structure(_ agreement: Coalition) -> CoalitionStructure {
    .alone(but: agreement, of: claims.game.actors)
  }
}
