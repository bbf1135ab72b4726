import Scenarios
import Testing

@Suite struct `The library` {
  private func library() throws -> (TemporaryFolder, GameLibrary) {
    let folder = try TemporaryFolder()
    for name in [
      "Games/port-leases/zarubino-lease.yaml", "Games/textbook/chicken.yaml",
      "Games/textbook/stag-hunt.yaml", "Games/zones/chicken.json", "Games/zones/notes.txt",
      "Games/README.yaml", "Experiments/threshold.yaml", "Experiments/.hidden.yaml",
    ] {
      try folder.write(name, Array(leaseYAML.utf8))
    }
    return (folder, GameLibrary(home: folder.path))
  }

  @Test func `lists games by family and experiments, in order`() throws {
    let (folder, library) = try library()
    defer { withExtendedLifetime(folder) {} }
    #expect(
      try library.games().map(\.name) == [
        "port-leases/zarubino-lease", "textbook/chicken", "textbook/stag-hunt", "zones/chicken",
      ])
    #expect(try library.experiments().map(\.name) == ["threshold"])
  }

  @Test func `finds a game by name, by id and by path`() throws {
    let (folder, library) = try library()
    let lease = folder.path + "/Games/port-leases/zarubino-lease.yaml"
    #expect(try library.locate("port-leases/zarubino-lease") == lease)
    #expect(try library.locate("zarubino-lease") == lease)
    #expect(try library.locate(lease) == lease)
    #expect(try library.locate("./other.nfg") == "./other.nfg")
    #expect(try library.locate("-") == "-")
    #expect(
      try library.locate(experiment: "threshold") == folder.path + "/Experiments/threshold.yaml")
  }

  @Test(
    arguments: [
      ("zarubino-leas", "there is no game \"zarubino-leas\"; did you mean \"zarubino-lease\"?"),
      (
        "textbok/chicken",
        "there is no game \"textbok/chicken\"; did you mean \"textbook/chicken\"?"
      ),
      ("poker", "there is no game \"poker\": name a file, or one that tumen games lists"),
      (
        "chicken",
        "\"chicken\" is the name of several: write textbook/chicken or zones/chicken"
      ),
    ])
  func `says what was meant`(name: String, line: String) throws {
    let (folder, library) = try library()
    defer { withExtendedLifetime(folder) {} }
    let error = #expect(throws: InputError.self) { try library.locate(name) }
    #expect(error?.description == line)
  }

  @Test func `without a folder of games says how to find one`() {
    let error = #expect(throws: InputError.self) { try GameLibrary(home: "/proc").games() }
    #expect(
      error?.description
        == "/proc has no folder Games: set TUMEN_HOME to the project's folder")
  }
}
