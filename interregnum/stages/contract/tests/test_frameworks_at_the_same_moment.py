"""A framework agreement that two want to settle at once: one of both counts, and both would without the guard."""

from collections.abc import Callable
from copy import copy
from datetime import datetime, time, timedelta
from functools import partial
from typing import Any

import pytest

from interregnum.journal.timeline import timeline
from interregnum.kernel.actor import HOUSE
from interregnum.kernel.period import AMSTERDAM
from interregnum.stages.contract.actions import end_frameworks, frameworks, keep_paper
from interregnum.stages.contract.models import Framework
from interregnum.stages.contract.queries.framework_access import framework_row
from interregnum.stages.contract.rules.signing import SignedPaper
from interregnum.stages.contract.tests.framework import made, signature
from tests import world
from tests.house.forms_of_signing import picture
from tests.together import together

LAST = world.NOW + timedelta(days=20)
MIDNIGHT = datetime.combine((LAST + timedelta(days=1)).date(), time(0, 0), tzinfo=AMSTERDAM)
ENDS = {"FrameworkSigned", "FrameworkPaperKept", "FrameworkWithdrawn", "FrameworkLapsed"}
MODULES = (end_frameworks, frameworks, keep_paper)
type Act = Callable[[], object]


@pytest.fixture
def people(file_database):
    return world.make_cast()


def _sign(people: world.Cast, row: Framework) -> Act:
    return partial(frameworks.sign_framework, **signature(people, row, at=LAST), at=LAST)


def _withdraw(people: world.Cast, row: Framework) -> Act:
    told = {"framework": row.code, "reason": "Anders.", "by": people.actor(people.bea), "at": LAST}
    return partial(end_frameworks.withdraw_framework, **told)


def _scan(people: world.Cast, row: Framework) -> Act:
    signed, by = SignedPaper("Carla", world.TODAY, "Uittreksel 1"), people.actor(people.bea)
    told = {"framework": row.code, "signed": signed, "content": picture(), "by": by, "at": LAST}
    return partial(keep_paper.keep_framework_paper, **told)


def _lapse(_people: world.Cast, _row: Framework) -> Act:
    return partial(end_frameworks.lapse_frameworks, MIDNIGHT)


RACES = {
    "sign and take back": (_sign, _withdraw),
    "sign and lapse": (_sign, _lapse),
    "scan and sign": (_scan, _sign),
    "scan and take back": (_scan, _withdraw),
}


def settled(people: world.Cast, name: str) -> tuple[int, int, bool]:
    """How many of two are told that it is done, how many facts say so, and whether it is signed as well as ended."""
    row = made(people)
    answers = together(*[make(people, row) for make in RACES[name]])
    facts = [moment.kind for moment in timeline(people.bank.code) if moment.kind in ENDS]
    row.refresh_from_db()
    return sum(answer in (None, 1) for answer in answers), len(facts), bool(row.signed_at and row.withdrawn_at)


def read_long_ago(patch: pytest.MonkeyPatch) -> None:
    """Whoever acts read it while it still waited."""
    found: dict[str, Framework] = {}

    def stale(code: str, **_seen_by: Any) -> Framework:
        if code not in found:
            found[code] = framework_row(code, seen_by=HOUSE)
        return copy(found[code])

    for module in MODULES:
        patch.setattr(module, "framework_row", stale)


def forget_that_it_waits(patch: pytest.MonkeyPatch) -> None:
    for module in MODULES:
        patch.setattr(module, "waiting_frameworks", Framework.objects.all)


@pytest.mark.parametrize("name", RACES)
def test_one_of_two_counts(people, name):
    assert settled(people, name) == (1, 1, False)


@pytest.mark.parametrize("name", RACES)
def test_one_of_two_counts_who_both_read_it_before_and_both_without_the_guard(people, name, monkeypatch):
    read_long_ago(monkeypatch)
    assert settled(people, name) == (1, 1, False)
    forget_that_it_waits(monkeypatch)
    done, facts, _both = settled(people, name)
    assert (done, facts) == (2, 3)
