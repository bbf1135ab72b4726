/// Reads the block of a Bayesian form: `types`, `strategies`, `prior` and `payoffs`.
enum BayesianFormDecoder {
  /// The form that the fields hold.
  static func form(_ source: FormSource) throws(InputError) -> BayesianForm {
    let actors = source.actors
    let types = try types(source)
    let strategies = try StrategicFormDecoder.strategies(source.fields, actors)
    let shape = types.map(\.count) + strategies.map(\.count)
    var count = actors.count
    for factor in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: factor)
      guard !overflow, product <= StrategicFormDecoder.mostPayoffs else {
        throw InputError(
          "types and strategies make more than \(StrategicFormDecoder.mostPayoffs) payoffs: leave "
            + "some out", at: source.fields.position(of: "strategies"))
      }
      count = product
    }
    let prior = try prior(source, types)
    let cells = try cells(source, types, strategies, shape)
    return BayesianForm(
      types: types, strategies: strategies, prior: prior, cells: cells,
      priorPosition: source.fields.position(of: "prior"))
  }

  /// The types of each actor; one called `only` where none are given.
  private static func types(_ source: FormSource) throws(InputError) -> [[String]] {
    let document = try source.fields.required(
      "types", example: "types: {\(source.actors[0].key): [strong, weak]}")
    var types: [[String]] = source.actors.map { _ in ["only"] }
    for entry in try document.entries("\"types\"") {
      let actor = try source.actors.place(of: entry.key, at: entry.keyPosition)
      var names: [String] = []
      for item in try entry.value.list("the types of \(quoted(entry.key))") {
        let name = try item.text("a type of \(quoted(entry.key))")
        guard !names.contains(name) else {
          throw InputError(
            "the type \(quoted(name)) stands here twice: keep one", at: item.position)
        }
        names.append(name)
      }
      guard !names.isEmpty else {
        throw InputError(
          "\(quoted(entry.key)) has no type: write [strong, weak]", at: entry.value.position)
      }
      types[actor] = names
    }
    return types
  }

  /// The type of each actor that an entry names; those with one type need not be named.
  static func types(
    of fields: Fields, _ types: [[String]], _ actors: [Scenario.Actor], inPlace: Bool = false
  ) throws(InputError) -> [Int] {
    var named: [String: Document] = [:]
    if inPlace {
      for actor in actors { named[actor.key] = fields[actor.key] }
    } else if let document = fields["types"] {
      for entry in try document.entries(fields.name("types")) {
        _ = try actors.place(of: entry.key, at: entry.keyPosition)
        named[entry.key] = entry.value
      }
    }
    var places: [Int] = []
    for (actor, own) in zip(actors, types) {
      guard let document = named[actor.key] else {
        guard own.count == 1 else {
          let key = inPlace ? "" : "types: "
          throw InputError(
            "\(fields.what) lacks the type of \(quoted(actor.key)): write \(key)\(actor.key): "
              + own[0], at: fields.position)
        }
        places.append(0)
        continue
      }
      let name = try document.text("the type of \(quoted(actor.key))")
      guard let place = own.firstIndex(of: name) else {
        throw InputError(
          "\(quoted(actor.key)) has no type \(quoted(name))\(Suggestion.hint(for: name, in: own))",
          at: document.position)
      }
      places.append(place)
    }
    return places
  }

  /// The action of each actor that an entry names.
  static func actions(
    of fields: Fields, _ strategies: [[StrategicForm.Strategy]], _ actors: [Scenario.Actor]
  ) throws(InputError) -> [Int] {
    let profiles = ProfileDecoder(actors: actors, strategies: strategies)
    var places: [Int?] = []
    for (place, actor) in actors.enumerated() {
      guard let value = fields[actor.key] else {
        places.append(nil)
        continue
      }
      places.append(try profiles.strategy(value, of: place))
    }
    return try profiles.complete(places, of: fields.what, at: fields.position)
  }

  private static func prior(
    _ source: FormSource, _ types: [[String]]
  ) throws(InputError) -> [Expression] {
    let document = try source.fields.required(
      "prior", example: "a list with one entry a profile of types")
    let shape = types.map(\.count)
    var found: [Int: Expression] = [:]
    for item in try document.list("\"prior\"") {
      let fields = try Fields(
        item, of: "an entry of \"prior\"", keys: source.actors.map(\.key) + ["probability"])
      let index = shape.index(
        of: try Self.types(of: fields, types, source.actors, inPlace: true))
      guard found[index] == nil else {
        throw InputError("these types stand in \"prior\" twice: keep one", at: item.position)
      }
      found[index] = try fields.required("probability", example: "probability: 1/2")
        .expression("a probability", names: source.names)
    }
    return try (0..<shape.reduce(1, *)).map { (index) throws(InputError) in
      guard let probability = found[index] else {
        let names = zip(types, shape.profile(at: index)).map { $0[$1] }.joined(separator: ", ")
        throw InputError(
          "\"prior\" lacks the types (\(names)): write an entry, with probability: 0 if they never "
            + "meet", at: document.position)
      }
      return probability
    }
  }

  private static func cells(
    _ source: FormSource, _ types: [[String]], _ strategies: [[StrategicForm.Strategy]],
    _ shape: [Int]
  ) throws(InputError) -> [Cell] {
    let document = try source.fields.required(
      "payoffs", example: "a list with one entry for each profile of types and strategies")
    var found: [Int: Cell] = [:]
    let keys = source.actors.map(\.key) + ["types", "gains", "because", "source"]
    for item in try document.list("\"payoffs\"") {
      let fields = try Fields(item, of: "an entry of \"payoffs\"", keys: keys)
      let profile =
        try Self.types(of: fields, types, source.actors)
        + Self.actions(of: fields, strategies, source.actors)
      let index = shape.index(of: profile)
      if let first = found[index]?.position {
        throw InputError(
          "this profile stands here and at \(first.inWords): keep one", at: item.position)
      }
      let example = "gains: {\(source.actors[0].key): 0, ...}"
      found[index] = Cell(
        gains: try source.gains(
          try fields.required("gains", example: example), of: fields.name("gains")),
        because: try fields.text("because"), source: try fields.text("source"),
        position: item.position)
    }
    return try (0..<shape.reduce(1, *)).map { (index) throws(InputError) in
      guard let cell = found[index] else {
        let profile = shape.profile(at: index)
        let names = zip(types + strategies.map { $0.map(\.key) }, profile).map { $0[$1] }
        throw InputError(
          "\"payoffs\" lacks the profile (\(names.joined(separator: ", "))): write an entry for it",
          at: document.position)
      }
      return cell
    }
  }
}
