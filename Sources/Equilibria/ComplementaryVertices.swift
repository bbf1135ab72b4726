/// Vertices of two best-response polytopes that together carry every label: extreme equilibria.
///
/// One polytope is walked, that of the actor with fewer strategies. Partners of its nondegenerate
/// vertices are computed one by one; those of degenerate vertices lie on faces of the other
/// polytope, which are walked too.
///
/// - Source: Avis, Rosenberg, Savani and von Stengel 2010, section 6, for the plan of one polytope
///   leading.
struct ComplementaryVertices {
  /// The labels of the two vertices, the leading actor's first.
  struct Pair: Hashable {
    let leading: LabelSet
    let following: LabelSet
  }

  let leading: BestResponsePolytope
  let following: BestResponsePolytope
  let shouldStop: () -> Bool

  /// All complementary pairs.
  struct Found {
    var pairs: [Pair]
    /// The walk of the leading polytope.
    let walk: VertexTraversal.Walk
    /// Whether the search came to its end.
    let isComplete: Bool
  }

  /// All complementary pairs, as far as time allows.
  func find() -> Found {
    let walk = Self.walk(of: leading, shouldStop: shouldStop)
    let search = PartnerSearch(following)
    var pairs: [Pair] = []
    var degenerate: [LabelSet] = []
    var isCutShort = false
    for (count, vertex) in Self.vertices(of: leading, on: walk).enumerated() {
      // A walk cut short has used up the time: its first vertices still get their partners.
      if count & 1023 == 1023, shouldStop() {
        isCutShort = true
        break
      }
      switch search.partner(of: vertex) {
      case .none: break
      case .vertex(let partner): pairs.append(Pair(leading: vertex, following: partner))
      case .face: degenerate.append(vertex)
      }
    }
    let (more, isWhole) = partnersOnFaces(of: degenerate)
    return Found(
      pairs: pairs + more, walk: walk, isComplete: walk.isComplete && isWhole && !isCutShort)
  }

  /// The pairs of these vertices with the vertices of the faces that complete them.
  private func partnersOnFaces(of vertices: [LabelSet]) -> (pairs: [Pair], isComplete: Bool) {
    guard !vertices.isEmpty else { return ([], true) }
    let own = following.ownLabels.reduce(LabelSet(0)) { $0 | .label($1) }
    let all = following.replyLabels.reduce(own) { $0 | .label($1) }
    // A face is that of the replies that are tight; several vertices may share it.
    var faces: [(replies: LabelSet, vertices: [LabelSet])] = []
    var place: [LabelSet: Int] = [:]
    for vertex in vertices {
      let replies = vertex & own
      if let known = place[replies] {
        faces[known].vertices.append(vertex)
      } else {
        place[replies] = faces.count
        faces.append((replies, [vertex]))
      }
    }
    let cost = faces.reduce(0.0) {
      $0 + EnumerationCost.walk(dimension: $1.replies.nonzeroBitCount, of: following)
    }
    if cost > EnumerationCost.walk(dimension: following.dimension, of: following) {
      faces = [(own, vertices)]
    }
    var pairs: [Pair] = []
    for face in faces {
      let polytope = following.restricted(to: face.replies)
      let walk = Self.walk(of: polytope, shouldStop: shouldStop)
      let corners = Self.vertices(of: polytope, on: walk)
      for vertex in face.vertices {
        for labels in corners {
          let partner = labels | (own & ~face.replies)
          if vertex | partner == all { pairs.append(Pair(leading: vertex, following: partner)) }
        }
      }
      guard walk.isComplete else { return (pairs, false) }
    }
    return (pairs, true)
  }

  /// The labels of every vertex but the origin, each once.
  static func vertices(
    of polytope: BestResponsePolytope, on walk: VertexTraversal.Walk
  ) -> [LabelSet] {
    let origin = polytope.ownLabels.reduce(LabelSet(0)) { $0 | .label($1) }
    var seen = LabelTable()
    return walk.labels.filter { $0 != origin && seen.insert($0) }
  }

  static func walk(
    of polytope: BestResponsePolytope, shouldStop: @escaping () -> Bool
  ) -> VertexTraversal.Walk {
    let traversal = VertexTraversal(shouldStop: shouldStop)
    return floatingWalk(traversal, of: polytope) ?? exactWalk(traversal, of: polytope)
  }

  /// The walk in proved doubles: as it is, then perturbed for degenerate polytopes.
  private static func floatingWalk(
    _ walk: VertexTraversal, of polytope: BestResponsePolytope
  ) -> VertexTraversal.Walk? {
    for perturbation in [0, 0x1p-33, 0x1p-27] {
      guard let start = FloatingDictionary(polytope, perturbation: perturbation) else { return nil }
      if let found = try? walk.vertices(from: start) { return found }
    }
    return nil
  }

  private static func exactWalk(
    _ walk: VertexTraversal, of polytope: BestResponsePolytope
  ) -> VertexTraversal.Walk {
    guard let found = try? walk.vertices(from: LexicographicDictionary(polytope)) else {
      preconditionFailure("a lexicographic dictionary is certain of every vertex")
    }
    return found
  }
}
