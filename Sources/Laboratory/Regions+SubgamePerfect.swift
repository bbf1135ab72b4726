import Arithmetic
import Equilibria
import RelativeGains
import Scenarios

extension PlaneRun {
  /// Where which plans are subgame-perfect equilibria of a tree of perfect information, all ties
  /// kept. On borders those of both sides are; what holds on borders alone is not looked for.
  func subgamePerfectEquilibria() throws -> Found {
    guard let form = scenario.form as? ExtensiveForm else { throw wrongForm(ExtensiveForm.name) }
    let trees = try PerfectInformation(form, scenario.actors) { try evaluated(at: box.vertices[0]) }
    let pieces = try trees.following { () throws -> PlanePieces<[[PlaneForm]]> in
      try PlanePieces(over: box) { (s, t) throws -> [[PlaneForm]] in
        let running = values(s, t)
        return try form.continuations(
          utilities: evaluator.utilities(running), numbers: evaluator.numbers(running),
          actors: scenario.actors.count)
      }
    }
    var answers: [Regions.Answer] = []
    var recorded: Set<Int> = []
    let cells = try pieces.pieces.map { polygon, _ -> (polygon: ConvexPolygon, items: [Int]) in
      let found = try trees.equilibria(of: evaluated(at: polygon.centre))
      let items = found.map { equilibrium in
        let words = "\(equilibrium.path) (\(equilibrium.words))"
        if let known = answers.firstIndex(where: { $0.words == words }) { return known }
        answers.append(.init(words: words, brief: equilibrium.path, json: equilibrium.json))
        return answers.count - 1
      }
      if let outcome = scenario.outcome?.profile {
        for (item, equilibrium) in zip(items, found) where equilibrium.leads(outcome) {
          recorded.insert(item)
        }
      }
      return (polygon, items.sorted())
    }
    return Found(
      map: RegionMap(
        over: box, cells: cells, resolution: pieces.resolution, undecided: pieces.undecided),
      answers: answers, recorded: scenario.outcome == nil ? nil : recorded)
  }
}
