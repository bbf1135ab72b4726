import Arithmetic
import GameForms
import LinearPrograms

/// An optimum and what proves it.
struct CoalitionOptimum {
  /// The division.
  let point: [Rational]
  /// The level.
  let level: Rational
  /// The basic vectors that have weight, and the weights.
  let weights: [(column: IntegerBasis.Column, weight: Rational)]

  /// The coalitions that have weight, lowest first.
  var coalitions: [WeightedCoalition] {
    weights.compactMap { column, weight in
      guard case .open(let bits) = column else { return nil }
      return WeightedCoalition(Coalition(rawValue: bits), weight)
    }.sorted { $0.coalition.rawValue < $1.coalition.rawValue }
  }
}

/// What made the search end without an optimum.
enum CoalitionInterruption: Error {
  /// The numbers do not fit: take wider ones.
  case noRoom
  /// Time is up.
  case overdue
}

/// Minimises a linear function of a division `x` and a level `e` while no open coalition has an
/// excess above the level: `x(S) + e >= v(S)`, `x_i >= floor_i`, and some totals are fixed.
///
/// The dual simplex method of these programs keeps one vector a row and looks among all 2^n
/// coalitions for the most violated one. Vectors hold zeros and ones only, so that bases are
/// inverted in machine integers (``IntegerBasis``), and every step is exact.
///
/// - Source: Dantzig 1963; Gilmore and Gomory 1961 for the search among columns; Bland 1977.
struct CoalitionSimplex<Number: ExactNumber> {
  let actors: Int
  /// Worths over `worthScale`, in binary order.
  let worths: [Number]
  let worthScale: Int
  /// Which coalitions are open.
  var isOpen: [Bool]
  /// What each actor must have; empty where there are no floors, nil where an actor has none.
  var floors: [Rational?] = []
  /// Totals that are fixed: bits of the members, bit `actors` for the level, and the value.
  var fixed: [(bits: Int, value: Rational)] = []
  /// When to stop.
  var deadline = Deadline.none

  private let largestWorth: Double

  /// The program over `game` with every coalition open that is neither empty nor everyone.
  init?(_ game: CoalitionalGame, as: Number.Type) {
    guard let (worths, scale) = Number.worths(of: game) else { return nil }
    actors = game.actors
    self.worths = worths
    worthScale = scale
    largestWorth = worths.reduce(0) { max($0, $1.size) }
    isOpen = Array(repeating: true, count: 1 << game.actors)
    isOpen[0] = false
    isOpen[isOpen.count - 1] = false
  }

  /// The optimum reached from `basis`, whose open and floor vectors have no negative weight.
  func optimum(from basis: IntegerBasis) throws(CoalitionInterruption) -> CoalitionOptimum {
    var basis = basis
    let prices = try Prices(self)
    var pool: [Int] = []
    var standing = 0
    while true {
      let multipliers = try prices.multipliers(of: basis)
      // Many steps that lead nowhere may be a cycle: the lowest violated one cannot cycle.
      let cautious = standing > 40
      var entering = cautious ? nil : prices.mostViolated(among: pool, multipliers)
      if entering == nil {
        if deadline.isOver { throw .overdue }
        pool = prices.violated(multipliers, lowestOnly: cautious)
        entering = prices.mostViolated(among: pool, multipliers)
        if cautious || entering == nil, let floor = prices.violatedFloor(multipliers) {
          entering = floor
        }
      }
      guard let entering else { return prices.optimum(basis, multipliers) }
      let coordinates = basis.coordinates(of: bits(of: entering))
      guard let row = leaving(basis, coordinates) else {
        preconditionFailure("a division of everything is always possible")
      }
      standing = basis.weight(row) == 0 ? standing + 1 : 0
      basis.pivot(row, entering, coordinates)
    }
  }

  /// The row whose weight is the first to reach zero; of several the one with the lowest vector.
  private func leaving(_ basis: IntegerBasis, _ coordinates: [Int]) -> Int? {
    var best: Int?
    for row in coordinates.indices where coordinates[row] > 0 && !basis.columns[row].isFree {
      guard let least = best else {
        best = row
        continue
      }
      let own = basis.weight(row).multipliedFullWidth(by: coordinates[least])
      let other = basis.weight(least).multipliedFullWidth(by: coordinates[row])
      if own == other ? rank(basis.columns[row]) < rank(basis.columns[least]) : own < other {
        best = row
      }
    }
    return best
  }

  private func rank(_ column: IntegerBasis.Column) -> Int {
    switch column {
    case .unit, .fixed: .max
    case .open(let bits): actors + bits
    case .floor(let actor): actor
    }
  }

