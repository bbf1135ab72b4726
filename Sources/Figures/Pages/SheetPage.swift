public import Laboratory

/// A sheet of a handout as a page that prints well on A4 and on letter paper.
public enum SheetPage {
  /// The page.
  public static func html(of sheet: Sheet) -> String {
    var page = HTMLPage(title: sheet.title, style: style)
    page.add("p", sheet.reader, class: "reader")
    for section in sheet.sections {
      page.open("section", class: section.slips.isEmpty ? "part" : "part long")
      page.add("h2", section.heading)
      for paragraph in section.paragraphs { page.add("p", paragraph) }
      if !section.items.isEmpty { page.add(list: section.items) }
      if let text = section.verbatim { page.add("pre", text) }
      for table in section.tables where !table.rows.isEmpty {
        // What is to be filled in by hand needs room.
        if table.rows.contains(where: { $0.dropFirst().allSatisfy { $0 == "" } }) {
          page.add(blank: table)
        } else {
          page.add(table)
        }
      }
      if !section.slips.isEmpty {
        page.open("div", class: "slips")
        for slip in section.slips {
          for _ in 0..<slip.copies { page.add(slip) }
        }
        page.close("div")
      }
      page.close("section")
    }
    return page.text
  }

  /// Black on white, nothing torn apart between two pages, slips with lines to cut along.
  private static let style = """
    @page { size: A4; margin: 16mm; }
    .reader { display: inline-block; border: 2px solid #222; padding: .2em .8em; font-weight: bold; }
    table { margin: .6em 0; font-variant-numeric: tabular-nums; }
    caption { text-align: left; font-style: italic; padding: .3em 0; }
    td.number, th.number { text-align: right; padding-right: 1.4em; }
    td { min-width: 2.2em; height: 1.3em; }
    table.blank { width: 100%; } table.blank td { height: 1.9em; border: 1px solid #bbb; }
    table.blank td:first-child { padding: .2em .6em; white-space: nowrap; width: 1%; }
    pre { font-size: .8em; line-height: 1.35; white-space: pre-wrap; }
    p.note { font-size: .85em; color: #555; }
    .slips { display: flex; flex-wrap: wrap; gap: 0; }
    .slip { box-sizing: border-box; width: 50%; border: 1px dashed #777; padding: .7em .9em;
      break-inside: avoid; }
    .slip h3 { margin: 0 0 .5em; font-size: 1em; }
    .slip p { margin: .35em 0; }
    .line { border-bottom: 1px solid #222; padding-right: 9em; }
    @media print {
      body { max-width: none; margin: 0; padding: 0; font-size: 11pt; }
      h1 { font-size: 17pt; } h2, h3 { break-after: avoid; }
      tr, li { break-inside: avoid; }
      .part:not(.long) { break-inside: avoid-page; }
    }

    """
}

extension HTMLPage {
  /// Adds a table to be filled in by hand, with room to write.
  mutating func add(blank table: ResultTable) {
    func row(_ element: String, _ cells: [String]) {
      open("tr", class: "row")
      for cell in cells { add(element, cell) }
      close("tr")
    }
    open("table", class: "blank")
    row("th", table.columns)
    for cells in table.rows { row("td", cells.map { $0.textLines.joined(separator: " ") }) }
    close("table")
  }

  /// Adds a slip: lines to write on and boxes to tick.
  mutating func add(_ slip: Sheet.Slip) {
    open("div", class: "slip")
    add("h3", slip.title)
    for field in slip.fields {
      switch field {
      case .blank(let label):
        open("p", class: "field")
        add("span", label + ": ")
        add("span", "\u{A0}", class: "line")
        close("p")
      case .choice(let label, let options):
        add("p", "\(label): " + options.map { "\u{2610}\u{A0}\($0)" }.joined(separator: "  "))
      }
    }
    close("div")
  }
}
