"""The page of all documents: invoices of either side, signed reviews, and what a replaced manager keeps."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from interregnum.stages.deliver.models import Assignment
from interregnum.stages.ensure.models import Review, SignOff
from interregnum.stages.ensure.rules.reviews import ReviewKind, ReviewState, Side
from interregnum.stages.guarantee.actions.hand_over import Handed, write_hand_over
from interregnum.stages.guarantee.rules.states import Choice
from interregnum.stages.guarantee.tests.guarantee_world import PRESSED, account_of_manager, press, running, succeeded
from interregnum.stages.invoice.actions.payable_consent import agree_self_billing
from interregnum.stages.invoice.actions.payable_self_bill import draft_self_bill, issue_self_bill
from interregnum.stages.invoice.models import Invoice, Payable
from interregnum.stages.invoice.tests.invoice_world import LATER, MARCH, approve, let_bill, sent
from interregnum.stages.invoice.tests.payable_world import let_be_paid
from tests import world

ADDRESS = {"street": "Dorpsstraat 1", "postal_code": "3511 AA", "city": "Utrecht", "words": "Ik stem in."}
INVOICE, PAYABLE, REVIEW, HANDED = (
    "Invoice to the client",
    "Invoice of the manager",
    "Three-party review",
    "Hand-over to the next manager",
)


@pytest.fixture
def life(cast):
    """Max worked two days, that were billed and paid; a review was signed by all three, another one is planned."""
    with time_machine.travel(world.NOW, tick=False):
        life = running(cast)
    let_bill()
    let_be_paid(cast)
    row = Assignment.objects.get(code=life.assignment)
    monday = row.starts_on
    approve(row, {monday: 480, monday + timedelta(days=1): 480})
    sent(cast, row)
    by = {"by": cast.actor(cast.bea), "at": LATER}
    agree_self_billing(**ADDRESS, by=life.max, at=LATER)
    code = draft_self_bill(assignment=row.code, manager=cast.max_profile.code, month=MARCH, **by)
    assert isinstance(issue_self_bill(payable=code, **by), str)
    told = {"assignment": row, "kind": ReviewKind.SPECIAL, "starts_at": PRESSED, "due_on": PRESSED.date()}
    review = Review.objects.create(
        **told, state=ReviewState.SIGNED, minutes="Het loopt.", decision="continue", version=1
    )
    for side, who in ((Side.CLIENT, cast.carla), (Side.MANAGER, cast.max), (Side.SHADOW, cast.sara)):
        SignOff.objects.create(review=review, version=1, side=side, signed_by=who, signed_at=PRESSED)
    return life


def rows(life: Any, who: Any, desk: str, contract: str = "") -> dict[str, Any]:
    answer = world.browser(who, language="en").get(reverse(f"{desk}:contract-papers", args=[contract or life.contract]))
    return {str(row.cells[0].text): row for row in answer.context["page"].papers.rows}


def named(found: dict[str, Any], words: str) -> list[Any]:
    return [row for what, row in found.items() if words in what]


def dead(who: Any, found: dict[str, Any]) -> list[str]:
    browser = world.browser(who)
    links = [row.url.partition("#")[0] for row in found.values() if row.url]
    return [link for link in links if browser.get(link).status_code != 200]


@pytest.mark.parametrize(
    ("person", "desk", "shown", "hidden"),
    [
        ("bea", "bureau", [INVOICE, PAYABLE, REVIEW], []),
        ("anton", "bureau", [INVOICE, PAYABLE, REVIEW], []),
        ("carla", "client", [INVOICE, REVIEW], [PAYABLE]),
        ("max", "manager", [PAYABLE, REVIEW], [INVOICE]),
    ],
)
def test_each_finds_money_of_the_own_side_and_the_reviews_that_were_signed(life, person, desk, shown, hidden):
    who = getattr(life.cast, person)
    with time_machine.travel(LATER, tick=False):
        found = rows(life, who, desk)
        assert [words for words in shown if len(named(found, words)) != 1] == []
        assert [words for words in hidden if named(found, words)] == []
        assert all(named(found, words)[0].url for words in shown) and dead(who, found) == []


def test_each_says_who_may_see_it(life):
    with time_machine.travel(LATER, tick=False):
        found = rows(life, life.cast.bea, "bureau")
    assert [str(named(found, words)[0].cells[2]) for words in (INVOICE, PAYABLE, REVIEW)] == [
        "the bureau, the client",
        "the bureau, the manager",
        "the bureau, the client, the manager, the shadow manager",
    ]


def test_a_draft_is_no_paper_yet(life):
    for kept, draft in ((Invoice.objects.get(), "draft"), (Payable.objects.get(), "drafted")):
        kept.pk, kept.code, kept.number, kept.issued_on = None, f"{draft}-one", "", None
        kept.state, kept.month = draft, kept.month + timedelta(days=31)
        kept.save()
    Review.objects.all().update(state="to_sign")
    with time_machine.travel(LATER, tick=False):
        found = rows(life, life.cast.bea, "bureau")
    assert [len(named(found, words)) for words in (INVOICE, PAYABLE, REVIEW)] == [1, 1, 0]


def test_a_replaced_manager_keeps_the_own_invoices_and_hand_over_and_nothing_else(life):
    cast = life.cast
    with time_machine.travel(PRESSED, tick=False):
        code = press(life, Choice.REPLACE)
        handed = Handed(document="Het plan ligt bij de directie.", contacts="Ans", decisions="De planning")
        assert write_hand_over(complaint=code, handed=handed, by=life.max, at=PRESSED) is None
        second = succeeded(life, code)
    noor = account_of_manager(second.manager)
    row = Assignment.objects.get(code=life.assignment)
    assert row.contract == second
    with time_machine.travel(LATER, tick=False):
        own = rows(life, cast.max, "manager")
        assert all(len(named(own, words)) == 1 for words in (PAYABLE, HANDED))
        # Mandate, plan, reviews and files are pages of whoever works there now.
        assert [words for words in ("Mandate", "Plan of", REVIEW, INVOICE) if named(own, words)] == []
        assert dead(cast.max, own) == []
        hers = rows(life, noor, "manager", second.code)
        assert [len(named(hers, words)) for words in (PAYABLE, HANDED, REVIEW)] == [0, 1, 1]
        assert dead(noor, hers) == []
        # Client and bureau find what belongs to the assignment under either contract.
        for contract in (life.contract, second.code):
            for who, desk in ((cast.carla, "client"), (cast.bea, "bureau")):
                found = rows(life, who, desk, contract)
                assert all(named(found, words) for words in (INVOICE, REVIEW, HANDED, "Mandate", "Plan of")), desk
                assert dead(who, found) == []
        assert named(rows(life, cast.bea, "bureau"), PAYABLE)
        assert not named(rows(life, cast.bea, "bureau", second.code), PAYABLE)
