import Experiments
import Laboratory

extension Rehearsal {
  /// The rehearsal for people.
  func text(jobs: Int, shard: Shard?) -> String {
    var text = ""
    for design in designs { text += design + "\n" }
    text += "\(Words.count(rows, "row")) in \(Words.count(parts, "part"))"
    if share < 1 {
      text += ", some \((share * 100).text(digits: 3)) % of them where the conditions hold"
    }
    let count = Double(rows) / Double(shard?.count ?? 1)
    let seconds = count / rate / Double(jobs)
    text += "\nabout \(rate.text(digits: 2)) rows a second and thread: "
    text += seconds < 1 ? "under a second" : ProgressBar.duration(seconds)
    text += " on \(Words.count(jobs, "thread"))"
    if let shard { text += " for shard \(shard)" }
    let size = Double(rows) * share * bytes
    text +=
      ", \(size < 1e6 ? "\(Int(size / 1000) + 1) kB" : "\(Int(size / 1e6) + 1) MB") of results\n\n"
    text += headings.joined(separator: ",") + "\n"
    text += (first ?? "(no row fulfils the conditions)") + "\n"
    if rows > 1 { text += "...\n" + (last ?? "(no row fulfils the conditions)") + "\n" }
    return text
  }
}
