public import Cooperation
public import GameForms
import Scenarios

/// A game as a conflict of moves and answers, with its names: what the concepts of conflicts are
/// asked about.
public struct ConflictQuestion: Sendable {
  /// The game and its conditions.
  public let setting: Setting
  /// Which states are stable for whom.
  public let analysis: ConflictAnalysis
  /// The conflict in option form; nil for a strategic game, whose profiles are the states.
  let form: ConflictForm?

  /// The conflict.
  public var graph: ConflictGraph { analysis.graph }

  /// The game as a conflict.
  ///
  /// - Throws: ``LaboratoryError`` where it has too many moves.
  init(_ setting: Setting, concept: String) throws(LaboratoryError) {
    self.setting = setting
    form = setting.scenario.form as? ConflictForm
    if let form {
      analysis = ConflictAnalysis(form.graph(of: setting.evaluated))
    } else {
      let game = setting.utilities
      let moves = game.shape.reduce(0) { $0 + $1 - 1 } * game.profiles
      guard moves <= ConflictForm.mostMoves else {
        throw .tooLarge(
          concept: concept, size: "\(moves) moves between \(game.profiles) profiles",
          limit: "\(ConflictForm.mostMoves) moves", instead: "use --concept pure")
      }
      analysis = ConflictAnalysis(ConflictGraph(game))
    }
  }

  /// The conflict that a game in option form is; nil for games of other forms.
  public init?(_ setting: Setting) throws {
    guard setting.scenario.form is ConflictForm else { return nil }
    try self.init(setting, concept: "conflict")
  }

  /// The states, in their order.
  public var states: Range<Int> { 0..<graph.states }

  /// What an actor is called.
  public func name(ofActor actor: Int) -> String { setting.scenario.actors[actor].name }

  /// What a state is called: `YNY`, its name, or `(C, D)`.
  public func name(ofState state: Int) -> String {
    form?.name(ofState: state)
      ?? "(\(setting.text(profile: setting.utilities.profile(at: state))))"
  }

  /// A state as JSON: a string, or a profile.
  func json(state: Int) -> JSONValue {
    form == nil ? setting.json(profile: state) : .string(name(ofState: state))
  }

  /// The recorded outcome as a state; nil where nothing is recorded.
  public var recorded: Int? {
    guard let outcome = setting.scenario.outcome?.profile else { return nil }
    if form != nil { return outcome.first }
    return setting.scenario.form is StrategicForm ? setting.utilities.index(of: outcome) : nil
  }

  /// A state's name, the recorded one with a mark.
  func marked(_ state: Int) -> ResultTable.Cell {
    .text(name(ofState: state) + (state == recorded ? " *" : ""))
  }

  /// The keys of these actors.
  func json(actors: [Int]) -> JSONValue {
    .array(actors.map { .string(setting.scenario.actors[$0].key) })
  }

  /// The state before anyone moves; nil where the file names none.
  public var statusQuo: Int? { form?.statusQuo }

  /// Steps as `[{"actor", "state"}]`.
  func json(_ steps: [ConflictStep]) -> JSONValue {
    .array(
      steps.map {
        [
          "actor": .string(setting.scenario.actors[$0.actor].key),
          "state": json(state: $0.state),
        ]
      })
  }

  /// What a reader of any table must know.
  var notes: [String] {
    var notes: [String] = []
    if recorded != nil { notes.append("* what the record says happened.") }
    if let form, form.cells.isEmpty, setting.relativeGains.rule != .none {
      notes.append(
        "The actors' orders are rankings: the rule \(setting.relativeGains.rule.rawValue) changes "
          + "nothing.")
    }
    return notes
  }

  /// The state that the option `--state` names; nil where it is not given.
  func state(_ options: Concept.Options) throws(LaboratoryError) -> Int? {
    guard let text = options.text("state") else { return nil }
    let wanted = text.filter { $0 != " " && $0 != "(" && $0 != ")" }
    let found = states.first { state in
      name(ofState: state) == text
        || name(ofState: state).filter { $0 != " " && $0 != "(" && $0 != ")" } == wanted
        || form?.pattern(ofState: state) == wanted
    }
    guard let found else {
      let names = states.prefix(3).map { name(ofState: $0) }
      throw .wrongOption(
        option: "state", found: text,
        expected: "the name or pattern of a feasible state, such as \(Words.list(names, "or"))")
    }
    return found
  }
}

extension ConflictStability {
  /// The name for people.
  public var title: String {
    switch self {
    case .nash: "Nash"
    case .gmr: "GMR"
    case .smr: "SMR"
    case .seq: "SEQ"
    case .sim: "SIM"
    }
  }
}
