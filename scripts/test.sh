#!/bin/sh
# All tests, one leg after the other; each says how long it took. One more at once than there are cores, for drills wait
# a lot, and six at most: each process holds the encoder.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python
workers=$(nproc 2>/dev/null || echo 2)
workers=$((workers < 5 ? workers + 1 : 6))
leg() { echo; echo "== $1"; shift; started=$(date +%s); "$@"; echo "   $(($(date +%s) - started)) s"; }

# What touches no database was tried in the first leg.
postgres() { "$python" scripts/with_postgres.py "$python" -m pytest -m "not browser and not drill" --only-database -n "$workers" -q; }
sqlite() { env -u DATABASE_URL "$python" -m pytest -m "not browser and not drill" -n "$workers" -q "$@"; }
browser() {
    if command -v chromium >/dev/null || [ -n "${INTERREGNUM_CHROMIUM:-}" ]; then
        env -u DATABASE_URL "$python" -m pytest -m browser -n 2 -q
    elif [ -n "${INTERREGNUM_BROWSER_REQUIRED:-}" ]; then
        echo "No Chromium, and here it is required." >&2; exit 1
    else
        echo "!! NO CHROMIUM ON THIS MACHINE: THE WALKS IN A BROWSER WERE NOT RUN. \`make browser\` installs it." >&2
    fi
}

drill() {
    "$python" -m pytest -m drill -q
    "$python" scripts/with_postgres.py "$python" -m pytest -m drill -q
}

case "${1:-all}" in
    drill) leg "Drills" drill ;;
    sqlite) shift; leg "SQLite" sqlite "$@" ;;
    postgres) leg "PostgreSQL" postgres ;;
    all)
        leg "SQLite" sqlite
        leg "PostgreSQL" postgres
        leg "Browser" browser
        echo; echo "All tests passed."
        ;;
esac
