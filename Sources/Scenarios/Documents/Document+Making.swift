// How documents are made that are to be written.
extension Document {
  private static let written = Position(file: "<written>")

  /// A text.
  static func text(_ text: String) -> Document {
    .scalar(Scalar(text, style: .quoted, position: written))
  }

  /// A number or an expression.
  static func plain(_ text: String) -> Document {
    .scalar(Scalar(text, position: written))
  }

  /// Keys and values, those without a value left out.
  static func mapping(_ fields: [(String, Document?)]) -> Document {
    .mapping(
      fields.compactMap { key, value in
        value.map { Entry(key: key, keyPosition: written, value: $0) }
      }, written)
  }

  /// A list.
  static func list(_ items: [Document]) -> Document { .sequence(items, written) }

  /// Keys and values, nil where there are none.
  static func mappingUnlessEmpty(_ fields: [(String, Document?)]) -> Document? {
    fields.isEmpty ? nil : mapping(fields)
  }

  /// Texts, nil where there are none.
  static func texts(_ texts: [String]) -> Document? {
    texts.isEmpty ? nil : list(texts.map(text))
  }
}
