"""Measures the page on which a client reads a proposal with three candidates, on a database of its own.

    python bench/proposal.py [--times 60]

The page is asked through the whole server side (gate, view, template), as a client who is signed in, with three
questions and an acquaintance with each candidate. Printed: the median and the slowest of twenty (p95), next to the
mark of 100 ms; the same for the page of the bureau.
"""

import argparse
import os
import sys
import tempfile
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
# Milliseconds.
MARK = 100


def proposal_of_three(cast: Any) -> str:
    """Max, Olga and a third, each with an acquaintance, and three questions of which one is open."""
    world, choosing = import_module("tests.world"), import_module("interregnum.stages.choose.tests.choose_world")
    models = import_module("interregnum.stages.choose.models")
    proposal = choosing.sent(cast)
    first = proposal.candidacies.first()
    third = models.Candidacy.objects.create(
        proposal=proposal,
        manager=world.make_manager(name="Derde Verzonnen", email="derde@example.org"),
        state="agreed",
        rationale="Deed dit twee keer eerder, met hetzelfde systeem. " * 4,
        client_rate=first.client_rate,
        manager_rate=first.manager_rate,
        starts_on=first.starts_on,
        answered_at=world.NOW,
    )
    for number, row in enumerate(proposal.candidacies.all()):
        at = world.NOW + timedelta(days=number + 1)
        models.Acquaintance.objects.create(candidacy=row, state="planned", side="bureau", slots=[], starts_at=at)
    for number in range(3):
        said = {"answer": "Ja, van twee banken.", "answered_at": world.NOW} if number else {}
        text = "Kent deze manager ons systeem?"
        models.ProposalQuestion.objects.create(proposal=third.proposal, text=text, asked_at=world.NOW, **said)
    return str(proposal.code)


def measure(times: int) -> bool:
    world, p95 = import_module("tests.world"), import_module("bench.roster").p95
    cast = world.make_cast()
    code, kept = proposal_of_three(cast), True
    for desk, person in (("client", cast.carla), ("bureau", cast.bea)):
        browser, address = world.browser(person), f"/{desk}/proposals/{code}/"
        answer = browser.get(address)
        assert answer.status_code == 200, answer.status_code
        assert answer.content.decode().count("<article") == 3
        median, slow = p95(lambda browser=browser, address=address: browser.get(address), times)
        kept = kept and slow <= MARK
        verdict = "kept" if slow <= MARK else "MISSED"
        print(f"  {desk:<8} median {median:6.1f} ms, p95 {slow:6.1f} ms   <= {MARK} ms  {verdict}")
    return kept


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=60)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["INTERREGNUM_DATA"] = folder
        os.environ.setdefault("INTERREGNUM_SITE", "http://testserver")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interregnum.config.settings")
        django.setup()
        import_module("django.core.management").call_command("migrate", verbosity=0)
        import_module("django.core.management").call_command("collectstatic", interactive=False, verbosity=0)
        import_module("django.conf").settings.ALLOWED_HOSTS.append("testserver")
        print("proposal with three candidates:")
        return 0 if measure(chosen.times) else 1


if __name__ == "__main__":
    raise SystemExit(main())
