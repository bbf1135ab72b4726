import FlyingFox

/// The first line and the headers of a request, read strictly and within bounds: what is unclear is
/// refused, since two readers could take it for two different things.
///
/// FlyingFox's own reader bounds neither the length of a line nor the number of headers.
struct RequestHead {
  let method: HTTPMethod
  let target: HTTPRequest.Target
  let headers: HTTPHeaders
  /// Bytes of the body that follows.
  let length: Int
  /// Whether the connection goes on after the answer.
  let keepsAlive: Bool

  /// Most bytes of a head.
  static let mostBytes = 8192
  /// Most bytes of a body.
  static let mostBody = 16_384
  /// Most headers.
  private static let mostHeaders = 64

  /// Why a request is not taken.
  enum Trouble: Error, Hashable {
    /// It is no request.
    case broken
    /// Its head is longer, or has more headers, than any browser's.
    case largeHead
    /// Its body is longer than any form.
    case largeBody
    /// It does not say how long its body is.
    case noLength

    var status: HTTPStatusCode {
      switch self {
      case .broken: .badRequest
      case .largeHead: .requestHeaderFieldsTooLarge
      case .largeBody: .payloadTooLarge
      case .noLength: .lengthRequired
      }
    }
  }

  /// Reads a head without the empty line that ends it.
  init(_ bytes: ArraySlice<UInt8>) throws(Trouble) {
    guard bytes.count <= Self.mostBytes else { throw .largeHead }
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\r\n", omittingEmptySubsequences: false)
    guard lines.count <= Self.mostHeaders + 1 else { throw .largeHead }
    guard lines.allSatisfy({ $0.utf8.allSatisfy(Self.isShown) }) else { throw .broken }
    let first = lines[0].split(separator: " ", omittingEmptySubsequences: false)
    guard first.count == 3, Self.isToken(first[0]), first[1].hasPrefix("/"),
      first[1].utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
      first[2] == "HTTP/1.1" || first[2] == "HTTP/1.0"
    else { throw .broken }
    method = HTTPMethod(String(first[0]))
    let halves = first[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    target = HTTPRequest.Target(
      path: String(halves[0]), query: halves.count > 1 ? String(halves[1]) : "")
    var headers = HTTPHeaders()
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":"), Self.isToken(line[..<colon]) else {
        throw .broken
      }
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      headers.addValue(String(value), for: HTTPHeader(String(line[..<colon])))
    }
    guard headers[.transferEncoding] == nil else { throw .noLength }
    let lengths = headers.values(for: .contentLength)
    guard lengths.count <= 1 else { throw .broken }
    if let text = lengths.first {
      let digits = text.prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty, text.dropFirst(digits.count).allSatisfy({ $0 == " " }) else {
        throw .broken
      }
      guard let length = Int(digits), length <= Self.mostBody else { throw .largeBody }
      self.length = length
    } else {
      length = 0
    }
    self.headers = headers
    keepsAlive =
      first[2] == "HTTP/1.1" && headers[.connection]?.lowercased().contains("close") != true
  }

  /// Whether a byte is no control character but a tab.
  private static func isShown(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x7F || byte == 9 }

  /// Whether these are letters, digits and the signs that names may have.
  private static func isToken(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        let sign = Character(UnicodeScalar(byte))
        return sign.isASCII && (sign.isLetter || sign.isNumber || "!#$%&'*+-.^_`|~".contains(sign))
      }
  }
}
