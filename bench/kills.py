"""Server and worker killed with -9 at random moments while people work: what was lost, what is half, what came twice.

python bench/kills.py [--kills 200] [--lives 3]

DATABASE_URL names the server of the database (`python scripts/with_postgres.py python bench/kills.py`), on which one is
made for this alone; without it, a SQLite file in a folder that is thrown away.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interregnum.config.settings")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])  # type: ignore[union-attr]
    options.add_argument("--kills", type=int, default=200)
    options.add_argument("--lives", type=int, default=3, help="how many people-at-once live whole lives")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="interregnum-kills-") as folder:
        os.environ["INTERREGNUM_DATA"] = f"{folder}/own"
        return measure(Path(folder), asked.kills, asked.lives)


def measure(folder: Path, kills: int, lives: int) -> int:
    import django

    django.setup()
    from tests.drills.house import House, own_database
    from tests.drills.kills import drill

    with own_database() as database:
        found = drill(House(folder / "house" / "var", database), kills=kills, lives=lives)
    print(f"database                        {'PostgreSQL' if database else 'SQLite':>12}")
    print(f"kills {found.kills}")
    print(f"acknowledged {found.acknowledged}")
    print(f"acknowledged in all             {sum(found.acknowledged.values()):>12}")
    print(f"lost, half or written twice     {len(found.wrong):>12}   promised 0")
    for fault in found.wrong[:20]:
        print(f"    {fault}")
    print(f"verify                          {found.verified}")
    print(f"mails                           {found.mails:>12}")
    print(f"delivered twice, one Message-ID {found.delivered_twice:>12}   see docs/worker.md")
    print(f"seconds to resume               {found.seconds_to_resume:>12.1f}   promised <= 60")
    print(f"seconds in all                  {found.seconds:>12.0f}")
    print(f"load of the machine             {os.getloadavg()[0]:>12.1f}")
    return 1 if found.wrong or found.seconds_to_resume > 60 else 0


if __name__ == "__main__":
    raise SystemExit(main())
