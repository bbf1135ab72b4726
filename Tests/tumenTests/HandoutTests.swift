import Arithmetic
import Figures
import Glibc
import Laboratory
import Scenarios
import Testing

@testable import tumen

@Suite struct `Handouts` {
  private static func scenario(_ name: String) throws -> Scenario {
    _ = CommandRun.home
    let library = GameLibrary()
    return try ScenarioReader.read(path: try library.locate(name))
  }

  static let games: [String] = {
    _ = CommandRun.home
    return ((try? GameLibrary().games()) ?? []).map(\.name)
  }()

  /// A sheet as one text.
  private static func text(_ sheet: Sheet) -> String {
    var parts = [sheet.title, sheet.reader]
    for section in sheet.sections {
      parts += [section.heading] + section.paragraphs + section.items
      parts += section.tables.map { $0.text() } + [section.verbatim ?? ""]
      for slip in section.slips {
        parts.append(slip.title)
        for field in slip.fields {
          switch field {
          case .blank(let label): parts.append(label)
          case .choice(let label, let options): parts += [label] + options
          }
        }
      }
    }
    return parts.joined(separator: "\n")
  }

  /// Sentences long enough to be recognised.
  private static func sentences(_ text: String?) -> [String] {
    (text ?? "").split(whereSeparator: { ".?!".contains($0) }).map { part in
      part.split(separator: " ").joined(separator: " ")
    }.filter { $0.count > 30 }
  }

  @Test(arguments: games)
  func `no player's sheet tells the solution, the end, or another's brief`(name: String) throws {
    let scenario = try Self.scenario(name)
    let handout = try Handout(try Setting(scenario))
    let seminar = scenario.seminar
    let opening = seminar?.opening ?? ""
    var secrets = Self.sentences(scenario.story) + Self.sentences(seminar?.purpose)
    secrets += (seminar?.debrief ?? []).flatMap { Self.sentences($0) }
    secrets += Self.sentences(scenario.outcome?.note) + Self.sentences(scenario.outcome?.source)
    secrets += scenario.form.cells.flatMap { Self.sentences($0.because) }
    secrets += (scenario.leavesOut + scenario.contradictions).flatMap { Self.sentences($0) }
    secrets.removeAll { opening.contains($0) }
    // The names of moves and states belong to the rules, whatever they say.
    let common = Self.text(handout.publicSheet)
    for secret in secrets { #expect(!common.contains(secret), "\(secret)") }
    for word in ["quilibri", "solution", "Nash", "best repl", "nucleolus", "Shapley"] {
      #expect(!common.contains(word), "\(word)")
      #expect(!Self.text(handout.forms).contains(word), "\(word)")
    }
    for actor in scenario.actors.indices {
      let sheet = Self.text(handout.roleSheet(of: actor))
      let own = seminar?.roles.first { $0.actor == actor }?.text ?? ""
      let aims = [scenario.actors[actor].wants, scenario.actors[actor].fears]
      for secret in secrets where !own.contains(secret) && !aims.contains(secret) {
        #expect(!sheet.contains(secret), "\(secret)")
      }
      for role in seminar?.roles ?? [] where role.actor != actor && role.text != own {
        #expect(!sheet.contains(role.text) && !common.contains(role.text))
      }
      for other in scenario.actors.indices where other != actor {
        for aim in [scenario.actors[other].wants, scenario.actors[other].fears] {
          // A few words may stand anywhere; a sentence betrays itself.
          if let aim, !aims.contains(aim), aim.count > 20 {
            #expect(!sheet.contains(aim) && !common.contains(aim), "\(aim)")
          }
        }
      }
    }
  }

  @Test(arguments: ["chicken", "zarubino-lease", "land-lease", "primorye-demarcation"])
  func `an actor's sheet says nothing about what others gain`(name: String) throws {
    var scenario = try Self.scenario(name)
    let before = try Handout(try Setting(scenario))
    for actor in scenario.actors.indices {
      var form = try #require(scenario.form as? StrategicForm)
      for cell in form.cells.indices {
        for other in scenario.actors.indices where other != actor {
          form.cells[cell].gains[other] = Expression(Rational(cell + 31 * other))
        }
      }
      let original = scenario.form
      scenario.form = form
      let after = try Handout(try Setting(scenario))
      scenario.form = original
      #expect(Self.text(before.roleSheet(of: actor)) == Self.text(after.roleSheet(of: actor)))
      #expect(Self.text(before.publicSheet) == Self.text(after.publicSheet))
      #expect(Self.text(before.forms) == Self.text(after.forms))
    }
  }

  @Test(arguments: games)
  func `every prepared game has its pages, and the facilitator's has purpose and solution`(
    name: String
  ) throws {
    let scenario = try Self.scenario(name)
    let handout = try Handout(try Setting(scenario))
    let page = SheetPage.html(of: try handout.facilitatorSheet())
    #expect(page.contains("<h2>Purpose</h2>") && page.contains("<h2>Solution: "))
    #expect(page.contains("For the facilitator only"))
    for actor in scenario.actors.indices {
      let sheet = handout.roleSheet(of: actor)
      #expect(sheet.sections.contains { $0.heading == "How you count" })
      #expect(SheetPage.html(of: sheet).contains("Confidential: for "))
    }
  }

  @Test func `the command writes a file a sheet, and tells for whom each is`() throws {
    let directory = "/tmp/tumen-tests-\(getpid())-handout"
    let run = CommandRun("handout", "islands", "--out", directory, "--no-pdf")
    let names = [
      "public.html", "role-china.html", "role-russia.html", "forms.html", "facilitator.html",
    ]
    defer {
      for name in names { unlink("\(directory)/\(name)") }
      rmdir(directory)
    }
    #expect(run.status == .done && run.messages.isEmpty, "\(run.messages)")
    for name in names {
      #expect(run.output.contains("\(directory)/\(name) "), "\(run.output)")
      #expect(access("\(directory)/\(name)", R_OK) == 0)
    }
    #expect(run.output.contains("Confidential: for Russia only"))
  }

  @Test func `a game without an opening tells no story to players, and says so`() {
    let directory = "/tmp/tumen-tests-\(getpid())-handout-plain"
    let path = CommandRun.temporaryFile(
      "plain.nfg", "NFG 1 R \"x\" { \"A/1\" \"A 1\" } { 1 1 }\n1 2")
    let run = CommandRun("handout", path, "--out", directory, "--no-pdf")
    let names = ["public", "role-A-1", "role-A-1-2", "forms", "facilitator"]
    #expect(run.status == .done && run.messages.contains("has no \"opening\""), "\(run.messages)")
    for name in names { #expect(unlink("\(directory)/\(name).html") == 0, "\(name)") }
    unlink(path)
    rmdir(directory)
  }

  @Test func `a directory that cannot be made is one line`() {
    let run = CommandRun("handout", "chicken", "--out", "/dev/null/x", "--no-pdf")
    #expect(run.status == .wrongInput && run.messages.contains("/dev/null"))
  }
}
