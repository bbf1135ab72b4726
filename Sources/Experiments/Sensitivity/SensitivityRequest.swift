import Scenarios

/// What is asked about the parameters once the rows are there: which of them matter, and which
/// ranges bring a condition about.
public struct SensitivityRequest: Sendable {
  /// What is asked.
  public var question: Question
  /// The series it is asked of, by index.
  public var series: [Int]
  /// How often the bootstrap draws; 0 for no intervals.
  public var resamples: Int

  /// What is asked.
  public enum Question: Sendable {
    /// How the measure with this index hangs on each parameter: indices of Sobol over a Saltelli
    /// design, elementary effects over a Morris design.
    case measure(Int)
    /// The box of parameters in which a condition holds in at least this share of the rows.
    case box(Expectation.RowFormula, density: Double)
  }
}

/// Reads `sensitivity:` entries: `{measure, resamples, series}` and `{box, density, series}`.
struct SensitivityDecoder {
  let expectations: ExpectationDecoder

  /// Most rows of a series whose numbers are kept.
  static let mostRows = 8_000_000

  func decode(_ document: Document) throws(InputError) -> SensitivityRequest {
    let fields = try Fields(
      document, of: "an entry of \"sensitivity\"",
      keys: ["measure", "box", "resamples", "density", "series"])
    let chosen = try expectations.chosen(fields)
    let series = expectations.series
    if let wrong = chosen.first(where: { series[$0].design.rows > Self.mostRows }) {
      throw InputError(
        "a series of \(series[wrong].design.rows) rows is too long for \"sensitivity\": take "
          + "\(Self.mostRows) at most", at: document.position)
    }
    let resamples = try fields.integer("resamples") ?? 1000
    guard (0...100_000).contains(resamples) else {
      throw InputError(
        "\"resamples\" is \(resamples): write 0 to 100000", at: fields.position(of: "resamples"))
    }
    if let box = fields["box"] {
      guard fields["measure"] == nil else {
        throw InputError("\"measure\" and \"box\" together: write two entries", at: box.position)
      }
      let written = try box.scalar(fields.name("box"))
      let formula = try expectations.formula(written.text, at: written.textPosition)
      let density = try fields.number("density")?.double ?? 0.8
      guard density > 0, density <= 1 else {
        throw InputError(
          "the density of a box lies above 0 and up to 1", at: fields.position(of: "density"))
      }
      return SensitivityRequest(
        question: .box(formula, density: density), series: chosen, resamples: 0)
    }
    let named = try fields.required("measure", example: "measure: accepted")
    let measure = try expectations.measure(
      try named.text(fields.name("measure")), at: named.position)
    let fitting = chosen.filter { index in
      switch series[index].design.scheme {
      case .saltelli, .morris: true
      default: false
      }
    }
    guard !fitting.isEmpty, fields["series"] == nil || fitting == chosen else {
      throw InputError(
        "the sensitivity of a measure needs a design made for it: write design: {kind: saltelli, "
          + "n: 1024}, or kind: morris to screen many parameters", at: named.position)
    }
    return SensitivityRequest(
      question: .measure(measure), series: fitting, resamples: resamples)
  }
}
