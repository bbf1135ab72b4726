import Arithmetic
import Equilibria
import Foundation
import GameForms
import Laboratory
import Scenarios
import TestSupport
import Testing

@testable import Figures

@Suite struct `Figures of trees, best replies and quantal responses` {
  private static func setting(_ name: String) throws -> Setting {
    let home = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return try Setting(try ScenarioReader.read(path: "\(home)/Games/\(name).yaml"))
  }

  @Test(arguments: [
    "textbook/bluff", "textbook/beer-quiche", "border-demarcation/opening-the-border",
    "tumen-programme/land-lease-concession", "zones/sinuiju", "zones/benzene",
    "zones/programme-successor", "port-leases/rail-guarantee",
    "port-leases/chinese-eastern-railway", "border-trade/market-law", "border-trade/gates-rush",
    "border-trade/migration-quota", "border-trade/joint-lobbying", "border-trade/double-game",
    "border-trade/first-trade",
  ])
  func `trees show every move and every end, and no text touches another`(name: String) throws {
    let setting = try Self.setting(name)
    let form = try #require(setting.scenario.form as? any TreeForm)
    let view = try form.extensiveView(of: setting.evaluated, actors: setting.scenario.actors)
    let svg = try #require(try GameTreeFigure(setting)).svg
    let boxes = try #require(TextBoxes.read(svg))
    #expect(boxes.troubles == [])
    for node in view.gains.nodes.indices {
      for move in view.moves[node] {
        #expect(
          boxes.boxes.contains { $0.text.hasPrefix(move) || $0.text.hasSuffix("...") }, "\(move)")
      }
    }
    let edges = svg.components(separatedBy: "<polyline").count - 1
    let sets = view.gains.members.filter { $0.count > 1 }.count
    #expect(edges == view.gains.nodes.count - 1 + sets)
  }

  @Test func `a tree writes the payoffs of each end in its row`() throws {
    let setting = try Self.setting("border-trade/gates-rush")
    let svg = try #require(try GameTreeFigure(setting)).svg
    let boxes = try #require(TextBoxes.read(svg))
    let form = try #require(setting.scenario.form as? any TreeForm)
    let view = try form.extensiveView(of: setting.evaluated, actors: setting.scenario.actors)
    let lines = Dictionary(grouping: boxes.boxes, by: \.bottom).mapValues { $0.map(\.text) }
    for end in view.gains.ends {
      guard case .end(let payoffs) = view.gains.nodes[end].kind else { continue }
      let wanted = payoffs.map {
        $0.description.utf8.count <= 8 ? $0.description : Axis.label($0.double)
      }
      #expect(lines.values.contains { Array($0.prefix(wanted.count)) == wanted }, "\(wanted)")
    }
  }

  @Test(arguments: [
    "textbook/stag-hunt", "textbook/chicken", "textbook/prisoners-dilemma",
    "textbook/battle-of-the-sexes", "textbook/harmony", "border-demarcation/confidence-building",
  ])
  func `best replies are drawn without a text that touches another`(name: String) throws {
    guard let figure = BestReplyFigure(try Self.setting(name)) else {
      #expect(try Self.setting(name).view?.utilities.shape != [2, 2])
      return
    }
    #expect(try #require(TextBoxes.read(figure.svg)).troubles == [])
  }

  @Test func `the equilibria of best replies are the extreme ones of the enumeration`() throws {
    var generator = SplitMix64(seed: 71)
    for trial in 0..<400 {
      let game = StrategicGame.random(
        shape: [2, 2], payoffs: 0...(trial % 2 == 0 ? 2 : 9), using: &generator)
      let figure = BestReplyFigure(
        title: "t", names: ["a", "b"], strategies: [["x", "y"], ["z", "w"]], game: game)
      let found = figure.equilibria.map { "\($0.first) \($0.second)" }.sorted()
      let known = try EquilibriumEnumeration().solve(game).extreme.map {
        "\($0.profile.probabilities[0][0]) \($0.profile.probabilities[1][0])"
      }.sorted()
      #expect(found == known, "\(game.payoffs)")
      #expect(TextBoxes.read(figure.svg) != nil)
    }
  }

  @Test func `a mixed equilibrium is told exactly`() throws {
    let svg = try #require(BestReplyFigure(try Self.setting("textbook/chicken"))).svg
    #expect(svg.contains("Equilibria: ("))
    #expect(svg.contains(" with "))
  }

  @Test func `quantal responses start at even chances and name each strategy`() throws {
    for name in ["textbook/stag-hunt", "textbook/chicken", "border-trade/shop-tourism"] {
      let setting = try Self.setting(name)
      let svg = try #require(QuantalResponseFigure(setting)).svg
      let boxes = try #require(TextBoxes.read(svg))
      #expect(boxes.troubles == [], "\(name)")
      for (actor, strategies) in zip(setting.scenario.actors, setting.strategies) {
        #expect(boxes.boxes.contains { $0.text.contains(strategies[0].key) }, "\(actor.name)")
      }
    }
    #expect(try QuantalResponseFigure(Self.setting("border-demarcation/islands")) == nil)
  }

  @Test func `tornado bars: the longest first, both ends named, no text touching another`() throws {
    let figure = TornadoFigure(
      title: "A & B", xLabel: "gain", base: 1,
      bars: [
        .init(label: "short", low: (0.9, "0"), high: (1.1, "2")),
        .init(
          label: "a very long name of a parameter that nobody would write", low: (-3, "1/3"),
          high: (4, "100000")),
        .init(label: "one side", low: (1.5, "0"), high: (2, "5")),
        .init(label: "nothing", low: (1, "0"), high: (1, "5")),
      ])
    let boxes = try #require(TextBoxes.read(figure.svg))
    #expect(boxes.troubles == [])
    let names = boxes.boxes.map(\.text)
    let short = try #require(names.firstIndex(of: "short"))
    let long = try #require(names.firstIndex { $0.hasPrefix("a very long") })
    #expect(long < short && names.contains("1/3") && names.contains("100000"))
  }

  @Test func `Sobol bars: the largest total first, groups named, no text touching another`() throws
  {
    let figure = SobolFigure(
      title: "What moves A & B?", xLabel: "share of the variance",
      groups: [
        .init(
          name: "one <series>",
          bars: [
            .init(label: "little", first: (-0.01, (-0.2, 0.18)), total: (0.02, (0, 0.04))),
            .init(
              label: "a very long name of a parameter that nobody would write",
              first: (0.4, (0.3, 0.5)), total: (1.1, (0.9, 1.3))),
          ]),
        .init(name: "other", bars: [.init(label: "only", first: (1, nil), total: (1, nil))]),
        .init(name: "none", bars: []),
      ], caption: "A caption.")
    let boxes = try #require(TextBoxes.read(figure.svg))
    #expect(boxes.troubles == [])
    let names = boxes.boxes.map(\.text)
    let little = try #require(names.firstIndex(of: "little"))
    let long = try #require(names.firstIndex { $0.hasPrefix("a very long") })
    #expect(long < little && names.contains("one <series>") && names.contains("95 % interval"))
    let empty = SobolFigure(title: "", xLabel: "", groups: [])
    #expect(TextBoxes.read(empty.svg)?.troubles == [])
  }
}
