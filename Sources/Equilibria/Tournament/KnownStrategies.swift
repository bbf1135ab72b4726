/// The strategies that fields are made of.
public struct TournamentStrategy: Sendable {
  /// The name in fields and tables.
  public let name: String
  /// What it does, with its source.
  public let meaning: String
  /// A new player.
  let player: @Sendable () -> any Player

  /// The strategy that plays this automaton.
  public init(_ automaton: Automaton) {
    name = automaton.name
    meaning = automaton.meaning
    player = { AutomatonPlayer(automaton) }
  }

  init(_ name: String, _ meaning: String, _ player: @escaping @Sendable () -> any Player) {
    self.name = name
    self.meaning = meaning
    self.player = player
  }

  /// The strategy called `name`, nil if there is none.
  public static func named(_ name: String) -> TournamentStrategy? {
    all.first { $0.name == name }
  }

  /// Every strategy, in the order in which they are listed.
  public static let all: [TournamentStrategy] =
    Automaton.known.map(TournamentStrategy.init) + [
      TournamentStrategy(
        "tideman-chieruzzi",
        "longer retaliation for each run of defections, now and then a fresh start",
        {
          TidemanChieruzzi()
        }),
      TournamentStrategy(
        "nydegger", "a table over the last three rounds", { Nydegger() }),
      TournamentStrategy(
        "shubik", "each retaliation is one round longer than the one before", { Shubik() }),
      TournamentStrategy(
        "stein-rapoport", "tit for tat, but defection against what looks random, and at the end",
        {
          SteinRapoport()
        }),
      TournamentStrategy(
        "graaskamp", "tit for tat with a probe, then defection against what looks random",
        {
          Graaskamp()
        }),
      TournamentStrategy(
        "downing", "the better of the two moves, by estimates of how the other responds",
        {
          Downing()
        }),
      TournamentStrategy(
        "feld", "tit for tat that forgives less and less, down to one time in two", { Feld() }),
      TournamentStrategy(
        "tullock", "cooperation a tenth less often than the other in the last ten rounds",
        {
          Tullock()
        }),
      TournamentStrategy(
        "anonymous", "cooperation by chance, three to seven times in ten", { Anonymous() }),
    ]

  /// Axelrod's first field: fourteen entries and chance, in the order in which they ended.
  ///
  /// - Source: Axelrod 1980, "Effective Choice in the Prisoner's Dilemma", Journal of Conflict
  ///   Resolution 24; what it leaves open is settled as in the library Axelrod 4.14.
  public static let axelrodFirst = [
    "tit-for-tat", "tideman-chieruzzi", "nydegger", "grofman", "shubik", "stein-rapoport", "grim",
    "davis", "graaskamp", "downing", "feld", "joss", "tullock", "anonymous", "random",
  ]
}

extension Automaton {
  /// The automata, as data.
  public static let known: [Automaton] = [
    Automaton(
      name: "always-cooperate", meaning: "cooperates whatever happens",
      states: [State(1, next: [0, 0, 0, 0])]),
    Automaton(
      name: "always-defect", meaning: "defects whatever happens",
      states: [State(0, next: [0, 0, 0, 0])]),
    Automaton(
      name: "random", meaning: "cooperates one time in two (Axelrod 1980)",
      states: [State(0.5, next: [0, 0, 0, 0])]),
    Automaton(
      name: "tit-for-tat",
      meaning: "begins with cooperation, then does what the other did (Rapoport)",
      states: [
        State(1, afterCooperation: 0, afterDefection: 1),
        State(0, afterCooperation: 0, afterDefection: 1),
      ]),
    Automaton(
      name: "suspicious-tit-for-tat", meaning: "tit for tat that begins with defection",
      states: [
        State(0, afterCooperation: 1, afterDefection: 0),
        State(1, afterCooperation: 1, afterDefection: 0),
      ]),
    Automaton(
      name: "tit-for-two-tats", meaning: "defects after two defections in a row (Axelrod 1984)",
      states: [
        State(1, afterCooperation: 0, afterDefection: 1),
        State(1, afterCooperation: 0, afterDefection: 2),
        State(0, afterCooperation: 0, afterDefection: 2),
      ]),
    Automaton(
      name: "grim", meaning: "defects for ever after the first defection (Friedman 1971)",
      states: [
        State(1, afterCooperation: 0, afterDefection: 1), State(0, next: [1, 1, 1, 1]),
      ]),
    Automaton(
      name: "pavlov",
      meaning: "repeats what paid well, else turns: win stay, lose shift (Nowak and Sigmund 1993)",
      states: [State(1, next: [0, 1, 1, 0]), State(0, next: [0, 1, 1, 0])]),
    Automaton(
      name: "generous-tit-for-tat",
      meaning: "tit for tat that forgives one time in three (Nowak and Sigmund 1992)",
      states: [
        State(1, afterCooperation: 0, afterDefection: 1),
        State(1.0 / 3, afterCooperation: 0, afterDefection: 1),
      ]),
    Automaton(
      name: "contrite-tit-for-tat",
      meaning: "tit for tat that does penance for a defection of its own (Boyd 1989)",
      states: [
        // Content: in good standing both.
        State(1, next: [0, 2, 1, 0]),
        // Contrite: it defected, cooperates until it has.
        State(1, next: [0, 0, 1, 1]),
        // Provoked: defects until the other has cooperated.
        State(0, next: [0, 2, 0, 2]),
      ]),
    Automaton(
      name: "grofman", meaning: "cooperates two times in seven after unequal moves (Grofman 1980)",
      states: [State(1, next: [0, 1, 1, 0]), State(2.0 / 7, next: [0, 1, 1, 0])]),
    Automaton(
      name: "joss", meaning: "tit for tat that defects one time in ten (Joss 1980)",
      states: [
        // The library Axelrod lets it begin with cooperation for certain.
        State(1, afterCooperation: 1, afterDefection: 2),
        State(0.9, afterCooperation: 1, afterDefection: 2),
        State(0, afterCooperation: 1, afterDefection: 2),
      ]),
    davis,
  ]

  /// Ten rounds of cooperation, then the grim trigger over all that was seen (Davis 1980).
  private static var davis: Automaton {
    let patience = 10
    // States 0...9: nothing seen; 10...18: a defection seen, rounds of patience left; then both
    // ends.
    let content = patience + patience - 1
    let waiting = (0..<patience).map { round in
      State(
        1, afterCooperation: round + 1 == patience ? content : round + 1,
        afterDefection: round + 1 == patience ? content + 1 : patience + round)
    }
    let provoked = (0..<(patience - 1)).map { round in
      let next = round + 1 == patience - 1 ? content + 1 : patience + round + 1
      return State(1, next: [next, next, next, next])
    }
    return Automaton(
      name: "davis", meaning: "cooperates for ten rounds, then the grim trigger (Davis 1980)",
      states: waiting + provoked + [
        State(1, afterCooperation: content, afterDefection: content + 1),
        State(0, next: Array(repeating: content + 1, count: 4)),
      ])
  }
}
