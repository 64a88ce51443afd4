"""Fifty clients choose one manager at the same moment, two hundred times: exactly one wins each time.

python bench/acceptances.py [--rounds 200] [--clients 50] [--without-locks]     SQLite
python scripts/with_postgres.py python bench/acceptances.py

With `--without-locks` the guard is off: the same rounds must then fail, or they prove nothing. Ends with 1 on a fault.
"""

import argparse
import os
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interregnum.config.settings")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=200)
    options.add_argument("--clients", type=int, default=50)
    options.add_argument("--without-locks", action="store_true")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="interregnum-acceptances-") as folder:
        os.environ["INTERREGNUM_DATA"] = folder
        return rounds(asked)


def rounds(asked: argparse.Namespace) -> int:
    import django

    django.setup()
    from tests.drills.house import own_database

    with own_database() as database:
        return in_database(database, asked)


def in_database(database: str, asked: argparse.Namespace) -> int:
    from django.core.management import call_command
    from django.db import connection, connections

    from tests.world import make_cast

    place = connections.databases["default"]
    if connection.vendor == "sqlite":
        # Fifty at once wait here for one file; before a server they wait for one of its eight threads.
        place["OPTIONS"]["timeout"] = 120
    else:
        place["NAME"] = database
        # A connection for each of them, and all wait for one manager: before a server they share those of its threads.
        del place["OPTIONS"]["pool"]
        place["OPTIONS"]["options"] = place["OPTIONS"]["options"].replace("lock_timeout=10s", "lock_timeout=120s")
    call_command("migrate", verbosity=0)
    manager = make_cast().max_profile
    begun, wrong, slowest = time.monotonic(), 0, 0.0
    for number in range(1, asked.rounds + 1):
        took, faults = one_round(manager, asked)
        slowest = max(slowest, took)
        if faults:
            wrong += 1
            print(f"round {number}: {', '.join(faults)}", flush=True)
    print(
        f"{connection.vendor}: {asked.rounds} rounds of {asked.clients}, {wrong} with a fault; "
        f"slowest round {slowest:.1f} s, {time.monotonic() - begun:.0f} s in all"
    )
    return 1 if wrong else 0


def one_round(manager: Any, asked: argparse.Namespace) -> tuple[float, list[str]]:
    """Seconds from the first press to the last answer, and what was not as it must be."""
    from interregnum.stages.choose.models import Proposal
    from interregnum.stages.contract.actions.mark_taken import mark_taken
    from interregnum.stages.contract.models import Contract
    from tests.acceptances import all_at_once, choosers, faults_of, without_locks

    group = choosers(manager, asked.clients)
    started = time.monotonic()
    with without_locks() if asked.without_locks else nullcontext():
        answers = all_at_once(group)
    took = time.monotonic() - started
    faults = faults_of(group, answers)
    mark_taken.call(manager.code)
    faults += faults_of_telling(group, answers)
    # The manager is free again for the next round, and what waited is no longer asked.
    Contract.objects.filter(state="drawn").update(state="withdrawn")
    Proposal.objects.filter(code__in=[one.proposal for one in group]).update(state="declined")
    return took, faults


def faults_of_telling(group: list[Any], answers: list[Any]) -> list[str]:
    """Whoever lost reads it in the proposal and in a mail, as soon as the job has run that the winner left behind."""
    from interregnum.jobs.models import MailAbout
    from interregnum.stages.choose.models import Candidacy

    lost = [one for one, answer in zip(group, answers, strict=True) if answer is not None]
    taken = Candidacy.objects.filter(code__in=[one.candidacy for one in lost], state="taken").count()
    about = MailAbout.objects.filter(code__in=[one.proposal for one in lost], mail__template__contains="choose_taken")
    told = about.values("code").distinct().count()
    return [f"{taken} marked and {told} told of {len(lost)}"] if (taken, told) != (len(lost), len(lost)) else []


if __name__ == "__main__":
    raise SystemExit(main())
