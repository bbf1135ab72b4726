// A target for libFuzzer: `Tests/Fuzz/fuzz.sh` builds and runs it. TUMEN_FUZZ_INPUT names what the
// bytes are taken for.

import Experiments
import Glibc
import Laboratory
import Scenarios

/// What the bytes are taken for.
private let input = getenv("TUMEN_FUZZ_INPUT").map { String(cString: $0) } ?? "yaml"

/// Reads the bytes as a game, an expression, a spec, a conversation or requests. Whatever they are, the answer is a value or
/// an error; what was read can be written, and then reads and writes the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: bytes, count: count)
  // Files with a NUL byte are refused before they are parsed.
  guard !bytes.contains(0) else { return -1 }
  let text = String(decoding: bytes, as: UTF8.self)
  switch input {
  case "expression": expression(text)
  case "experiment": experiment(text)
  case "repl": converse(text)
  case "request": request(text)
  default: game(text, ScenarioFormat(rawValue: input) ?? .yaml)
  }
  return 0
}

private func game(_ text: String, _ format: ScenarioFormat) {
  guard let scenario = try? ScenarioReader.read(text: text, format: format, file: "f") else {
    return
  }
  if let evaluator = try? GameEvaluator(scenario) {
    _ = try? evaluator.evaluate(evaluator.defaults)
  }
  let written = ScenarioWriter.yaml(scenario)
  do {
    let again = try ScenarioReader.read(text: written, format: .yaml, file: "again")
    if ScenarioWriter.yaml(again) != written { fail("written, read and different:", written) }
  } catch {
    fail("written and not read: \(error)", written)
  }
}

private func fail(_ message: String, _ written: String) {
  perror("\(message)\n\(written)\n")
  abort()
}

private func expression(_ text: String) {
  let names = ["r", "k", "scale"]
  guard let parsed = try? Expression.parse(text, at: Position(file: "f"), names: names) else {
    return
  }
  _ = try? parsed.evaluate(parsed.parameters.map { _ in 2 })
}

private func experiment(_ text: String) {
  let path = "/tmp/tumen-fuzz-\(getpid()).yaml"
  guard let file = fopen(path, "w") else { return }
  defer { unlink(path) }
  fputs(text, file)
  fclose(file)
  _ = try? Experiment.check(path)
}
