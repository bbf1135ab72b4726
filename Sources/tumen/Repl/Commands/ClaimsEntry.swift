import Laboratory
import Scenarios

extension ReplEntry {
  static let claims = ReplEntry(
    "claims", "claims [name] estate=100 a=50 b=80 ...",
    "make a game of claims on an estate too small for them", group: .make,
    example: ["claims talmud estate=200 a=100 b=200 c=300", "nucleolus"],
    completes: [.words(["estate="])]
  ) { words, session in
    var parts = words.split(whereSeparator: \.isWhitespace).map(String.init)[...]
    let name = TypedGame.name(&parts, default: "claims") { $0.contains("=") }
    var estate: String?
    var claims: [(name: String, claim: String)] = []
    for part in parts {
      let value = try Typed.assignment(part, example: "claims estate=100 a=50 b=80")
      if value.name == "estate" {
        guard estate == nil else { throw UsageError("the estate is given twice: write it once") }
        estate = value.value.description
      } else {
        guard !claims.contains(where: { $0.name == value.name }) else {
          throw UsageError("\(quoted(value.name)) claims twice: write it once")
        }
        claims.append((value.name, value.value.description))
      }
    }
    guard let estate, claims.count >= 2 else {
      throw UsageError("claims needs an estate and two claims or more: claims estate=100 a=50 b=80")
    }
    _ = try TypedGame.names(in: claims.map(\.name).joined(separator: ","), of: "claims")
    let scenario = try TypedGame.scenario(
      name, form: CoalitionalForm.name, actors: claims.map(\.name),
      [
        .init(
          "bankruptcy",
          [
            "claims": .object(claims.map { .init($0.name, .string($0.claim)) }),
            "estate": .string(estate),
          ])
      ])
    try session.add(scenario, named: name)
    return try page(session, brief: true)
  }
}
