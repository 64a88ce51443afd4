"""10,000 jobs, 3 workers, one of them killed with -9 every 5 seconds: what is lost, what is done twice, how long.

python bench/worker.py [--jobs 10000] [--mails 1000] [--workers 3] [--kills 40] [--every 5]

DATABASE_URL names the database (`python scripts/with_postgres.py python bench/worker.py`); without it, a SQLite file.
"""

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.drills.worker_drill import drill

# Once the kills are over, a killed worker's job has to run within 60 s; the rest is the queue itself.
MOST_SECONDS = 1800


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])  # type: ignore[union-attr]
    for name, number in (("jobs", 10_000), ("mails", 1_000), ("workers", 3), ("kills", 40)):
        options.add_argument(f"--{name}", type=int, default=number)
    options.add_argument("--every", type=float, default=5.0)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="interregnum-drill-") as folder:
        found = drill(Path(folder), **vars(asked), pace=1.0, most=MOST_SECONDS)
    lost = asked.jobs + asked.mails - found.effects - found.mails
    print(f"jobs {asked.jobs}, mails {asked.mails}, workers {asked.workers}, kills {found.kills}")
    print(f"effects lost                    {lost:>8}   promised 0")
    print(
        f"jobs not done in the table      {asked.jobs + asked.mails - found.state.get('SUCCESSFUL', 0):>8}   promised 0"
    )
    print(f"jobs seen to start twice        {found.repeated:>8}   at most one for each kill")
    print(f"mails sent twice                {found.mails_twice:>8}   the same Message-ID; see docs/worker.md")
    print(f"seconds in all                  {found.seconds:>8.0f}")
    print(f"seconds after the last kill     {found.seconds_after_last_kill:>8.0f}")
    return 1 if lost else 0


if __name__ == "__main__":
    raise SystemExit(main())
