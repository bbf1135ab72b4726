/// What `tumen help json` prints: the contract of every `--format json`.
enum JSONHelp {
  static let text = """
    JSON of tumen, format 1

    Exact numbers are strings: "3", "-2/3". Floating-point numbers, which come out of games whose
    payoffs needed a root, exponential or logarithm, are JSON numbers. Counts, rounds and indices
    are JSON numbers; indices count from 0. Actors and strategies are called by their keys in the
    file; strategies of a .nfg file that have no name, or the same name twice, are called "1", "2",
    and so on. Keys never change meaning; new ones may be added. What is not known is null.

    solve GAME --format json
      {"format": 1,
       "game": {"id", "title", "form", "actors": ["Row", "Col"], "parameters": {"r": "1/4"},
                "rule": "snidal"},
       "solutions": [SOLUTION, ...]}
      SOLUTION: {"concept", "method", "arithmetic": "exact" | "floating",
                 "status": "complete" | "sample" | "limit", ...}; "limit" names the limit met.

    """ + strategic + extensive + repeated + bargaining + division + coalitions + conflict
    + tournament + commands + extensivePage + people

  /// What the other commands print.
  private static let commands = """

    thresholds GAME --format json
      {"format": 1, "game": {...}, "parameter": "r",
       "regions": [{"from": "0", "to": "1/3", "equilibria": [{"Row": "C", "Col": "C"}]}],
       "points": ["1/3"], "atPoints": [{"at": "1/3", "equilibria": [...]}]}
      Regions are open intervals, from low to high; points are the values at which the set of pure
      equilibria changes or differs. Of a bargaining game "accepted" stands for "equilibria": the
      outcomes that everyone accepts. With --parameter given twice:
      {"format": 1, "game": {...}, "parameters": [{"name": "r", "from": "0", "to": "1"}, ...],
       "regions": [{"name": "A", "equilibria": [...], "share": "4/9", "inside": ["2/3", "2/3"],
                    "recorded": true | false | null, "polygons": [[["0", "0"], ...], ...]}],
       "knifeEdges": [{"equilibrium": {}, "place": [["0", "0"], ["1", "1"]]}],
       "resolution": null | 128, "undecidedShare": "0", "undecided": [POLYGON, ...]}
      Shares are of the map; corners run counterclockwise. Where resolution is a number, borders
      are curved: regions are certain, undecided squares are not. "concept" tells what is mapped;
      but for pure "answers" stands for "equilibria" and "answer" for "equilibrium", ANSWER as below
      or an outcome of bargaining or of a game seen in different ways. Given three times or more:
      {"format": 1, "game": {...}, "parameters": [...], "status": "complete" | "limit",
       "regions": [{"name": "A", "equilibria": [...], "recorded",
                    "share": {"value": 0.41, "error": 0.004, "method": "sobol", "points": 8192},
                    "cells": [CELL, ...]}], "unfinished": [CELL, ...]}
      CELL: {"inside": ["1", "2", "3"], "halfSpaces": [{"coefficients": ["4", "-2", "0"],
      "limit": "5"}, ...]}: the points of the box with coefficients . point < limit throughout;
      inside is one of them. error is half the width of the 95 % confidence interval. Where numbers
      are not affine, along one parameter or over three and more:
      {"format": 1, "game": {...}, "concept", "parameters": [...], "resolution": 1048576,
       "regions": [{"name": "A", "answers": [...], "share": "1/2", "recorded", "boxes": [BOX]}],
       "undecidedShare": "1/524288", "undecided": [BOX], "status": "complete" | "limit"}
      BOX: one [from, to] a parameter. What is told holds all over a box; sides are cut into
      resolution parts at most.

    thresholds GAME --concept nash --format json
      {"format": 1, "game": {...}, "concept": "nash", "parameter", "from", "to",
       "branches": [{"name": "A", "from": PLACE, "to": PLACE, "index": 1 | -1 | null,
                     "strategies": {"Row": {"C": {"numerator": ["1", "-3"],
                                                  "denominator": ["2", "-2"]}}}}],
       "events": [{"at": PLACE, "kind": "birth" | "death" | "exchange" | "kink",
                   "ending": ["A"], "beginning": ["B"]}],
       "degenerate": [{"from": PLACE, "to": PLACE}]}
      PLACE: "1/3" where it is a fraction, else {"above": "38/99", "below": "39/99"}, no further
      apart than --width. Probabilities are ratios of polynomials in the parameter, coefficients
      from the constant upwards. In degenerate stretches there are equilibria besides these.

    thresholds GAME --concept subgame-perfect | core | hypergame, and ask GAME --flip a,b,
    --format json
      {"format": 1, "game": {...}, "concept": "core", "parameter",
       "steps": [{"from": "0", "to": "2/3", "holdsFrom": true, "holdsTo": true,
                  "answers": [ANSWER, ...]}]}
      ANSWER: {"information set": "action"} of subgame-perfect; true where the core is not empty; a
      profile that may come about of hypergame; {"equilibrium": {}, "ahead": "Row" | null} of --flip,
      of bargaining with "outcome".

    ask GAME --smallest k --claim TEXT --format json
      {"format": 1, "question": "smallest", "game": "id", "parameter", "claim": "in words",
       "smallest": "1/3" | null, "attained": true, "until": "1", "reach": ["0", "1"]}
      Where attained is false the claim holds right above the value, not at it.

    ask GAME --payment --format json
      {"format": 1, "question": "payment", "game": {...}, "outcome": "in words",
       "refusedBy": ["Row"], "total": "1" | null,
       "payments": [{"from": "Row", "to": "Col", "amount": "1"}] | null}

    robust GAME --claim TEXT --format json
      {"format": 1, "game": {...}, "claim": "in words", "holds": true, "share": SHARE,
       "box": {"part": "1/10", "payoffs": "1/5" | null, "reason": null,
               "parameters": [{"name": "r", "from": "0", "to": "1/4"}]} | {"reason"},
       "radius": {"size": "7/22", "exact": true, "actor": "Row", "between": [{...}, {...}]} | null,
       "parameters": [{"parameter": "r", "value": "0", "tipsAt": "1/3" | null,
                       "reach": ["0", "1"], "unknown": null}],
       "gains": [{"actor": "Row", "profile": {}, "value", "tipsAt", "reach", "unknown"}]}
      While no gain is off by more than radius.size, all at once, nothing changes; where exact is
      false, it takes at least that much. tipsAt is the nearest value of that number alone at
      which, or right after which, the claim changes.

    report DIR --format json
      {"format": 1, "id", "page": "DIR/report/report.html", "files": [...], "rows": 66, "held": 6,
       "of": 6}
      files: what was written beside the page; held: how many of the expectations hold.

    report --out DIR --format json
      [{"id", "title", "proposition", "source", "author",
        "verdict": "holds" | "fails" | "holds only if" | "not established", "condition",
        "assumptions": [], "expectations": [{"claim", "holds": true, "series", "detail"}],
        "directory"}]
      A verdict is the spec's own, and stands only if every expectation holds.

    history --format json
      [{"id", "family", "title", "outcome": {"china": "refuse"}, "rule",
        "equilibriumAtDefaults": true, "verdict": "equilibrium", "share": SHARE,
        "absolute": {"equilibriumAtDefaults": true, "verdict", "share": SHARE}}]
      SHARE: {"value": "1/3", "method": "exact"}, or {"value": 0.41, "method": "sobol",
      "points": 4096}, or {"value": null, "method": "unknown", "reason"}.

    games --format json
      [{"id", "family", "name", "title", "form", "situations": [], "actors": [],
        "profiles": 4 | null, "size": "2 x 2", "parameters": [], "rule", "path"}]

    games --coverage --format json
      [{"id": "C2", "title", "place", "games": ["family/id"], "none": "why there is none" | null}]

    concepts --format json
      [{"name", "answers", "forms": ["strategic"], "takes", "arithmetic": "exact", "method",
        "source", "limits"}]

    show GAME --format json
      {"format": 1, "game": {...}, "family", "when", "story",
       "actors": [{"key", "name", "wants", "fears"}],
       "parameters": [{"name", "value", "default", "range": ["0", "1"] | null, "meaning",
                       "source"}],
       "strategies": {"Row": {"C": "cooperate"}}, "ordinal": false,
       "payoffs": [{"profile": {}, "gains": {}, "utilities": {}, "bestReplies": ["Row"],
                    "expressions": {}, "because", "source"}],
       "outcome": {"profile": {}, "source", "note"} | null, "contradictions": [], "leavesOut": [],
       "sources": {}}

    """
}
