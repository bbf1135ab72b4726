import Laboratory

/// A page of HTML without scripts or links to elsewhere, to be opened from a file.
struct HTMLPage {
  /// The title.
  let title: String
  /// Rules of style that only this kind of page has.
  private let style: String
  private var body = ""

  /// An empty page.
  init(title: String, style: String = "") {
    self.title = title
    self.style = style
    add("h1", title)
  }

  /// Opens an element that holds others, which ``close(_:)`` ends.
  mutating func open(_ element: String, class name: String) {
    body += "<\(element) class=\"\(name)\">\n"
  }

  /// Ends an element.
  mutating func close(_ element: String) { body += "</\(element)>\n" }

  /// Adds an element with this text.
  mutating func add(_ element: String, _ text: String, class name: String = "") {
    let attribute = name.isEmpty ? "" : " class=\"\(name)\""
    body += "<\(element)\(attribute)>\(Self.prose(text))</\(element)>\n"
  }

  /// A text with what stands between grave accents as code.
  private static func prose(_ text: String) -> String {
    let parts = text.escapedForXML.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return text.escapedForXML }
    return parts.enumerated().map { $0 % 2 == 1 ? "<code>\($1)</code>" : String($1) }.joined()
  }

  /// Adds a list.
  mutating func add(list items: [String]) {
    body += "<ul>\n" + items.map { "<li>\($0.escapedForXML)</li>\n" }.joined() + "</ul>\n"
  }

  /// Adds a table; a cell is its text and where it links to.
  mutating func add(columns: [String], rows: [[(text: String, link: String?)]]) {
    body += "<table>\n<tr>" + columns.map { "<th>\($0.escapedForXML)</th>" }.joined() + "</tr>\n"
    for row in rows {
      let cells = row.map { cell in
        let text = cell.text.escapedForXML
        return "<td>" + (cell.link.map { "<a href=\"\($0.escapedForXML)\">\(text)</a>" } ?? text)
          + "</td>"
      }
      body += "<tr>" + cells.joined() + "</tr>\n"
    }
    body += "</table>\n"
  }

  /// Adds a drawing as an image of its own, so that names inside do not meet those of others.
  mutating func add(image path: String, description: String) {
    body +=
      "<p><img src=\"\(path.escapedForXML)\" alt=\"\(description.escapedForXML)\"></p>\n"
  }

  /// Adds a paragraph of code, such as a command.
  mutating func add(code text: String) {
    body += "<pre><code>\(text.escapedForXML)</code></pre>\n"
  }

  /// Adds a table: numbers aligned at their end, a text or a number a line in a cell of several.
  mutating func add(_ table: ResultTable) {
    body += "<div class=\"wide\">\n<table>\n"
    if let caption = table.caption { body += "<caption>\(caption.escapedForXML)</caption>\n" }
    let columns = table.columns.enumerated().map { index, name in
      let isNumeric = table.rows.contains { $0[index].isNumeric }
      return "<th\(isNumeric ? " class=\"number\"" : "")>\(name.escapedForXML)</th>"
    }.joined()
    body += "<thead><tr>\(columns)</tr></thead>\n<tbody>\n"
    for row in table.rows {
      let cells = row.map { "<td\($0.isNumeric ? " class=\"number\"" : "")>\($0.html)</td>" }
      body += "<tr>\(cells.joined())</tr>\n"
    }
    body += "</tbody>\n</table>\n</div>\n"
    for note in table.notes { add("p", note, class: "note") }
  }

  /// Adds a drawing in the page itself; `name` keeps its ids apart from those of others.
  mutating func add(drawing svg: String, name: String, caption: String) {
    body += "<figure>\n\(InlineDrawing.text(of: svg, name: name))"
    body += "<figcaption>\(caption.escapedForXML)</figcaption>\n</figure>\n"
  }

  /// The whole document.
  var text: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title.escapedForXML)</title>
    <style>
    body { font: 16px/1.5 Helvetica, Arial, "Liberation Sans", sans-serif; color: #222;
      max-width: 800px; margin: 2em auto; padding: 0 1em; }
    h1 { font-size: 1.5em; } h2 { font-size: 1.1em; margin-top: 1.6em; }
    table { border-collapse: collapse; } th, td { text-align: left; vertical-align: top;
      padding: .35em .7em .35em 0; border-bottom: 1px solid #ddd; }
    img, svg { max-width: 100%; height: auto; }
    .wide { overflow-x: auto; margin: 1em 0; } .wide table { font-size: .86em; line-height: 1.35; }
    caption { text-align: left; font-weight: bold; padding-bottom: .3em; }
    td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .note, figcaption { font-size: .86em; color: #555; } figure { margin: 1.2em 0; }
    pre { font: .86em/1.45 "Liberation Mono", Menlo, Consolas, monospace; background: #f5f5f5;
      padding: .7em .9em; white-space: pre-wrap; overflow-wrap: anywhere; }
    .question { font-size: 1.15em; font-style: italic; }
    .finding { border-left: 4px solid #2166ac; padding: .4em 0 .4em .9em; }
    .failed { border-left-color: #b2182b; }
    @media print { body { margin: 0; max-width: none; font-size: 11pt; }
      figure, tr { break-inside: avoid; } h2 { break-after: avoid; } .wide { overflow: visible; } }
    \(style)</style>
    </head>
    <body>

    """ + body + "</body>\n</html>\n"
  }
}