  /// The vector of a column: bits of the members, bit `actors` where the level counts.
  func bits(of column: IntegerBasis.Column) -> Int {
    switch column {
    case .unit(let place): 1 << place
    case .fixed(let place): fixed[place].bits
    case .open(let bits): bits | 1 << actors
    case .floor(let actor): 1 << actor
    }
  }
}

extension CoalitionSimplex {
  /// The values of all columns over one denominator, and what follows from them at a basis.
  private struct Prices {
    private let program: CoalitionSimplex
    /// Values of the fixed totals and floors over `scale`.
    private let fixed: [Number]
    private let floors: [Number?]
    private let scale: Int
    /// `scale / worthScale`.
    private let factor: Int
    private let largest: Double

    init(_ program: CoalitionSimplex) throws(CoalitionInterruption) {
      self.program = program
      let values = program.fixed.map(\.value) + program.floors.map { $0 ?? .zero }
      guard let (numbers, scale) = Number.together(values, over: program.worthScale) else {
        throw .noRoom
      }
      self.scale = scale
      factor = scale / program.worthScale
      fixed = Array(numbers.prefix(program.fixed.count))
      floors = zip(program.floors, numbers.dropFirst(fixed.count)).map { $0 == nil ? nil : $1 }
      largest = numbers.reduce(program.largestWorth * Double(factor)) { max($0, $1.size) }
      guard Number.hasRoom(for: largest) else { throw .noRoom }
    }

    /// What the division and the level are at a basis, times determinant and scale.
    struct Multipliers {
      let values: [Number]
      let determinant: Int
    }

    func multipliers(of basis: IntegerBasis) throws(CoalitionInterruption) -> Multipliers {
      let rows = basis.rows
      guard Number.hasRoom(for: largest * Double(basis.largest) * Double(rows * (rows + 1))) else {
        throw .noRoom
      }
      var values = Array(repeating: Number.zero, count: rows)
      for row in 0..<rows {
        let value = self.value(of: basis.columns[row])
        for (k, entry) in basis.adjugate(row).enumerated() where entry != 0 {
          values[k] += value * Number(entry)
        }
      }
      return Multipliers(values: values, determinant: basis.determinant)
    }

    private func value(of column: IntegerBasis.Column) -> Number {
      switch column {
      case .unit: .zero
      case .fixed(let place): fixed[place]
      case .open(let bits): program.worths[bits] * Number(factor)
      case .floor(let actor): floors[actor] ?? .zero
      }
    }

    func mostViolated(among pool: [Int], _ at: Multipliers) -> IntegerBasis.Column? {
      let sums = HalfSums(at.values.dropLast(), plus: at.values[program.actors])
      let weight = Number(at.determinant) * Number(factor)
      var best = Number.zero
      var found: Int?
      for bits in pool {
        let violation = weight * program.worths[bits] - sums[bits]
        if violation > best {
          best = violation
          found = bits
        }
      }
      return found.map(IntegerBasis.Column.open)
    }

    /// The most violated open coalition for each set of high actors, or the lowest of all.
    func violated(_ at: Multipliers, lowestOnly: Bool) -> [Int] {
      let sums = HalfSums(at.values.dropLast(), plus: at.values[program.actors])
      let weight = Number(at.determinant) * Number(factor)
      let width = sums.width
      var pool: [Int] = []
      program.worths.withUnsafeBufferPointer { worths in
        program.isOpen.withUnsafeBufferPointer { isOpen in
          sums.low.withUnsafeBufferPointer { low in
            for (block, high) in sums.high.enumerated() {
              var best = high
              var found = -1
              for lowBits in 0..<(1 << width) {
                let bits = block << width | lowBits
                let violation = weight * worths[bits] - low[lowBits]
                if violation > best, isOpen[bits] {
                  best = violation
                  found = bits
                  if lowestOnly { break }
                }
              }
              if found >= 0 { pool.append(found) }
              if lowestOnly, found >= 0 { return }
            }
          }
        }
      }
      return pool
    }

    /// The lowest actor that has less than its floor.
    func violatedFloor(_ at: Multipliers) -> IntegerBasis.Column? {
      let weight = Number(at.determinant)
      return floors.indices.first { actor in
        floors[actor].map { $0 * weight > at.values[actor] } ?? false
      }.map(IntegerBasis.Column.floor)
    }

    func optimum(_ basis: IntegerBasis, _ at: Multipliers) -> CoalitionOptimum {
      let unit = Rational(1, at.determinant)
      let values = at.values.map { $0.rational * unit * Rational(1, scale) }
      return CoalitionOptimum(
        point: Array(values.dropLast()), level: values[program.actors],
        weights: (0..<basis.rows).filter { basis.weight($0) != 0 }.map {
          (basis.columns[$0], Rational(basis.weight($0)) * unit)
        })
    }
  }
}
