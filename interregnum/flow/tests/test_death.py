"""A manager dies: nothing of theirs stays open, and nobody asks, presents, picks or draws up anything for them."""

from datetime import timedelta

import pytest

from interregnum.jobs.models import Mail
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.deaths import note_death
from interregnum.people.models import Manager
from interregnum.stages.choose.actions.decide_proposal import accept_proposal
from interregnum.stages.choose.actions.invite_managers import invite_managers
from interregnum.stages.choose.actions.send_proposal import send_proposal
from interregnum.stages.choose.actions.set_taken import set_taken
from interregnum.stages.choose.models import Candidacy
from interregnum.stages.choose.rules.states import CandidacyState, ProposalState
from interregnum.stages.choose.tests.choose_world import answer, candidacy, drawn, invited, invitee, sent
from interregnum.stages.contract.actions.amend import draw_amendment
from interregnum.stages.contract.actions.end_unsigned import draw_anew, withdraw_contract
from interregnum.stages.contract.actions.give_notice import give_notice
from interregnum.stages.contract.actions.honour_guarantee import honour_guarantee
from interregnum.stages.contract.actions.leave import leave
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries.amendments import terms_now
from interregnum.stages.contract.rules.ending import Leaving
from interregnum.stages.contract.rules.states import ContractState
from interregnum.stages.deliver.models import Assignment
from tests.life import Life
from tests.world import NOW, TODAY, Cast


def dies(cast: Cast, profile: Manager | None = None) -> None:
    assert note_death(manager=(profile or cast.max_profile).code, by=cast.actor(cast.anton), at=NOW) is True


def marked_dead(cast: Cast) -> None:
    """As who reads in the very moment that a death is noted finds it."""
    Manager.objects.filter(pk=cast.max_profile.pk).update(died_at=NOW)


def codes(answered: object) -> list[str]:
    assert isinstance(answered, Refused), answered
    return [reason.code for reason in answered.reasons]


def mailed(template: str) -> list[str]:
    return list(Mail.objects.filter(template=f"mail/{template}.txt").order_by("to").values_list("to", flat=True))


@pytest.mark.parametrize("state", [CandidacyState.INVITED, CandidacyState.AGREED, CandidacyState.TAKEN])
def test_what_nobody_decided_yet_ends_on_the_account_of_the_firm(cast: Cast, state: CandidacyState) -> None:
    proposal = sent(cast)
    mine = candidacy(proposal, cast.max_profile)
    Candidacy.objects.filter(pk=mine.pk).update(state=state)
    dies(cast)
    mine.refresh_from_db()
    assert mine.state == CandidacyState.WITHDRAWN
    assert candidacy(proposal, cast.olga_profile).state == CandidacyState.AGREED
    assert mailed("choose_gone") == ["carla@example.org"]
    assert len(mailed("candidate_gone")) == 1
    assert not set_taken(mine.code, is_taken=False, at=NOW)
    picked = accept_proposal(proposal=proposal.code, candidacy=mine.code, by=cast.actor(cast.carla), at=NOW)
    assert codes(picked) == ["choose.not_a_candidate"]


def test_a_client_hears_nothing_of_who_was_only_asked(cast: Cast) -> None:
    proposal = invited(cast)
    dies(cast)
    assert candidacy(proposal, cast.max_profile).state == CandidacyState.WITHDRAWN
    assert mailed("choose_gone") == []
    assert len(mailed("candidate_gone")) == 1


def test_nobody_invites_presents_or_picks_who_died(cast: Cast) -> None:
    bea, carla = cast.actor(cast.bea), cast.actor(cast.carla)
    shortlist = drawn(cast)
    marked_dead(cast)
    asked = invite_managers(shortlist=shortlist.code, chosen=(invitee(cast.max_profile),), by=bea, at=NOW)
    assert codes(asked) == ["people.manager_died"]
    Manager.objects.update(died_at=None)
    proposal = invited(cast)
    answer(cast, proposal, cast.max)
    answer(cast, proposal, cast.olga)
    marked_dead(cast)
    assert codes(send_proposal(proposal=proposal.code, by=bea, at=NOW)) == ["people.manager_died"]
    Manager.objects.update(died_at=None)
    assert send_proposal(proposal=proposal.code, by=bea, at=NOW) is None
    marked_dead(cast)
    mine = candidacy(proposal, cast.max_profile)
    picked = accept_proposal(proposal=proposal.code, candidacy=mine.code, by=carla, at=NOW)
    assert codes(picked) == ["people.manager_died"]


