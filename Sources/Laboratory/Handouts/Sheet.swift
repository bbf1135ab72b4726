/// A sheet of paper that is given out: a title, whom it is for, and sections.
public struct Sheet: Sendable {
  /// The title.
  public var title: String
  /// Whom it is for, such as `For everyone`.
  public var reader: String
  /// What stands on it.
  public var sections: [Section]

  /// A heading and what stands below it: paragraphs, a list, a drawing in letters, tables, slips to
  /// fill in, in this order.
  public struct Section: Sendable {
    /// The heading.
    public var heading: String
    /// Paragraphs.
    public var paragraphs: [String]
    /// A list.
    public var items: [String]
    /// Lines whose blanks count, such as those of a tree.
    public var verbatim: String?
    /// Tables.
    public var tables: [ResultTable]
    /// What is filled in by hand.
    public var slips: [Slip]

    init(
      _ heading: String, paragraphs: [String] = [], items: [String] = [],
      tables: [ResultTable] = [], slips: [Slip] = []
    ) {
      self.heading = heading
      self.paragraphs = paragraphs
      self.items = items
      self.tables = tables
      self.slips = slips
    }

    /// Whether nothing stands below the heading.
    var isEmpty: Bool {
      paragraphs.isEmpty && items.isEmpty && verbatim == nil
        && tables.allSatisfy { $0.rows.isEmpty } && slips.isEmpty
    }
  }

  /// A slip that is filled in by hand.
  public struct Slip: Sendable {
    /// What it is.
    public var title: String
    /// What is filled in.
    public var fields: [Field]
    /// How many are printed.
    public var copies: Int
  }

  /// One thing to fill in.
  public enum Field: Hashable, Sendable {
    /// A line to write on.
    case blank(String)
    /// Boxes to tick one of.
    case choice(String, [String])
  }

  init(title: String, reader: String, sections: [Section]) {
    self.title = title
    self.reader = reader
    self.sections = sections.filter { !$0.isEmpty }
  }
}
