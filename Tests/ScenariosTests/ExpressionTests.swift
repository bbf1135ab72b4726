import Arithmetic
import Scenarios
import Testing

private let place = Position(file: "f", line: 3, column: 10)
private let names = [
  "k", "scale", "rajin-quality", "rajin", "quality", "a-b-c", "snake_case", "xY2",
]
private let values: [String: Rational] = [
  "k": Rational(1, 2), "scale": 4, "rajin-quality": 7, "rajin": 10, "quality": 3, "a-b-c": 100,
  "snake_case": 5, "xY2": 6,
]

private func value(_ text: String) throws -> (Rational, exact: Bool) {
  let expression = try Expression.parse(text, at: place, names: names)
  var exact = true
  let result = try expression.evaluate(
    expression.parameters.map { values[$0] ?? .zero }, exact: &exact)
  return (result, exact)
}

private func complaint(_ text: String) -> String {
  do {
    return "\(try value(text).0)"
  } catch {
    return "\(error)"
  }
}

@Suite struct `Expressions` {
  @Test(
    arguments: [
      ("3", "3"), ("-2.75", "-11/4"), ("1e-3", "1/1000"), (".5", "1/2"), ("7/3", "7/3"),
      ("1 + 2*3 - 4/8", "13/2"), ("2^3^2", "512"), ("-2^2", "-4"), ("2^-2", "1/4"),
      ("(2/3)^3", "8/27"), ("0^0", "1"), ("--3", "3"), ("+-+3", "-3"), ("6/2/3", "1"),
      ("k*scale + 1", "3"), ("rajin-quality", "7"), ("rajin - quality", "7"),
      ("rajin -quality", "7"), ("rajin-quality-quality", "4"), ("k-scale", "-7/2"), ("k-1", "-1/2"),
      ("a-b-c", "100"), ("scale-a-b-c", "-96"), ("snake_case+xY2", "11"), ("2*rajin-quality", "14"),
      ("1 < 2", "1"), ("2 <= 1", "0"), ("k == 1/2", "1"), ("k != 0.5", "0"), ("2 > k", "1"),
      ("3 >= 3", "1"), ("1 < 2 and 2 < 3", "1"), ("0 or 3", "1"), ("not 3", "0"),
      ("not not 3", "1"), ("not not not 3", "0"), ("not 1 < 2", "0"), ("1 or 0 and 0", "1"),
      ("k and scale", "1"), ("k - 1/2 or scale", "1"), ("k - 1/2 and scale", "0"),
      ("min(3, k, 2)", "1/2"), ("max(3)", "3"), ("max(k, scale, 3)", "4"), ("abs(k - 1)", "1/2"),
      ("if(k < 1, 10, 20)", "10"), ("if(1, 10, 20) + 1", "11"), ("if(0, 10, k) + 1", "3/2"),
      ("if(k > 1, 1/(k - 1/2), 5)", "5"), ("k != 1/2 and 1/(k - 1/2) > 0", "0"),
      ("k == 1/2 or 1/(k - 1/2) > 0", "1"), ("if(if(k, 0, 1), 1, if(k, 2, 3))", "2"),
      ("sqrt(9/4)", "3/2"), ("4^(1/2)", "2"), ("4^(3/2)", "8"), ("4^(-1/2)", "1/2"),
      ("exp(0)", "1"), ("log(1)", "0"), ("(-1)^1000001", "-1"), ("1^1000000000000", "1"),
      ("2^1000/2^999", "2"), ("10000000000000000000000/10^21", "10"), ("1e19 - 1e19 + k", "1/2"),
    ])
  func `are worked out exactly`(text: String, expected: String) throws {
    let (result, exact) = try value(text)
    #expect(result.description == expected)
    #expect(exact)
  }

  @Test(arguments: [
    ("sqrt(2)", 2.0.squareRoot()), ("exp(1)", 2.718281828459045), ("log(2)", 0.6931471805599453),
    ("2^0.5", 1.4142135623730951), ("2^(1/3)", 1.2599210498948732),
  ])
  func `that have no exact value are rounded and say so`(text: String, expected: Double) throws {
    let (result, exact) = try value(text)
    #expect(abs(result.double - expected) < 1e-15)
    #expect(!exact)
  }

