import Arithmetic

/// Why a gap in gains may matter to those who want nothing but absolute gains: the one ahead can
/// turn its lead into force.
///
/// The prisoner's dilemma 4, 3, 2, 1 repeated; a lead of three, which temptation against the sucker
/// brings, is worth `3 w / K` more to a victor with stakes `w` among capabilities `K`, unless the
/// cost of force eats it up. With force free of cost it is as if the actors weighed the gap with
/// `k = w / K`.
///
/// - Source: ours, after Powell 1991.
public enum LeadConversion {
  /// The critical discount factor of grim trigger: `(1 + X) / (2 + X)` with
  /// `X = max(0, 3 w / K - cost)`.
  ///
  /// - Precondition: capabilities are positive.
  public static func criticalDiscount(
    stakes: Rational, capabilities: Rational, cost: Rational
  ) -> Rational {
    precondition(capabilities.signum > 0, "capabilities must be positive")
    let advantage = max(.zero, Rational(3) * stakes / capabilities - cost)
    return (.one + advantage) / (Rational(2) + advantage)
  }
}
