// The rules of Axelrod's first tournament that are no finite automata, after Axelrod 1980; where the
// descriptions leave something open, as the library Axelrod 4.14 settles it.

/// Retaliates for so many rounds as there were departures from cooperation (Shubik 1970).
struct Shubik: Player {
  private var length = 0
  private var remaining = 0

  mutating func move(_ match: MatchView, _ chance: inout RandomStream) -> Move {
    if match.played == 0 { return .cooperate }
    if remaining == 0 {
      guard match.other.last == .defect, match.own.last == .cooperate else { return .cooperate }
      length += 1
      remaining = length
    }
    remaining -= 1
    return .defect
  }
}

/// Defects exactly after these sums over the last three rounds (Nydegger 1978).
struct Nydegger: Player {
  private static let defects = [
    1, 6, 7, 17, 22, 23, 26, 29, 30, 31, 33, 38, 39, 45, 49, 54, 55, 58, 61,
  ]

  mutating func move(_ match: MatchView, _ chance: inout RandomStream) -> Move {
    switch match.played {
    case 0: return .cooperate
    case 1: return match.other.last
    case 2:
      let isAlternating = match.other.moves[0] == .defect && match.other.moves[1] == .cooperate
      return isAlternating ? .defect : match.other.last
    default:
      let sum = zip(1...3, [16, 4, 1]).reduce(0) { sum, term in
        sum + term.1 * (2 * match.other.back(term.0).rawValue + match.own.back(term.0).rawValue)
      }
      return Self.defects.contains(sum) ? .defect : .cooperate
    }
  }
}

/// Cooperates if that earns more in the long run, by the shares of cooperation that followed its
/// own moves (Downing 1975).
struct Downing: Player {
  private var afterCooperation = 0
  private var afterDefection = 0

  mutating func move(_ match: MatchView, _ chance: inout RandomStream) -> Move {
    if match.played == 0 { return .defect }
    // The first move counts as an answer to cooperation before the match.
    let cause = match.played == 1 ? Move.cooperate : match.own.back(2)
    if match.other.last == .cooperate {
      if cause == .cooperate { afterCooperation += 1 } else { afterDefection += 1 }
    }
    if match.played == 1 { return .defect }
    let alpha = Double(afterCooperation) / Double(match.own.cooperations + 1)
    let beta = Double(afterDefection) / Double(max(match.own.defections, 2))
    let cooperating = alpha * match.payoffs[0] + (1 - alpha) * match.payoffs[1]
    let defecting = beta * match.payoffs[2] + (1 - beta) * match.payoffs[3]
    if cooperating == defecting { return match.own.last.other }
    return cooperating > defecting ? .cooperate : .defect
  }
}

/// Tit for tat whose answer to cooperation falls from certain to one time in two over 200 rounds
/// (Feld 1980).
struct Feld: Player {
  mutating func move(_ match: MatchView, _ chance: inout RandomStream) -> Move {
    guard match.played > 0, match.other.last == .cooperate else { return match.other.last }
    return chance.move(cooperating: max(1 - 0.5 / 200 * Double(match.played), 0.5))
  }
}

/// Cooperates for eleven rounds, then a tenth less often than the other in the last ten (Overcast
/// and Tullock 1971).
struct Tullock: Player {
  mutating func move(_ match: MatchView, _ chance: inout RandomStream) -> Move {
    guard match.played >= 11 else { return .cooperate }
    let recent = match.other.moves.suffix(10).count { $0 == .cooperate }
    return chance.move(cooperating: max(0, Double(recent) / 10 - 0.1))
  }
}

/// Cooperates with a probability drawn anew each round from three to seven tenths (name withheld,
/// 1980).
struct Anonymous: Player {
  mutating func move(_ match: MatchView, _ chance: inout RandomStream) -> Move {
    chance.move(cooperating: 0.3 + 0.4 * chance.unit())
  }
}

/// Cooperates for four rounds, plays tit for tat, defects against what looks random at a test every
/// fifteen rounds, and on the last two (Stein and Rapoport 1980).
struct SteinRapoport: Player {
  private var isOtherRandom = false

  mutating func move(_ match: MatchView, _ chance: inout RandomStream) -> Move {
    let round = match.played + 1
    if round > match.rounds - 2 { return .defect }
    if round < 5 { return .cooperate }
    if round % 15 == 0 {
      isOtherRandom = ChiSquared.looksRandom(match.other.cooperations, match.other.defections)
    }
    return isOtherRandom ? .defect : match.other.last
  }
}

/// Tit for tat for 56 rounds but for a probe on the 51st; then defection for good against what looks
/// random, tit for tat against tit for tat or a twin, and against others a defection every 5 to 15
/// rounds (Graaskamp 1980).
struct Graaskamp: Player {
  private var isOtherRandom = false
  private var nextProbe: Int?
  private var echoes = true
  private var mirrors = true

  mutating func see(own: Move, other: Move) {
    // The other's move is compared with the own one of the round before.
    if let before, other != before { echoes = false }
    if own != other { mirrors = false }
    before = own
  }
  private var before: Move?

  mutating func move(_ match: MatchView, _ chance: inout RandomStream) -> Move {
    let played = match.played
    if played == 0 { return .cooperate }
    if played < 56 { return played == 50 ? .defect : match.other.last }
    if !isOtherRandom {
      isOtherRandom = ChiSquared.looksRandom(match.other.cooperations, match.other.defections)
    }
    if isOtherRandom { return .defect }
    if echoes || mirrors { return match.other.last }
    let probe = nextProbe ?? played + chance.integer(in: 5...15)
    nextProbe = probe
    guard played == probe else { return .cooperate }
    nextProbe = played + chance.integer(in: 5...15)
    return .defect
  }
}
