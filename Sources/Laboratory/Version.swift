import GSL
import LinearPrograms

/// Which program this is.
public enum Version {
  /// The version, as manifests record it.
  public static let text = "0.1.0"

  /// The version with those of the libraries that compute, as `tumen --version` prints it.
  public static var withLibraries: String {
    "tumen \(text), GSL \(GSLVersion.text), GLPK \(GLPKVersion.text)"
  }
}
