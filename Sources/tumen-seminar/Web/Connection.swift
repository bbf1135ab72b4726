import FlyingFox
import FlyingSocks
import Foundation

/// One connection: requests one after another, each read within bounds before anything is made of
/// it, and the answers.
struct Connection {
  let socket: AsyncSocket
  let site: Site
  let watch: ConnectionWatch
  private let file: Int32
  private let remote: HTTPRequest.Address?

  /// Most bytes that are read after a refusal, so that it is not lost on its way.
  private static let mostDrained = 8 << 20

  init(_ socket: AsyncSocket, site: Site, watch: ConnectionWatch) {
    self.socket = socket
    self.site = site
    self.watch = watch
    file = socket.socket.file.rawValue
    remote = (try? socket.socket.remotePeer()).map { HTTPRequest.Address.make(from: $0) }
  }

  /// Serves until the other end closes, breaks a rule, or is too slow.
  func run() async {
    if watch.enter(file) {
      await serve()
      watch.leave(file)
    }
    try? socket.close()
  }

  private func serve() async {
    var buffer: [UInt8] = []
    do {
      while true {
        let (request, keepsAlive) = try await next(&buffer)
        watch.set(file, .answering)
        try await send(await site.handleRequest(request), to: request.method, keepsAlive)
        guard keepsAlive else { return }
      }
    } catch let trouble as RequestHead.Trouble {
      try? await send(site.refusal(trouble), to: .GET, false)
      await drain()
    } catch {}
  }

  /// The next request; `buffer` holds what was read beyond it.
  private func next(_ buffer: inout [UInt8]) async throws -> (HTTPRequest, keepsAlive: Bool) {
    watch.set(file, buffer.isEmpty ? .idle : .reading)
    let end = Array("\r\n\r\n".utf8)
    var searched = 0
    var place = buffer.firstRange(of: end)
    while place == nil {
      guard buffer.count <= RequestHead.mostBytes else { throw RequestHead.Trouble.largeHead }
      searched = max(0, buffer.count - end.count)
      try await read(&buffer)
      place = buffer[searched...].firstRange(of: end)
    }
    let head = try RequestHead(buffer[..<(place?.lowerBound ?? 0)])
    buffer.removeFirst(place?.upperBound ?? 0)
    while buffer.count < head.length { try await read(&buffer) }
    let body = Data(buffer.prefix(head.length))
    buffer.removeFirst(head.length)
    let request = HTTPRequest(
      method: head.method, version: .http11, target: head.target, headers: head.headers,
      body: HTTPBodySequence(data: body), remoteAddress: remote)
    return (request, head.keepsAlive)
  }

  private func read(_ buffer: inout [UInt8]) async throws {
    let bytes = try await socket.read(atMost: 4096)
    if buffer.isEmpty { watch.set(file, .reading) }
    buffer += bytes
  }

  private func send(
    _ response: HTTPResponse, to method: HTTPMethod, _ keepsAlive: Bool
  ) async throws {
    guard case .httpBody(let body) = response.payload else { throw SocketError.unsupportedAddress }
    var headers = response.headers
    if let count = body.count {
      headers[.contentLength] = "\(count)"
    } else {
      headers[.transferEncoding] = "chunked"
    }
    if !keepsAlive { headers[.connection] = "close" }
    let status = response.statusCode
    let lines = headers.map { "\($0.key.rawValue): \($0.value)\r\n" }.sorted().joined()
    // The head goes out with the first bytes of the body: one packet, not two.
    var data = Data("HTTP/1.1 \(status.code) \(status.phrase)\r\n\(lines)\r\n".utf8)
    if method != .HEAD {
      for try await chunk in body {
        try await write(data + chunk)
        data = Data()
      }
    }
    try await write(data)
  }

  private func write(_ data: Data) async throws {
    guard !data.isEmpty else { return }
    watch.set(file, .writing)
    try await socket.write(data)
    watch.set(file, .answering)
  }

  /// Reads on for a while and forgets it: a connection closed over unread bytes is reset, and the
  /// refusal with it.
  private func drain() async {
    watch.set(file, .draining)
    shutdown(file, Int32(SHUT_WR))
    var count = 0
    while count < Self.mostDrained, let bytes = try? await socket.read(atMost: 4096) {
      count += bytes.count
    }
  }
}
