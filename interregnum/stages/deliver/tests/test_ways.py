"""From an assignment back to its papers and on again: everybody finds what they signed, and only that."""

from collections.abc import Mapping
from typing import Any

import pytest
from django.urls import reverse

from interregnum.stages.ask.models import Request
from interregnum.stages.ask.queries import course, own_course
from interregnum.stages.contract.models import Agreement
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.tests.deliver_world import make_assignment
from interregnum.web.pieces import StepState
from tests.world import NOW, Cast, browser

pytestmark = pytest.mark.usefixtures("on_monday")


@pytest.fixture
def row(cast: Cast) -> Assignment:
    row = make_assignment(cast)
    Agreement.objects.bulk_create(Agreement(contract=row.contract, side=side) for side in Side)
    return row


def addresses(row: Assignment) -> Mapping[str, str]:
    contract = row.contract
    codes = {
        "bureau:ask-triage": contract.brief.request.code,
        "bureau:brief-edit": contract.brief.code,
        "bureau:choose-proposal": contract.candidacy.proposal.code,
        "bureau:contract-contract": contract.code,
        "bureau:deliver-assignment": row.code,
        "client:ask-request": contract.brief.request.code,
        "client:contract-contract": contract.code,
        "client:deliver-assignment": row.code,
        "manager:contract-contract": contract.code,
        "manager:choose-invitation": contract.candidacy.code,
        "manager:deliver-assignment": row.code,
    }
    return {name: reverse(name, args=[code]) for name, code in codes.items()}


def links_from(who: Any, page: str, *, row: Assignment) -> set[str]:
    text = browser(who).get(page).text
    return {name for name, address in addresses(row).items() if f'href="{address}"' in text}


def test_bea_goes_from_the_assignment_to_all_that_came_before(cast: Cast, row: Assignment) -> None:
    found = links_from(cast.bea, addresses(row)["bureau:deliver-assignment"], row=row)
    assert found >= {"bureau:ask-triage", "bureau:brief-edit", "bureau:choose-proposal", "bureau:contract-contract"}


def test_bea_goes_from_brief_proposal_and_contract_on_to_the_assignment(cast: Cast, row: Assignment) -> None:
    for page in ("bureau:brief-edit", "bureau:choose-proposal", "bureau:contract-contract"):
        assert "bureau:deliver-assignment" in links_from(cast.bea, addresses(row)[page], row=row), page


@pytest.mark.parametrize(("who", "desk"), [("carla", "client"), ("max", "manager")])
def test_who_signed_finds_the_contract_from_desk_and_assignment_and_the_way_back(
    cast: Cast, row: Assignment, who: str, desk: str
) -> None:
    person = getattr(cast, who)
    contract, assignment = f"{desk}:contract-contract", f"{desk}:deliver-assignment"
    assert {contract, assignment} <= links_from(person, reverse(f"{desk}:home"), row=row)
    assert contract in links_from(person, addresses(row)[assignment], row=row)


def test_max_finds_his_invitation_again_and_no_page_of_the_client(cast: Cast, row: Assignment) -> None:
    found = links_from(cast.max, addresses(row)["manager:deliver-assignment"], row=row)
    assert "manager:choose-invitation" in found
    assert not {name for name in found if not name.startswith("manager:")}


def test_a_request_that_just_came_in_has_no_further_step(cast: Cast, row: Assignment) -> None:
    fresh = Request.objects.create(code="fresh", text="Hulp", received_at=NOW)
    for steps in (course("request", request=fresh.code), own_course("request", request=fresh.code)):
        assert [step.state for step in steps] == [StepState.CURRENT, *[StepState.TODO] * (len(steps) - 1)]
        assert not any(step.url for step in steps)


def test_a_proposal_that_was_not_sent_is_no_step_of_the_client(cast: Cast, row: Assignment) -> None:
    proposal, request = row.contract.candidacy.proposal, row.contract.brief.request
    type(proposal).objects.filter(pk=proposal.pk).update(sent_at=None)
    shown = reverse("client:choose-proposal", args=[proposal.code])
    assert shown not in [step.url for step in own_course("request", request=request.code)]
