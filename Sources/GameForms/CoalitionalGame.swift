import Arithmetic

/// A game with transferable utility: what each coalition is worth by itself.
///
/// The empty coalition is worth 0. Worths are kept as machine integers over one common denominator
/// where that fits, eight bytes a coalition, and as fractions of any size where it does not.
public struct CoalitionalGame: Hashable, Sendable {
  /// Most actors of a game whose every coalition is kept.
  public static let mostActors = 24

  /// How many actors there are.
  public let actors: Int
  private let worths: Worths

  private enum Worths: Hashable, Sendable {
    case integers([Int], over: Int)
    case fractions([Rational])
  }

  /// The game in which `worth` is asked once for each coalition, in binary order, but the empty
  /// one.
  ///
  /// - Precondition: 1 to ``mostActors`` actors.
  public init<Failure: Error>(
    actors: Int, worth: (Coalition) throws(Failure) -> Rational
  ) throws(Failure) {
    precondition(1...Self.mostActors ~= actors, "a coalitional game has 1 to 24 actors")
    var table = GrowingWorths(capacity: 1 << actors)
    table.append(.zero)
    for index in 1..<(1 << actors) { table.append(try worth(Coalition(rawValue: index))) }
    self.actors = actors
    worths = table.fractions.map { .fractions($0) } ?? .integers(table.integers, over: table.scale)
  }

  /// The game with these worths, in binary order: none, {0}, {1}, {0, 1}, {2}, ...
  ///
  /// - Precondition: there are 2^n of them, and the first is 0.
  public init(worths: [Rational]) {
    precondition(worths.count.nonzeroBitCount == 1, "a worth for each of the 2^n coalitions")
    precondition(worths[0].isZero, "nobody is worth nothing")
    self.init(actors: worths.count.trailingZeroBitCount) { worths[$0.rawValue] }
  }

  /// How many coalitions there are, the empty one included.
  public var coalitions: Int { 1 << actors }

  /// All actors together.
  public var everyone: Coalition { .all(actors) }

  /// What `coalition` is worth by itself.
  public subscript(coalition: Coalition) -> Rational {
    switch worths {
    case .integers(let numerators, let denominator):
      Rational(numerators[coalition.rawValue], denominator)
    case .fractions(let fractions): fractions[coalition.rawValue]
    }
  }

  /// The worths as integers over one denominator, in binary order; nil where they do not fit.
  public var integers: (numerators: [Int], denominator: Int)? {
    guard case .integers(let numerators, let denominator) = worths else { return nil }
    return (numerators, denominator)
  }

  /// What each actor is worth alone.
  public var alone: [Rational] { (0..<actors).map { self[Coalition(of: $0)] } }

  /// The total of a division of worth among the members of a coalition.
  public static func total(_ division: [Rational], of coalition: Coalition) -> Rational {
    coalition.members.reduce(.zero) { $0 + division[$1] }
  }

  /// The game among the members of `coalition` alone, counted anew from 0.
  public func subgame(_ coalition: Coalition) -> CoalitionalGame {
    let members = coalition.members
    return CoalitionalGame(actors: members.count) { inner in
      self[Coalition(inner.members.map { members[$0] })]
    }
  }
}

/// Worths as they come: integers over the least common denominator so far, until they do not fit.
private struct GrowingWorths {
  private(set) var integers: [Int] = []
  private(set) var scale = 1
  private(set) var fractions: [Rational]?

  init(capacity: Int) { integers.reserveCapacity(capacity) }

  mutating func append(_ worth: Rational) {
    if fractions == nil, let words = worth.words, let numerator = fit(words) {
      integers.append(numerator)
      return
    }
    var all = fractions ?? integers.map { Rational($0, scale) }
    integers = []
    fractions = nil
    all.append(worth)
    fractions = all
  }

  /// The numerator over the common denominator, which is raised where needed.
  private mutating func fit(_ words: (numerator: Int, denominator: Int)) -> Int? {
    if words.denominator == scale { return words.numerator }
    let common = Rational(scale, words.denominator).words
    guard let common else { return nil }
    // scale / denominator = a / b in lowest terms: the least common multiple is scale * b.
    let (raised, overflow) = scale.multipliedReportingOverflow(by: common.denominator)
    guard !overflow else { return nil }
    if common.denominator != 1 {
      guard
        integers.allSatisfy({ !$0.multipliedReportingOverflow(by: common.denominator).overflow })
      else { return nil }
      for index in integers.indices { integers[index] *= common.denominator }
      scale = raised
    }
    let (numerator, tooLarge) = words.numerator.multipliedReportingOverflow(by: common.numerator)
    return tooLarge ? nil : numerator
  }
}
