"""A2: of what slips a person decides what is done; the client answers on the own desk too; the board reads a page."""

from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.journal.models import Entry
from interregnum.kernel.refused import Refused
from interregnum.stages.handover.models import ClosedResult
from interregnum.stages.keep.actions.answer_care import Said, Whole, answer_by_link, answer_for_client
from interregnum.stages.keep.actions.ask_client import ask_aftercare
from interregnum.stages.keep.actions.decide_relapse import decide_relapse
from interregnum.stages.keep.models import Aftercare, ResultCheck
from interregnum.stages.keep.queries.desks import care_waiting, relapses_waiting
from interregnum.stages.keep.queries.links import token_of
from interregnum.stages.keep.rules.states import Proposal, Used
from interregnum.stages.keep.tests.test_aftercare import ASKED, code, end
from tests import world
from tests.life import Life

pytestmark = [pytest.mark.django_db, pytest.mark.mission("A2")]
SLIPPED = Said(value=Decimal(12), used=Used.NO, has_owner=False)


@pytest.fixture
def life(cast):
    life = Life(cast, until="reported")
    end(life)
    ask_aftercare(ASKED)
    return life


@pytest.fixture
def slipped(life):
    care = Aftercare.objects.get(months=3)
    assert answer_by_link(token=token_of(care.code), said={code(): SLIPPED}, at=ASKED) is None
    return care


def sara(life):
    return life.cast.actor(life.cast.sara)


def decide(life, care, decision=Proposal.HALF_DAY, why=""):
    told = {"care": care.code, "decisions": {code(): decision}, "why": why}
    return decide_relapse(**told, by=sara(life), at=ASKED)


def codes(answer) -> list[str]:
    assert isinstance(answer, Refused), answer
    return [one.code for one in answer.reasons]


def test_sara_confirms_what_is_proposed_and_client_and_manager_are_told(life, slipped):
    assert [one.care for one in relapses_waiting(seen_by=sara(life))] == [slipped.code]
    assert relapses_waiting(seen_by=life.carla) == ()
    assert relapses_waiting(seen_by=life.anton) == ()
    assert decide(life, slipped) is None
    assert codes(decide(life, slipped)) == ["keep.decided"]
    assert relapses_waiting(seen_by=sara(life)) == ()
    assert Mail.objects.filter(template="mail/relapse_decided.txt").count() == 2
    (told,) = Entry.objects.filter(kind="RelapseDecided").select_related("payload")
    assert told.payload.content["is_as_proposed"] is True


def test_who_decides_otherwise_says_why_and_carla_reads_it(life, slipped):
    assert codes(decide(life, slipped, Proposal.TALK)) == ["keep.why_needed"]
    page = reverse("shadow:keep-relapse", args=[slipped.code])
    window = world.browser(life.cast.sara)
    assert "decision_0" in window.get(page).content.decode()
    assert window.post(page, {"decision_0": "talk", "why": "Eerst bellen."}).status_code == 302
    for who, desk in ((life.cast.carla, "client"), (life.cast.max, "manager")):
        shown = world.browser(who).get(reverse(f"{desk}:keep-page", args=[life.assignment])).content.decode()
        assert "Eerst bellen." in shown


def test_another_answer_with_another_proposal_is_decided_anew(life, slipped):
    assert decide(life, slipped) is None
    same = Said(value=Decimal(13), used=Used.NO, has_owner=False)
    assert answer_by_link(token=token_of(slipped.code), said={code(): same}, at=ASKED) is None
    assert ResultCheck.objects.get().decided == Proposal.HALF_DAY
    better = Said(value=Decimal(12), used=Used.YES, has_owner=True)
    assert answer_by_link(token=token_of(slipped.code), said={code(): better}, at=ASKED) is None
    assert (ResultCheck.objects.get().proposal, ResultCheck.objects.get().decided) == (Proposal.TALK, "")


def test_without_a_shadow_manager_the_firm_decides(life, slipped):
    slipped.assignment.shadow_appointment.delete()
    assert [one.care for one in relapses_waiting(seen_by=life.anton)] == [slipped.code]
    page = reverse("bureau:keep-relapse", args=[slipped.code])
    assert world.browser(life.cast.anton).post(page, {"decision_0": "half_day"}).status_code == 302


def test_the_form_waits_on_carlas_desk_until_she_answered(life):
    care = Aftercare.objects.get(months=3)
    assert [one.care for one in care_waiting(seen_by=life.carla)] == [care.code]
    page = reverse("client:keep-write", args=[care.code])
    with time_machine.travel(ASKED, tick=False):
        window = world.browser(life.cast.carla)
        assert page in window.get(reverse("client:home")).content.decode()
        assert window.post(page, {"value_0": "5", "used_0": "yes", "owner_0": "yes"}).status_code == 302
    assert care_waiting(seen_by=life.carla) == ()
    care.refresh_from_db()
    assert (care.state, care.is_late) == ("answered", False)


def test_after_half_a_year_is_asked_for_a_mark_and_after_a_year_for_what_it_brought(life):
    named = {}
    for months in (3, 6, 12):
        care = Aftercare.objects.get(months=months)
        Aftercare.objects.filter(pk=care.pk).update(state="asked", open_until=ASKED.date())
        page = world.browser(life.cast.sara).get(reverse("shadow:keep-write", args=[care.code]))
        named[months] = {name for name in ("again", "balance") if name in page.context["form"].fields}
    assert named == {3: set(), 6: {"again"}, 12: {"again", "balance"}}
    told = {"care": Aftercare.objects.get(months=12).code, "said": {}, "by": sara(life), "at": ASKED}
    assert answer_for_client(whole=Whole(again=9, balance="Een half miljoen."), **told) is None
    assert answer_for_client(whole=Whole(), **told) is None
    kept = Aftercare.objects.get(months=12)
    assert (kept.again, kept.balance) == (9, "Een half miljoen.")


def test_the_board_reads_one_page(life, slipped):
    for who, desk in ((life.cast.carla, "client"), (life.cast.max, "manager"), (life.cast.sara, "shadow")):
        answer = world.browser(who).get(reverse(f"{desk}:keep-report", args=[life.assignment]))
        assert answer.content.startswith(b"%PDF")
        assert answer.content.count(b"/Type /Page\n") + answer.content.count(b"/Type/Page/") <= 1
    assert world.browser(life.cast.otto).get(reverse("client:keep-report", args=[life.assignment])).status_code == 404
    assert world.browser(life.cast.dirk).get(reverse("client:keep-report", args=[life.assignment])).status_code == 404
    ClosedResult.objects.all().delete()
    assert world.browser(life.cast.carla).get(reverse("client:keep-report", args=[life.assignment])).status_code == 404


def test_a_stranger_decides_nothing(life, slipped):
    page = reverse("shadow:keep-relapse", args=[slipped.code])
    assert world.browser(life.cast.oscar).post(page, {"decision_0": "talk"}).status_code == 404
    page = reverse("client:keep-write", args=[slipped.code])
    assert world.browser(life.cast.otto).get(page).status_code == 404
