/// Which program this is.
public enum Version {
  /// The version, as `tumen --version` prints it and manifests record it.
  public static let text = "0.1.0"
}
