import ArgumentParser
import Experiments
import Figures
import Glibc
import Laboratory

/// `tumen handout GAME`: what is printed to play a game in a room.
struct HandoutCommand: TumenCommand {
  static let configuration = CommandConfiguration(
    commandName: "handout",
    abstract:
      "Write what is printed to play a game: public sheet, role sheets, forms, facilitator's.",
    discussion: """
      Writes public.html, role-ACTOR.html for each actor, forms.html and facilitator.html into DIR, \
      and each as PDF where Chromium is installed. Solutions, reasons and what happened stand on the \
      facilitator's sheet only; an actor's own gains and brief stand on its role sheet only.
      """)

  @OptionGroup var game: GameOptions

  @Option(help: ArgumentHelp("The directory to write to.", valueName: "dir"))
  var out: String

  @Flag(inversion: .prefixedNo, help: "Print to PDF as well, where Chromium is installed.")
  var pdf = true

  @OptionGroup var format: FormatOption

  func perform(_ output: Output, _ messages: Output) throws -> ExitStatus {
    let setting = try game.setting()
    let handout = try Handout(setting)
    let names = Self.fileNames(setting.scenario.actors.map(\.key))
    var sheets: [(name: String, sheet: Sheet)] = [("public", handout.publicSheet)]
    for (actor, name) in names.enumerated() {
      sheets.append(("role-\(name)", handout.roleSheet(of: actor)))
    }
    sheets.append(("forms", handout.forms))
    sheets.append(("facilitator", try handout.facilitatorSheet()))

    let directory = try RunDirectory.made(out)
    var written: [(file: String, reader: String)] = []
    for (name, sheet) in sheets {
      let file = try OutputFile("\(directory)/\(name).html")
      try file.write(SheetPage.html(of: sheet))
      try file.commit()
      written.append(("\(name).html", sheet.reader))
    }
    if pdf {
      if let printer = PagePrinter() {
        for (name, sheet) in sheets {
          guard printer.print("\(directory)/\(name).html", to: "\(directory)/\(name).pdf") else {
            messages.remark("tumen: note: \(name).pdf was not made: print \(name).html instead\n")
            continue
          }
          written.append(("\(name).pdf", sheet.reader))
        }
      } else {
        messages.remark(
          "tumen: note: no PDF, since Chromium is not installed: print the HTML files\n")
      }
    }
    if !handout.hasOpening {
      messages.remark(
        "tumen: note: the game has no \"opening\" in its \"seminar\" block, so the public sheet tells "
          + "no story: the story tells the end\n")
    }
    let table = ResultTable(
      columns: ["file", "for whom"],
      rows: written.map { [.text("\(directory)/\($0.file)"), .text($0.reader)] })
    try format.write(
      to: output, text: { table.text(style: output.style) },
      json: {
        .array(
          written.map {
            ["file": .string("\(directory)/\($0.file)"), "reader": .string($0.reader)]
          })
      }, csv: { table.csv }, latex: { table.latex })
    return .done
  }

  /// The actors' keys as parts of file names, no two alike.
  static func fileNames(_ keys: [String]) -> [String] {
    var names: [String] = []
    for (place, key) in keys.enumerated() {
      let plain = String(
        key.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) ? $0 : "-" })
      names.append(names.contains(plain) || plain.isEmpty ? "\(plain)-\(place + 1)" : plain)
    }
    return names
  }
}
