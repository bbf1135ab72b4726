import Arithmetic
public import Experiments
import Laboratory

extension TornadoFigure {
  /// The figure of what each parameter of an experiment does on its own.
  ///
  /// - Parameters:
  ///   - title: nil for words of its own.
  ///   - xLabel: what runs to the right; nil for the measure.
  public init(_ effects: OneAtATime, title: String? = nil, xLabel: String? = nil) {
    let series = effects.series.map { " (\($0))" } ?? ""
    self.init(
      title: title ?? "One parameter at a time: \(effects.measure)\(series)",
      xLabel: xLabel ?? effects.measure,
      base: effects.base,
      bars: effects.effects.map { effect in
        Bar(
          label: effect.parameter,
          low: (effect.low.result, Axis.label(effect.low.value)),
          high: (effect.high.result, Axis.label(effect.high.value)))
      },
      caption: "At the ends of the bars the value of the parameter; all others are at their base, "
        + "the vertical line.")
  }
}

extension OneAtATime {
  /// The numbers of the figure, one row a parameter.
  public var csv: String {
    var table = Self.emptyTable(measure)
    table.rows = effects.map { effect in
      [.text(effect.parameter)]
        + [effect.low.value, effect.low.result, effect.high.value, effect.high.result, base].map {
          .init(floating: $0)
        }
    }
    return table.csv
  }

  /// The headings of the numbers, without rows.
  static func emptyTable(_ measure: String) -> ResultTable {
    ResultTable(
      columns: [
        "parameter", "least", "\(measure) there", "greatest", "\(measure) at that", "base",
      ])
  }
}

extension TornadoFigure {
  /// The figure that a spec asks for; without bars where no row differs in one parameter only.
  init(_ data: FigureData) {
    let request = data.request
    guard let effects = data.alone else {
      self.init(
        title: request.title, xLabel: request.xLabel, base: 0, bars: [],
        caption: "No bars: the rows do not hold the base and a point that differs from it in one "
          + "parameter only. A design one-at-a-time has them.")
      return
    }
    self.init(effects, title: request.title, xLabel: request.xLabel)
  }
}
