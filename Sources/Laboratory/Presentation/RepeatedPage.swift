import Scenarios

extension RepeatedForm: Paged {
  func page(in setting: Setting) -> any FormPage { RepeatedPage(setting: setting, form: self) }
}

/// A repeated game: the stage game as a matrix, and how it is repeated.
struct RepeatedPage: FormPage {
  let setting: Setting
  let form: RepeatedForm

  private var stage: StrategicPage { StrategicPage(setting: setting) }

  func choices(_ style: TextStyle) -> [String] { stage.choices(style) }

  func game(_ style: TextStyle) -> String {
    let factors = zip(setting.scenario.actors, setting.evaluated.numbers).map {
      "\($0.name) \($1.readingText)"
    }
    let times = form.periods.map { Words.count($0, "period") } ?? "no end"
    return "Played again and again, \(times); discount factors: \(Words.list(factors)).\n"
      + stage.game(style)
  }

  var tables: [ResultTable] { stage.tables }

  var json: [JSONValue.Member] {
    stage.json + [
      .init("discount", setting.json(perActor: setting.evaluated.numbers)),
      .init("periods", form.periods.map { .integer($0) } ?? .null),
    ]
  }

  var csv: ResultTable { stage.csv }
}
