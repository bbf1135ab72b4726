import Figures

/// A piece of HTML. Text that is put into one is escaped; only HTML goes in as it is.
struct HTML: ExpressibleByStringInterpolation, Hashable, Sendable {
  /// The markup.
  private(set) var text: String

  init(stringLiteral value: String) { text = value }

  init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  /// Builds a piece out of literals and what is put into them.
  struct StringInterpolation: StringInterpolationProtocol {
    var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 32 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { text += literal }
    mutating func appendInterpolation(_ string: String) { text += string.escapedForXML }
    mutating func appendInterpolation(_ number: Int) { text += String(number) }
    mutating func appendInterpolation(_ html: HTML) { text += html.text }
    mutating func appendInterpolation(_ list: [HTML]) { for html in list { text += html.text } }
  }

  static func += (one: inout HTML, other: HTML) { one.text += other.text }

  /// Nothing.
  static let empty: HTML = ""

  /// Whether there is nothing.
  var isEmpty: Bool { text.isEmpty }
}

extension Sequence {
  /// The pieces made of each element, one after another.
  func html(_ piece: (Element) -> HTML) -> HTML {
    var all = HTML.empty
    for element in self { all += piece(element) }
    return all
  }
}

/// A part of a page that is sent again when it changes.
struct Region: Hashable, Sendable {
  /// The id of the element that holds it.
  let id: String
  /// What is in it.
  let content: HTML
}
