public import Arithmetic
import LinearPrograms

/// A convex cell of a box of parameters: half-spaces, and a point proved to lie inside.
public struct ParameterCell: Hashable, Sendable {
  /// The box.
  public let ranges: [ClosedRange<Rational>]
  /// Forms that are negative inside; the sides of the box are not among them.
  public private(set) var halfSpaces: [SpaceForm]
  /// A point at which every form is negative, off the sides of the box.
  public private(set) var inside: [Rational]

  /// The whole box.
  ///
  /// - Precondition: every range has room between its ends.
  public init(_ ranges: [ClosedRange<Rational>]) {
    precondition(ranges.allSatisfy { $0.lowerBound < $0.upperBound }, "a box needs an inside")
    self.ranges = ranges
    halfSpaces = []
    inside = ranges.map { ($0.lowerBound + $0.upperBound) * Rational(1, 2) }
  }

  /// Whether a point lies in the cell or on its border.
  public func contains(_ point: [Rational]) -> Bool {
    zip(ranges, point).allSatisfy { $0.contains($1) }
      && halfSpaces.allSatisfy { $0.value(at: point).signum <= 0 }
  }

  /// The parts in which a form is negative and positive; nil for one without an inside.
  public func split(by form: SpaceForm) -> (below: ParameterCell?, above: ParameterCell?) {
    let opposite = SpaceForm(.zero) - form
    return (part(where: form), part(where: opposite))
  }

  /// The part in which a form is negative, with a point inside it.
  private func part(where form: SpaceForm) -> ParameterCell? {
    let border = form.hyperplane
    for known in halfSpaces.map(\.hyperplane) where known.numbers == border.numbers {
      return known.sign == border.sign ? self : nil
    }
    let here = form.value(at: inside)
    var part = self
    if here.signum >= 0 {
      let lowest = lowestPoint(of: form)
      let there = form.value(at: lowest)
      guard there.signum < 0 else { return nil }
      // On the way from the lowest point to the inside every point but the first is inside; half
      // the way to where the form is zero it is still negative.
      let step = min(Rational(1, 2), there / (there - here) * Rational(1, 2))
      part.inside = zip(lowest, inside).map { $0 + ($1 - $0) * step }
    }
    part.halfSpaces.append(form)
    return part
  }

  /// A point of the closed cell at which a form is least.
  private func lowestPoint(of form: SpaceForm) -> [Rational] {
    let program = program(minimising: form, over: halfSpaces)
    guard let optimum = program.solve() else { preconditionFailure("a box bounds every form") }
    return moved(by: optimum.point)
  }

  /// The cell without half-spaces that the others imply, its point as far as can be from the
  /// border: the centre of the largest box in the shape of the whole.
  public func simplified() -> ParameterCell {
    var cell = self
    for form in halfSpaces.reversed() {
      let others = cell.halfSpaces.filter { $0 != form }
      let opposite = SpaceForm(.zero) - form
      guard let most = cell.program(minimising: opposite, over: others).solve() else { continue }
      // The program counts from the point inside.
      if (form.value(at: inside) + most.value).signum <= 0 { cell.halfSpaces = others }
    }
    cell.inside = cell.centre
    return cell
  }

  private var centre: [Rational] {
    let widths = ranges.map { $0.upperBound - $0.lowerBound }
    let count = ranges.count
    var rows: [[Rational]] = []
    var limits: [Rational] = []
    for (row, limit) in steps(over: halfSpaces) {
      // What the form may rise by within a box of radius 1.
      let rise = (0..<count).reduce(Rational.zero) { $0 + row[$1].magnitude * widths[$1] }
      rows.append(row + [rise])
      limits.append(limit)
    }
    let program = LinearProgram(
      maximise: Array(repeating: .zero, count: 2 * count) + [.one], rows: rows, limits: limits)
    return program.solve().map { moved(by: $0.point) } ?? inside
  }

  /// Steps away from the point inside, up and down apart, that make a form as small as can be.
  private func program(minimising form: SpaceForm, over forms: [SpaceForm]) -> LinearProgram {
    let rows = steps(over: forms)
    let padded = form.coefficients.isEmpty ? ranges.map { _ in .zero } : form.coefficients
    return LinearProgram(
      maximise: padded.map { -$0 } + padded, rows: rows.map(\.row), limits: rows.map(\.limit))
  }

  /// What limits such steps: the forms and the sides of the box.
  private func steps(over forms: [SpaceForm]) -> [(row: [Rational], limit: Rational)] {
    let sides = ranges.indices.flatMap { place in
      let unit = ranges.indices.map { $0 == place ? Rational.one : .zero }
      return [
        (row: unit + unit.map { -$0 }, limit: ranges[place].upperBound - inside[place]),
        (row: unit.map { -$0 } + unit, limit: inside[place] - ranges[place].lowerBound),
      ]
    }
    return forms.map { form in
      (row: form.coefficients + form.coefficients.map { -$0 }, limit: -form.value(at: inside))
    } + sides
  }

  private func moved(by steps: [Rational]) -> [Rational] {
    let count = ranges.count
    return (0..<count).map { inside[$0] + steps[$0] - steps[count + $0] }
  }
}
