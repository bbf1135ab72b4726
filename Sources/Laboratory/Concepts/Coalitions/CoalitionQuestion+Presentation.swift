import Arithmetic
import Cooperation
import GameForms
import Scenarios

// How coalitions and values are called in results.
extension CoalitionQuestion {
  /// `["a", "b"]`.
  func json(_ coalition: Coalition) -> JSONValue {
    .array(coalition.members.map { .string(actors[$0].key) })
  }

  /// `[["a", "b"], ["c"]]`.
  func json(_ structure: CoalitionStructure) -> JSONValue {
    .array(structure.blocks.map(json))
  }

  /// `{"a": "2/3"}`; what is paid where worths are costs.
  func json(values: [Rational]) -> JSONValue {
    .object(zip(actors, values).map { .init($0.key, setting.json(shown($1))) })
  }

  /// `[{"coalition": ["a"], "weight": "1/2"}]`.
  func json(_ collection: [WeightedCoalition]) -> JSONValue {
    .array(
      collection.map { held in
        .object([
          .init("coalition", json(held.coalition)), .init("weight", setting.json(held.weight)),
        ])
      })
  }

  /// `Ann, Bob`.
  func words(_ coalition: Coalition) -> String {
    coalition.members.map { actors[$0].name }.joined(separator: ", ")
  }

  /// `{Ann, Bob} {Cyd}`.
  func words(_ structure: CoalitionStructure) -> String {
    structure.blocks.map { "{\(words($0))}" }.joined(separator: " ")
  }

  /// A value as it is shown: what an actor pays where worths are costs.
  func shown(_ value: Rational) -> Rational { form.areCosts ? -value : value }

  /// `gets` or `pays`.
  var verb: String { form.areCosts ? "pays" : "gets" }

  /// What a reader of any answer should know of the game behind it.
  var notes: [String] {
    var notes: [String] = []
    if mindsOthers {
      notes.append(
        "Claims are those of actors who mind what the others gain (rule "
          + "\(setting.relativeGains.rule.rawValue)).")
    }
    if form.hasExternalities {
      notes.append(
        form.others == .alone
          ? "What a coalition has by itself is what it has while all others stand alone."
          : "What a coalition has by itself is what it has while all others stand together.")
    }
    return notes
  }
}
