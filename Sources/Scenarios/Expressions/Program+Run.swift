import Arithmetic
import Glibc

extension Program {
  /// The value over rationals.
  func runExactly(_ values: [Rational], exact: inout Bool) throws(Trouble) -> Rational {
    do {
      return try run(values, exact: &exact)
    } catch let trouble as Trouble {
      throw trouble
    } catch {
      // Rationals know no other trouble than a division by zero, which `run` has named.
      throw Trouble(kind: .divisionByZero, offset: offsets.last ?? 0)
    }
  }

  /// The value over any kind of number.
  ///
  /// - Parameters:
  ///   - values: one a parameter.
  ///   - exact: set to false where a result had to be rounded to a double.
  /// - Throws: ``Trouble``, or ``QuantityError`` where a form is not affine or changes sign.
  func run<Number: Quantity>(_ values: [Number], exact: inout Bool) throws -> Number {
    var stack: [Number] = []
    stack.reserveCapacity(stackDepth)
    var next = 0
    while next < instructions.count {
      let instruction = instructions[next]
      switch instruction.operation {
      case .constant: stack.append(Number(constants[Int(instruction.operand)]))
      case .parameter: stack.append(values[Int(instruction.operand)])
      case .jump:
        next += Int(instruction.operand)
        continue
      case .jumpIfZero:
        if try stack.removeLast().sign() == 0 {
          next += Int(instruction.operand)
          continue
        }
      case .negate, .not, .truth, .absolute, .squareRoot, .exponential, .logarithm:
        let operand = stack.removeLast()
        stack.append(
          try apply(instruction.operation, operand, at: offsets[next], exact: &exact))
      default:
        let right = stack.removeLast()
        let left = stack.removeLast()
        let result = try apply(
          instruction.operation, left, right, at: offsets[next], exact: &exact)
        if let value = result.constant, value.words == nil, value.bitWidth > Self.mostBits {
          throw Trouble(kind: .tooLarge, offset: offsets[next])
        }
        stack.append(result)
      }
      next += 1
    }
    return stack[0]
  }

  private func apply<Number: Quantity>(
    _ operation: Operation, _ left: Number, _ right: Number, at offset: Int32, exact: inout Bool
  ) throws -> Number {
    switch operation {
    case .add: return try left + right
    case .subtract: return try left - right
    case .multiply: return try left * right
    case .divide:
      guard right.constant?.isZero != true else {
        throw Trouble(kind: .divisionByZero, offset: offset)
      }
      return try left.divided(by: right)
    case .power: return try power(left, right, at: offset, exact: &exact)
    case .minimum: return try Number.smaller(left, right)
    case .maximum: return try Number.larger(left, right)
    default:
      let sign = try (left - right).sign()
      let holds =
        switch operation {
        case .less: sign < 0
        case .lessOrEqual: sign <= 0
        case .greater: sign > 0
        case .greaterOrEqual: sign >= 0
        case .equal: sign == 0
        default: sign != 0
        }
      return Number(holds ? .one : .zero)
    }
  }

  private func apply<Number: Quantity>(
    _ operation: Operation, _ operand: Number, at offset: Int32, exact: inout Bool
  ) throws -> Number {
    switch operation {
    case .negate: return try Number(.zero) - operand
    case .not: return Number(try operand.sign() == 0 ? .one : .zero)
    case .truth: return Number(try operand.sign() == 0 ? .zero : .one)
    case .absolute: return try operand.absolute()
    default:
      guard let value = operand.constant else { throw QuantityError.notAffine }
      return Number(try function(operation, of: value, at: offset, exact: &exact))
    }
  }

  /// A root, exponential or logarithm: exact where a rational is the answer, else the nearest
  /// double of the C library, taken for what it exactly is.
  private func function(
    _ operation: Operation, of value: Rational, at offset: Int32, exact: inout Bool
  ) throws(Trouble) -> Rational {
    switch operation {
    case .squareRoot:
      guard value.signum >= 0 else {
        throw Trouble(kind: .notReal("the square root of a negative number"), offset: offset)
      }
      if let root = value.exactSquareRoot { return root }
      return try rounded(value.double.squareRoot(), at: offset, exact: &exact)
    case .exponential:
      if value.isZero { return .one }
      return try rounded(Glibc.exp(value.double), at: offset, exact: &exact)
    default:
      guard value.signum > 0 else {
        throw Trouble(
          kind: .notReal("the logarithm of a number that is not positive"), offset: offset)
      }
      if value == .one { return .zero }
      return try rounded(Glibc.log(value.double), at: offset, exact: &exact)
    }
  }

  private func power<Number: Quantity>(
    _ base: Number, _ exponent: Number, at offset: Int32, exact: inout Bool
  ) throws -> Number {
    guard let exponent = exponent.constant else { throw QuantityError.notAffine }
    if let base = base.constant {
      return Number(try power(base, exponent, at: offset, exact: &exact))
    }
    guard exponent.isInteger else { throw QuantityError.notAffine }
    // A form with a slope does not stay affine, and says so; bounds do.
    guard let count = exponent.integer, count.magnitude <= 64 else { throw QuantityError.notAffine }
    var power = Number(.one)
    for _ in 0..<count.magnitude { power = try power * base }
    return count < 0 ? try Number(.one).divided(by: power) : power
  }

  private func power(
    _ base: Rational, _ exponent: Rational, at offset: Int32, exact: inout Bool
  ) throws(Trouble) -> Rational {
    guard !base.isZero || exponent.signum >= 0 else {
      throw Trouble(kind: .divisionByZero, offset: offset)
    }
    if exponent.isInteger {
      if base == .one || exponent.isZero { return .one }
      if base.isZero { return .zero }
      if base == -.one { return isEven(exponent) ? .one : -.one }
      guard let count = exponent.integer, count.magnitude <= Self.mostBits,
        base.bitWidth * Int(count.magnitude) <= 2 * Self.mostBits
      else { throw Trouble(kind: .tooLarge, offset: offset) }
      let power = base.raised(to: count)
      guard power.bitWidth <= Self.mostBits else {
        throw Trouble(kind: .tooLarge, offset: offset)
      }
      return power
    }
    guard base.signum >= 0 else {
      throw Trouble(kind: .notReal("a fractional power of a negative number"), offset: offset)
    }
    if let twice = (exponent * 2).integer, twice.magnitude < 1000, let root = base.exactSquareRoot {
      return try power(root, Rational(twice), at: offset, exact: &exact)
    }
    return try rounded(Glibc.pow(base.double, exponent.double), at: offset, exact: &exact)
  }

  private func isEven(_ integer: Rational) -> Bool { (integer / 2).isInteger }

  private func rounded(
    _ double: Double, at offset: Int32, exact: inout Bool
  ) throws(Trouble) -> Rational {
    guard let value = Rational(double) else { throw Trouble(kind: .tooLarge, offset: offset) }
    exact = false
    return value
  }
}
