"""How often a page asks the database: seldom, and no oftener when there is more to show."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interregnum.kernel.actor import Role
from interregnum.people.permission import Verbs
from interregnum.people.permissions import ROWS
from interregnum.stages.deliver.actions.measure_quality import measure_quality
from interregnum.stages.deliver.actions.report_week import report_week
from tests import world
from tests.house.forms_of_addresses import objects_of
from tests.house.forms_of_assignments import all_that_is_shared, asked_resistance_of
from tests.house.forms_of_choosing import had_of_choosing
from tests.house.forms_of_guarantee import had_of_guarantee
from tests.house.forms_of_handover import had_of_handover
from tests.house.forms_of_invoices import had_of_invoices
from tests.house.forms_of_learning import had_of_learning
from tests.house.forms_of_notebook import entry_of, sounding_of
from tests.house.forms_of_payables import had_of_payables
from tests.house.forms_of_pulses import all_of_pulse
from tests.house.forms_of_reviews import had_of_reviews
from tests.house.forms_of_signing import had_of_signing
from tests.life import STARTS_ON, Life, week_of

MOST = 15
# What is put together of many tables: a profile with its screenings and consent, a proposal with questions and talks,
# the evidence at twelve gates, a review with what three wrote and signed, and each desk, where all comes together.
GATES = dict.fromkeys(
    [f"{desk}:deliver-gates" for desk in ("bureau", "client", "manager", "shadow")]
    + ["bureau:deliver-gate", "client:deliver-gate", "bureau:deliver-override"],
    17,
)
REVIEWS = dict.fromkeys(
    [f"{desk}:ensure-review{page}" for desk in ("bureau", "client", "manager", "shadow") for page in ("", "-move")]
    + [f"{desk}:ensure-review-prepare" for desk in ("client", "manager", "shadow")]
    + [f"shadow:ensure-review-{page}" for page in ("minutes", "action")],
    18,
)
DESKS = {"bureau:home": 61, "client:home": 48, "manager:home": 46, "shadow:home": 39}
HANDED = dict.fromkeys([f"{desk}:handover-page" for desk in ("bureau", "client", "manager", "shadow")], 21)
# What the manager writes is made from the whole picture of an assignment.
HANDED["manager:handover-document"] = 45
# The picture of an assignment: results, plan, people, role, decisions and what they warn of.
PICTURES = {"bureau:deliver-assignment": 17, "manager:deliver-assignment": 16, "shadow:deliver-assignment": 16}
MORE = {
    "bureau:people-manager": 16,
    "client:guarantee-case": 20,
    # Both sides, each with every term as it was agreed, and what the rates have become since.
    "bureau:contract-contract": 19,
    **dict.fromkeys([f"bureau:contract-{page}" for page in ("anew", "paper", "withdraw")], 18),
    "client:contract-contract": 18,
    # Papers of every stage, each asked for its own.
    "bureau:contract-papers": 18,
    **dict.fromkeys([f"{desk}:contract-papers" for desk in ("client", "manager")], 16),
    "bureau:choose-proposal": 17,
    "client:choose-proposal": 16,
    # The names of all who may not stand in a text.
    "bureau:learn-case": 28,
    "bureau:learn-case-finding": 25,
    "bureau:terms": 24,
    "bureau:invoice": 20,
    "bureau:payable": 18,
    "bureau:invoices-open": 17,
    "bureau:payables": 26,
    "manager:payments": 25,
    # What all invoices, payables and open days of the firm come to.
    **dict.fromkeys(
        [f"bureau:invoices-{page}{end}" for page in ("margin", "accrual") for end in ("", "-export", "-workbook")], 32
    ),
}
# A pulse with its groups, addresses and rounds, on the assignment that it is of.
MORE |= dict.fromkeys([f"{desk}:pulse-{page}" for desk in ("bureau", "manager") for page in ("set-up", "sheet")], 17)
# All of an assignment on paper.
MORE |= dict.fromkeys([f"{desk}:deliver-progress" for desk in ("bureau", "client", "manager", "shadow")], 17)
MORE |= GATES | REVIEWS | DESKS | HANDED
# What stands on each desk at once: something new, something waiting for each side, something under way.
STEPS = ("asked", "confirmed", "invited", "sent", "accepted", "signed", "guarded", "planned")
WEEKS = 12
# So long after the first Monday every report but this week's may have been written.
LATER = world.NOW + timedelta(weeks=WEEKS)


def lives(cast: world.Cast) -> None:
    for step in STEPS:
        Life(cast, until=step)


def grow(cast: world.Cast, life: Life) -> None:
    """Three of everything, and a report for each of twelve weeks."""
    lives(cast)
    lives(cast)
    for number in range(1, WEEKS):
        week = week_of(STARTS_ON + timedelta(weeks=number))
        assert isinstance(report_week(assignment=life.assignment, week=week, by=life.max, at=LATER), str)


def asked_by(role: Role, life: Life) -> dict[tuple[str, Role], int]:
    """For each page that this role may read: how often it asks the database."""
    # As the worker does each minute: what is measured of an assignment is kept until something happens.
    measure_quality(LATER)
    window = world.browser(world.person_of(life.cast, role))
    # The first visit may note something in the session.
    window.get(reverse("front:home"))
    counts = {}
    for address in ("bureau:people-roster", "bureau:choose-draw"):
        # What changed in profiles since is read once, by whoever comes first.
        world.browser(life.cast.bea).get(reverse(address, kwargs=objects_of(address, life)))
    for row in ROWS:
        if Verbs.READ in row.verbs.split() and row.knows(role):
            address = reverse(row.address, kwargs=objects_of(row.address, life))
            with CaptureQueriesContext(connection) as asked:
                window.get(address)
            counts[row.address, role] = len(asked)
    return counts


@pytest.mark.one_database
def test_no_page_asks_often_nor_oftener_when_there_is_more_to_show(cast):
    with time_machine.travel(LATER, tick=False):
        life = Life(cast, until="reported")
        had_of_choosing(life)
        had_of_reviews(life)
        had_of_guarantee(life)
        had_of_handover(life)
        had_of_learning(life)
        had_of_invoices(life)
        had_of_payables(life)
        had_of_signing(life)
        asked_resistance_of(life)
        all_that_is_shared(life)
        all_of_pulse(life)
        for made in (sounding_of, entry_of):
            made(life)
        lives(cast)
        few = asked_by_all(life)
        grow(cast, life)
        many = asked_by_all(life)
    assert len(few) > 100
    assert {page: (few[page], many[page]) for page in few if many[page] > min(few[page], MORE.get(page[0], MOST))} == {}


def asked_by_all(life: Life) -> dict[tuple[str, Role], int]:
    return {page: count for role in Role if role is not Role.HOUSE for page, count in asked_by(role, life).items()}
