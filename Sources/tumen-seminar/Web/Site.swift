import FlyingFox
import Foundation
import Seminar

/// The pages of one session: which request gets which answer.
struct Site: Sendable {
  let room: Room
  let words: Words
  let origin: Origin
  /// Where students come in.
  let address: String
  let clock: @Sendable () -> Int
  private let desk = DebriefDesk()
  private let codes: Limits
  private let strangers: Limits
  private let moves: Limits

  /// Where the facilitator's page is, for those who have its cookie.
  static let lead = "/lead"

  /// Most pages that one seat may have open.
  private static let mostPages = 8

  init(
    room: Room, words: Words, origin: Origin, address: String, clock: @escaping @Sendable () -> Int
  ) {
    self.room = room
    self.words = words
    self.origin = origin
    self.address = address
    self.clock = clock
    codes = Limits(most: 20, seconds: 60, clock: clock)
    strangers = Limits(most: 120, seconds: 60, clock: clock)
    moves = Limits(most: 60, seconds: 10, clock: clock)
  }

  /// The answer to what is not even read.
  func refusal(_ trouble: RequestHead.Trouble) -> HTTPResponse {
    notice(trouble == .broken || trouble == .noLength ? .broken : .tooLarge, status: trouble.status)
  }

  /// The answer to a request.
  func handleRequest(_ request: HTTPRequest) async -> HTTPResponse {
    guard origin.isOwnHost(request) else { return notice(.foreign, status: .misdirectedRequest) }
    switch request.method {
    case .GET: return await page(request)
    case .POST:
      guard origin.isOwn(request) else { return answer(request, .foreign, status: .forbidden) }
      guard let body = try? await request.bodyData, let form = FormData(body) else {
        return answer(request, .tooLarge, status: .payloadTooLarge)
      }
      return await post(request, form)
    default: return notice(.notFound, status: .methodNotAllowed)
    }
  }

  private func page(_ request: HTTPRequest) async -> HTTPResponse {
    switch request.path {
    case "/": return Reply.html(JoinPage(words: words).html)
    case "/seminar.css": return Reply.text(Style.css, type: "text/css; charset=utf-8")
    case "/seminar.js": return Reply.text(Script.text, type: "text/javascript; charset=utf-8")
    default: break
    }
    guard let (viewer, rest) = await viewer(request) else { return await stranger(request) }
    switch (viewer, rest) {
    case (.player(let player), ""):
      return Reply.html(
        await room.read { SeatPage(words: words, state: $0, player: player).html })
    case (.facilitator, "") where request.path != Self.lead: return await enter()
    case (.facilitator, ""): return Reply.html(await facilitatorPage().html)
    case (_, "live"): return await live(viewer)
    case (_, "debrief"):
      let back = "/" + request.path.split(separator: "/").dropLast().joined(separator: "/")
      return await debrief(viewer, back: back)
    case (.facilitator, "export.csv"):
      let csv = await room.read { CSVExport(state: $0).text }
      return Reply.file(csv, name: "seminar.csv", type: "text/csv; charset=utf-8")
    default: return await stranger(request)
    }
  }

  /// Puts the facilitator's token into a cookie that no script and no other site can use.
  private func enter() async -> HTTPResponse {
    let token = await room.state.opening.facilitator
    var response = Reply.see(Self.lead)
    response.headers[.setCookie] =
      "lead=\(token); Path=\(Self.lead); HttpOnly; SameSite=Strict"
    return response
  }

  private func facilitatorPage() async -> FacilitatorPage {
    let present = await room.present
    let state = await room.state
    return FacilitatorPage(words: words, state: state, present: present, address: address)
  }

  private func debrief(_ viewer: Viewer, back: String) async -> HTTPResponse {
    let state = await room.state
    guard viewer == .facilitator || state.isRevealed else {
      return notice(.notFound, status: .notFound)
    }
    return Reply.html(
      DebriefPage(words: words, debrief: await desk.debrief(of: state), back: back).html)
  }

  private func live(_ viewer: Viewer) async -> HTTPResponse {
    guard await room.pages(of: viewer) < Self.mostPages else {
      return notice(.tooFast, status: .tooManyRequests)
    }
    let (room, words) = (room, words)
    let regions: @Sendable () async -> [Region]
    switch viewer {
    case .facilitator: regions = { await facilitatorPage().regions }
    case .player(let player):
      regions = { await room.read { SeatPage(words: words, state: $0, player: player).regions } }
    }
    return Reply.stream(
      LiveStream(
        changes: await room.changes(for: viewer), pause: viewer == .facilitator ? 500 : 20,
        regions: regions, clock: clock))
  }

