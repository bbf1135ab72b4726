import FlyingFox

/// Whether a request comes from the seminar's own pages.
struct Origin: Sendable {
  /// Names besides addresses and `localhost` by which the server may be called.
  let names: [String]

  /// Whether the server was called by an address or a name of its own. Another name means that
  /// somebody's own name was made to point here.
  func isOwnHost(_ request: HTTPRequest) -> Bool {
    guard let host = request.headers[.host]?.lowercased() else { return false }
    let name = Self.withoutPort(host)
    return name == "localhost" || Self.isAddress(name) || names.contains { $0.lowercased() == name }
  }

  /// Whether no other site had a hand in it, as far as the browser says.
  func isOwn(_ request: HTTPRequest) -> Bool {
    if let site = request.headers[HTTPHeader("Sec-Fetch-Site")],
      site != "same-origin", site != "none"
    {
      return false
    }
    guard let origin = request.headers[HTTPHeader("Origin")]?.lowercased() else { return true }
    guard let host = request.headers[.host]?.lowercased() else { return false }
    return origin == "http://\(host)" || origin == "https://\(host)"
  }

  private static func withoutPort(_ host: String) -> String {
    if host.hasPrefix("[") { return String(host.prefix { $0 != "]" }) + "]" }
    return String(host.prefix { $0 != ":" })
  }

  private static func isAddress(_ name: String) -> Bool {
    if name.hasPrefix("["), name.hasSuffix("]") {
      return name.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }
}
