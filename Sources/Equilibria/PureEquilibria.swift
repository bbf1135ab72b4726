import Arithmetic
import GameForms

/// All equilibria in pure strategies of a game of any number of actors.
///
/// - Source: Nash 1951; direct comparison with every deviation.
/// - Complexity: at most two comparisons a profile and deviation, and one flag a profile.
public struct PureEquilibria: Sendable {
  private let shape: [Int]
  private let strides: [Int]
  private let profiles: Int
  private var isStable: [Bool]
  /// The strategy of each actor in the profile looked at.
  private var own: [Int]
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
    own = Array(repeating: 0, count: shape.count)
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
    for actor in shape.indices { own[actor] = 0 }
    shape.withUnsafeBufferPointer { shape in
      strides.withUnsafeBufferPointer { strides in
        own.withUnsafeMutableBufferPointer { own in
          isStable.withUnsafeMutableBufferPointer { stable in
            Self.mark(stable, own, shape, strides, payoffs)
          }
        }
      }
    }
    found.removeAll(keepingCapacity: true)
    for profile in 0..<profiles where isStable[profile] { found.append(profile) }
  }

  /// Sets the flag of each profile that is an equilibrium and clears those of the others.
  private static func mark(
    _ stable: UnsafeMutableBufferPointer<Bool>, _ own: UnsafeMutableBufferPointer<Int>,
    _ shape: UnsafeBufferPointer<Int>, _ strides: UnsafeBufferPointer<Int>,
    _ payoffs: UnsafeBufferPointer<Rational>
  ) {
    stable.update(repeating: true)
    for profile in stable.indices {
      if stable[profile] {
        compare(profile, UnsafeBufferPointer(own), shape, strides, payoffs, stable)
      }
      // The next profile, the last actor's strategy varying fastest.
      var actor = shape.count - 1
      while actor >= 0 {
        own[actor] += 1
        if own[actor] < shape[actor] { break }
        own[actor] = 0
        actor -= 1
      }
    }
  }

  /// Compares a profile with every deviation until one is better, and clears the flag of whichever
  /// is worse: most profiles fall at their first or second deviation.
  private static func compare(
    _ profile: Int, _ own: UnsafeBufferPointer<Int>, _ shape: UnsafeBufferPointer<Int>,
    _ strides: UnsafeBufferPointer<Int>, _ payoffs: UnsafeBufferPointer<Rational>,
    _ stable: UnsafeMutableBufferPointer<Bool>
  ) {
    let actors = shape.count
    // The last actor's deviations lie next to the profile in memory, the first actor's far away.
    for actor in (0..<actors).reversed() {
      let stride = strides[actor]
      var other = profile - own[actor] * stride
      for _ in 0..<shape[actor] {
        if other != profile {
          if payoffs[profile * actors + actor] < payoffs[other * actors + actor] {
            stable[profile] = false
            return
          }
          if stable[other],
            payoffs[profile * actors + actor] != payoffs[other * actors + actor]
          {
            stable[other] = false
          }
        }
        other += stride
      }
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
