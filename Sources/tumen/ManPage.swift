import ArgumentParser
import Laboratory

/// What `tumen help man` prints: a manual page, `tumen.1`, out of the same help that commands show.
enum ManPage {
  /// The page in the macros of man(7).
  static var text: String {
    var page = ".TH TUMEN 1 \"\" \"tumen \(Version.text)\" \"User Commands\"\n"
    page += ".SH NAME\ntumen \\- a laboratory for negotiation and cooperation between states\n"
    page += ".SH SYNOPSIS\n.B tumen\n.I COMMAND\n[\n.I ...\n]\n"
    page += ".SH DESCRIPTION\n" + escaped(Tumen.configuration.discussion) + "\n"
    page += ".SH COMMANDS\n"
    for command in Tumen.commands {
      page += ".SS tumen \(command.configuration.commandName ?? "")\n.nf\n"
      page += escaped(Tumen.helpMessage(for: command, columns: 76)) + "\n.fi\n"
    }
    page += ".SH ENVIRONMENT\n"
    page += ".TP\n.B TUMEN_HOME\nThe folder that holds Games and Experiments.\n"
    page += ".TP\n.B NO_COLOR\nIf set, nothing is coloured.\n"
    page += ".SH FILES\n.TP\n.I ~/.tumen_history\nWhat was typed in tumen repl at a terminal.\n"
    page +=
      ".SH EXIT STATUS\n0 done; 1 a check you asked for does not hold; 2 the input or the words "
    page += "are wrong; 3 a limit cut the answer short.\n"
    return page
  }

  /// Backslashes written out, hyphens that stay hyphens, and no line that looks like a macro.
  private static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var escaped = ""
      for character in line {
        switch character {
        case "\\": escaped += "\\e"
        case "-": escaped += "\\-"
        default: escaped.append(character)
        }
      }
      return escaped.first.map { ".'".contains($0) } == true ? "\\&" + escaped : escaped
    }.joined(separator: "\n")
  }
}
