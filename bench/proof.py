"""Measures the proof of the firm over closed assignments, on a database of its own.

    python bench/proof.py [--cases 5000] [--times 5]

Printed beside its mark: the whole page as a partner opens it in the browser, the slowest of some times (2 s).
"""

import argparse
import os
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
MARK = 2.0


def make(count: int) -> None:
    """So many cases, each of a brief of its own; written in bulk."""
    chance, received = Random(7), datetime(2022, 1, 3, 9, tzinfo=UTC)
    ask, brief = (import_module(f"interregnum.stages.{stage}.models") for stage in ("ask", "brief"))
    closed = import_module("interregnum.stages.learn.models").Closed
    asked = {"text": "x", "organisation_name": "y", "contact_email": "a@example.org", "received_at": received}
    requests = ask.Request.objects.bulk_create(ask.Request(**asked) for _place in range(count))
    mix = {"operational": 100, "adviser": 0, "coach": 0, "change": 0}
    told = mix | {"problem": "x", "assurance": "light"}
    categories = ("change", "bridging", "project", "crisis", "expertise")
    briefs = brief.Brief.objects.bulk_create(
        brief.Brief(request=one, category=categories[place % 5], **told) for place, one in enumerate(requests)
    )
    closed.objects.bulk_create(closed(brief=one, category=one.category, **_measures(chance)) for one in briefs)


def _measures(chance: Random) -> dict[str, Any]:
    day = date(2022, 6, 1) + timedelta(days=chance.randrange(1500))
    return {
        "discipline": "back_office", "level": "senior", "year": day.year, "closed_on": day,
        "shortlist": chance.randrange(200), "start": chance.randrange(60), "first_result": chance.randrange(90),
        "filled": int(chance.random() < 0.8), "reached": 2, "reached_of": 3, "reviews": 5, "reviews_of": 6,
        "guarantee": int(chance.random() < 0.05), "cause": chance.choice(("", "", "", "match", "mandate")),
        "client": chance.randrange(50, 100), "manager": chance.randrange(50, 100),
        "employees": chance.randrange(20, 50), "hits": 1, "hits_of": 2,
    }  # fmt: skip


def measure(cases: int, times: int) -> bool:
    world = import_module("tests.world")
    window = world.browser(world.make_cast().bea)
    address = import_module("django.urls").reverse("bureau:learn-proof")
    took = []
    for _time in range(times):
        began = perf_counter()
        answer = window.get(address)
        took.append(perf_counter() - began)
        if answer.status_code != 200:
            raise SystemExit(f"the page answers {answer.status_code}")
    kept = max(took) <= MARK
    print(f"  {cases} closed cases, the page   {max(took):6.2f} s   <= {MARK:.0f} s   {'kept' if kept else 'MISSED'}")
    return kept


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=5000)
    parser.add_argument("--times", type=int, default=5)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["INTERREGNUM_DATA"] = folder
        os.environ.setdefault("INTERREGNUM_SITE", "http://testserver")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interregnum.config.settings")
        django.setup()
        import_module("django.core.management").call_command("migrate", verbosity=0)
        import_module("django.core.management").call_command("collectstatic", interactive=False, verbosity=0)
        make(chosen.cases)
        return 0 if measure(chosen.cases, chosen.times) else 1


if __name__ == "__main__":
    raise SystemExit(main())
