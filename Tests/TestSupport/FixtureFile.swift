import Foundation

/// Files under `Tests/Fixtures` that are read whole.
public enum FixtureFile {
  /// The text of `Tests/Fixtures/<path>`.
  public static func text(_ path: String, file: StaticString = #filePath) -> String {
    let folder = URL(filePath: "\(file)").deletingLastPathComponent().deletingLastPathComponent()
    let url = folder.appending(path: "Fixtures/\(path)")
    guard let text = try? String(contentsOf: url, encoding: .utf8) else {
      preconditionFailure("no fixture at \(url.path)")
    }
    return text
  }

  /// The names, without ending, of the files in `Tests/Fixtures/<folder>`, in order.
  public static func names(in folder: String, file: StaticString = #filePath) -> [String] {
    let tests = URL(filePath: "\(file)").deletingLastPathComponent().deletingLastPathComponent()
    let path = tests.appending(path: "Fixtures/\(folder)").path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return files.map { String($0.prefix { $0 != "." }) }.sorted()
  }
}
