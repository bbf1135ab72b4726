import Arithmetic
import Cooperation
import GameForms
import RelativeGains
import Scenarios

extension Concept {
  /// Brams and Taylor's procedure.
  public static let adjustedWinner = Concept(
    name: "adjusted-winner",
    answers:
      "Which division gives two sides the same number of points, with one parcel cut at most?",
    forms: [DivisionForm.name], takes: "two actors, a linear rule",
    method: "adjusted winner on points that are what each parcel matters, 100 in all",
    source: "Brams and Taylor 1996", limits: nil
  ) { setting, _ in
    let question = try DivisionQuestion(setting, concept: "adjusted-winner")
    let points = try question.points(for: "adjusted-winner")
    let division = AdjustedWinner.solve(points: points)
    var notes = [
      "Points won at first: \(question.words(division.won)); in the end: "
        + "\(question.words(division.points))."
    ]
    if let cut = division.cut {
      let parcel = question.form.parcels[cut]
      notes.append(
        parcel.divisible
          ? "Cut: \(parcel.key)."
          : "Cut: \(parcel.key), which cannot be cut: sell it and share the price, or see "
            + "maximin-division.")
    }
    return question.solution(
      "adjusted-winner", method: "adjusted winner", allocation: division.allocation,
      points: points, notes: notes)
  }

  /// The largest product of gains.
  public static let nashDivision = division(
    "nash-division", .nash, "Which division makes the product of gains largest?",
    source: "Nash 1950; Caragiannis and others 2019")
  /// The largest least gain.
  public static let maximinDivision = division(
    "maximin-division", .leximin, "Which division serves the worst off best, then the next?",
    source: "Sen 1970; Bezakova and Dani 2005")
  /// Gains most alike.
  public static let equitableDivision = division(
    "equitable-division", .equalGains, "Which efficient division leaves gains most alike?",
    source: "Brams and Taylor 1996")
  /// No envy.
  public static let envyFree = division(
    "envy-free", .nash,
    "Which division leaves nobody wanting another's parcels, and is best by Nash's product?",
    source: "Foley 1967; Varian 1974", envyFree: true)

  /// One cuts, the other chooses.
  public static let cutAndChoose = Concept(
    name: "cut-and-choose",
    answers: "If one side cuts the line of parcels and the other chooses, who has what?",
    forms: [DivisionForm.name],
    takes: "two actors; parcels in their order along a line, every one taken as divisible",
    method: "the cutter halves by its own values, evenly spread within each parcel",
    source: "Steinhaus 1948", limits: nil
  ) { setting, _ in
    let question = try DivisionQuestion(setting, concept: "cut-and-choose")
    let points = try question.points(for: "cut-and-choose")
    let divisions = (0..<2).map { CutAndChoose.solve(values: points, cutter: $0) }
    let names = setting.scenario.actors.map(\.name)
    return Solution(
      concept: "cut-and-choose", method: "the cutter halves by its own values",
      isExact: setting.isExact,
      answer: DivisionAnswer(
        question: question,
        entries: divisions.map { division in
          DivisionAnswer.Entry(
            name: "\(names[division.cutter]) cuts", allocation: division.shares,
            points: points, isExact: setting.isExact)
        },
        notes: divisions.map { division in
          "\(names[division.cutter]) cuts \(question.form.parcels[division.stretch].key) at "
            + "\(question.text(division.part)); \(names[division.first]) has what lies before."
        }))
  }

  private static func division(
    _ name: String, _ rule: BargainingRule, _ answers: String, source: String,
    envyFree: Bool = false
  ) -> Concept {
    let method = "every way to hand out whole parcels, exact shares of the others"
    return Concept(
      name: name, answers: answers, forms: [DivisionForm.name],
      takes: "any number of actors, a linear rule", method: method, source: source,
      limits: "\(FairDivision.mostWays) ways to hand out the parcels"
    ) { setting, _ in
      let question = try DivisionQuestion(setting, concept: name)
      do throws(BargainingError) {
        let found = try FairDivision.solve(question.problem, by: rule, envyFree: envyFree)
        guard let found else {
          return question.solution(
            name, method: method, allocation: nil, points: nil,
            notes: [
              envyFree
                ? "There is no division without envy that all prefer to disagreement."
                : "There is no division that all prefer to disagreement."
            ])
        }
        return question.solution(
          name, method: method, allocation: found.allocation,
          points: setting.scenario.actors.count == 2 ? question.problem.points : nil, notes: [],
          isExact: found.gap == nil)
      } catch {
        throw BargainingQuestion.refusal(error, name)
      }
    }
  }
}

/// What every concept of division needs.
struct DivisionQuestion {
  let form: DivisionForm
  let problem: DivisionProblem
  let setting: Setting
  let rule: RelativeGains<Rational>

  /// The question about a setting.
  ///
  /// - Throws: ``LaboratoryError`` under a rule that is not linear: parcels would not add up.
  init(_ setting: Setting, concept: String) throws {
    guard let form = setting.scenario.form as? DivisionForm else {
      throw LaboratoryError.wrongForm(
        asked: concept, takes: [DivisionForm.name], found: setting.scenario.form.name)
    }
    guard setting.relativeGains.rule.isLinear else {
      throw LaboratoryError.wrongSize(
        concept: concept, takes: "a linear rule, under which parcels add up",
        found: "rule \(setting.relativeGains.rule.rawValue)", instead: "use --rule grieco or snidal"
      )
    }
    self.form = form
    self.setting = setting
    problem = form.problem(of: setting.evaluated)
    rule = try GameEvaluator(setting.scenario, relativeGains: setting.relativeGains)
      .rule(setting.parameters.map(\.value))
  }

  /// The points of two sides.
  func points(for concept: String) throws(LaboratoryError) -> [[Rational]] {
    guard problem.actors == 2 else {
      throw .wrongSize(
        concept: concept, takes: "two actors", found: Words.count(problem.actors, "actor"),
        instead: "use --concept nash-division")
    }
    guard let points = problem.points else {
      throw .wrongSize(
        concept: concept, takes: "parcels that each side would rather have",
        found: "one that a side would rather not", instead: "use --concept nash-division")
    }
    return points
  }

  /// The absolute gains of an allocation.
  func gains(of allocation: DivisionProblem.Allocation) -> [Rational] {
    let worths = form.worths(of: setting.evaluated)
    return worths.enumerated().map { actor, row in
      zip(row, allocation).reduce(Rational.zero) { $0 + $1.0 * $1.1[actor] }
    }
  }

  /// What must be paid, and to whom, before all accept an allocation; nil where nothing helps.
  func payments(for allocation: DivisionProblem.Allocation) -> [SidePayments.Payment]? {
    try? SidePayments.least(
      gains: gains(of: allocation), floors: problem.disagreement, rule: rule)
  }

  func text(_ value: Rational) -> String {
    setting.isExact ? value.readingText : "~" + value.double.text(digits: 6)
  }

  func words(_ values: [Rational]) -> String {
    zip(setting.scenario.actors, values).map { "\($0.name) \(text($1))" }.joined(separator: ", ")
  }

  func solution(
    _ concept: String, method: String, allocation: DivisionProblem.Allocation?,
    points: [[Rational]]?, notes: [String], isExact: Bool = true
  ) -> Solution {
    let exact = setting.isExact && isExact
    return Solution(
      concept: concept, method: method, isExact: exact,
      answer: DivisionAnswer(
        question: self,
        entries: allocation.map {
          [DivisionAnswer.Entry(name: nil, allocation: $0, points: points, isExact: exact)]
        } ?? [],
        notes: notes))
  }
}
