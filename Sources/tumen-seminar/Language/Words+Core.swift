import Seminar

extension Words {
  /// What the core says, in this language.
  func callAsFunction(_ wording: Wording) -> String {
    switch wording {
    case .said(let text): text
    case .disagreement: self(.noAgreement)
    case .left(let name): self(.hasLeft, name)
    case .noOption(let state): self(.noOption, state)
    case .rank(let place, let count): self(.rank, "\(place)", "\(count)")
    case .pass: self(.passed)
    }
  }

  /// What theory has to say of a result.
  func callAsFunction(_ note: Note) -> String {
    switch note {
    case .nashProduct(let own, let best, let outcome):
      self(.nashProduct, own, best, self(outcome))
    case .couldHaveMore(let who, let surplus): self(.couldHaveMore, who, surplus)
    case .envy(let names):
      names.isEmpty ? self(.nobodyEnvies) : self(.envies, names.joined(separator: ", "))
    case .surprise(let names):
      names.isEmpty ? self(.nobodySurprised) : self(.surprised, names.joined(separator: ", "))
    }
  }

  /// Who sits in a chair.
  func callAsFunction(_ sitter: Sitter) -> String {
    switch sitter {
    case .player(let name): name
    case .bot(let rule): "\(self(.bot)) (\(name(rule)))"
    }
  }

  /// What a rule is called.
  func name(_ rule: BotRule) -> String {
    switch rule {
    case .random: self(.botRandom)
    case .careful: self(.botCareful)
    case .reciprocal: self(.botReciprocal)
    }
  }

  /// What a bot does by a rule, after "a bot that".
  func rule(_ rule: BotRule) -> String {
    switch rule {
    case .random: self(.ruleRandom)
    case .careful: self(.ruleCareful)
    case .reciprocal: self(.ruleReciprocal)
    }
  }
}
