import Arithmetic
import GameForms
import LinearPrograms

/// The division whose largest complaint is as small as possible, then the next largest, and so on.
///
/// The complaint of a coalition is its excess `v(S) - x(S)`. One linear program a level is solved
/// over the coalitions whose total is not yet settled, exactly (`CoalitionSimplex`), and the whole
/// is proved by its ``Nucleolus/Certificate`` before it is returned.
///
/// - Source: Schmeidler 1969; Kopelowitz 1967 and Potters, Reijnierse and Ansing 1996 for the
///   sequence of programs; Kohlberg 1971 for the proof.
public struct Nucleolus: Sendable {
  /// Most actors of a game it is computed for.
  public static let mostActors = IntegerBasis.mostRows - 1

  /// Among which divisions to look.
  public enum Domain: Hashable, Sendable {
    /// Those that give nobody less than it is worth alone: the nucleolus.
    case imputations
    /// All of them: the prenucleolus.
    case all
  }

  /// Among which divisions to look.
  public var domain: Domain
  /// Seconds after which to give up; nil for no limit.
  public var seconds: Double?

  /// The nucleolus, or the prenucleolus.
  public init(_ domain: Domain = .imputations, seconds: Double? = nil) {
    self.domain = domain
    self.seconds = seconds
  }

  /// The nucleolus of `game`, proved.
  ///
  /// - Throws: ``CoalitionRefusal``.
  public func solve(_ game: CoalitionalGame) throws(CoalitionRefusal) -> Certificate {
    guard game.actors <= Self.mostActors else {
      throw .tooManyActors(count: game.actors, limit: Self.mostActors)
    }
    let together = game[game.everyone]
    let alone = game.alone.reduce(.zero, +)
    if domain == .imputations, alone > together {
      throw .noImputation(alone: alone, together: together)
    }
    let deadline = Deadline(seconds: seconds)
    var found = try attempt(game, deadline, as: Int.self)
    if found == nil { found = try attempt(game, deadline, as: Int128.self) }
    if found == nil { found = try attempt(game, deadline, as: Rational.self) }
    guard let certificate = found, certificate.proves(game) else {
      preconditionFailure("the sequence of programs ends at a nucleolus")
    }
    return certificate
  }

  /// The sequence of programs in one kind of number; nil if its numbers do not fit.
  private func attempt<Number: ExactNumber>(
    _ game: CoalitionalGame, _ deadline: Deadline, as: Number.Type
  ) throws(CoalitionRefusal) -> Certificate? {
    guard var program = CoalitionSimplex(game, as: Number.self) else { return nil }
    program.deadline = deadline
    if domain == .imputations { program.floors = game.alone }
    program.fixed = [(game.everyone.rawValue, game[game.everyone])]
    let n = game.actors
    var settled = IntegerBasis(objective: Array(repeating: 0, count: n) + [1])
    _ = settled.take(.fixed(0), bits: program.fixed[0].bits)
    var point = [game[game.everyone]]
    var levels: [Level] = []
    var loudest = n > 1 ? 1 : nil
    while let coalition = loudest {
      do throws(CoalitionInterruption) {
        let optimum = try program.optimum(from: program.start(settled, at: coalition))
        point = optimum.point
        levels.append(Level(optimum))
      } catch {
        guard case .noRoom = error else { throw .overdue(seconds: seconds ?? 0) }
        return nil
      }
      for bits in levels[levels.count - 1].settles {
        let total = CoalitionalGame.total(point, of: Coalition(rawValue: bits))
        if settled.take(.fixed(program.fixed.count), bits: bits) {
          program.fixed.append((bits, total))
        }
      }
      loudest = program.close(settled, point)
    }
    return Certificate(domain: domain, division: point, levels: levels)
  }

  /// One of the largest complaints that remain, and the coalitions that keep it from being less.
  public struct Level: Sendable {
    /// The complaint.
    public let excess: Rational
    /// The coalitions and their weights, positive, together 1.
    public let coalitions: [WeightedCoalition]
    /// Actors held at what they are worth alone, and their weights, positive.
    public let floors: [(actor: Int, weight: Rational)]

    fileprivate init(_ optimum: CoalitionOptimum) {
      excess = optimum.level
      coalitions = optimum.coalitions
      floors = optimum.weights.compactMap { column, weight in
        guard case .floor(let actor) = column else { return nil }
        return (actor, weight)
      }.sorted { $0.actor < $1.actor }
    }

    /// The bits of the coalitions whose totals are the same in every division that goes so low.
    var settles: [Int] {
      coalitions.map(\.coalition.rawValue) + floors.map { 1 << $0.actor }
    }
  }
}

extension CoalitionSimplex {
  /// A basis to start from: the coalition and all others, each with weight 1/2.
  func start(_ settled: IntegerBasis, at coalition: Int) -> IntegerBasis {
    var basis = settled
    _ = basis.take(.open(coalition), bits: bits(of: .open(coalition)))
    let rest = Coalition(rawValue: coalition).complement(of: actors).rawValue
    _ = basis.take(.open(rest), bits: bits(of: .open(rest)))
    for actor in 0..<actors where isOpen[1 << actor] {
      _ = basis.take(.open(1 << actor), bits: bits(of: .open(1 << actor)))
    }
    return basis
  }

  /// Closes the coalitions whose totals are settled; returns one of those with the largest excess
  /// that are left, nil if none are.
  mutating func close(_ settled: IntegerBasis, _ point: [Rational]) -> Int? {
    var inside: [Int]?
    for row in 0..<actors {
      guard case .unit(let place) = settled.columns[row], place < actors else { continue }
      let sums = HalfSums(settled.adjugate(row).prefix(actors))
      inside =
        inside?.filter { sums[$0] == 0 } ?? isOpen.indices.filter { isOpen[$0] && sums[$0] == 0 }
    }
    guard let inside else { return nil }
    for bits in inside { isOpen[bits] = false }
    for actor in floors.indices where !isOpen[1 << actor] { floors[actor] = nil }
    return loudest(point)
  }

  private func loudest(_ point: [Rational]) -> Int? {
    // About the loudest is enough to start from.
    let sums = HalfSums(point.map { $0.double * Double(worthScale) })
    var best = -Double.infinity
    var found: Int?
    for bits in isOpen.indices where isOpen[bits] {
      let excess = worths[bits].approximate - sums[bits]
      if excess > best {
        best = excess
        found = bits
      }
    }
    return found
  }
}
