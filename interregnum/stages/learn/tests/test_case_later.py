"""What comes of a case later: with proposals, as time passes, and on the list that everybody reads."""

from datetime import timedelta

import pytest
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.parameters.models import Parameter
from interregnum.stages.choose.models import Proposal
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.learn.actions.case_consent import offer_case, withdraw_case
from interregnum.stages.learn.actions.case_show import choose_cases
from interregnum.stages.learn.actions.case_time import keep_library
from interregnum.stages.learn.actions.case_write import call_false, write_case
from interregnum.stages.learn.models import Case, CaseConsent, CaseOverride, CaseShown
from interregnum.stages.learn.queries.case_public import public_cases
from interregnum.stages.learn.rules.case_states import CaseState
from interregnum.stages.learn.tests.case_world import (
    CLOSED_AT,
    SAID,
    agreed,
    closed,
    offered,
    share,
    texts_of,
    written,
)
from tests.world import browser, make_cast

pytestmark = pytest.mark.django_db
ON = local_day(CLOSED_AT)


@pytest.fixture
def life(db):
    return closed(make_cast())


def told_elsewhere(life, **more):
    """The case is of another client by now, and the proposal of this one is open."""
    case = agreed(life, **more)
    Assignment.objects.filter(code=life.assignment).update(organisation=life.cast.other_bank)
    Proposal.objects.filter(code=life.proposal).update(state="sent")
    return case


def test_a_case_that_fits_stands_with_a_proposal_until_it_is_withdrawn(life):
    case = told_elsewhere(life)
    bea, carla = browser(life.cast.bea), browser(life.cast.carla)
    choose, read = (
        reverse(name, args=[life.proposal]) for name in ("bureau:learn-proposal-cases", "client:choose-proposal")
    )
    shown = bea.get(choose).text
    assert SAID["title_en"] in shown
    assert "the same kind of assignment" in shown
    assert SAID["title_en"] not in carla.get(read).text
    assert bea.post(choose, {"cases": [case.code]}).status_code == 302
    client_page = carla.get(read).text
    assert SAID["title_en"] in client_page
    assert SAID["approach_en"] in client_page
    assert life.cast.other_bank.name not in client_page
    withdraw_case(assignment=life.assignment, why="", by=life.cast.actor(life.cast.bea), at=CLOSED_AT)
    assert SAID["title_en"] not in carla.get(read).text


def test_a_case_for_the_site_alone_or_of_the_client_itself_is_not_proposed(life):
    agreed(life)
    choose = reverse("bureau:learn-proposal-cases", args=[life.proposal])
    Proposal.objects.filter(code=life.proposal).update(state="sent")
    assert SAID["title_en"] not in browser(life.cast.bea).get(choose).text
    Assignment.objects.filter(code=life.assignment).update(organisation=life.cast.other_bank)
    assert SAID["title_en"] in browser(life.cast.bea).get(choose).text
    Case.objects.update(in_proposals=False)
    assert SAID["title_en"] not in browser(life.cast.bea).get(choose).text


def test_of_two_who_choose_the_last_choice_stands(life):
    case = told_elsewhere(life)
    by = life.cast.actor(life.cast.bea)
    for chosen in ([case.code], [case.code], []):
        assert choose_cases(proposal=life.proposal, cases=chosen, by=by, at=CLOSED_AT) is None
        assert CaseShown.objects.count() == len(chosen)


def test_too_many_and_those_that_are_gone_are_refused(life):
    case = told_elsewhere(life)
    choose = reverse("bureau:learn-proposal-cases", args=[life.proposal])
    Parameter.objects.filter(name="learn.cases_a_proposal").update(value=0)
    assert browser(life.cast.bea).post(choose, {"cases": [case.code]}).status_code == 422
    Parameter.objects.filter(name="learn.cases_a_proposal").update(value=3)
    Case.objects.update(objected_at=CLOSED_AT)
    assert browser(life.cast.bea).post(choose, {"cases": [case.code]}).status_code == 422


def test_a_client_that_is_silent_is_reminded_once(life):
    offered(life)
    late = CLOSED_AT + timedelta(days=15)
    assert keep_library(CLOSED_AT + timedelta(days=13)) == 0
    assert keep_library(late) == 1
    assert keep_library(late + timedelta(days=30)) == 0
    assert Mail.objects.filter(template="mail/case_asked.txt").count() == 2


