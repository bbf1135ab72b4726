import Arithmetic
import GameForms

/// Two actors take turns in proposing lotteries over the outcomes; a refusal costs time, and may
/// end the talks.
///
/// In the subgame-perfect equilibrium in stationary strategies each proposes the agreement at which
/// the other has exactly what waiting, or leaving, would give. Outcomes are shared by lotteries or
/// by division, which is the same where utilities are linear.
///
/// - Source: Rubinstein 1982; Binmore, Shaked and Sutton 1989 for outside options; Binmore,
///   Rubinstein and Wolinsky 1986 for the risk of breakdown.
public struct AlternatingOffers: Hashable, Sendable {
  /// What a gain is worth to each actor when it comes a round later; from 0 up to, not
  /// including, 1 unless there is a risk of breakdown.
  public let discounts: [Rational]
  /// The probability that a refusal ends the talks.
  public let breakdown: Rational
  /// What each actor has when talks break down, nil for what it has while they disagree.
  public let afterBreakdown: [Rational]?

  /// A protocol from its numbers.
  ///
  /// - Throws: `BargainingError.outOfRange` for discount factors or a risk outside [0, 1], or both
  ///   patience without end and no risk, which leaves every division possible.
  public init(
    discounts: [Rational], breakdown: Rational = .zero, afterBreakdown: [Rational]? = nil
  ) throws(BargainingError) {
    guard discounts.count == 2 else { throw .needsTwoActors(discounts.count) }
    guard (discounts + [breakdown]).allSatisfy({ $0.signum >= 0 && $0 <= .one }) else {
      throw .outOfRange("discount factors and the risk of breakdown lie between 0 and 1")
    }
    guard (.one - breakdown) * discounts[0] * discounts[1] < .one else {
      throw .outOfRange("one discount factor must be below 1, or the risk of breakdown above 0")
    }
    self.discounts = discounts
    self.breakdown = breakdown
    self.afterBreakdown = afterBreakdown
  }

  /// What is agreed at once, depending on who proposes first.
  public struct Equilibrium: Hashable, Sendable {
    /// `proposals[proposer]`: the agreement each proposes and the other accepts.
    public let proposals: [Agreement]
    /// `thresholds[actor]`: the least utility the actor accepts as responder.
    public let thresholds: [Rational]
  }

  /// The equilibrium.
  ///
  /// - Parameter set: with lotteries, of two actors, made from a problem whose outside options are
  ///   `outsideOptions`: agreements are efficient and acceptable.
  /// - Throws: ``BargainingError/noAgreement`` or ``BargainingError/needsTwoActors(_:)``.
  /// - Complexity: squares of the corners of the frontier.
  public func solve(
    _ set: AgreementSet, outsideOptions: [Rational?] = [nil, nil]
  ) throws(BargainingError) -> Equilibrium {
    guard set.actors == 2 else { throw .needsTwoActors(set.actors) }
    guard !set.isEmpty else { throw .noAgreement }
    precondition(set.space == .lotteries, "offers are divided by lotteries")
    let corners = set.agreements
    let gains = corners.map { set.gains($0) }
    let outside = outsideOptions.enumerated().map {
      ($1 ?? set.disagreement[$0]) - set.disagreement[$0]
    }
    let broken = (afterBreakdown ?? set.disagreement).enumerated().map { $1 - set.disagreement[$0] }
    // Free disposal: beyond an end of the frontier a proposer can still give the other less.
    let (first, last) = (gains[0], gains[gains.count - 1])
    let points = [[first[0], .zero]] + gains + [[.zero, last[1]]]
    let segments = zip(points, points.dropFirst()).filter { $0 != $1 }
    let lines = segments.isEmpty ? [(points[0], points[0])] : segments

    for own in lines {
      for others in lines {
        for waits in [[true, true], [true, false], [false, true], [false, false]] {
          guard
            let (x, y) = fixedPoint(own, others, waits: waits, outside: outside, broken: broken)
          else { continue }
          let proposals = [x, y].map { Self.agreement(at: $0, corners, gains) }
          return Equilibrium(
            proposals: proposals,
            thresholds: [y[0] + set.disagreement[0], x[1] + set.disagreement[1]])
        }
      }
    }
    throw .noAgreement
  }

  /// The proposals `x` of the first actor on one line and `y` of the second on another at which
  /// each responder is held to what it has by waiting, or by leaving; nil unless both lie on their
  /// lines and no responder would rather do the other.
  private func fixedPoint(
    _ own: ([Rational], [Rational]), _ others: ([Rational], [Rational]), waits: [Bool],
    outside: [Rational], broken: [Rational]
  ) -> (x: [Rational], y: [Rational])? {
    let stay = (0..<2).map { (.one - breakdown) * discounts[$0] }
    let loss = (0..<2).map { breakdown * broken[$0] }
    let a = own.0
    let da = zip(own.1, a).map { $0 - $1 }
    let b = others.0
    let db = zip(others.1, b).map { $0 - $1 }
    // y[0] = loss0 + stay0 x[0], or outside0;  x[1] = loss1 + stay1 y[1], or outside1.
    let system = [
      waits[0]
        ? [-stay[0] * da[0], db[0], loss[0] + stay[0] * a[0] - b[0]]
        : [.zero, db[0], outside[0] - b[0]],
      waits[1]
        ? [da[1], -stay[1] * db[1], loss[1] + stay[1] * b[1] - a[1]]
        : [da[1], .zero, outside[1] - a[1]],
    ]
    let places = LinearSystem.solve(system) ?? Self.degenerate(system)
    guard let places, places.allSatisfy({ $0.signum >= 0 && $0 <= .one }) else { return nil }
    let x = zip(a, da).map { $0 + places[0] * $1 }
    let y = zip(b, db).map { $0 + places[1] * $1 }
    let waiting = [loss[0] + stay[0] * x[0], loss[1] + stay[1] * y[1]]
    guard y[0] == max(waiting[0], outside[0]), x[1] == max(waiting[1], outside[1]) else {
      return nil
    }
    return (x, y)
  }

  /// A solution of a system of which a row or column is empty, nil where there is none: lines may
  /// run along an axis.
  private static func degenerate(_ rows: [[Rational]]) -> [Rational]? {
    for fixed in 0..<2 {
      for end in [Rational.zero, .one] {
        let free = 1 - fixed
        guard let row = rows.first(where: { !$0[free].isZero }) else { continue }
        var places = [Rational.zero, .zero]
        places[fixed] = end
        places[free] = (row[2] - row[fixed] * end) / row[free]
        let holds = rows.allSatisfy { $0[0] * places[0] + $0[1] * places[1] == $0[2] }
        if holds { return places }
      }
    }
    return nil
  }

  /// The efficient agreement that gives no one less than `gains`.
  private static func agreement(
    at point: [Rational], _ corners: [Agreement], _ gains: [[Rational]]
  ) -> Agreement {
    guard point[0] < gains[0][0] else { return corners[0] }
    for index in corners.indices.dropFirst() where gains[index][0] <= point[0] {
      let (right, left) = (gains[index - 1][0], gains[index][0])
      return corners[index - 1].moved(
        (right - point[0]) / (right - left), towards: corners[index])
    }
    return corners[corners.count - 1]
  }
}
