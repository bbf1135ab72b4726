import Arithmetic
import RelativeGains

/// An expression whose parameters are places in a list of values.
struct CompiledExpression: Sendable {
  let expression: Expression
  let program: Program
  /// The places it reads.
  let reads: [Int]

  /// Links `expression` to `names`, the names of the values in their order.
  init(_ expression: Expression, among names: [String]) throws(InputError) {
    var places: [Int] = []
    for name in expression.parameters {
      guard let place = names.firstIndex(of: name) else {
        let hint =
          names.isEmpty ? "; no parameters are declared" : Suggestion.hint(for: name, in: names)
        throw InputError("unknown parameter \(quoted(name))\(hint)", at: expression.position)
      }
      places.append(place)
    }
    self.expression = expression
    program = expression.program.relinked(to: places)
    reads = places
  }

  /// The value at `values`.
  ///
  /// - Throws: ``InputError``, or `QuantityError` where it is not affine or changes sign.
  func value<Number: Quantity>(_ values: [Number], exact: inout Bool) throws -> Number {
    do {
      return try program.run(values, exact: &exact)
    } catch let trouble as Program.Trouble {
      throw InputError(trouble, in: expression)
    }
  }
}

/// A relative-gains block whose expressions are linked to a list of values.
struct CompiledRule: Sendable {
  private enum Weight {
    case none
    case all(CompiledExpression)
    case towards([CompiledExpression?])
  }

  private let rule: RelativeGainsRule
  private let weights: [Weight]
  private let among: CompiledExpression?
  private let capabilities: [CompiledExpression?]
  private let scale: CompiledExpression?
  /// The places that its expressions read.
  let reads: [Int]

  init(
    _ block: RelativeGainsBlock, actors: Int, among names: [String]
  ) throws(InputError) {
    precondition(block.weights.count == actors, "one weight for each actor")
    var reads: [Int] = []
    func compile(_ expression: Expression?) throws(InputError) -> CompiledExpression? {
      guard let expression else { return nil }
      let compiled = try CompiledExpression(expression, among: names)
      reads += compiled.reads
      return compiled
    }
    rule = block.rule
    var weights: [Weight] = []
    for weight in block.weights {
      switch weight {
      case .none: weights.append(.none)
      case .all(let expression):
        weights.append(try compile(expression).map(Weight.all) ?? .none)
      case .towards(let expressions):
        var row: [CompiledExpression?] = []
        for expression in expressions { row.append(try compile(expression)) }
        weights.append(.towards(row))
      }
    }
    self.weights = weights
    among = try compile(block.among)
    var capabilities: [CompiledExpression?] = []
    for capability in block.capabilities { capabilities.append(try compile(capability)) }
    self.capabilities = capabilities
    scale = try compile(block.scale)
    self.reads = Array(Set(reads)).sorted()
  }

  /// The rule at `values`.
  func rule<Number: Quantity>(
    _ values: [Number], exact: inout Bool
  ) throws -> RelativeGains<Number> {
    switch rule {
    case .none: return .none
    case .grieco: return .grieco(try matrix(values, exact: &exact))
    case .snidal: return .snidal(try matrix(values, exact: &exact))
    case .lead: return .lead(try matrix(values, exact: &exact))
    case .convex: return .convex(try matrix(values, exact: &exact))
    case .ally: return .ally(try matrix(values, exact: &exact))
    case .power:
      var own: [Number] = []
      var before: [Number] = []
      for (weight, capability) in zip(weights, capabilities) {
        if case .all(let expression) = weight {
          own.append(try expression.value(values, exact: &exact))
        } else {
          own.append(Number(.zero))
        }
        before.append(try capability?.value(values, exact: &exact) ?? Number(.zero))
      }
      let scale = try scale?.value(values, exact: &exact) ?? Number(.one)
      return .power(weights: own, capabilities: before, scale: scale)
    }
  }

  /// `matrix[i][j]`: what actor i attaches to actor j.
  private func matrix<Number: Quantity>(
    _ values: [Number], exact: inout Bool
  ) throws -> [[Number]] {
    var matrix: [[Number]] = []
    for weight in weights {
      var row = Array(repeating: Number(.zero), count: weights.count)
      switch weight {
      case .none: break
      case .all(let expression):
        let value = try spread(expression.value(values, exact: &exact), values, exact: &exact)
        for other in row.indices where other != matrix.count { row[other] = value }
      case .towards(let expressions):
        for (other, expression) in expressions.enumerated() {
          if let expression { row[other] = try expression.value(values, exact: &exact) }
        }
      }
      matrix.append(row)
    }
    return matrix
  }

  /// A Snidal weight is spread evenly over the other states of the system.
  private func spread<Number: Quantity>(
    _ weight: Number, _ values: [Number], exact: inout Bool
  ) throws -> Number {
    guard rule == .snidal, weights.count > 1 else { return weight }
    let states = try among?.value(values, exact: &exact) ?? Number(Rational(weights.count))
    let others = try states - Number(.one)
    if let count = others.constant, count < .one {
      throw InputError(
        "\"among\" of \"relative-gains\" is \(brief(count + .one)): write at least 2",
        at: among?.expression.position)
    }
    return try weight.divided(by: others)
  }
}

extension InputError {
  /// An error met while a game was evaluated over rationals, at the place of the block if it does
  /// not know its own.
  init(rethrowing error: any Error, at position: Position) {
    switch error {
    case let error as InputError: self = error
    case QuantityError.divisionByZero:
      self.init(
        "the relative-gains rule divides by zero: capabilities and gains must not sum to 0",
        at: position)
    default: self.init("the game has no value here: \(error)", at: position)
    }
  }
}
