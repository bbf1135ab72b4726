/// Why something that was asked for is not done.
public enum Refusal: Error, Hashable, Sendable {
  /// The code is not the session's.
  case wrongCode
  /// A name is missing, or longer than the limit.
  case badName(limit: Int)
  /// Another has this name.
  case nameTaken
  /// There are as many players as there can be.
  case full(limit: Int)
  /// No round is being played.
  case notPlaying
  /// The round is not over.
  case stillPlaying
  /// The session stands still.
  case paused
  /// The session is over.
  case closed
  /// A bot sits in the chair: the facilitator gives it back.
  case replaced
  /// The game has moved on since the page was made.
  case late
  /// It is not this actor's turn.
  case notYourTurn
  /// The actor has moved, and a move is not taken back.
  case alreadyMoved
  /// There is no such move, proposal, chair or table.
  case unknown
  /// The combination cannot be had.
  case infeasible
  /// The shares are no numbers, or come to more than there is.
  case badShares(worth: String)
  /// A message is empty, or longer than the limit.
  case badMessage(limit: Int)
  /// There were too many messages.
  case tooManyMessages(limit: Int)
  /// A value that cannot be set, and why.
  case badValue(String)
  /// Somebody who must consent does not.
  case notRatified(by: String)
  /// Nothing can be kept any more: the disk said this.
  case notStored(String)
}
