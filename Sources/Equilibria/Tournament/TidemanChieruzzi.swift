/// Retaliates one round longer for each run of defections, gives a fresh start to those who lag ten
/// points behind and do not play at random, and defects on the last two rounds (Tideman and
/// Chieruzzi 1980).
struct TidemanChieruzzi: Player {
  private var length = 0
  private var remaining = 0
  private var lead = 0.0
  private var lastStart = 0
  private var isStarting = false
  private var defections = 0

  mutating func move(_ match: MatchView, _ chance: inout RandomStream) -> Move {
    let intended = intention(match)
    return match.played >= match.rounds - 2 ? .defect : intended
  }

  private mutating func intention(_ match: MatchView) -> Move {
    if match.played == 0 { return .cooperate }
    if match.other.last == .defect { defections += 1 }
    let (own, other) = (match.own.last.rawValue, match.other.last.rawValue)
    lead += match.payoffs[2 * own + other] - match.payoffs[2 * other + own]
    if isStarting {
      isStarting = false
      return .cooperate
    }
    if deservesFreshStart(match) {
      lastStart = match.played + 1
      (length, remaining, defections) = (0, 0, 0)
      isStarting = true
      return .cooperate
    }
    if remaining > 0 {
      remaining -= 1
      return .defect
    }
    guard match.other.last == .defect else { return .cooperate }
    length += 1
    remaining = length - 1
    return .defect
  }

  private func deservesFreshStart(_ match: MatchView) -> Bool {
    let round = match.played + 1
    guard lastStart == 0 || round - lastStart >= 20, lead >= 10, match.rounds - round >= 10,
      match.other.last == .cooperate
    else { return false }
    let count = Double(match.played)
    return abs(Double(defections) - count / 2) >= 3 * count.squareRoot() / 2
  }
}
