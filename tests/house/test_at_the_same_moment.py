"""Two people press the same button, or one person presses it twice: it happens once, and both are told the truth.

Each of these is lived through once more with its guard taken away, to see that the guard is what makes it hold.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import IntegrityError
from django.http import HttpResponseBase
from django.urls import reverse

from interregnum.journal.chain import faults
from interregnum.journal.timeline import timeline
from interregnum.kernel.actor import Role
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.ask.actions.confirm_triage import confirm_triage
from interregnum.stages.ask.models import Request
from interregnum.stages.brief.models import Brief
from interregnum.stages.choose.actions.decide_proposal import accept_proposal
from interregnum.stages.choose.models import Proposal
from interregnum.stages.contract.models import Contract
from tests import world
from tests.house.forms_of_addresses import PROBLEM
from tests.life import Life, verdict_for
from tests.together import forget_state, together

# What goes wrong without a guard: two of something, or a table that refuses the second.
TWICE = (AssertionError, IntegrityError)


@pytest.fixture
def people(file_database: None) -> world.Cast:
    return world.make_cast()


def once_alone(code: str, kind: str, answers: list[Refused | None], refusal: str) -> None:
    """One of two had it done, the other is told why not, and the journal knows of one."""
    refused = [answer for answer in answers if answer is not None]
    assert [each.reasons[0].code for each in refused] == [refusal]
    assert [moment.kind for moment in timeline(code)].count(kind) == 1
    assert not list(faults())


def two_confirm(people: world.Cast) -> None:
    life, verdict = Life(people, until="told"), verdict_for(people)

    def confirms(person: Account) -> Callable[[], Refused | None]:
        # Both are partners: an account manager who comes second does not even see the request any more.
        by = replace(people.actor(person), role=Role.PARTNER)
        return lambda: confirm_triage(request=life.request, verdict=verdict, by=by, at=world.NOW)

    answers = together(confirms(people.bea), confirms(people.anton))
    assert Brief.objects.count() == 1
    once_alone(life.request, "TriageConfirmed", answers, "ask.already_confirmed")


@pytest.mark.mission("A3")
def test_a_request_that_two_confirm_gets_one_brief(people):
    two_confirm(people)


def test_without_its_guard_a_request_is_confirmed_twice(people, monkeypatch):
    forget_state(monkeypatch, Request)
    with pytest.raises(TWICE):
        two_confirm(people)


def two_accept(people: world.Cast) -> None:
    life = Life(people, until="sent")
    carla = people.actor(people.carla)

    def accepts() -> Refused | None:
        return accept_proposal(proposal=life.proposal, candidacy=life.candidacy, by=carla, at=world.NOW)

    answers = together(accepts, accepts)
    assert Contract.objects.count() == 1
    once_alone(life.proposal, "ProposalAccepted", answers, "choose.already_decided")


@pytest.mark.mission("D2")
def test_a_proposal_that_two_accept_gives_one_contract(people):
    two_accept(people)


def test_without_its_guard_a_proposal_is_accepted_twice(people, monkeypatch):
    forget_state(monkeypatch, Proposal)
    with pytest.raises(TWICE):
        two_accept(people)


def sent_twice(people: world.Cast, once: str) -> list[HttpResponseBase]:
    """The answers to one form whose button is pressed twice, in two windows of the same person."""
    form, windows = PROBLEM | {"once": once}, [world.browser(people.carla) for _ in range(2)]
    return together(*[lambda window=window: window.post(reverse("client:ask-problem"), form) for window in windows])


def test_a_form_that_is_sent_twice_makes_one_object_and_both_answers_lead_to_it(people):
    answers = sent_twice(people, once="een-formulier")
    code = Request.objects.get().code
    assert [(each.status_code, each.headers["Location"]) for each in answers] == [
        (302, reverse("client:ask-request", args=[code]))
    ] * 2
    assert not list(faults())


def test_without_the_mark_of_the_form_it_makes_two(people):
    sent_twice(people, once="")
    assert Request.objects.count() == 2
