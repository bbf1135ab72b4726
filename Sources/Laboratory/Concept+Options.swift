import Arithmetic
import LinearPrograms

extension Concept {
  /// What a question says besides the concept: how long to work, and the concept's own options.
  public struct Options: Sendable {
    /// Seconds after which to stop with what is found; nil for no limit.
    public var seconds: Double?
    /// The options given, by name, as typed.
    public var texts: [(name: String, text: String)]
    /// Is told what long work is ahead, in one line, before it starts.
    public var announce: (@Sendable (String) -> Void)?

    /// These options.
    public init(seconds: Double? = nil, texts: [(name: String, text: String)] = []) {
      self.seconds = seconds
      self.texts = texts
    }

    /// The limit that cut work short, in words.
    var limit: String {
      Deadline.isInterrupted ? Deadline.none.limit : (seconds ?? 0).durationText
    }

    /// Tells of work that will take some time, where somebody listens: a sweep estimates nothing.
    ///
    /// - Parameter seconds: expected; less than two are not worth a word.
    func announce(_ work: @autoclosure () -> String, seconds: @autoclosure () -> Double) {
      guard let announce else { return }
      let seconds = seconds()
      if seconds >= 2 { announce("\(work()); about \(seconds.durationText)") }
    }

    /// The text of an option, nil where it is not given.
    func text(_ name: String) -> String? { texts.last { $0.name == name }?.text }

    /// The number that an option gives, nil where it is not given.
    ///
    /// - Throws: ``LaboratoryError/wrongOption(option:found:expected:)``.
    func number(_ name: String) throws(LaboratoryError) -> Rational? {
      guard let text = text(name) else { return nil }
      guard let number = Rational(text) else {
        throw .wrongOption(
          option: name, found: text, expected: "a number, such as 1, 3/4 or 0.75")
      }
      return number
    }
  }

  /// Refuses options that none of the concepts takes.
  ///
  /// - Throws: ``LaboratoryError/uselessOption(option:takers:)``.
  public static func refuseUseless(
    _ options: Options, asking concepts: [Concept]
  ) throws(LaboratoryError) {
    for (name, _) in options.texts where !concepts.contains(where: { $0.options.contains(name) }) {
      throw .uselessOption(
        option: name, takers: all.filter { $0.options.contains(name) }.map(\.name))
    }
  }
}
