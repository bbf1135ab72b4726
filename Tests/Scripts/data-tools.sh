#!/bin/bash
# The two-liners of the README that take results.csv on to pandas, Parquet, SQLite, a spreadsheet
# and R, with the real libraries; what is not installed is skipped with a word.
#   usage: PYTHON=python3 Tests/Scripts/data-tools.sh
source "$(dirname "$0")/common.sh"
python=${PYTHON:-python3}
cat > "$work/spec.yaml" <<SPEC
format: 1
id: trial
question: Does it open?
game: $PWD/Games/port-leases/zarubino-lease.yaml
parameters: {z: {default: 0, range: [0, 1], meaning: a divisor}}
series:
  - {name: "plain, \"quoted\"", vary: [{parameter: k, list: [0, 1/3, 3]}, {parameter: z, list: [0, 1]}]}
measure:
  - {name: refuse, of: pure, value: "probability(russia: refuse)", exact: true}
  - {name: inverse, of: game, value: 1/z}
SPEC
"$tumen" sweep "$work/spec.yaml" --out "$work/out" --quiet 2> /dev/null
cd "$work/out"
have() { "$python" -c "import $1" 2>/dev/null || { echo "skipped: $1 is not installed"; return 1; }; }
if have pandas; then
  "$python" - <<'PY'
import pandas
table = pandas.read_csv("results.csv")
assert list(table.columns) == ["series", "k", "z", "refuse", "refuse.exact", "inverse", "error"], table.columns
assert len(table) == 6 and table.k[2] == 1 / 3 and table.series[0] == 'plain, "quoted"'
assert table.inverse.isna().sum() == 3 and table.error.notna().sum() == 3
PY
  echo "pandas reads it"
fi
if have pandas && have pyarrow; then
  "$python" - <<'PY'
import pandas
pandas.read_csv("results.csv").to_parquet("results.parquet")
assert pandas.read_parquet("results.parquet").equals(pandas.read_csv("results.csv"))
PY
  echo "Parquet holds it"
fi
if have pandas; then
  "$python" - <<'PY'
import pandas, sqlite3
pandas.read_csv("results.csv").to_sql("results", sqlite3.connect("results.sqlite"), index=False)
rows = sqlite3.connect("results.sqlite").execute("select count(*), max(k) from results").fetchall()
assert rows == [(6, 3.0)], rows
PY
  echo "SQLite holds it"
fi
if command -v R > /dev/null; then
  R --vanilla --quiet -e '
    table <- read.csv("results.csv")
    stopifnot(nrow(table) == 6, table$k[3] == 1/3, sum(is.na(table$inverse)) == 3)' > /dev/null
  echo "R reads it"
else
  echo "skipped: R is not installed"
fi
if command -v soffice > /dev/null; then
  soffice --headless --convert-to xlsx results.csv > /dev/null 2>&1
  if have openpyxl; then
    "$python" -c '
import openpyxl
rows = list(openpyxl.load_workbook("results.xlsx").active.values)
assert len(rows) == 7 and rows[3][1] == 1 / 3, rows'
    echo "the spreadsheet opens it"
  fi
else
  echo "skipped: LibreOffice is not installed"
fi