def test_consent_expires_and_may_be_asked_anew_for_the_same_text(life):
    case = agreed(life)
    assert keep_library(CLOSED_AT + timedelta(days=1095)) == 0
    after = CLOSED_AT + timedelta(days=1097)
    assert keep_library(after) == 1
    case.refresh_from_db()
    assert (case.state, case.on_site) == (CaseState.EXPIRED, False)
    by = life.cast.actor(life.cast.bea)
    assert offer_case(assignment=life.assignment, version=case.version, by=by, at=after) is None
    # What was said then stays as it was; the client is written to about the new version, and reminded of it.
    was, now = CaseConsent.objects.order_by("version")
    assert (was.state, was.answered_by, was.on_site) == (CaseState.EXPIRED, life.cast.carla, True)
    assert (now.state, now.answered_at, now.on_site) == (CaseState.ASKED, None, False)
    assert texts_of(Case.objects.get()) == SAID
    assert Mail.objects.filter(template="mail/case_asked.txt").count() == 2
    keep_library(after + timedelta(days=15))
    assert Mail.objects.filter(template="mail/case_asked.txt").count() == 3
    assert browser(life.cast.carla).get(reverse("client:learn-case", args=[life.assignment])).status_code == 200


def test_what_nobody_agreed_to_goes_and_what_the_client_said_stays(life):
    offered(life)
    withdraw_case(assignment=life.assignment, why="", by=life.cast.actor(life.cast.carla), at=CLOSED_AT)
    assert keep_library(CLOSED_AT + timedelta(days=365)) == 0
    assert keep_library(CLOSED_AT + timedelta(days=366)) == 1
    assert not Case.objects.exists()
    assert CaseConsent.objects.get().assignment == life.assignment


def test_a_case_of_which_too_few_share_anything_is_not_offered(life):
    case = written(life)
    share(3)
    by = life.cast.actor(life.cast.bea)
    told = offer_case(assignment=life.assignment, version=case.version, by=by, at=CLOSED_AT)
    assert isinstance(told, Refused)
    assert told.reasons[0].code == "learn.case_few"


def test_of_two_who_write_the_second_reads_first(life):
    case = written(life)
    by = life.cast.actor(life.cast.bea)
    told = write_case(
        assignment=life.assignment, seen=case.version - 1, texts=SAID | {"title_nl": "Anders"}, by=by, at=CLOSED_AT
    )
    assert told.reasons[0].code == "learn.case_changed"


def test_a_partner_calls_a_finding_false_and_the_reason_stays(life):
    case = written(life, problem_nl="Er was max twee weken tijd.")
    page = reverse("bureau:learn-case-finding", args=[life.assignment])
    assert browser(life.cast.anton).get(page).status_code == 404
    bea = browser(life.cast.bea)
    assert "max" in bea.get(page, {"found": "person:max"}).text
    bea.post(page, {"found": "person:max", "reason": "Het betekent hoogstens."})
    assert CaseOverride.objects.get(case=case).reason == "Het betekent hoogstens."
    again = call_false(
        assignment=life.assignment, finding="person:max", reason="x", by=life.cast.actor(life.cast.bea), at=CLOSED_AT
    )
    assert again.reasons[0].code == "learn.case_settled"
    by = life.cast.actor(life.cast.bea)
    assert offer_case(assignment=life.assignment, version=case.version, by=by, at=CLOSED_AT) is None


def test_the_public_list_is_filtered_searched_and_tells_no_total_of_few(life):
    agreed(life)

    def found(words="", **asked):
        return public_cases(asked, language="nl", words=words, number="1", on=ON)

    (one,) = found().cases
    assert found("werkwijze teams").cases == (one,)
    assert found("verzekeraar").cases == ()
    category = str(Assignment.objects.get(code=life.assignment).category)
    assert found(category=category).cases == (one,)
    assert found(category="crisis" if category != "crisis" else "project").cases == ()
    assert found().results == 0
    Parameter.objects.filter(name="learn.least_lines").update(value=1)
    assert (found().reached, found().results) == (1, 1)


def test_an_empty_list_says_what_will_stand_there(client, db):
    make_cast()
    assert "Hier staan opdrachten" in client.get(reverse("front:learn-cases-nl")).text
    assert "Geen voorbeeld zoals dat" in client.get(reverse("front:learn-cases-nl"), {"q": "niets"}).text
    assert client.get(reverse("front:learn-cases-nl"), {"page": "x", "category": "\x00"}).status_code == 200
