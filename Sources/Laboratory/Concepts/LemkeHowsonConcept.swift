import Equilibria
import GameForms

extension Concept {
  /// Equilibria at the ends of Lemke and Howson's paths.
  public static let lemkeHowson = Concept(
    name: "lemke-howson",
    answers: "Which equilibria do the paths that drop one label reach, and which do none?",
    forms: ["strategic"], takes: "two actors",
    method: "complementary pivoting, ties broken lexicographically; ends solved for exactly",
    source: "Lemke and Howson 1964; von Stengel 2002",
    limits: "past \(everyLabel) strategies together one equilibrium, by the label whose path is "
      + "short, unless --label names one; equilibria that no path reaches are listed up to "
      + "\(enumerated) strategies together",
    options: ["label"]
  ) { setting, options in
    let game = setting.utilities
    guard game.actors == 2 else {
      throw LaboratoryError.wrongSize(
        concept: "lemke-howson", takes: "two actors",
        found: setting.sizeText,
        instead: "use --concept nash or pure")
    }
    let reached: LemkeHowson.Reached
    if let label = try setting.label(in: options) {
      reached = LemkeHowson.Reached(
        try LemkeHowson(label: label, seconds: options.seconds).solve(game))
    } else if game.shape[0] + game.shape[1] > everyLabel {
      reached = try LemkeHowson.first(game, seconds: options.seconds)
    } else {
      reached = try LemkeHowson.all(game, seconds: options.seconds)
    }
    let asksAll = options.text("label") == nil && reached.limit == nil
    let answer = try LemkeHowsonAnswer(
      reached, unreached: asksAll ? unreached(by: reached, in: game, options) : nil, in: setting)
    return Solution(
      concept: "lemke-howson", method: "complementary pivoting, ends exact",
      isExact: setting.isExact,
      status: reached.limit.map { .limit($0) } ?? (answer.unreached == nil ? .sample : .complete),
      answer: answer)
  }

  /// From how many strategies together not every label is tried.
  private static let everyLabel = 100
  /// Up to how many strategies together all equilibria are enumerated beside: some tenths of a
  /// second.
  private static let enumerated = 24

  /// The equilibria at which no path ends, nil where they are not known.
  private static func unreached(
    by reached: LemkeHowson.Reached, in game: StrategicGame, _ options: Options
  ) throws -> [MixedProfile]? {
    guard game.shape[0] + game.shape[1] <= enumerated else { return nil }
    let all = try EquilibriumEnumeration(seconds: options.seconds).solve(game)
    guard all.completeness == .complete else { return nil }
    let ends = Set(reached.equilibria.map(\.profile))
    return all.extreme.map(\.profile).filter { !ends.contains($0) }
  }
}

extension Setting {
  /// The label that `--label` names: a number from 1, a strategy, or `actor:strategy`.
  fileprivate func label(in options: Concept.Options) throws(LaboratoryError) -> Int? {
    guard let text = options.text("label") else { return nil }
    let labels = strategies.enumerated().flatMap { actor, list in
      list.map { (actor: scenario.actors[actor].key, strategy: $0.key) }
    }
    if let number = Int(text), labels.indices.contains(number - 1) { return number - 1 }
    let named = labels.indices.filter {
      text == labels[$0].strategy || text == "\(labels[$0].actor):\(labels[$0].strategy)"
    }
    if named.count == 1 { return named[0] }
    if named.count > 1 {
      throw .wrongOption(
        option: "label", found: text,
        expected: "whose strategy it is, as in \(labels[named[0]].actor):\(text)")
    }
    throw .wrongOption(
      option: "label", found: text,
      expected: "a number from 1 to \(labels.count), or a strategy such as "
        + "\(labels[0].actor):\(labels[0].strategy)")
  }
}

/// Where each path ends.
struct LemkeHowsonAnswer: Answer {
  /// The equilibria reached.
  let equilibria: EquilibriaAnswer
  /// The extreme equilibria at which no path ends, nil where they are not known.
  let unreached: EquilibriaAnswer?
  private let paths: [LemkeHowson.Path]
  /// `ends[path]`: the place of its end among the equilibria, nil where a limit cut it.
  private let ends: [Int?]

  init(
    _ reached: LemkeHowson.Reached, unreached: [MixedProfile]?, in setting: Setting
  ) throws(LaboratoryError) {
    equilibria = try EquilibriaAnswer(
      reached.equilibria.map(\.profile), in: setting, concept: "lemke-howson")
    if let unreached {
      self.unreached = try EquilibriaAnswer(unreached, in: setting, concept: "lemke-howson")
    } else {
      self.unreached = nil
    }
    paths = reached.paths
    ends = paths.map { path in
      path.equilibrium.flatMap { reached.equilibria.firstIndex(of: $0) }
    }
  }

  /// The labels, counted from 1, whose paths end in an equilibrium.
  private func labels(of equilibrium: Int) -> [String] {
    paths.indices.filter { ends[$0] == equilibrium }.map { "\(paths[$0].label + 1)" }
  }

  func json(in setting: Setting) -> [JSONValue.Member] {
    let first = setting.strategies[0].count
    let list = zip(paths, ends).map { path, end -> JSONValue in
      let (actor, strategy) = path.label < first ? (0, path.label) : (1, path.label - first)
      return [
        "label": .integer(path.label + 1), "actor": .string(setting.scenario.actors[actor].key),
        "strategy": .string(setting.strategies[actor][strategy].key),
        "pivots": .integer(path.length), "equilibrium": end.map(JSONValue.integer) ?? .null,
      ]
    }
    return equilibria.json(in: setting) + [
      .init("paths", .array(list)),
      .init("unreached", unreached?.json(in: setting).first?.value ?? .null),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = equilibria.tables(in: setting)[0]
    table.columns.append("from labels")
    for row in table.rows.indices { table.rows[row].append(.text(Words.list(labels(of: row)))) }
    let (rows, columns) = (setting.strategies[0].count, setting.strategies[1].count)
    let names = setting.scenario.actors.map(\.name)
    table.notes.append(
      "Labels 1 to \(rows) are the strategies of \(names[0]), \(rows + 1) to \(rows + columns) those "
        + "of \(names[1]), in their order.")
    let cut = paths.filter { $0.equilibrium == nil }
    if !cut.isEmpty, let limit = cut[0].limit {
      table.notes.append(
        "\(Words.count(cut.count, "path")) stopped short of an equilibrium, at the limit of "
          + "\(limit).")
    }
    guard let unreached else { return [table] }
    guard !unreached.equilibria.isEmpty else {
      table.notes.append("There are no other equilibria.")
      return [table]
    }
    var others = unreached.tables(in: setting)[0]
    others.caption = "not reached from any label"
    return [table, others]
  }

  func csv(in setting: Setting) -> ResultTable {
    var table = equilibria.csv(in: setting)
    let count = equilibria.equilibria.count
    for row in table.rows.indices {
      guard case .count(let number) = table.rows[row][0] else { continue }
      table.rows[row].append(.text(labels(of: number - 1).joined(separator: " ")))
    }
    table.columns.append("labels")
    for var row in unreached?.csv(in: setting).rows ?? [] {
      if case .count(let number) = row[0] { row[0] = .count(count + number) }
      table.rows.append(row + [.text("")])
    }
    return table
  }
}
