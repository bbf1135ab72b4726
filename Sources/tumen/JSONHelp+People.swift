// What the commands for people at a table print.
extension JSONHelp {
  static let people = """

    why GAME [SUBJECT] --format json
      {"format": 1, "game": {...}, "subject": "(C, D)", "holds": false, "verdict": "a sentence",
       "reasons": [{"actor": "Row", "stays": false, "because": "a sentence"}], "notes": []}
      Of a bargaining game a reason may be a ratifier's, of a coalitional one a coalition's.

    handout GAME --out DIR --format json
      [{"file": "DIR/role-row.html", "reader": "Confidential: for Row only"}]

    """
}
