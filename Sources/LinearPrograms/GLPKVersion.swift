import CGLPK

/// Which GLPK is linked.
public enum GLPKVersion {
  /// The version, such as `5.0`.
  public static var text: String { String(cString: glp_version()) }
}
