import Glibc
import Testing

@testable import tumen

@Suite struct `Scripts of the REPL` {
  private func run(_ lines: String) -> CommandRun {
    let name = "script-\(UInt64.random(in: 0...UInt64.max)).txt"
    let path = CommandRun.temporaryFile(name, lines)
    defer { unlink(path) }
    return CommandRun("repl", path)
  }

  @Test func `a file is read to its end, and errors name file and line`() {
    let ran = run("matrix pd:\n3,3 0,5\n5,0 1,1\n\nfoo\npure\nmatrix x:\n1,y\n\nshow\n")
    #expect(ran.status == .wrongInput)
    let lines = ran.messages.split(separator: "\n")
    #expect(lines.count == 2, "\(ran.messages)")
    #expect(lines[0].contains(".txt:5: \"foo\" is not understood"), "\(ran.messages)")
    #expect(lines[1].contains(".txt:7: cell 1 of row 1"), "\(ran.messages)")
    #expect(ran.output.contains("pure: complete"))
  }

  @Test func `a file without errors ends well, also without quit and inside a block`() {
    #expect(run("load chicken\nnash").status == .done)
    #expect(run("matrix a:\n1,1").status == .done)
    #expect(run("load chicken\nquit\nfoo\n").status == .done)
    #expect(run("").status == .done)
  }

  @Test func `a file that is not there is one line`() {
    let ran = CommandRun("repl", "/nosuch/script")
    #expect(ran.status == .wrongInput && ran.messages.contains("No such file"), "\(ran.messages)")
  }

  @Test func `every line ever refused leaves the conversation running`() throws {
    _ = CommandRun.home
    var lines = "matrix pd 3,3 0,5 ; 5,0 1,1\nrelative snidal r=1/4\n"
    var count = 0
    // Every name alone, doubled, misspelt, and followed by nonsense.
    for entry in ReplEntry.all where entry.name != "quit" {
      let name = entry.name
      for line in [
        "\(name) \(name)", "\(name) ,", "\(name) =", "\(name) \u{1}\u{7F}\u{200B}é漢", "\(name) --",
        "\(name)x", "\(name) " + String(repeating: "(", count: 300), "\(name) -1e999999999999,0/0",
      ] {
        lines += line + "\n"
        count += 1
      }
    }
    lines += "pure\n"
    let (output, messages) = (Output(), Output())
    var repl = Repl(LineReader(text: lines), output, messages)
    let status = try repl.run()
    #expect(status == .wrongInput)
    #expect(output.text.contains("pure: complete"))
    for line in messages.text.split(separator: "\n") {
      #expect(line.hasPrefix("tumen: line "), "\(line)")
    }
    #expect(messages.text.split(separator: "\n").count > count / 2)
  }
}
