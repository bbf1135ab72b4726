public import Arithmetic

/// Which points of the parameters an experiment looks at, and how often.
///
/// A row is a replicate of a point, the replicate counting fastest. Every row is computed from its
/// number alone: a design takes the same memory for ten rows as for ten million, a table from a file
/// excepted.
public struct Design: Sendable {
  /// How the points are chosen.
  public let scheme: Scheme
  /// What is varied.
  public let factors: [Experiment.Factor]
  /// How many points there are.
  public let points: Int
  /// How often each point is looked at, with what is drawn drawn anew.
  public let replicates: Int
  /// The seed from which, with point and replicate, all that is random follows.
  public let seed: UInt64

  /// How points are chosen.
  public enum Scheme: Sendable {
    /// Every combination of levels.
    case factorial(FactorialDesign)
    /// All at a base, then one parameter after the other through its levels.
    case oneAtATime(base: [Rational])
    /// Independent draws.
    case random
    /// One draw in each of as many equal strata of every parameter as there are points.
    case latinHypercube
    /// The Sobol sequence.
    case sobol
    /// For indices of sensitivity: of each point of the sequence two samples A and B and those
    /// between them (A with one column of B), in the order A, AB1, ..., ABd, B; for the second order
    /// also B with one column of A: A, AB1, ..., ABd, BA1, ..., BAd, B.
    case saltelli(secondOrder: Bool)
    /// For screening: paths that change one parameter a step, on a grid of some levels.
    case morris(levels: Int)
    /// Points from a file, row by row.
    case table([Rational], file: String)

    /// The name that specs use.
    public var name: String {
      switch self {
      case .factorial: "factorial"
      case .oneAtATime: "one-at-a-time"
      case .random: "random"
      case .latinHypercube: "latin-hypercube"
      case .sobol: "sobol"
      case .saltelli: "saltelli"
      case .morris: "morris"
      case .table: "file"
      }
    }
  }

  private let sequence: SobolPoints?

  /// A design of these parts.
  ///
  /// - Parameter points: how many points; of a Saltelli or Morris design how many sets of them. Not
  ///   asked for of designs that count their own.
  init(
    _ scheme: Scheme, _ factors: [Experiment.Factor], points: Int = 0, replicates: Int = 1,
    seed: UInt64 = 0, sequence: SobolPoints? = nil
  ) {
    self.scheme = scheme
    self.factors = factors
    self.replicates = replicates
    self.seed = seed
    self.sequence = sequence
    switch scheme {
    case .factorial(let grid): self.points = grid.rows
    case .oneAtATime:
      self.points = factors.reduce(1) { $0 + ($1.distribution == nil ? $1.levels.count : 0) }
    case .random, .latinHypercube, .sobol: self.points = points
    case .saltelli(let secondOrder):
      self.points = points * Self.saltelliWidth(factors.count, secondOrder: secondOrder)
    case .morris: self.points = points * (factors.count + 1)
    case .table(let values, _): self.points = values.count / max(1, factors.count)
    }
  }

  /// How many rows there are.
  public var rows: Int { points * replicates }

  /// The grid, of a factorial design.
  var grid: FactorialDesign? { if case .factorial(let grid) = scheme { grid } else { nil } }

  /// How many rows one point of a Saltelli design has.
  static func saltelliWidth(_ factors: Int, secondOrder: Bool) -> Int {
    secondOrder ? 2 * factors + 2 : factors + 2
  }

  /// Whether it is a grid with one row a point and nothing drawn.
  var isPlainGrid: Bool {
    grid != nil && replicates == 1 && factors.allSatisfy { $0.distribution == nil }
  }

  /// How many rows lie between neighbours along a factor of a grid.
  func stride(of factor: Int) -> Int { (grid?.strides[factor] ?? 1) * replicates }

  /// The level of a factor of a grid.
  func level(of factor: Int, in row: Int) -> Int {
    grid?.level(of: factor, in: row / replicates) ?? 0
  }

  /// The value of each factor in a row.
  public func values(in row: Int) -> [Rational] {
    var values = Array(repeating: Rational.zero, count: factors.count)
    fill(&values, row)
    return values
  }

  /// Writes the value of each factor in a row.
  func fill(_ values: inout [Rational], _ row: Int) {
    let (point, replicate) = row.quotientAndRemainder(dividingBy: replicates)
    switch scheme {
    case .factorial(let grid):
      for index in factors.indices where factors[index].distribution == nil {
        values[index] = grid.levels[index][grid.level(of: index, in: point)]
      }
      draw(&values, point, replicate)
    case .oneAtATime(let base):
      for index in factors.indices { values[index] = base[index] }
      var place = point - 1
      for index in factors.indices where factors[index].distribution == nil && place >= 0 {
        if place < factors[index].levels.count { values[index] = factors[index].levels[place] }
        place -= factors[index].levels.count
      }
      draw(&values, point, replicate)
    case .random: draw(&values, point, replicate)
    case .latinHypercube:
      let seed = Seeds.seed(seed, point: point, replicate: replicate)
      let layout = Seeds.seed(self.seed, point: -1, replicate: replicate)
      for index in factors.indices {
        let order = Permutation(of: points, seed: Seeds.number(index, of: layout))
        let share = (Rational(order[point]) + Seeds.fraction(index, of: seed)) / Rational(points)
        values[index] = quantile(index, share)
      }
    case .sobol:
      for index in factors.indices {
        values[index] = quantile(index, share(index, of: point, replicate))
      }
    case .saltelli(let secondOrder):
      let width = Self.saltelliWidth(factors.count, secondOrder: secondOrder)
      let (base, column) = point.quotientAndRemainder(dividingBy: width)
      for index in factors.indices {
        // From the second half on the sample is B, with one column of A.
        let isMostlyB = column > factors.count
        let isOwn = column == index + 1 || column == index + 1 + factors.count
        let isB = column == width - 1 || isMostlyB != isOwn
        values[index] = quantile(index, share(isB ? factors.count + index : index, of: base, 0))
      }
    case .morris(let levels):
      let path = MorrisPath(
        factors: factors.count, levels: levels,
        seed: Seeds.seed(seed, point: point / (factors.count + 1), replicate: replicate))
      for index in factors.indices {
        values[index] = quantile(index, path.share(of: index, at: point % (factors.count + 1)))
      }
    case .table(let table, _):
      for index in factors.indices { values[index] = table[point * factors.count + index] }
    }
  }

  /// Draws what is drawn, each from the stream of the row.
  private func draw(_ values: inout [Rational], _ point: Int, _ replicate: Int) {
    let seed = Seeds.seed(seed, point: point, replicate: replicate)
    for index in factors.indices where factors[index].distribution != nil {
      values[index] = quantile(index, Seeds.fraction(index, of: seed))
    }
  }

  /// A coordinate of the Sobol sequence; replicates after the first are shifted digit by digit.
  private func share(_ dimension: Int, of point: Int, _ replicate: Int) -> Rational {
    let plain = sequence?.coordinate(dimension, of: point) ?? 0
    guard replicate > 0 else { return Rational(Int(plain), 1 << 30) }
    let shift = Seeds.number(
      dimension, of: Seeds.seed(seed, point: -1, replicate: replicate))
    return Rational(Int(plain ^ UInt32(shift >> 34)) * 2 + 1, 1 << 31)
  }

  private func quantile(_ factor: Int, _ share: Rational) -> Rational {
    factors[factor].distribution?.quantile(share) ?? .zero
  }
}
