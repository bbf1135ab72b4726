import ArgumentParser
import FlyingFox
import FlyingSocks
import Foundation
import Scenarios
import Seminar

/// Where and how a session is served.
struct ServingOptions: ParsableArguments {
  @Option(help: "The port.")
  var port: UInt16 = 8017

  @Option(help: "The address to listen on; 0.0.0.0 for every one of this machine.")
  var listen = "127.0.0.1"

  @Option(
    name: .customLong("name"),
    help: "A name by which the server may be called, such as behind a proxy; may be repeated.")
  var names: [String] = []

  @Option(help: "The language: en, de, or a file of sentences as tumen-seminar language prints.")
  var language: String?

  /// The sentences.
  func words() throws(InputError) -> Words {
    guard let language else { return .english }
    return try Words(language)
  }

  /// Takes the address to listen on, before there is anything to be undone.
  func listener() throws -> Listener {
    if let address = try? sockaddr_in.inet(ip4: listen, port: port) {
      return try Listener(address, options: self)
    }
    if let address = try? sockaddr_in6.inet6(ip6: listen, port: port) {
      return try Listener(address, options: self)
    }
    throw ValidationError(
      "\"\(listen)\" is no address to listen on: write one such as 127.0.0.1, 0.0.0.0 or ::1")
  }

  /// Where students come in.
  var join: String {
    let host =
      names.first
      ?? (listen == "0.0.0.0" || listen == "::"
        ? Self.ownAddress() ?? "localhost" : listen.contains(":") ? "[\(listen)]" : listen)
    return "http://\(host):\(port)/"
  }

  /// The first address of this machine that others can call.
  private static func ownAddress() -> String? {
    var first: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&first) == 0 else { return nil }
    defer { freeifaddrs(first) }
    var next = first
    while let entry = next?.pointee {
      next = entry.ifa_next
      guard let address = entry.ifa_addr, address.pointee.sa_family == sa_family_t(AF_INET),
        entry.ifa_flags & UInt32(IFF_LOOPBACK) == 0
      else { continue }
      var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      guard
        getnameinfo(
          address, socklen_t(MemoryLayout<sockaddr_in>.size), &text, socklen_t(text.count), nil, 0,
          NI_NUMERICHOST) == 0
      else { continue }
      return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    return nil
  }
}

/// Serves a session until the process is ended.
struct Server {
  let room: Room
  let words: Words
  let options: ServingOptions
  let listener: Listener

  func run() async throws {
    let site = Site(
      room: room, words: words, origin: Origin(names: options.names), address: options.join,
      clock: Clock.now)
    Self.allowManyConnections()
    let state = await room.state
    let lines = """
      Join at  \(options.join)
      Code     \(state.opening.code)
      Lead at  \(options.join)f/\(state.opening.facilitator)

      """
    FileHandle.standardOutput.write(Data(lines.utf8))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await listener.serve(site) }
      group.addTask { try await keepTime() }
      try await group.next()
      group.cancelAll()
    }
  }

  /// Two connections a seat are more than many systems allow a process unasked.
  private static func allowManyConnections() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }

  /// Ends rounds whose time is over, and finds out who has gone.
  private func keepTime() async throws {
    var seconds = 0
    while true {
      try await Task.sleep(for: .seconds(1))
      seconds += 1
      try? await room.tick()
      if seconds.isMultiple(of: 10) { await room.beat() }
    }
  }
}
