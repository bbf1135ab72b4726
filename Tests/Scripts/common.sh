# What the scripts share: the program, a folder of their own that goes at the end, a sweep to run.
set -euo pipefail
cd "$(dirname "$0")/../.."
tumen=${TUMEN:-$PWD/.build/release/tumen}
[ -x "$tumen" ] || { echo "build first: swift build -c release, or set TUMEN" >&2; exit 2; }
work=$(mktemp -d)
clean=()
finish() { for command in "${clean[@]}"; do eval "$command"; done; rm -rf "$work"; }
trap finish EXIT

# A spec of about $1 rows in $2: two parameters, a comparison along one of them, a formula.
write_spec() {
  cat > "$2" <<SPEC
format: 1
id: trial
question: Does it survive?
game: $PWD/Games/port-leases/zarubino-lease.yaml
vary:
  - {parameter: k, from: 0, to: 3, count: $(($1 / 100))}
  - {parameter: rajin, from: 0, to: 1, count: 100}
measure:
  - {name: refuse, of: pure, value: "probability(russia: refuse)", exact: true}
expect:
  - {claim: "weight never turns refusal into consent", holds: "nondecreasing(refuse, k)"}
SPEC
}
