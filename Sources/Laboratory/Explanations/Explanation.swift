import Scenarios

/// Why an outcome holds or does not, in plain words: who would move, to what, and for how much.
public struct Explanation: Sendable {
  /// What is explained, such as `(C, D)`.
  public let subject: String
  /// The verdict, one sentence.
  public let verdict: String
  /// Whether the outcome holds.
  public let holds: Bool
  /// Each actor's reason.
  public let reasons: [Reason]
  /// What else to know.
  public let notes: [String]
  /// The game and its conditions.
  public let setting: Setting

  /// Why one actor lets things stand or does not.
  public struct Reason: Hashable, Sendable {
    /// Who, by key; for a ratifier or a coalition its name.
    public let actor: String
    /// Whether it lets the outcome stand.
    public let stays: Bool
    /// Why, one sentence.
    public let sentence: String
  }

  init(
    _ setting: Setting, subject: String, holds: Bool, verdict: String, reasons: [Reason],
    notes: [String] = []
  ) {
    self.setting = setting
    self.subject = subject
    self.holds = holds
    self.verdict = verdict
    self.reasons = reasons
    self.notes = notes
  }

  /// Explains an outcome of a game.
  ///
  /// - Parameter subject: a profile, an agreement, a division, a state or a path, as the form has
  ///   it; the recorded outcome if nil or `outcome`.
  /// - Throws: ``LaboratoryError``, also where the form has nothing to explain.
  public init(_ setting: Setting, of subject: String?) throws {
    let wanted = subject.flatMap { ["outcome", "the outcome"].contains($0) ? nil : $0 }
    switch setting.scenario.form {
    case is BargainingForm: self = try BargainingExplanation.of(wanted, setting)
    case is CoalitionalForm: self = try CoalitionExplanation.of(wanted, setting)
    case is ConflictForm: self = try ConflictExplanation.of(wanted, setting)
    case let form as DivisionForm: self = try DivisionExplanation.of(wanted, form, setting)
    case let form as ExtensiveForm: self = try PathExplanation.of(wanted, form, setting)
    default:
      guard let seen = try? setting.seenStrategically() else {
        throw LaboratoryError.wrongForm(
          asked: "why",
          takes: [
            StrategicForm.name, ExtensiveForm.name, BargainingForm.name, DivisionForm.name,
            CoalitionalForm.name, ConflictForm.name,
          ], found: setting.scenario.form.name)
      }
      self = try StrategicExplanation.of(wanted, seen)
    }
  }

  /// The complaint that nothing is named and nothing recorded.
  static func nothingNamed(_ what: String, example: String) -> LaboratoryError {
    .wrongSubject(nil, reason: "name \(what), such as \(example)")
  }
}

// How explanations are shown.
extension Explanation {
  /// The explanation for people.
  public func text(style: TextStyle = .plain) -> String {
    var text = style.heading(setting.title) + "\n"
    for remark in setting.remarks { text += style.marked("note: \(remark)") + "\n" }
    text += "\n" + (holds ? style.good(verdict) : style.marked(verdict)) + "\n"
    for reason in reasons { text += GamePage.item(reason.sentence) }
    for note in notes { text += note.wrapped(to: GamePage.width).joined(separator: "\n") + "\n" }
    return text
  }

  /// The explanation as a JSON object.
  public var json: JSONValue {
    [
      "format": 1, "game": setting.json, "subject": .string(subject), "holds": .bool(holds),
      "verdict": .string(verdict),
      "reasons": .array(
        reasons.map {
          [
            "actor": .string($0.actor), "stays": .bool($0.stays), "because": .string($0.sentence),
          ]
        }), "notes": .array(notes.map(JSONValue.string)),
    ]
  }

  /// One row a reason.
  public var table: ResultTable {
    ResultTable(
      caption: verdict, columns: ["actor", "stays", "because"],
      rows: reasons.map { [.text($0.actor), .count($0.stays ? 1 : 0), .text($0.sentence)] })
  }
}
