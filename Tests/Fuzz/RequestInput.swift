import Dispatch
import FlyingFox
import Foundation
import Seminar

@testable import tumen_seminar

/// Sends the requests of a text, one after another, to a room of its own: each is a head, an empty
/// line and a body, and `\u{1E}` stands between two. `@0` and `@1` are the tokens of two seats, `@L` is
/// the facilitator's, `@C` the code.
func request(_ text: String) {
  let done = DispatchSemaphore(value: 0)
  Task {
    await answer(text)
    done.signal()
  }
  done.wait()
}

private func answer(_ text: String) async {
  let store = MemoryStore()
  guard let room = try? await Room(Opening(games: games), store: store, clock: { 1_000_000 }) else {
    abort()
  }
  let opening = await room.state.opening
  var tokens: [String] = []
  for name in ["Ann", "Bob"] {
    guard let token = try? await room.join(name: name, code: opening.code) else { abort() }
    tokens.append(token)
  }
  let site = Site(
    room: room, words: .english, origin: Origin(names: []), address: "http://localhost/",
    clock: { 1_000_000 })
  for part in text.split(separator: "\u{1E}").prefix(50) {
    var text = String(part)
    for (sign, token) in [
      ("@0", tokens[0]), ("@1", tokens[1]), ("@L", opening.facilitator), ("@C", opening.code),
    ] {
      text = text.replacingOccurrences(of: sign, with: token)
    }
    let halves = text.split(separator: "\n\n", maxSplits: 1).map(String.init)
    guard let first = halves.first else { continue }
    let bytes = Array(first.replacingOccurrences(of: "\n", with: "\r\n").utf8)
    guard let head = try? RequestHead(bytes[...]) else { continue }
    let body = Data((halves.count > 1 ? halves[1] : "").utf8)
    let request = HTTPRequest(
      method: head.method, version: .http11, target: head.target, headers: head.headers,
      body: HTTPBodySequence(data: body), remoteAddress: nil)
    // A live page has no end; everything else is read.
    let response = await site.handleRequest(request)
    if case .httpBody(let body) = response.payload, body.count != nil {
      _ = try? await response.bodyData
    }
  }
}

/// One game of each kind that is played, as small as it can be.
private let games: [Opening.GameText] = [
  """
  format: 1
  id: quarrel
  title: A quarrel
  actors: {a: {name: A}, b: {name: B}}
  form: strategic
  strategies: {a: {firm: stand firm, soft: give way}, b: {firm: stand firm, soft: give way}}
  payoffs:
    - {a: firm, b: firm, gains: {a: 0, b: 0}}
    - {a: firm, b: soft, gains: {a: 3, b: 1}}
    - {a: soft, b: firm, gains: {a: 1, b: 3}}
    - {a: soft, b: soft, gains: {a: 2, b: 2}}
  """,
  """
  format: 1
  id: pie
  title: A pie
  actors: {a: {name: A}, b: {name: B}}
  form: bargaining
  issues:
    size: {levels: {most: {gains: {a: 3, b: 1}}, least: {gains: {a: 1, b: 3}}}}
  disagreement: {gains: {a: 0, b: 0}}
  """,
  """
  format: 1
  id: entry
  title: Entry
  actors: {a: {name: A}, b: {name: B}}
  form: extensive
  tree:
    actor: a
    actions:
      in: {actor: b, actions: {fight: {gains: {a: -1, b: -1}}, share: {gains: {a: 1, b: 1}}}}
      out: {gains: {a: 0, b: 2}}
  """,
].map { Opening.GameText(name: "game.yaml", format: .yaml, text: $0) }
