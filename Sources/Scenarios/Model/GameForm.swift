/// The form of a game: what may be done in it, and what comes of it.
///
/// A form is one type that conforms, one decoder, and one line in ``KnownForms/all``. What comes of
/// an outcome is a ``Cell`` with a gain for every actor; the relative-gains rule is applied to the
/// cells of every form alike. Other numbers, such as probabilities, are ``numbers``.
public protocol GameForm: Sendable {
  /// The name that files write after `form:`.
  static var name: String { get }
  /// The keys at the top of a game file that belong to this form.
  static var keys: [String] { get }
  /// The key of `outcome` that says what happened, such as `profile`.
  static var outcomeKey: String { get }
  /// Words that mean something in the entries of this form, and so name no actor.
  static var reserved: [String] { get }

  /// Reads the form.
  init(decoding source: FormSource) throws(InputError)
  /// The form's own keys of a game file, in the order in which they are written.
  func fields(actors: [Scenario.Actor]) -> [(String, Document?)]

  /// What may come about, with each actor's gain; empty where nothing is gained outcome by outcome.
  var cells: [Cell] { get }
  /// Every other expression.
  var numbers: [Expression] { get }
  /// What cell `index` is called, such as `(C, D)`.
  func name(ofCell index: Int) -> String
  /// The size in words, such as `2 x 3`.
  var size: String { get }

  /// Reads what the record says happened; what the numbers mean is the form's own.
  func outcome(_ document: Document, of what: String, actors: [Scenario.Actor])
    throws(InputError) -> [Int]
  /// The outcome as the file writes it.
  func document(of outcome: [Int], actors: [Scenario.Actor]) -> Document
  /// The outcome in words.
  func words(of outcome: [Int]) -> String

  /// Refuses numbers that mean nothing, such as probabilities that do not add up to 1.
  ///
  /// - Throws: ``InputError`` with what to write instead.
  func refuse(_ evaluated: EvaluatedGame, actors: [Scenario.Actor]) throws(InputError)
  /// What a prepared game leaves unexplained, beyond its cells.
  func problems(actors: [Scenario.Actor]) -> [InputError]
  /// The game as one of strategies chosen all at once; nil where that means nothing.
  ///
  /// - Throws: ``FormRefusal`` where it would be too large.
  func strategicView(
    of evaluated: EvaluatedGame, actors: [Scenario.Actor]
  ) throws(FormRefusal) -> StrategicView?
}

extension GameForm {
  /// `profile`.
  public static var outcomeKey: String { "profile" }
  /// What an entry holds besides actors.
  public static var reserved: [String] { ["gains", "because", "source"] }
  /// None.
  public var numbers: [Expression] { [] }
  /// Nothing is refused.
  public func refuse(_ evaluated: EvaluatedGame, actors: [Scenario.Actor]) throws(InputError) {}
  /// None.
  public func problems(actors: [Scenario.Actor]) -> [InputError] { [] }
  /// None.
  public func strategicView(
    of evaluated: EvaluatedGame, actors: [Scenario.Actor]
  ) throws(FormRefusal) -> StrategicView? { nil }

  /// The name that files write after `form:`.
  public var name: String { Self.name }
}

/// The forms that files may have.
public enum KnownForms {
  /// Every form.
  public static let all: [any GameForm.Type] = [
    StrategicForm.self, ExtensiveForm.self, BayesianForm.self, RepeatedForm.self,
    HypergameForm.self,
    BargainingForm.self, DivisionForm.self, CoalitionalForm.self, ConflictForm.self,
  ]

  /// The names of all forms.
  public static var names: [String] { all.map { $0.name } }
}

/// What a form is read from.
public struct FormSource: Sendable {
  /// The keys of the game file.
  public let fields: Fields
  /// Who acts.
  public let actors: [Scenario.Actor]
  /// The names of the parameters.
  public let names: [String]

  /// The source of these parts.
  public init(fields: Fields, actors: [Scenario.Actor], names: [String]) {
    self.fields = fields
    self.actors = actors
    self.names = names
  }
}

/// Why a game is not seen in another form.
public struct FormRefusal: Error, Hashable, Sendable {
  /// The size, such as `10^9 profiles`.
  public let size: String
  /// The limit, such as `4000000 payoffs`.
  public let limit: String

  /// The refusal of a game of this size.
  public init(size: String, limit: String) {
    self.size = size
    self.limit = limit
  }
}
