import Glibc
import Testing

@testable import tumen

/// What only a process of its own can show: statuses, pipes, devices.
@Suite struct `The program` {
  /// The built program, beside the tests.
  static let program: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    let path = String(
      decoding: buffer.prefix(max(0, length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/tumen"
  }()

  /// What a shell line prints, standard error included, and its status.
  private func shell(_ line: String) -> (text: String, status: Int32) {
    let command = "export TUMEN_HOME='\(CommandRun.home)'; t='\(Self.program)'; \(line)"
    guard let pipe = popen("bash -c '\(command.replacing("'", with: "'\\''"))' 2>&1", "r") else {
      return ("", -1)
    }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = fread(&buffer, 1, buffer.count, pipe)
      guard count > 0 else { break }
      text += buffer.prefix(count)
    }
    let status = pclose(pipe)
    return (String(decoding: text, as: UTF8.self), (status >> 8) & 0xFF)
  }

  @Test func `a closed pipe ends it quietly`() {
    let (text, status) = shell("set -o pipefail; $t help json | head -c 10 > /dev/null")
    #expect(text.isEmpty && status == 0)
    #expect(shell("$t games | true; echo ${PIPESTATUS[0]}").text == "0\n")
  }

  @Test func `a full disk is one line and status 2`() {
    for words in ["games", "--version", "help json", "--help", "solve chicken", "help solve"] {
      let (text, status) = shell("$t \(words) > /dev/full")
      #expect(text == "tumen: cannot write the output: No space left on device\n")
      #expect(status == 2)
    }
  }

  @Test func `a conversation comes through a pipe`() {
    let (text, status) = shell("printf \"matrix pd 3,3 0,5 ; 5,0 1,1\\nnahs\\npure\\n\" | $t repl")
    #expect(status == 2)
    #expect(text.contains("tumen: line 2: \"nahs\" is not understood; did you mean \"nash\"?"))
    #expect(text.contains("pure: complete") && !text.contains("tumen>"))
  }

  @Test func `games come through standard input`() {
    let (text, status) = shell("$t convert chicken - --to nfg | $t solve - --from nfg")
    #expect(status == 0)
    #expect(text.contains("2  C: 1/2 (0.5)  C: 1/2 (0.5)"))
  }

  @Test func `nothing is coloured outside a terminal`() {
    #expect(!shell("$t show chicken").text.contains("\u{1B}"))
  }

  @Test func `long work is told of, and Ctrl-C ends it with what there is`() {
    let name = CommandRun.temporaryFile("long-\(UInt64.random(in: 0...UInt64.max))", "")
    defer { for ending in ["", ".nfg", ".err"] { unlink(name + ending) } }
    // 50,625 combinations of supports: minutes of work. The signal is sent once it is told of.
    let (text, status) = shell(
      """
      f=\(name)
      { printf 'NFG 1 R "long" { "a" "b" "c" "d" } { 4 4 4 4 }\\n\\n'
        seq 1024 | while read k; do printf "%d " $(( (k * k * 31 + k * 17) % 997 )); done; } > $f.nfg
      $t solve $f.nfg --concept nash --seconds 9999 > $f 2> $f.err &
      p=$!
      until grep -q about $f.err; do sleep 0.05; kill -0 $p || exit 9; done
      kill -INT $p
      wait $p
      s=$?
      cat $f $f.err
      exit $s
      """)
    #expect(status == 3, "\(text)")
    #expect(text.contains("nash: cut short at the limit of an interrupt: there may be others"))
    #expect(text.contains("tumen: note: nash: 50625 combinations of supports to look at; about "))
    #expect(text.contains("tumen: note: interrupted: this is not all"))
  }

  @Test func `statuses are those of the handbook`() {
    #expect(shell("$t --version").status == 0)
    #expect(shell("$t solve nosuch").status == 2)
    #expect(shell("$t history chicken").status == 2)
  }
}
