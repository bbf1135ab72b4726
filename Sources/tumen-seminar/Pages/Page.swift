/// A whole document: without outside scripts, fonts or images, and without any that stand in it.
struct Page {
  /// The title.
  let title: String
  /// The language.
  let words: Words
  /// Where live regions come from; nil for a page that stands still.
  var live: String?
  /// What is in `main`.
  let content: HTML

  var html: HTML {
    let attribute: HTML = live.map { " data-live=\"\($0)\"" } ?? ""
    return """
      <!DOCTYPE html>
      <html lang="\(words.language)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <link rel="stylesheet" href="/seminar.css">
      <link rel="icon" href="data:,">
      <script src="/seminar.js" defer></script>
      </head>
      <body\(attribute) data-lost="\(words(.lost))" data-unsent="\(words(.unsent))"
        data-turn="\(words(.yourMove))">
      <main>
      \(content)
      </main>
      <div id="notice" role="status" aria-live="polite"></div>
      </body>
      </html>

      """
  }
}
