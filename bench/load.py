"""So many people at once on a firm of 5,000 managers, 2,000 requests and 1,000 assignments, beside what is promised.

python bench/load.py [--people 25] [--seconds 60]            SQLite
python scripts/with_postgres.py python bench/load.py --people 50

Each person reads and writes real pages in a session that was made beforehand (a third of them bureau, client, manager),
thinks one to three seconds between two requests, and opens a form before sending it. Seven of ten requests read. On
this machine alone; stops by itself.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interregnum.config.settings")
THINK = (1.0, 3.0)
# A form is opened, which reads, and sent, which writes: then three of ten requests write.
WRITES = 0.43
# Milliseconds for 95 of 100: reading, writing.
PROMISED = {"sqlite": (500, 500), "postgresql": (300, 600)}
READ = {
    "bureau": ["/bureau/", "/bureau/requests/", "/bureau/assignments/", "/bureau/managers/", "/bureau/contracts/"],
    "client": ["/client/", "/client/requests/"],
    "manager": ["/manager/"],
}


class Person(threading.Thread):
    def __init__(self, port: int, desk: str, session: str, own: list[str], until: float, seed: int) -> None:
        super().__init__(daemon=True)
        from tests.drills.served import Caller

        self.caller, self.desk, self.until, self.chance = Caller(port, session), desk, until, random.Random(seed)
        self.own, self.timed, self.statuses = own, {"read": [], "write": []}, Counter()  # type: ignore[var-annotated]
        self.paths = READ[desk] + [f"/{desk}/assignments/{code}/" for code in own]

    def run(self) -> None:
        time.sleep(self.chance.uniform(0, THINK[1]))
        while time.monotonic() < self.until:
            if self.own and self.chance.random() < WRITES:
                self.write()
            else:
                self.ask("read", lambda: self.caller.get(self.chance.choice(self.paths)))
            self.think()

    def think(self) -> None:
        time.sleep(self.chance.uniform(*THINK))

    def write(self) -> None:
        from tests.house.forms_of_asking import PROBLEM
        from tests.house.forms_of_profiles import MANDATE, WEEK
        from tests.window import shown_on

        # When it was announced is a day within the term of the assignment, which differs here from one to the next.
        path, typed = {
            "bureau": (f"/bureau/assignments/{self.own[0]}/mandate/", MANDATE | {"announced_on": ""}),
            "client": ("/client/requests/new/", {"text": PROBLEM["text"]}),
            "manager": (f"/manager/assignments/{self.own[0]}/report/", WEEK),
        }[self.desk]
        page = self.ask("read", lambda: self.caller.get(path))
        self.think()
        if page is not None and page.status == 200:
            form = shown_on(page.page, *typed) | typed
            self.ask("write", lambda: self.caller.post(path, form))

    def ask(self, kind: str, act: Any) -> Any:
        begun = time.monotonic()
        try:
            answer = act()
        except OSError:
            self.statuses["no answer"] += 1
            return None
        self.timed[kind].append((time.monotonic() - begun) * 1000)
        self.statuses[f"{kind} {answer.status}"] += 1
        return answer


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])  # type: ignore[union-attr]
    sizes = (("people", 25), ("seconds", 60), ("managers", 5000), ("requests", 2000), ("assignments", 1000))
    for name, number in sizes:
        options.add_argument(f"--{name}", type=int, default=number)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="interregnum-load-") as folder:
        os.environ["INTERREGNUM_DATA"] = f"{folder}/own"
        return measure(Path(folder) / "house" / "var", asked)


def measure(data: Path, asked: argparse.Namespace) -> int:
    import django

    django.setup()
    from tests.drills.house import House, own_database
    from tests.drills.served import Served

    with own_database() as database:
        if database:
            wait_for_the_disk(database)
        house = House(data, database)
        data.mkdir(mode=0o700, parents=True)
        house.done("migrate", "--verbosity", "0")
        house.done("collectstatic", "--noinput", "--verbosity", "0")
        line = [sys.executable, "bench/dataset.py", *map(str, (asked.managers, asked.requests, asked.assignments))]
        begun = time.monotonic()
        filled = subprocess.run([*line, str(asked.people)], cwd=ROOT, env=house.environment, stdout=subprocess.PIPE)
        seats = json.loads(filled.stdout.splitlines()[-1])
        print(f"{time.monotonic() - begun:.0f} s to fill the firm", flush=True)
        # What a first start does once, of the day and of the night, is done before anybody comes.
        house.done("worker", "--until-empty")
        with Served(house) as served:
            people = work(served.port, seats, asked)
    return tell(people, asked.people, "postgresql" if database else "sqlite")


def wait_for_the_disk(database: str) -> None:
    """The PostgreSQL of the tests may lose what it wrote; a firm's may not."""
    import psycopg

    from tests.drills.house import place

    with psycopg.connect(**place(database), autocommit=True) as server:
        for name in ("fsync", "synchronous_commit"):
            server.execute(f"ALTER SYSTEM SET {name} = on".encode())
        server.execute("SELECT pg_reload_conf()")


def work(port: int, seats: dict[str, list[Any]], asked: argparse.Namespace) -> list[Person]:
    until = time.monotonic() + asked.seconds
    desks = ["bureau", "client", "manager"]
    people = []
    for number in range(asked.people):
        desk = desks[number % 3]
        session, own = seats[desk][number // 3]
        people.append(Person(port, desk, session, own, until, seed=number))
    for person in people:
        person.start()
    for person in people:
        person.join(timeout=asked.seconds + 120)
    return people


def tell(people: list[Person], count: int, kind: str) -> int:
    statuses = sum((person.statuses for person in people), Counter())
    print(f"{kind}, {count} people, load of the machine {os.getloadavg()[0]:.1f}")
    print(f"{'':<8}{'requests':>9}{'p50':>8}{'p95':>8}{'p99':>8}   promised p95")
    missed = 0
    for name, most in zip(("read", "write"), PROMISED[kind], strict=True):
        times = sorted(each for person in people for each in person.timed[name])
        cuts = statistics.quantiles(times, n=100)
        missed += cuts[94] > most
        verdict = "kept" if cuts[94] <= most else "MISSED"
        print(f"{name:<8}{len(times):>9}{cuts[49]:>8.0f}{cuts[94]:>8.0f}{cuts[98]:>8.0f}   <= {most} ms  {verdict}")
    wrong = {name: number for name, number in statuses.items() if name not in {"read 200", "write 302"}}
    print(f"answers that were none of 200 and 302: {wrong or 'none'}")
    return 1 if missed or wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
