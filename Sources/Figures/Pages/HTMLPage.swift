/// A page of HTML without scripts or links to elsewhere, to be opened from a file.
struct HTMLPage {
  /// The title.
  let title: String
  private var body = ""

  /// An empty page.
  init(title: String) {
    self.title = title
    add("h1", title)
  }

  /// Adds an element with this text.
  mutating func add(_ element: String, _ text: String, class name: String = "") {
    let attribute = name.isEmpty ? "" : " class=\"\(name)\""
    body += "<\(element)\(attribute)>\(text.escapedForXML)</\(element)>\n"
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
    img { max-width: 100%; height: auto; }
    .finding { border-left: 4px solid #2166ac; padding: .4em 0 .4em .9em; }
    .failed { border-left-color: #b2182b; }
    </style>
    </head>
    <body>

    """ + body + "</body>\n</html>\n"
  }
}
