/// An SVG document as a part of a page.
enum InlineDrawing {
  /// The drawing with `name` before each of its ids, so that those of several drawings in one page
  /// differ.
  static func text(of svg: String, name: String) -> String {
    var text = replace("\"title desc\"", by: "\"\(name)-title \(name)-desc\"", in: Array(svg.utf8))
    text = replace(" id=\"", by: " id=\"\(name)-", in: text)
    text = replace("\"url(#", by: "\"url(#\(name)-", in: text)
    return String(decoding: text, as: UTF8.self)
  }

  private static func replace(_ old: String, by new: String, in text: [UInt8]) -> [UInt8] {
    let (old, new) = (Array(old.utf8), Array(new.utf8))
    var result: [UInt8] = []
    result.reserveCapacity(text.count + text.count / 8)
    var place = 0
    while place < text.count {
      if text[place] == old[0], text[place...].starts(with: old) {
        result.append(contentsOf: new)
        place += old.count
      } else {
        result.append(text[place])
        place += 1
      }
    }
    return result
  }
}
