import Arithmetic
import Laboratory
import Seminar

/// What each table did, against theory, the record, and a room in which nobody cared who gains
/// more.
struct DebriefPage {
  let words: Words
  let debrief: Debrief
  /// Where to go from here.
  let back: String

  var html: HTML {
    let games = debrief.games.html { GameDebriefPart(words: words, game: $0).html }
    let content: HTML =
      debrief.games.isEmpty ? "<p class=\"card\">\(words(.nothingYet))</p>" : games
    return Page(
      title: words(.debrief), words: words,
      content: "<h1>\(words(.debrief))</h1>\(content)<p><a href=\"\(back)\">\(words(.back))</a></p>"
    ).html
  }
}

/// One game of the debrief.
struct GameDebriefPart {
  let words: Words
  let game: PlayedRounds

  var html: HTML {
    var html: HTML = "<section class=\"card\"><h2>\(game.scenario.title)</h2>"
    if let purpose = game.scenario.seminar?.purpose { html += "<p>\(words(.purpose, purpose))</p>" }
    html += "<p class=\"soft\">\(game.setting.conditions)</p>"
    html += "<h3>\(words(.distribution))</h3>\(bars)\(recorded)\(precision)</section>"
    html += "<section class=\"card\"><h3>\(words(.tablesTitle))</h3>\(lines)</section>"
    if let truth = game.truth { html += self.truth(truth) }
    html += theory
    if let questions = game.scenario.seminar?.debrief, !questions.isEmpty {
      html += """
        <section class="card"><h3>\(words(.questions))</h3>\
        <ol>\(questions.html { "<li>\($0)</li>" })</ol></section>
        """
    }
    return html
  }

  /// How often each outcome came about: a bar and the count.
  private var bars: HTML {
    let shown = game.distribution.prefix(20)
    guard let most = shown.first?.count else { return "<p>\(words(.noResult))</p>" }
    let rows = shown.html { entry in
      """
      <tr><th scope="row">\(words(entry.words))</th>\
      <td><meter min="0" max="\(most)" value="\(entry.count)"></meter></td>\
      <td class="number">\(entry.count)</td></tr>
      """
    }
    return "<div class=\"scroll\"><table class=\"bars\">\(rows)</table></div>"
  }

  private var recorded: HTML {
    guard let recorded = game.recorded else { return "" }
    var html: HTML = "<p><b>\(words(.recorded))</b> \(recorded)"
    if let source = game.scenario.outcome?.source {
      html += " <span class=\"soft\">(\(source))</span>"
    }
    html += "</p>"
    if let note = game.scenario.outcome?.note { html += "<p class=\"soft\">\(note)</p>" }
    return html
  }

  private var precision: HTML {
    guard let fit = game.precision else { return "" }
    let lambda = (fit.isRisingAtEnd ? "> " : "= ") + fit.lambda.text(digits: 4)
    let meaning = words(.precisionMeaning, fit.logLikelihood.text(digits: 5))
    return """
      <p><b>\(words(.precision))</b> λ \(lambda) <span class="soft">(\(meaning))</span></p>
      """
  }

  private var lines: HTML {
    let actors = game.scenario.actors
    let heads = actors.html { "<th class=\"number\">\($0.name)</th>" }
    let rows = game.lines.suffix(500).html { line in
      let gains = actors.indices.html { actor in
        "<td class=\"number\">\(line.gains?[actor].readingText ?? "–")</td>"
      }
      let note: HTML = line.note.map { "<br>\(words($0))" } ?? ""
      return """
        <tr><td>\(line.round)</td><td>\(line.table + 1)</td>\
        <td>\(line.words.map { words($0) } ?? words(.noResult))<br><span class="soft">\
        \(line.seats.map { words($0) }.joined(separator: ", "))</span>\(note)</td>\(gains)\
        <td>\(line.verdict ?? "–")</td><td>\(line.verdictWithoutRule ?? "–")</td>\
        <td>\(yes(line.isEfficient))</td><td>\(line.isRecorded ? words(.yes) : "")</td></tr>
        """
    }
    return """
      <div class="scroll"><table class="lines"><tr><th>\(words(.roundShort))</th><th>\(words(.tableShort))</th>\
      <th>\(words(.outcome))</th>\(heads)<th>\(words(.predicted))</th>\
      <th>\(words(.predictedWithout))</th><th>\(words(.efficient))</th>\
      <th>\(words(.asRecorded))</th></tr>\(rows)</table></div>
      """
  }

  /// What really came of each profile, and what each actor took it to be.
  private func truth(_ truth: TrueGame) -> HTML {
    let actors = game.scenario.actors
    func gains(_ values: [Rational]) -> String {
      zip(actors, values).map { "\($0.name) \($1.readingText)" }.joined(separator: ", ")
    }
    let heads = actors.html { "<th>\(words(.asSeenBy, $0.name))</th>" }
    let rows = truth.rows.html { row in
      let seen = row.seen.html { $0 == row.gains ? "<td>=</td>" : "<td><b>\(gains($0))</b></td>" }
      return "<tr><td>\(row.words)</td><td>\(gains(row.gains))</td>\(seen)</tr>"
    }
    return """
      <section class="card"><h3>\(words(.trueGame))</h3><div class="scroll"><table>\
      <tr><th>\(words(.outcome))</th><th>\(words(.trueGains))</th>\(heads)</tr>\(rows)\
      </table></div></section>
      """
  }

  private func yes(_ holds: Bool?) -> String {
    holds.map { words($0 ? .yes : .no) } ?? "–"
  }

  private var theory: HTML {
    game.theory.html { theory in
      let content = theory.tables.html(table)
      let trouble: HTML = theory.trouble.map { "<p class=\"soft\">\($0)</p>" } ?? ""
      return """
        <section class="card"><h3>\(theory.concept.name)</h3>
        <p class="soft">\(theory.concept.answers) (\(theory.concept.source))</p>
        \(content)\(trouble)</section>
        """
    }
  }

  private func table(_ table: ResultTable) -> HTML {
    let caption: HTML = table.caption.map { "<caption>\($0)</caption>" } ?? ""
    let rows = table.rows.prefix(100).html { row in
      let cells = row.html { cell in
        let lines = cell.textLines.enumerated().html { place, line in
          place == 0 ? "\(line)" : "<br>\(line)"
        }
        return cell.isNumber ? "<td class=\"number\">\(lines)</td>" : "<td>\(lines)</td>"
      }
      return "<tr>\(cells)</tr>"
    }
    let heads = table.columns.enumerated().html { place, head in
      let isNumber = table.rows.first.map { $0.indices.contains(place) && $0[place].isNumber }
      return isNumber == true ? "<th class=\"number\">\(head)</th>" : "<th>\(head)</th>"
    }
    let notes = table.notes.html { "<p class=\"soft\">\($0)</p>" }
    return """
      <div class="scroll"><table>\(caption)<tr>\(heads)</tr>\
      \(rows)</table></div>\(notes)
      """
  }
}
