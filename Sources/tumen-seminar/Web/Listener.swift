import FlyingFox
import FlyingSocks
import Foundation
import Scenarios

/// An address at which connections come in.
struct Listener: Sendable {
  private let socket: Socket

  /// Listens from now on; connections wait until ``serve(_:)``.
  ///
  /// - Throws: `InputError` where another listens there, or the system does not let us.
  init(_ address: any SocketAddress, options: ServingOptions) throws(InputError) {
    do {
      let socket = try Socket(domain: Int32(address.family))
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: address)
      try socket.listen()
      self.socket = socket
    } catch {
      throw InputError(Self.words(for: error, options))
    }
  }

  private static func words(for error: any Error, _ options: ServingOptions) -> String {
    let place = "port \(options.port) on \(options.listen)"
    guard case .failed(_, let code, let message)? = error as? SocketError else {
      return "cannot listen at \(place): \(error)"
    }
    return switch code {
    case EADDRINUSE: "\(place) is taken: end what listens there, or name another by --port"
    case EACCES: "\(place) is for the system alone: name one above 1023 by --port"
    case EADDRNOTAVAIL:
      "\(options.listen) is no address of this machine: write 127.0.0.1 or 0.0.0.0"
    default: "cannot listen at \(place): \(message)"
    }
  }

  /// Serves every connection that comes in.
  func serve(_ site: Site) async throws {
    let pool = HTTPServer.defaultPool()
    try await pool.prepare()
    let watch = ConnectionWatch()
    let socket = try AsyncSocket(socket: socket, pool: pool)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      group.addTask { try await accept(socket, site, watch) }
      group.addTask {
        while true {
          try await Task.sleep(for: .seconds(1))
          watch.sweep()
        }
      }
      try await group.next()
      group.cancelAll()
    }
  }

  private func accept(
    _ socket: AsyncSocket, _ site: Site, _ watch: ConnectionWatch
  ) async throws {
    try await withThrowingDiscardingTaskGroup { group in
      while true {
        do {
          let connection = Connection(try await socket.accept(), site: site, watch: watch)
          group.addTask { await connection.run() }
        } catch {
          // Too many files open, or gone before it was taken: others go on, and so does this.
          try await Task.sleep(for: .milliseconds(100))
        }
      }
    }
  }
}
