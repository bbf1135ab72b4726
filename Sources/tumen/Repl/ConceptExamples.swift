import Laboratory

/// For each concept a conversation of a line or two that asks it.
enum ConceptExamples {
  /// The lines; they run.
  static func lines(for concept: Concept) -> [String] {
    if let own = own.first(where: { $0.concept == concept.name }) { return own.lines }
    let form = concept.forms.first ?? "strategic"
    let game = games.first { $0.form == form }?.game ?? "chicken"
    return ["load \(game)", concept.name]
  }

  /// A prepared game of each form.
  private static let games = [
    (form: "strategic", game: "chicken"), (form: "extensive", game: "beer-quiche"),
    (form: "bayesian", game: "bluff"), (form: "repeated", game: "axelrods-dilemma"),
    (form: "hypergame", game: "misread-neighbour"), (form: "bargaining", game: "zarubino-terms"),
    (form: "division", game: "islands"), (form: "coalitional", game: "investment-split"),
    (form: "conflict", game: "demarcation-conflict"),
  ]

  private static let votes = "worths board a=0 b=0 c=0 a+b=1 a+c=1 b+c=0 a+b+c=1"
  private static let split = "china=4,russia=3,north-korea=2"

  /// Concepts that need another game, or options.
  private static let own: [(concept: String, lines: [String])] = [
    ("zero-sum", ["matrix pennies zero-sum 1 -1 ; -1 1", "zero-sum"]),
    ("lemke-howson", ["load chicken", "lemke-howson", "lemke-howson label=Row:C"]),
    ("qre", ["load chicken", "qre lambda=1"]),
    ("best", ["load chicken", "best objective=egalitarian"]),
    ("selection", ["load stag-hunt", "selection"]),
    (
      "critical-discount",
      ["load prisoners-dilemma", "critical-discount", "set r=1/4", "critical-discount"]
    ),
    ("rubinstein", ["load consultative", "rubinstein"]),
    ("war-of-attrition", ["load consultative", "war-of-attrition"]),
    (
      "proposal-distance",
      ["load zarubino-terms", "proposal-distance proposal=\"ten, joint, low, given\""]
    ),
    ("banzhaf", [votes, "banzhaf"]), ("deegan-packel", [votes, "deegan-packel"]),
    ("tau", [votes, "tau"]),
    ("blocking", ["load investment-split", "set k=2", "blocking division=\(split)"]),
    ("kernel", ["load investment-split", "relative none", "kernel division=\(split)"]),
    ("owen", ["load investment-split", "owen unions=china+russia,north-korea"]),
    ("aumann-dreze", ["load investment-split", "aumann-dreze unions=china+russia,north-korea"]),
    ("myerson", ["load investment-split", "myerson links=china+russia,china+north-korea"]),
    ("stability-conditions", ["load demarcation-conflict", "stability-conditions state=outcry"]),
    ("seq", ["load demarcation-conflict", "seq", "seq state=outcry"]),
  ]
}
