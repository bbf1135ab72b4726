public import Laboratory
public import Scenarios

/// A form that can be played at a table.
public protocol Playable: GameForm {
  /// The game at the start of a round.
  ///
  /// - Throws: `InputError` where the numbers make no game.
  func play(in setting: Setting) throws(InputError) -> any Play
}

extension StrategicForm: Playable {
  /// All choose at once.
  public func play(in setting: Setting) -> any Play { SealedPlay(setting, form: self) }
}

extension HypergameForm: Playable {
  /// All choose at once, each seeing its own game; what comes of it is the true game's.
  public func play(in setting: Setting) -> any Play {
    SealedPlay(setting, form: truth, seen: perceivedGains(in: setting.evaluated))
  }
}

extension RepeatedForm: Playable {
  /// A round is a period.
  public func play(in setting: Setting) -> any Play { SealedPlay(setting, form: stage) }
}
