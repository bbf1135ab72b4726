import Arithmetic

/// Actors who may agree on one of several outcomes, and what each has if they do not.
///
/// Numbers only: actors and outcomes are counted from 0. Whether lotteries over outcomes may be
/// agreed upon is not part of the problem: a method is told, and its answer says so.
public struct BargainingProblem: Hashable, Sendable {
  /// `utilities[outcome][actor]`: what each actor maximises.
  public let utilities: [[Rational]]
  /// What each actor has while they disagree; gains are counted from here.
  public let disagreement: [Rational]
  /// What each actor has if it leaves for good, nil where it has nowhere to go. An outside option
  /// is a floor under what the actor accepts, not a point from which gains are counted (Binmore,
  /// Shaked and Sutton 1989).
  public let outsideOptions: [Rational?]
  /// Those at home who must consent, in any order.
  public let ratifiers: [Ratifier]

  /// One who must consent at home: the second level of a two-level game (Putnam 1988).
  public struct Ratifier: Hashable, Sendable {
    /// The actor whose deal it ratifies.
    public let actor: Int
    /// `values[outcome]`: what the outcome is worth to the ratifier.
    public let values: [Rational]
    /// The least value to which it consents.
    public let floor: Rational

    /// The ratifier of `actor` who values outcomes like this and consents from `floor` on.
    public init(actor: Int, values: [Rational], floor: Rational) {
      self.actor = actor
      self.values = values
      self.floor = floor
    }
  }

  /// A problem from its outcomes.
  ///
  /// - Precondition: there is an actor; each outcome has one utility an actor; each ratifier
  ///   belongs to an actor and values every outcome.
  public init(
    utilities: [[Rational]], disagreement: [Rational], outsideOptions: [Rational?]? = nil,
    ratifiers: [Ratifier] = []
  ) {
    precondition(!disagreement.isEmpty, "bargaining takes an actor")
    precondition(
      utilities.allSatisfy { $0.count == disagreement.count }, "one utility an actor")
    precondition(
      ratifiers.allSatisfy {
        disagreement.indices.contains($0.actor) && $0.values.count == utilities.count
      }, "a ratifier belongs to an actor and values every outcome")
    self.utilities = utilities
    self.disagreement = disagreement
    self.outsideOptions = outsideOptions ?? disagreement.map { _ in nil }
    self.ratifiers = ratifiers
    precondition(self.outsideOptions.count == disagreement.count, "one outside option an actor")
  }

  /// How many actors bargain.
  public var actors: Int { disagreement.count }

  /// How many outcomes there are.
  public var outcomes: Int { utilities.count }

  /// The least utility that each actor itself accepts: the better of disagreement and its outside
  /// option. Ratifiers may ask for more.
  public var reservations: [Rational] {
    zip(disagreement, outsideOptions).map { max($0, $1 ?? $0) }
  }

  /// The same problem without those who must ratify for these actors.
  public func withoutRatifiers(of actors: [Int]) -> BargainingProblem {
    BargainingProblem(
      utilities: utilities, disagreement: disagreement, outsideOptions: outsideOptions,
      ratifiers: ratifiers.filter { !actors.contains($0.actor) })
  }
}