  @Test(
    arguments: [
      ("", "f:3:10: the expression is empty: expected a number, a parameter or \"(\""),
      ("1 +", "f:3:13: the expression ends too early: expected a number, a parameter or \"(\""),
      ("1 + *", "f:3:14: expected a number, a parameter or \"(\", found \"*\""),
      ("(1 + 2", "f:3:16: the expression ends too early: expected \")\" for the \"(\" at letter 1"),
      ("1)", "f:3:11: expected an operator or the end, found \")\""),
      ("1 2", "f:3:12: expected an operator or the end, found \"2\""),
      ("kk + 1", "f:3:10: unknown parameter \"kk\"; did you mean \"k\"?"),
      ("1 + rajin-qualty", "f:3:20: unknown parameter \"qualty\"; did you mean \"quality\"?"),
      (
        "zz",
        "f:3:10: unknown parameter \"zz\"; known: "
          + "k, scale, rajin-quality, rajin, quality, a-b-c, snake_case, xY2"
      ),
      ("sqr(2)", "f:3:10: unknown function \"sqr\"; did you mean \"sqrt\"?"),
      ("2k", "f:3:11: no operator between \"2\" and \"k\": write 2*k"),
      ("1 < 2 < 3", "f:3:16: comparisons do not chain: write a < b and b < c"),
      ("k = 1", "f:3:12: \"=\" does not compare: write =="),
      ("2**3", "f:3:11: \"**\" is not an operator: write ^"),
      ("k && 1", "f:3:12: \"&&\" is not an operator: write and"),
      ("!k", "f:3:10: \"!\" is not an operator: write not"),
      ("50%", "f:3:12: \"%\" is not an operator: write 50/100 for 50%"),
      ("1 \u{2212} k", "f:3:12: \"\u{2212}\" is not a minus sign: write -"),
      ("k $ 2", "f:3:12: \"$\" does not belong in an expression"),
      ("nan", "f:3:10: \"nan\" is not a number: write a finite one"),
      ("1 + Infinity", "f:3:14: \"Infinity\" is not a number: write a finite one"),
      ("1.2.3", "f:3:13: expected an operator or the end, found \".3\""),
      (".", "f:3:10: \".\" is not a number"),
      ("1e99999", "f:3:10: the number has more than 10000 digits: write a shorter one"),
      ("if(1, 2)", "f:3:10: if takes 3 arguments: if(condition, then, else), found 2"),
      ("if(1)", "f:3:10: if takes 3 arguments: if(condition, then, else), found 1"),
      ("if(1, 2, 3, 4)", "f:3:10: if takes 3 arguments: if(condition, then, else), found 4"),
      ("abs(1, 2)", "f:3:10: abs takes 1 argument, found 2"),
      ("abs 1", "f:3:14: abs needs its arguments in parentheses"),
      (
        "k / (scale - 4)",
        "f:3:12: division by zero in \"k / (scale - 4)\": change a parameter, or guard it with if(...)"
      ),
      ("1/0", "f:3:11: division by zero in \"1/0\": change a parameter, or guard it with if(...)"),
      (
        "0^-1",
        "f:3:11: division by zero in \"0^-1\": change a parameter, or guard it with if(...)"
      ),
      (
        "sqrt(k - 1)",
        "f:3:10: the square root of a negative number in \"sqrt(k - 1)\" is not a real number"
      ),
      (
        "log(0)",
        "f:3:10: the logarithm of a number that is not positive in \"log(0)\" is not a real number"
      ),
      (
        "(-8)^(1/3)",
        "f:3:14: a fractional power of a negative number in \"(-8)^(1/3)\" is not a real number"
      ),
      (
        "10^1000000",
        "f:3:12: a number in \"10^1000000\" grows past 20000 bits: make the power smaller"
      ),
      (
        "exp(1000)",
        "f:3:10: a number in \"exp(1000)\" grows past 20000 bits: make the power smaller"
      ),
    ])
  func `that are wrong get one line`(text: String, expected: String) {
    #expect(complaint(text) == expected)
  }

  @Test(arguments: ["(", "-(", "not(", "abs(", "2^", "if(1,2,"])
  func `nested too deep get one line`(opener: String) {
    let text = String(repeating: opener, count: 1000)
    #expect(complaint(text).contains("nests more than 200 levels deep: write it in parts"))
  }

  @Test func `too long get one line`() {
    let text = String(repeating: "(", count: 1_000_000)
    #expect(
      complaint(text)
        == "f:3:10: the expression has 1000000 bytes, more than 10000: write a shorter one")
    // Within the length, signs and sums of any number are no trouble.
    #expect(complaint(String(repeating: "-", count: 9_998) + "1") == "1")
    #expect(complaint("0" + String(repeating: "+1", count: 4_000)) == "4000")
    #expect(complaint(String(repeating: "2^0+", count: 2_000) + "0") == "2000")
  }

  @Test func `growing by repeated products are stopped`() {
    let text = Array(repeating: "9e2000", count: 4).joined(separator: "*")
    #expect(complaint(text).hasSuffix("grows past 20000 bits: make the power smaller"))
  }

  @Test func `that need no parameter are worked out when read`() throws {
    let constant = try Expression.parse("if(1 < 2, 3 * (1/3 + 1), 7)", at: place, names: [])
    #expect(constant.constant == 4)
    #expect(constant.parameters.isEmpty)
    #expect(try Expression.parse("k + 1", at: place, names: names).constant == nil)
    #expect(try Expression.parse("sqrt(2)", at: place, names: []).constant == nil)
  }

  @Test func `take calls as names where the caller knows them`() throws {
    let expression = try Expression.parse(
      "probability( russia:  lease) - 2 * count", at: place, names: ["count"],
      calls: ["probability"])
    #expect(expression.parameters == ["probability( russia: lease)", "count"])
    #expect(try expression.evaluate([1, 2]) == -3)
  }

  @Test func `over an affine form follow its pieces`() throws {
    func form(_ text: String, _ lower: Rational, _ upper: Rational) throws -> AffineForm {
      let interval = AffineForm.Interval(lower: lower, upper: upper)
      let expression = try Expression.parse(text, at: place, names: ["t"])
      var exact = true
      return try expression.evaluate(quantities: [.parameter(on: interval)], exact: &exact)
    }
    #expect(try form("2*t - 1/2", 0, 1).value(at: 3) == Rational(11, 2))
    #expect(try form("max(t, 2)", 0, 2).constant == 2)
    #expect(try form("max(t, 2)", 2, 3).slope == 1)
    #expect(try form("if(t > 1, t, 0)", 0, 1).constant == 0)
    #expect(throws: QuantityError.signChanges(at: 2)) { try form("max(t, 2)", 0, 3) }
    #expect(throws: QuantityError.signChanges(at: 1)) { try form("if(t == 1, t, 0)", 0, 3) }
    #expect(throws: QuantityError.notAffine) { try form("t*t", 0, 3) }
    #expect(throws: QuantityError.notAffine) { try form("t^2", 0, 3) }
    #expect(throws: QuantityError.notAffine) { try form("sqrt(t)", 0, 3) }
    #expect(throws: QuantityError.notAffine) { try form("1/t", 1, 3) }
  }
}
