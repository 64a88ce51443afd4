"""So many employees answer one pulse within a minute, through the real server, beside what is promised.

python bench/pulse.py [--employees 2000] [--seconds 60]

Each has a link of their own from the real mail, comes at a moment of the minute, opens the page and sends it. Then
every answer is looked for in the counts of each question. On this machine alone; stops by itself.
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
# Milliseconds for 95 of 100, opening and sending.
PROMISED = 300
GROUPS = 8


def fill(employees: int) -> list[str]:
    """A firm with one assignment and a pulse by mail whose first round is open; gives the paths that were mailed."""
    import django

    django.setup()
    from interregnum.jobs.models import Mail
    from interregnum.people.accounts import actors_of
    from interregnum.people.models import Account
    from interregnum.stages.pulse.actions.invite import TEMPLATE, invite_round
    from interregnum.stages.pulse.models import Round
    from tests.drills.prepared import prepare

    assignment = prepare(1)["assignments"][0]  # type: ignore[index]
    begin(assignment, actors_of(Account.objects.get(email="max@example.org"))[0], employees)
    invite_round.call(Round.objects.get().code)
    mails = Mail.objects.filter(template=TEMPLATE)
    paths = ["/p/" + mail.link.partition("/p/")[2] for mail in mails]
    # What was mailed has left: here nobody measures mail.
    mails.update(state="sent")
    return paths


def begin(assignment: str, by: Any, employees: int) -> None:
    from django.utils import timezone

    from interregnum.kernel.lists import Category
    from interregnum.kernel.period import local_day
    from interregnum.stages.pulse.actions.run_rounds import start_pulse
    from interregnum.stages.pulse.actions.set_up import Wanted, give_addresses, set_up_pulse
    from interregnum.stages.pulse.models import Group
    from interregnum.stages.pulse.rules.questions import PROPOSED
    from interregnum.stages.pulse.rules.setting_up import GroupLine
    from interregnum.stages.pulse.rules.states import Way

    about: dict[str, Any] = {"assignment": assignment, "by": by, "at": timezone.now()}
    questions = tuple((one.nl, one.en) for one in PROPOSED[Category.CHANGE])
    groups = tuple(GroupLine(f"Team {number}") for number in range(GROUPS))
    wanted = Wanted(way=Way.MAIL, language="nl", questions=questions, groups=groups)
    assert set_up_pulse(**about, wanted=wanted) == assignment
    for number, group in enumerate(Group.objects.order_by("pk")):
        some = [f"medewerker{one}@example.org" for one in range(number, employees, GROUPS)]
        assert give_addresses(**about, group=group.code, text="\n".join(some)) == len(some)
    assert start_pulse(**about, starts_on=local_day(about["at"])) == assignment


class Employee(threading.Thread):
    """Opens the page at a moment, and sends it a little later."""

    def __init__(self, port: int, path: str, comes: float, scores: list[int]) -> None:
        super().__init__(daemon=True)
        self.port, self.path, self.comes, self.scores = port, path, comes, scores
        self.opened = self.sent = 0.0
        self.statuses: list[Any] = []

    def run(self) -> None:
        from tests.drills.served import Caller

        caller = Caller(self.port)
        time.sleep(max(0.0, self.comes - time.monotonic()))
        form: dict[str, object] = {f"question_{place}": score for place, score in enumerate(self.scores)}
        self.opened = self.ask(lambda: caller.get(self.path))
        self.sent = self.ask(lambda: caller.post(self.path, form))

    def ask(self, act: Any) -> float:
        begun = time.monotonic()
        try:
            self.statuses.append(act().status)
        except OSError as error:
            self.statuses.append(type(error).__name__)
        return (time.monotonic() - begun) * 1000


def work(port: int, paths: list[str], seconds: int) -> list[Employee]:
    chance, begins = random.Random(7), time.monotonic() + 2
    people = [
        Employee(port, path, begins + chance.uniform(0, seconds), [chance.randint(1, 5) for _question in range(5)])
        for path in paths
    ]
    threading.stack_size(256 * 1024)
    for person in people:
        person.start()
    for person in people:
        person.join(timeout=seconds + 120)
    return people


def tell(people: list[Employee], rows: list[tuple[int, int, int]], seconds: int) -> int:
    statuses = Counter(status for person in people for status in person.statuses)
    print(f"{len(people)} employees in {seconds} s, load of the machine {os.getloadavg()[0]:.1f}")
    missed = 0
    for name in ("opened", "sent"):
        cuts = statistics.quantiles((getattr(person, name) for person in people), n=100)
        missed += cuts[94] > PROMISED
        verdict = "kept" if cuts[94] <= PROMISED else "MISSED"
        print(
            f"{name:<8}p50 {cuts[49]:>6.0f}  p95 {cuts[94]:>6.0f}  p99 {cuts[98]:>6.0f} ms   <= {PROMISED}  {verdict}"
        )
    counted = {(question, score): people for question, score, people in rows}
    wanted = Counter((place, score) for person in people for place, score in enumerate(person.scores, start=1))
    lost = sum(max(0, count - counted.get(cell, 0)) for cell, count in wanted.items())
    more = sum(max(0, counted.get(cell, 0) - count) for cell, count in wanted.items())
    whole = counted.get((0, 0), 0)
    print(f"answers counted {whole} of {len(people)}, scores lost {lost}, scores too many {more}")
    wrong = {status: count for status, count in statuses.items() if status not in {200, 302}}
    print(f"answers of the server that were none of 200 and 302: {wrong or 'none'}")
    return 1 if missed or lost or more or wrong or whole != len(people) else 0


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])  # type: ignore[union-attr]
    options.add_argument("--employees", type=int, default=2000)
    options.add_argument("--seconds", type=int, default=60)
    options.add_argument("--fill", action="store_true", help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.fill:
        print(json.dumps(fill(asked.employees)))
        return 0
    with tempfile.TemporaryDirectory(prefix="interregnum-pulse-") as folder:
        os.environ["INTERREGNUM_DATA"] = f"{folder}/own"
        return measure(Path(folder) / "house" / "var", asked)


def measure(data: Path, asked: argparse.Namespace) -> int:
    import django

    django.setup()
    from tests.drills.house import House
    from tests.drills.served import Served

    house = House(data)
    data.mkdir(mode=0o700, parents=True)
    house.done("migrate", "--verbosity", "0")
    house.done("collectstatic", "--noinput", "--verbosity", "0")
    line = [sys.executable, "bench/pulse.py", "--fill", "--employees", str(asked.employees)]
    filled = subprocess.run(line, cwd=ROOT, env=house.environment, stdout=subprocess.PIPE, check=True)
    paths = json.loads(filled.stdout.splitlines()[-1])
    # What a first start does once, of the day and of the night, is done before anybody comes.
    house.done("worker", "--until-empty")
    with Served(house) as served:
        people = work(served.port, paths, asked.seconds)
        # As the counts stand on the disk once the server is through.
        rows = house.rows("SELECT question, score, sum(people) FROM pulse_tally GROUP BY question, score")
    return tell(people, rows, asked.seconds)


if __name__ == "__main__":
    raise SystemExit(main())
