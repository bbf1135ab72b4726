public import Scenarios

extension Experiment {
  /// Reads a spec and the game it names.
  ///
  /// - Parameters:
  ///   - path: the spec, YAML, or JSON if its name ends so; `-` for standard input.
  ///   - library: where the game is looked up unless it is a path seen from the spec.
  /// - Throws: `InputError` at the first thing that cannot be read or makes no sense.
  public static func read(
    _ path: String, library: GameLibrary = GameLibrary()
  ) throws(InputError) -> Experiment {
    let text = try InputFile.text(of: path)
    let isJSON = path.lowercased().hasSuffix(".json")
    let document =
      isJSON
      ? try Document.read(json: text, file: path) : try Document.read(yaml: text, file: path)
    return try decode(document, text: text, path: path, library)
  }

  /// Reads a spec for its faults alone.
  ///
  /// - Throws: `InputError` for the first fault.
  public static func check(
    _ path: String, library: GameLibrary = GameLibrary()
  ) throws(InputError) {
    let experiment = try read(path, library: library)
    for index in experiment.series.indices { _ = try experiment.evaluator(of: index) }
  }

  private static func decode(
    _ document: Document, text: String, path: String, _ library: GameLibrary
  ) throws(InputError) -> Experiment {
    let fields = try Fields(
      document, of: "an experiment",
      keys: [
        "format", "id", "title", "question", "proposition", "finding", "notes", "sources", "game",
        "parameters", "series", "measure", "expect",
        "sensitivity", "figures",
      ] + SeriesDecoder.keys)
    if let format = fields["format"], try format.text(fields.name("format")) != "1" {
      throw InputError("unknown format of an experiment: write format: 1", at: format.position)
    }
    let id = try fields.required("id", example: "id: relative-gains-threshold").text(
      fields.name("id"))
    let title = try fields.text("title")
    let question = try fields.text("question") ?? title ?? id

    let gameField = try fields.required("game", example: "game: textbook/chicken")
    let gamePath = try locate(
      try gameField.text(fields.name("game")), from: path, library, at: gameField.position)
    let scenario = try ScenarioReader.read(path: gamePath)
    var extra: [Scenario.Parameter] = []
    if let document = fields["parameters"] { extra = try Scenario.Parameter.decode(document) }
    for parameter in extra where scenario.parameters.contains(where: { $0.name == parameter.name })
    {
      throw InputError(
        "the game has a parameter \(quoted(parameter.name)) already: vary or set that one",
        at: parameter.position ?? fields.position)
    }
    let parameters = scenario.parameters + extra

    let series = try decodeSeries(
      fields, SeriesDecoder(scenario: scenario, parameters: parameters, spec: path))
    let measures = try decodeMeasures(
      fields, MeasureDecoder(scenario: scenario, parameters: parameters.map(\.name)))
    let expectationDecoder = ExpectationDecoder(
      parameters: parameters.map(\.name), measures: measures, series: series)
    var expectations: [Expectation] = []
    for item in try fields.list("expect") {
      expectations.append(try expectationDecoder.decode(item))
    }
    var sensitivity: [SensitivityRequest] = []
    for item in try fields.list("sensitivity") {
      sensitivity.append(try SensitivityDecoder(expectations: expectationDecoder).decode(item))
    }
    let figureDecoder = FigureDecoder(
      question: question, parameters: parameters, measures: measures, series: series,
      sensitivity: sensitivity)
    var figures: [FigureRequest] = []
    for item in try fields.list("figures") {
      var figure = try figureDecoder.decode(item)
      let name = figure.name
      var count = 1
      while figures.contains(where: { $0.name == figure.name }) {
        count += 1
        figure.name = "\(name)-\(count)"
      }
      figures.append(figure)
    }
    return Experiment(
      id: id, title: title ?? id, question: question, proposition: try fields.text("proposition"),
      finding: try fields["finding"].map { (document) throws(InputError) in
        try Finding.decode(document)
      },
      notes: try fields.text("notes"),
      scenario: scenario, extra: extra, series: series, measures: measures,
      expectations: expectations, sensitivity: sensitivity, figures: figures,
      origin: Origin(
        spec: path, specDigest: SHA256.hexadecimal(of: Array(text.utf8)), game: gamePath,
        gameDigest: SHA256.hexadecimal(of: Array(try InputFile.text(of: gamePath).utf8)),
        tables: try tables(of: series)))
  }

  private static func tables(of series: [Series]) throws(InputError) -> [Origin.Table] {
    var tables: [Origin.Table] = []
    for series in series {
      guard case .table(_, let file) = series.design.scheme else { continue }
      let text = try InputFile.text(of: file)
      tables.append(
        Origin.Table(file: file, digest: SHA256.hexadecimal(of: Array(text.utf8))))
    }
    return tables
  }

  /// The path of a game: seen from the spec if it names a file there, else from the library.
  private static func locate(
    _ game: String, from spec: String, _ library: GameLibrary, at position: Position
  ) throws(InputError) -> String {
    if ScenarioFormat(path: game) != nil {
      guard !game.hasPrefix("/"), let slash = spec.lastIndex(of: "/") else { return game }
      return spec[...slash] + game
    }
    do {
      return try library.locate(game)
    } catch {
      throw InputError(error.message, at: error.position ?? position)
    }
  }

  private static func decodeSeries(
    _ fields: Fields, _ decoder: SeriesDecoder
  ) throws(InputError) -> [Series] {
    guard let document = fields["series"] else {
      guard fields["vary"] != nil || fields["design"] != nil else {
        throw InputError(
          "an experiment lacks \"vary\": write vary: [{parameter: r, list: [0, 1/2, 1]}]",
          at: fields.position)
      }
      return try decoder.decode(fields, name: nil)
    }
    var series: [Series] = []
    for item in try document.list("\"series\"") {
      let inner = try Fields(item, of: "a series", keys: ["name"] + SeriesDecoder.keys)
      let name = try inner.required("name", example: "name: grieco").text(inner.name("name"))
      guard !series.contains(where: { $0.name == name }) else {
        throw InputError("two series are named \(quoted(name))", at: item.position)
      }
      series += try decoder.decode(inner, defaults: fields, name: name)
    }
    guard !series.isEmpty else {
      throw InputError(
        "\"series\" is empty: write a series or leave the key out", at: document.position)
    }
    return series
  }

  private static func decodeMeasures(
    _ fields: Fields, _ decoder: MeasureDecoder
  ) throws(InputError) -> [Measure] {
    let document = try fields.required(
      "measure", example: "measure: [{name: equilibria, of: pure, value: count}]")
    var measures: [Measure] = []
    for item in try document.list("\"measure\"") {
      let measure = try decoder.decode(item)
      let taken =
        measures.map(\.name) + decoder.parameters + ["row", "series", "replicate", "error"]
      guard !taken.contains(measure.name) else {
        throw InputError(
          "a measure cannot be named \(quoted(measure.name)): the name is taken", at: item.position)
      }
      measures.append(measure)
    }
    guard !measures.isEmpty else {
      throw InputError(
        "\"measure\" is empty: write [{name: equilibria, of: pure, value: count}]",
        at: document.position)
    }
    return measures
  }

  /// The game under the rule of a series, compiled.
  func evaluator(of index: Int) throws(InputError) -> GameEvaluator {
    try GameEvaluator(scenario, relativeGains: series[index].relativeGains, extra: extra)
  }
}

extension GameEvaluator {
  /// How many strategies each actor has: experiments are refused other forms when they are read.
  var shape: [Int] { (scenario.form as? StrategicForm)?.shape ?? [] }
}
