import Arithmetic
public import Experiments
import Laboratory

extension TornadoFigure {
  /// The figure of what each parameter of an experiment does on its own.
  public init(_ effects: OneAtATime, _ experiment: Experiment) {
    let series = effects.series.map { " (\($0))" } ?? ""
    self.init(
      title: "One parameter at a time: \(effects.measure)\(series)", xLabel: effects.measure,
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
    ResultTable(
      columns: [
        "parameter", "least", "\(measure) there", "greatest", "\(measure) at that", "base",
      ],
      rows: effects.map { effect in
        [.text(effect.parameter)]
          + [
            effect.low.value, effect.low.result, effect.high.value, effect.high.result, base,
          ].map { .init(floating: $0) }
      }
    ).csv
  }
}
