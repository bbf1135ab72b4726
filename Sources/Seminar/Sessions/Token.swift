/// Words that let someone in and cannot be guessed.
public enum Token {
  /// A token of 160 random bits: 32 letters and digits.
  public static func fresh() -> String { text(letters: 32, of: "abcdefghijklmnopqrstuvwxyz234567") }

  /// A code to be read from a wall: 6 letters that are not mistaken for one another.
  ///
  /// It holds 27 bits, so guesses at it must be few.
  public static func joinCode() -> String { text(letters: 6, of: "ABCDEFGHJKLMNPQRSTUVWXYZ") }

  private static func text(letters: Int, of alphabet: String) -> String {
    // The system's generator reads from the kernel's.
    var generator = SystemRandomNumberGenerator()
    let alphabet = Array(alphabet)
    return String(
      (0..<letters).map { _ in alphabet[Int.random(in: alphabet.indices, using: &generator)] })
  }
}
