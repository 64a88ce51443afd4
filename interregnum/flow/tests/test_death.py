"""A manager dies: nothing of theirs stays open, and nobody asks, presents, picks or draws up anything for them."""

from datetime import timedelta

import pytest
from allauth.account.adapter import get_adapter as account_adapter
from django.db import connection
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.jobs.states import MailState
from interregnum.journal.models import Entry
from interregnum.kernel.actor import HOUSE, Role
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.deaths import note_death, withdraw_death
from interregnum.people.models import Account, Manager, Seat
from interregnum.people.post import write_to, write_to_account, write_to_bureau
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
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.ensure.actions.appoint_shadow_manager import appoint_shadow_manager
from interregnum.stages.ensure.models import PastShadow, ShadowAppointment
from interregnum.stages.guarantee.actions.complain import Way, complain
from interregnum.stages.guarantee.actions.hear import say
from interregnum.stages.guarantee.rules.reasons import ComplaintReason
from interregnum.stages.guarantee.rules.states import Choice
from tests.life import Life
from tests.world import NOW, TODAY, Cast, browser


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
    assert contract.end_reason.startswith("Tot ons verdriet moeten wij u zeggen dat de interim-manager is overleden.")
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


@pytest.fixture
def guarded(cast: Cast) -> Life:
    """Olga guards the assignment of Max: the shadow manager is on the roster as well."""
    life = Life(cast, until="reported")
    Seat.objects.create(account=cast.sara, role=Role.MANAGER, manager=cast.olga_profile)
    return life


def test_who_died_guards_no_assignment_any_more(cast: Cast, guarded: Life) -> None:
    told = {"reason": ComplaintReason.RESULT, "words": "Niets.", "way": Way(choice=Choice.UNSURE)}
    complain(assignment=guarded.assignment, **told, by=guarded.carla, at=NOW)
    dies(cast, cast.olga_profile)
    assert not ShadowAppointment.objects.exists()
    assert [row.shadow for row in PastShadow.objects.all()] == [cast.sara]
    assert mailed("shadow_resigned") == [cast.anton.email]
    assert set(mailed("guarantee_unguarded")) == {cast.anton.email, cast.bea.email}
    shadow = {"shadow": cast.sara.code, "reason": "Kent de bank.", "is_independent": True}
    assert codes(appoint_shadow_manager(assignment=guarded.assignment, **shadow, by=guarded.anton, at=NOW))


def test_who_died_stays_where_an_assignment_has_ended(cast: Cast, guarded: Life) -> None:
    Assignment.objects.update(state=AssignmentState.CLOSED)
    dies(cast, cast.olga_profile)
    assert ShadowAppointment.objects.count() == 1


def test_no_door_lets_a_mail_through(cast: Cast) -> None:
    dies(cast)
    Account.objects.filter(pk=cast.max.pk).update(is_active=True)
    Seat.objects.create(account=cast.max, role=Role.PARTNER)
    before = Mail.objects.count()
    write_to_account(cast.max.code, template="mail/week_due.txt", about=(), link="https://x.example")
    write_to_bureau(by=HOUSE, template="mail/journal_broken.txt", about=(), owner=cast.max.code, link="x")
    account_adapter().send_mail("account/email/unknown_account", cast.max.email, {"email": cast.max.email})
    assert Mail.objects.count() == before


def test_what_came_back_is_not_sent_anew(cast: Cast) -> None:
    write_to(email=cast.max.email, language="nl", template="mail/week_due.txt", name="Max", link="x")
    Mail.objects.update(state=MailState.BOUNCED)
    other = Mail.objects.create(to="x@example.org", subject="x", text="x", state=MailState.FAILED, written_at=NOW)
    dies(cast)
    row = Mail.objects.get(to=cast.max.email)
    assert row.state == MailState.WITHDRAWN
    bea = browser(cast.bea, language="en")
    assert "Not sent: the reader has died" in bea.get(reverse("bureau:mail-one", args=[row.code])).text
    sent_on = bea.post(reverse("bureau:mail-one", args=[other.code]), {"to": cast.max.email})
    assert sent_on.status_code == 422 and "the address of a manager who died" in sent_on.text


def test_few_have_died_and_only_these_are_looked_through(db: None) -> None:
    if connection.vendor == "sqlite":
        plan = Manager.objects.filter(died_at__isnull=False).explain()
        assert "manager_died" in plan


def test_the_last_partner_stays_and_whoever_notes_the_death_reads_why(cast: Cast) -> None:
    Seat.objects.filter(account=cast.bea).update(role=Role.PARTNER)
    Seat.objects.create(account=cast.bea, role=Role.MANAGER, manager=cast.olga_profile)
    noted = note_death(manager=cast.olga_profile.code, by=cast.actor(cast.anton), at=NOW)
    assert codes(noted) == ["people.last_partner"]
    assert Manager.objects.get(pk=cast.olga_profile.pk).died_at is None


MISTAKE = {"why": "Het was een naamgenoot.", "is_read": "on"}


def test_a_partner_takes_a_death_back_that_was_noted_by_mistake(cast: Cast) -> None:
    proposal = sent(cast)
    profile = cast.max_profile
    address = reverse("bureau:people-death", args=[profile.code])
    bea = browser(cast.bea, language="en")
    assert bea.get(address).status_code == 404
    dies(cast)
    assert bea.get(reverse("bureau:people-manager", args=[profile.code])).url == address
    page = bea.get(address).text
    for said in ("stay ended", "The account stays closed", "ask again", "appoint anew", "call them yourself"):
        assert said in page
    for lacks in MISTAKE:
        assert bea.post(address, {name: said for name, said in MISTAKE.items() if name != lacks}).status_code == 422
    assert bea.post(address, MISTAKE).status_code == 302
    profile.refresh_from_db()
    assert (profile.died_at, profile.is_active) == (None, True)
    assert Entry.objects.filter(kind="DeathWithdrawn").count() == 1
    assert bea.get(reverse("bureau:people-manager", args=[profile.code])).status_code == 200
    assert bea.post(address, MISTAKE).status_code == 404
    assert candidacy(proposal, profile).state == CandidacyState.WITHDRAWN
    assert not Account.objects.get(pk=cast.max.pk).is_active
    write_to(email=profile.email, language="nl", template="mail/week_due.txt", name="Max", link="x")
    assert Mail.objects.filter(to=profile.email, template="mail/week_due.txt").exists()


def test_an_account_manager_reads_of_a_death_and_takes_nothing_back(cast: Cast) -> None:
    dies(cast)
    address = reverse("bureau:people-death", args=[cast.max_profile.code])
    anton = browser(cast.anton, language="en")
    page = anton.get(address).text
    assert "A partner can take it back." in page and "Take it back" not in page
    assert anton.post(address, MISTAKE).status_code == 405
    assert Manager.objects.get(pk=cast.max_profile.pk).died_at == NOW


def test_who_was_not_heard_because_of_the_mistake_is_heard_after_all(cast: Cast) -> None:
    life = Life(cast, until="reported")
    told = {"reason": ComplaintReason.RESULT, "words": "Niets.", "way": Way(choice=Choice.UNSURE)}
    code = complain(assignment=life.assignment, **told, by=life.carla, at=AT)
    assert note_death(manager=cast.max_profile.code, by=life.anton, at=AT) is True
    assert withdraw_death(manager=cast.max_profile.code, why="Vergissing.", by=cast.actor(cast.bea), at=AT) is None
    assert say(complaint=str(code), words="Ik zie het anders.", by=life.max, at=AT) is None
