import Arithmetic
import GameForms

/// All equilibria in pure strategies of a game of any number of actors.
///
/// - Source: Nash 1951; direct comparison of every line of the payoff table.
/// - Complexity: profiles times actors comparisons, and one flag a profile.
public struct PureEquilibria: Sendable {
  private let shape: [Int]
  private let strides: [Int]
  private let profiles: Int
  private var isStable: [Bool]
  /// The equilibria found last, as profile indices in ascending order.
  public private(set) var found: [Int] = []

  /// A finder for games of this shape; one finder serves any number of games.
  public init(shape: [Int]) {
    self.shape = shape
    var strides = Array(repeating: 1, count: shape.count)
    for actor in shape.indices.dropLast().reversed() {
      strides[actor] = strides[actor + 1] * shape[actor + 1]
    }
    self.strides = strides
    profiles = shape.reduce(1, *)
    isStable = Array(repeating: true, count: profiles)
    found.reserveCapacity(min(profiles, 1024))
  }

  /// The pure equilibria of `game`, as profile indices in ascending order.
  public static func solve(_ game: StrategicGame) -> [Int] {
    var finder = PureEquilibria(shape: game.shape)
    game.payoffs.withUnsafeBufferPointer { finder.find(in: $0) }
    return finder.found
  }

  /// Finds the equilibria of the game with these payoffs, laid out as in `StrategicGame.payoffs`.
  ///
  /// Allocates nothing once ``found`` has grown to its size.
  public mutating func find(in payoffs: UnsafeBufferPointer<Rational>) {
    precondition(payoffs.count == profiles * shape.count, "payoffs must fill the shape")
    isStable.withUnsafeMutableBufferPointer { stable in
      stable.update(repeating: true)
      for actor in shape.indices {
        Self.keepBestReplies(
          of: actor, actors: shape.count, strategies: shape[actor], stride: strides[actor],
          payoffs, &stable)
      }
    }
    found.removeAll(keepingCapacity: true)
    for profile in 0..<profiles where isStable[profile] { found.append(profile) }
  }

  /// Clears the flag of every profile in which `actor` does not play a best reply.
  private static func keepBestReplies(
    of actor: Int, actors: Int, strategies: Int, stride: Int,
    _ payoffs: UnsafeBufferPointer<Rational>, _ stable: inout UnsafeMutableBufferPointer<Bool>
  ) {
    let block = stride * strategies
    var start = 0
    while start < stable.count {
      for first in start..<(start + stride) {
        var best = first
        for strategy in 1..<max(strategies, 2) where strategy < strategies {
          let profile = first + strategy * stride
          if payoffs[best * actors + actor] < payoffs[profile * actors + actor] { best = profile }
        }
        for strategy in 0..<strategies {
          let profile = first + strategy * stride
          if stable[profile], profile != best,
            payoffs[profile * actors + actor] != payoffs[best * actors + actor]
          {
            stable[profile] = false
          }
        }
      }
      start += block
    }
  }
}

extension StrategicGame {
  /// Whether `actor` can do no better against the others' part of this pure profile.
  public func isBestReply(of actor: Int, at profile: Int) -> Bool {
    let own = payoff(at: profile, of: actor)
    return (0..<shape[actor]).allSatisfy {
      payoff(at: deviation(from: profile, of: actor, to: $0), of: actor) <= own
    }
  }

  /// Whether no actor gains by leaving this pure profile alone: Nash's definition itself.
  public func isPureEquilibrium(_ profile: Int) -> Bool {
    (0..<actors).allSatisfy { isBestReply(of: $0, at: profile) }
  }
}
