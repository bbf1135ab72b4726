/// A peer written in Python: a script that gets a folder with one file a case and prints one line
/// of numbers a case.
struct PythonPeer {
  /// What the script imports, as one would install it.
  let package: String
  /// The script; its first argument is the folder, its second how many cases there are.
  let script: String

  /// The numbers of each case, at least one in each; nil where Python or the package is not here,
  /// empty where the script fails.
  func numbers(in folder: Folder, cases: Int) -> [[Double]]? {
    guard Run("python3", ["-c", "import \(package)"]).status == 0 else { return nil }
    let path = folder.write("peer.py", script)
    let run = Run("python3", [path, folder.path, "\(cases)"], output: "\(folder.path)/peer.out")
    guard run.status == 0, let text = folder.read("peer.out") else { return [] }
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: " ").compactMap { Double($0) }
    }
    return lines.allSatisfy { !$0.isEmpty } ? lines : []
  }
}