  private func post(_ request: HTTPRequest, _ form: FormData) async -> HTTPResponse {
    if request.path == "/join" { return await join(request, form) }
    guard let (viewer, rest) = await viewer(request) else { return await stranger(request) }
    guard await moves.allows("\(viewer)") else {
      return answer(request, .tooFast, status: .tooManyRequests)
    }
    do throws(Refusal) {
      switch (viewer, rest) {
      case (.player(let player), "move"):
        guard let move = Move(form), let round = form.number("round") else { throw .unknown }
        try await room.move(move, by: player, round: round, step: form.number("step") ?? 0)
        return answer(request, .kept, status: .ok)
      case (.player(let player), "say"):
        let listener = form["to"].flatMap { $0.isEmpty ? nil : Int($0) ?? -1 }
        try await room.say(form["text"] ?? "", by: player, to: listener)
        return answer(request, .sent, status: .ok)
      case (.facilitator, "do"):
        guard let direction = Direction(form) else { throw .unknown }
        try await room.direct(direction)
        return answer(request, .done, status: .ok)
      default: return await stranger(request)
      }
    } catch {
      return answer(request, text: words.sentence(for: error), status: .conflict)
    }
  }

  private func join(_ request: HTTPRequest, _ form: FormData) async -> HTTPResponse {
    let who = Self.remote(request)
    guard await !codes.isSpent(who) else {
      return notice(.tooFast, status: .tooManyRequests)
    }
    let name = form["name"] ?? ""
    do throws(Refusal) {
      return Reply.see("/s/\(try await room.join(name: name, code: form["code"] ?? ""))")
    } catch {
      if error == .wrongCode { _ = await codes.allows(who) }
      let page = JoinPage(
        words: words, trouble: words.sentence(for: error), name: String(name.prefix(40)))
      return Reply.html(page.html, status: .conflict)
    }
  }

  /// Who asks, and for which of its pages.
  private func viewer(_ request: HTTPRequest) async -> (Viewer, String)? {
    var parts = request.path.split(separator: "/", omittingEmptySubsequences: false)
      .map(String.init)
    guard parts.count > 1, parts[0].isEmpty else { return nil }
    if "/" + parts[1] == Self.lead {
      // The same path with the token in it.
      parts.insert(Self.cookie("lead", of: request) ?? "", at: 2)
      parts[1] = "f"
    }
    guard parts.count == 3 || parts.count == 4, let viewer = await room.viewer(parts[2]) else {
      return nil
    }
    // A seat's token opens no other door than the seat's.
    guard parts[1] == (viewer == .facilitator ? "f" : "s") else { return nil }
    return (viewer, parts.count == 4 ? parts[3] : "")
  }

  private static func cookie(_ name: String, of request: HTTPRequest) -> String? {
    request.headers[.cookie]?.split(separator: ";").lazy
      .map { $0.drop { $0 == " " } }.first { $0.hasPrefix(name + "=") }
      .map { String($0.dropFirst(name.count + 1)) }
  }

  /// The one answer to everything that is not there or not theirs.
  private func stranger(_ request: HTTPRequest) async -> HTTPResponse {
    guard await strangers.allows(Self.remote(request)) else {
      return notice(.tooFast, status: .tooManyRequests)
    }
    return notice(.notFound, status: .notFound)
  }

  private func notice(_ phrase: Phrase, status: HTTPStatusCode) -> HTTPResponse {
    Reply.html(NoticePage(words: words, text: words(phrase)).html, status: status)
  }

  private func answer(
    _ request: HTTPRequest, _ phrase: Phrase, status: HTTPStatusCode
  ) -> HTTPResponse {
    answer(request, text: words(phrase), status: status)
  }

  /// To the script as JSON; to a browser without it as a page, or back to where the form stands.
  private func answer(
    _ request: HTTPRequest, text: String, status: HTTPStatusCode
  ) -> HTTPResponse {
    if request.headers[HTTPHeader("Accept")]?.contains("application/json") == true {
      return Reply.json(["ok": .bool(status == .ok), "text": .string(text)], status: status)
    }
    let path = request.path.split(separator: "/").dropLast().joined(separator: "/")
    let back = "/" + path
    guard status != .ok else { return Reply.see(back) }
    return Reply.html(NoticePage(words: words, text: text, back: back).html, status: status)
  }

  /// The address at the other end; what headers say of it is not believed.
  private static func remote(_ request: HTTPRequest) -> String {
    switch request.remoteAddress {
    case .ip4(let address, port: _), .ip6(let address, port: _): address
    case .unix, nil: ""
    }
  }
}