def test_what_was_drawn_and_not_signed_is_taken_back_with_the_reason(cast: Cast) -> None:
    life = Life(cast, until="half_signed")
    dies(cast)
    contract = Contract.objects.get(code=life.contract)
    assert contract.state == ContractState.WITHDRAWN
    assert contract.end_reason == "De interim-manager is overleden."
    assert contract.candidacy.proposal.state == ProposalState.ENDED
    assert mailed("contract_withdrawn") == ["carla@example.org"]
    anew = draw_anew(contract=life.contract, starts_on=contract.starts_on, by=life.anton, at=NOW)
    assert codes(anew) == ["people.manager_died"]


def test_no_contract_is_drawn_for_who_died(cast: Cast) -> None:
    life = Life(cast, until="accepted")
    assert withdraw_contract(contract=life.contract, reason="Vergist.", by=life.anton, at=NOW) is None
    marked_dead(cast)
    starts_on = Contract.objects.get(code=life.contract).starts_on
    anew = draw_anew(contract=life.contract, starts_on=starts_on, by=life.anton, at=NOW)
    assert codes(anew) == ["people.manager_died"]


def test_nothing_is_amended_for_who_died(cast: Cast) -> None:
    life = Life(cast, until="signed")
    new = terms_now(Contract.objects.get(code=life.contract))
    marked_dead(cast)
    told = {"holds_from": TODAY, "reason": "Langer.", "decided_by": "Carla"}
    assert codes(draw_amendment(contract=life.contract, new=new, **told, by=life.anton, at=NOW)) == [
        "people.manager_died"
    ]


AT = NOW + timedelta(days=14)
ON = local_day(AT)
LATER = ON + timedelta(days=40)


def leaves_later(life: Life, how: str) -> None:
    """A last day that is still to come: notice, resignation or the guarantee."""
    told = {"contract": life.contract, "last_day": LATER, "at": AT}
    if how == "notice":
        assert give_notice(**told, by=life.carla) is None
    elif how == "resigns":
        assert leave(**told, leaving=Leaving.RESIGNS, by=life.max) is None
    else:
        assert honour_guarantee(**told, leaving=Leaving(how), by=life.carla)


@pytest.mark.parametrize("how", ["notice", "resigns", Leaving.REPLACED, Leaving.ENDED])
def test_the_last_day_of_who_was_to_leave_comes_forward(cast: Cast, how: str) -> None:
    life = Life(cast, until="reported")
    leaves_later(life, how)
    was = Contract.objects.get(code=life.contract)
    assert was.runs_until == LATER
    assert note_death(manager=cast.max_profile.code, by=life.anton, at=AT) is True
    now = Contract.objects.get(code=life.contract)
    assert (now.runs_until, now.leaving, now.left_at) == (ON, was.leaving, was.left_at)
    ends_on = Assignment.objects.get(code=life.assignment).ends_on
    assert ends_on == (was.ends_on if how == Leaving.REPLACED else ON)
    assert mailed("manager_died") == [cast.anton.email]
    assert "carla@example.org" in mailed("contract_left")


def test_nobody_who_died_has_a_last_day_still_to_come(cast: Cast) -> None:
    life = Life(cast, until="reported")
    told = {"contract": life.contract, "leaving": Leaving.DIED, "by": life.anton, "at": AT}
    assert codes(leave(**told, last_day=LATER)) == ["contract.died_ahead"]
    assert leave(**told, last_day=ON) is None
    assert mailed("manager_left") == []


def test_what_cannot_end_is_not_passed_over(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    life = Life(cast, until="reported")
    refuses = Refused.because("contract.wish_unsigned")
    monkeypatch.setattr("interregnum.stages.contract.actions.leave.leave", lambda **_told: refuses)
    assert note_death(manager=cast.max_profile.code, by=life.anton, at=AT) == refuses
    assert Manager.objects.get(pk=cast.max_profile.pk).died_at is None
