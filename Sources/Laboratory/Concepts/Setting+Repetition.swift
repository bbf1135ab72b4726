import Arithmetic
import GameForms
import Scenarios

extension Setting {
  /// The game repeated: as its file has it, or as the options `delta` and `periods` say.
  ///
  /// - Throws: ``LaboratoryError`` where nothing says how the actors discount or the option is no
  ///   discount factor, `InputError` where the file's is none.
  func repeated(_ options: Concept.Options, asking concept: String) throws -> RepeatedGame {
    let form = scenario.form as? RepeatedForm
    let periods = try options.count("periods", from: 1, to: 1_000_000) ?? form?.periods
    let isFinite = periods != nil
    func isFactor(_ number: Rational) -> Bool {
      number.signum >= 0 && (number < .one || (isFinite && number == .one))
    }
    let range = isFinite ? "from 0 to 1" : "from 0 to below 1"
    if let delta = try options.number("delta") {
      guard isFactor(delta) else {
        throw LaboratoryError.wrongOption(
          option: "delta", found: "\(delta)", expected: "a discount factor \(range)")
      }
      return RepeatedGame(
        stage: utilities, discounts: utilities.shape.map { _ in delta }, periods: periods)
    }
    guard let form else {
      throw LaboratoryError.needsOption(concept: concept, option: "delta", example: "3/4")
    }
    for (actor, number) in evaluated.numbers.enumerated() where !isFactor(number) {
      throw InputError(
        "the discount factor of \(quoted(scenario.actors[actor].key)) is \(number.shortText): "
          + "write one \(range)", at: form.discounts[actor].position)
    }
    return RepeatedGame(stage: utilities, discounts: evaluated.numbers, periods: periods)
  }
}

extension Concept.Options {
  /// The whole number that an option gives, nil where it is not given.
  ///
  /// - Throws: ``LaboratoryError/wrongOption(option:found:expected:)``.
  func count(_ name: String, from least: Int, to most: Int) throws(LaboratoryError) -> Int? {
    guard let text = text(name) else { return nil }
    guard let count = Int(text), (least...most).contains(count) else {
      throw .wrongOption(
        option: name, found: text, expected: "a whole number from \(least) to \(most)")
    }
    return count
  }
}
