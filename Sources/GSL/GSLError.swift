internal import CGSL

/// What GSL refused to do.
public struct GSLError: Error, Hashable, Sendable, CustomStringConvertible {
  /// GSL's own number for the kind of failure (`GSL_EDOM` is 1, `GSL_ENOMEM` is 8, ...).
  public let code: Int
  /// What was asked of GSL, in the words of a sentence: "a Sobol sequence of 41 dimensions".
  public let request: String

  /// The failure with this code while doing `request`.
  public init(code: Int, request: String) {
    self.code = code
    self.request = request
  }

  /// GSL's own words for the failure: "input domain error".
  public var reason: String { String(cString: gsl_strerror(Int32(code))) }

  /// One line: what was asked, and GSL's reason.
  public var description: String { "GSL could not make \(request): \(reason)" }
}

/// The GSL library this program was built with.
public enum GSLVersion {
  /// The version, such as `2.7.1`.
  public static let text = GSL_VERSION
}

/// GSL's error handler aborts the process by default; it is turned off before the first call, so
/// that failures come back as codes.
enum GSLErrors {
  /// Turns the handler off, once for the process.
  static let areReturned: Void = { _ = gsl_set_error_handler_off() }()

  /// Turns a code other than success into a ``GSLError``.
  static func check(_ code: Int, _ request: @autoclosure () -> String) throws(GSLError) {
    guard code == GSL_SUCCESS else { throw GSLError(code: code, request: request()) }
  }
}
