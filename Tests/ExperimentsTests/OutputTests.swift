import Arithmetic
import Glibc
import Testing

@testable import Experiments

@Suite struct `Comma-separated values` {
  @Test(arguments: [
    ("0", "0"), ("-17", "-17"), ("1/2", "0.5"), ("1/3", "0.3333333333333333"),
    ("1/10", "0.1"), ("9007199254740991", "9007199254740991"), ("1e17", "1e+17"),
    ("123456789012345678901234567890", "1.2345678901234568e+29"), ("1e-7", "1e-07"),
    ("1/100000000000000000000000000", "1e-26"), ("-7/4", "-1.75"),
  ])
  func `numbers are the shortest decimals that read back`(exact: String, expected: String) throws {
    let number = try Rational.read(exact)
    let text = NumberText.text(number)
    #expect(text == expected)
    #expect(Double(text) == number.double)
  }

  @Test func `fractions keep their words`() throws {
    var text = CSVText()
    for exact in ["7/3", "-2", "0", "100000000000000000000000000000/7"] {
      text.append(exact: try Rational.read(exact))
    }
    text.endLine()
    #expect(
      String(decoding: text.bytes, as: UTF8.self)
        == "7/3,-2,0,100000000000000000000000000000/7\n")
  }

  @Test func `texts are quoted only where RFC 4180 asks for it`() {
    var text = CSVText()
    text.append(text: "plain text")
    text.append(text: "a,b")
    text.append(text: "say \"no\"")
    text.appendEmpty()
    text.append(text: "two\nlines")
    text.endLine()
    text.append(text: "next")
    text.endLine()
    #expect(
      String(decoding: text.bytes, as: UTF8.self)
        == "plain text,\"a,b\",\"say \"\"no\"\"\",,\"two\nlines\"\nnext\n")
  }
}

@Suite struct `SHA-256` {
  // FIPS 180-4 examples, and lengths about the block border from `sha256sum`.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 55),
      "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"
    ),
    (
      String(repeating: "a", count: 64),
      "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
    ),
  ])
  func `agrees with the standard`(text: String, digest: String) {
    #expect(SHA256.hexadecimal(of: Array(text.utf8)) == digest)
  }
}

@Suite struct `Output file` {
  @Test func `has its name only once it is whole`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/results.csv"
    let file = try OutputFile(path)
    try file.write("a,b\n")
    #expect(directory.files == ["results.csv.part"])
    try file.commit()
    #expect(directory.files == ["results.csv"])
    #expect(directory.text("results.csv") == "a,b\n")
  }

  @Test func `leaves nothing when it is given up`() throws {
    let directory = try TemporaryDirectory()
    do {
      let file = try OutputFile(directory.path + "/results.csv")
      try file.write("a,b\n")
    }
    #expect(directory.files == [])
  }

  @Test func `a full disk is one line`() throws {
    let directory = try TemporaryDirectory()
    symlink("/dev/full", directory.path + "/results.csv.part")
    let error = try #require(throws: OutputError.self) {
      let file = try OutputFile(directory.path + "/results.csv")
      try file.write("a,b\n")
    }
    #expect(
      error.description.hasSuffix(
        "cannot write: No space left on device; free some room and run again"))
    #expect(directory.files == [])
  }

  @Test func `a folder that is not there is one line`() throws {
    let error = try #require(throws: OutputError.self) { _ = try OutputFile("/nowhere/at/all") }
    #expect(
      error.description == "/nowhere/at/all.part: cannot create the file: No such file or directory"
    )
  }
}
