import Arithmetic

/// The index of each component of equilibria.
///
/// Let both polytopes' right-hand sides be perturbed, ever less: payoffs are scaled a little, the
/// game is nondegenerate, and its equilibria are the pairs of bases that are complementary. Each has
/// index `(-1)^(k+1) sign(det A det B)` over its support of size k, and ends in one component; the
/// sum there is the component's index. All indices together make 1, which is checked: a component
/// missed or counted twice would show. A component of index other than 0 keeps an equilibrium
/// nearby under every small change of payoffs.
///
/// - Source: Shapley 1974, A note on the Lemke-Howson algorithm; Hofbauer and Sigmund 1998, section
///   13.4; von Schemde and von Stengel 2008. The count over bases is ours.
struct ComponentIndex {
  let leading: BestResponsePolytope
  let following: BestResponsePolytope

  /// How often another perturbation is tried where one leaves a tie.
  private static let attempts: UInt64 = 8

  /// The index of each component, nil where no perturbation tried decides.
  ///
  /// - Parameters:
  ///   - bases: the cobases of the leading polytope with the labels of their vertices.
  ///   - components: how many components there are.
  ///   - component: the component an extreme equilibrium belongs to.
  func indices(
    of bases: some Sequence<(LabelSet, LabelSet)>, components: Int,
    component: (ComplementaryVertices.Pair) -> Int?
  ) -> [Int]? {
    let search = PartnerSearch(following)
    var partners: [(basis: LabelSet, component: Int, partner: LabelSet)] = []
    for (basis, vertex) in bases {
      guard case .vertex(let partner) = search.partner(of: basis),
        let place = component(.init(leading: vertex, following: partner))
      else { continue }
      partners.append((basis, place, partner))
    }
    for attempt in 1...Self.attempts {
      var sums = Array(repeating: 0, count: components)
      for (basis, place, partner) in partners where staysFeasible(basis, partner, attempt) {
        sums[place] += sign(of: basis)
      }
      if sums.reduce(0, +) == 1 { return sums }
    }
    return nil
  }

  /// The support and the tight replies of a basis.
  private func system(_ basis: LabelSet) -> (support: [Int], tight: [Int]) {
    (
      (0..<leading.dimension).filter { !basis.contains(leading.ownLabels[$0]) },
      (0..<leading.constraints).filter { basis.contains(leading.replyLabels[$0]) }
    )
  }

  /// Whether the partner of a basis is a vertex of the perturbed polytope too: what is zero at the
  /// partner must grow with the perturbation.
  private func staysFeasible(_ basis: LabelSet, _ partner: LabelSet, _ attempt: UInt64) -> Bool {
    guard partner.nonzeroBitCount > following.dimension else { return true }
    let (support, tight) = system(basis)
    let sides = (0..<following.constraints).map { Self.perturbation($0, attempt) }
    let equations = support.map { row in tight.map { following.rows[row][$0] } + [sides[row]] }
    guard let growth = LinearSystem.solve(equations) else { return false }
    let zeros = zip(tight, growth).filter { partner.contains(following.ownLabels[$0.0]) }
    guard zeros.allSatisfy({ $0.1.signum > 0 }) else { return false }
    return (0..<following.constraints).allSatisfy { row in
      guard partner.contains(following.replyLabels[row]), !support.contains(row) else {
        return true
      }
      let product = zip(tight, growth).reduce(Rational.zero) {
        $0 + following.rows[row][$1.0] * $1.1
      }
      return (sides[row] - product).signum > 0
    }
  }

  private func sign(of basis: LabelSet) -> Int {
    let (support, tight) = system(basis)
    let own = LinearSystem.determinantSign(
      tight.map { row in support.map { leading.rows[row][$0] } })
    let others = LinearSystem.determinantSign(
      support.map { row in tight.map { following.rows[row][$0] } })
    return (support.count % 2 == 1 ? 1 : -1) * own * others
  }

  /// A whole number that differs from row to row and from attempt to attempt.
  private static func perturbation(_ row: Int, _ attempt: UInt64) -> Rational {
    // SplitMix64's scrambling (Vigna 2015).
    var mixed = (UInt64(row + 1) &* 0x9E37_79B9_7F4A_7C15) ^ (attempt << 32)
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Rational(Int(mixed >> 44) + 1)
  }
}
