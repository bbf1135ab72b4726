import FlyingFox
import Foundation

/// Answers, all with the same guards.
enum Reply {
  /// Headers of every answer: nothing from outside, nothing kept, nothing told to others.
  private static func headers(_ type: String) -> HTTPHeaders {
    [
      .contentType: type,
      HTTPHeader("Content-Security-Policy"):
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        + "img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      HTTPHeader("X-Content-Type-Options"): "nosniff",
      HTTPHeader("X-Frame-Options"): "DENY",
      HTTPHeader("Referrer-Policy"): "same-origin",
      HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
      HTTPHeader("Cross-Origin-Opener-Policy"): "same-origin",
      .cacheControl: "no-store",
    ]
  }

  static func html(_ html: HTML, status: HTTPStatusCode = .ok) -> HTTPResponse {
    text(html.text, type: "text/html; charset=utf-8", status: status)
  }

  static func text(
    _ text: String, type: String, status: HTTPStatusCode = .ok
  ) -> HTTPResponse {
    HTTPResponse(statusCode: status, headers: headers(type), body: Data(text.utf8))
  }

  static func json(_ value: JSON, status: HTTPStatusCode = .ok) -> HTTPResponse {
    text(value.compactText, type: "application/json", status: status)
  }

  /// A file to keep.
  static func file(_ content: String, name: String, type: String) -> HTTPResponse {
    var response = text(content, type: type)
    response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
    return response
  }

  /// To another page, after a form.
  static func see(_ path: String) -> HTTPResponse {
    var response = text("", type: "text/plain", status: .seeOther)
    response.headers[.location] = path
    return response
  }

  /// A stream of server-sent events.
  static func stream(_ stream: LiveStream) -> HTTPResponse {
    var headers = headers("text/event-stream; charset=utf-8")
    headers[HTTPHeader("X-Accel-Buffering")] = "no"
    return HTTPResponse(
      statusCode: .ok, headers: headers,
      body: HTTPBodySequence(from: stream, suggestedBufferSize: 1 << 16))
  }
}
