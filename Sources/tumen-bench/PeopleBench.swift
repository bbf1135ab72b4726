/// What a person waits for. Promised: a conversation begins within 30 ms, `show`, `solve` and `why`
/// answer within 50 ms on every prepared game, and a script of 200 lines is done in half a second.
struct PeopleBench {
  let runs: Int

  func run(in folder: Folder, into report: inout Report) {
    report.begin("people", "the whole process, by the clock")
    let empty = folder.write("empty.txt", "quit\n")
    measure("tumen repl, ready", ["repl", empty], promise: 0.030, into: &report)

    let lines = [
      "matrix pd 3,3 0,5 ; 5,0 1,1", "pure", "relative snidal r=1/4", "nash", "why 1,1",
      "thresholds r 0..1", "compare", "edit 1,1 = 4,4", "undo", "load chicken", "set r=1/3",
      "solve",
      "show", "plot r", "security", "pareto", "class", "dominance", "relative none", "help nash",
    ]
    let script = (0..<10).flatMap { _ in lines }.joined(separator: "\n") + "\n"
    measure(
      "tumen repl, a script of 200 lines", ["repl", folder.write("script.txt", script)],
      promise: 0.5, into: &report)

    let list = folder.path + "/games.csv"
    _ = Run(Run.tumen, ["games", "--format", "csv"], output: list)
    let games = (folder.read("games.csv") ?? "").split(separator: "\n").dropFirst()
      .compactMap { $0.split(separator: ",").first.map(String.init) }
    if games.isEmpty { report.mistake("tumen games lists no game") }
    for command in ["show", "solve", "why"] {
      var slowest = (game: "", walls: [0.0])
      for game in games {
        let times = (0..<runs).map { _ in Run(Run.tumen, [command, game]) }
        // A game that records no outcome has nothing to explain, and says so as soon.
        if times.contains(where: { $0.status != 0 && !(command == "why" && $0.status == 2) }) {
          report.mistake("tumen \(command) \(game) fails")
        }
        let walls = times.map(\.wall)
        if walls.median > slowest.walls.median { slowest = (game, walls) }
      }
      report.add(
        Figure(
          work: "tumen \(command), slowest of \(games.count) games", ours: slowest.walls,
          promise: .median(.atMost(0.050)), note: slowest.game))
    }
  }

  private func measure(
    _ name: String, _ words: [String], promise: Double, into report: inout Report
  ) {
    let times = (0..<runs).map { _ in Run(Run.tumen, words) }
    if times.contains(where: { $0.status != 0 }) { report.mistake("\(name) fails") }
    report.add(
      Figure(work: name, ours: times.map(\.wall), promise: .median(.atMost(promise))))
  }
}
