public import Arithmetic
public import GameForms

/// Parcels or issues that are divided among the actors.
public struct DivisionForm: Sendable {
  /// What is divided, in the order of the file; along a line, in the order of the line.
  public var parcels: [Parcel]
  /// What each has if they do not agree, nil for nothing.
  public var disagreement: Cell?
  /// The names of the actors, for words.
  public let actors: [String]
  /// For each parcel and holder what it brings; then disagreement, if something is said on it.
  public let cells: [Cell]

  /// One thing to have.
  public struct Parcel: Sendable {
    /// The name.
    public var key: String
    /// What it is.
    public var meaning: String?
    /// Whether it can be cut.
    public var divisible: Bool
    /// Who holds it today, nil for nobody.
    public var heldBy: Int?
    /// To whom a benchmark gives it, such as the middle of a river, nil where there is none.
    public var benchmark: Int?
    /// What it brings each actor that has it.
    public var worth: Cell
  }

  /// The form of these parts.
  init(parcels: [Parcel], disagreement: Cell?, actors: [Scenario.Actor]) {
    self.parcels = parcels
    self.disagreement = disagreement
    self.actors = actors.map(\.key)
    cells =
      parcels.flatMap { parcel in
        actors.indices.map { holder in
          var cell = parcel.worth
          for actor in actors.indices where actor != holder {
            cell.gains[actor] = Expression(.zero)
          }
          return cell
        }
      } + (disagreement.map { [$0] } ?? [])
  }

  /// The problem at these numbers, in utilities of a linear relative-gains rule.
  public func problem(of evaluated: EvaluatedGame) -> DivisionProblem {
    let count = actors.count
    func row(_ cell: Int) -> [Rational] {
      Array(evaluated.utilities[(cell * count)..<((cell + 1) * count)])
    }
    return DivisionProblem(
      worths: parcels.indices.map { parcel in
        (0..<count).map { row(parcel * count + $0) }
      },
      divisible: parcels.map(\.divisible),
      disagreement: disagreement == nil
        ? Array(repeating: .zero, count: count) : row(parcels.count * count))
  }

  /// The absolute gains of each parcel: `[actor][parcel]`.
  public func worths(of evaluated: EvaluatedGame) -> [[Rational]] {
    let count = actors.count
    return (0..<count).map { actor in
      parcels.indices.map { evaluated.gains[($0 * count + actor) * count + actor] }
    }
  }

  /// The allocation that each parcel's holder, or benchmark, makes; nil unless each has one.
  public func holders(_ place: KeyPath<Parcel, Int?>) -> [Int]? {
    let holders = parcels.compactMap { $0[keyPath: place] }
    return holders.count == parcels.count ? holders : nil
  }
}
