"""A2: what stayed is asked three times in a year: by a link, by a reminder, by a call; and it is counted."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest
import time_machine
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from interregnum.jobs.models import Mail
from interregnum.journal.models import Entry
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import set_value
from interregnum.stages.contract.models import Contract
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.handover.actions.close_handover import close_handover
from interregnum.stages.handover.models import ClosedResult
from interregnum.stages.handover.rules.states import Ending
from interregnum.stages.keep.actions.answer_care import Said, answer_by_link, answer_for_client, meant
from interregnum.stages.keep.actions.ask_client import ask_aftercare
from interregnum.stages.keep.actions.change_client import client_is_gone
from interregnum.stages.keep.models import Aftercare, ResultCheck
from interregnum.stages.keep.queries.desks import care_waiting, talks_waiting
from interregnum.stages.keep.queries.links import token_of
from interregnum.stages.keep.queries.pages import write_page
from interregnum.stages.keep.queries.retention import curve_of, retentions
from interregnum.stages.keep.rules.retention import Looked, retention_of
from interregnum.stages.keep.rules.states import Proposal, Used
from tests import world
from tests.life import Life

pytestmark = [pytest.mark.django_db, pytest.mark.mission("A2")]
CLOSED = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
# The day of three months later is that of a shorter month, in the next year.
ASKED = datetime(2027, 2, 28, 9, 0, tzinfo=UTC)
GOOD = Said(value=Decimal(5), used=Used.YES, has_owner=True)


def end(life, ending=Ending.EARLY):
    Assignment.objects.update(ends_on=CLOSED.date() + timedelta(days=1))
    told = {"assignment": life.assignment, "ending": ending, "why": "Klaar.", "by": life.anton, "at": CLOSED}
    assert close_handover(**told) is None
    ClosedResult.objects.update(is_reached=True, value=5)


@pytest.fixture
def life(cast):
    life = Life(cast, until="reported")
    end(life)
    return life


@pytest.fixture
def asked(life):
    assert ask_aftercare(ASKED) == 1
    return Aftercare.objects.get(months=3)


def code() -> str:
    return ClosedResult.objects.get().code


def test_three_looks_back_are_planned_over_the_end_of_the_year(life):
    days = [str(day) for day in Aftercare.objects.order_by("months").values_list("due_on", flat=True)]
    assert days == ["2027-02-28", "2027-05-30", "2027-11-30"]


def change_months():
    """The firm asks otherwise from now on; what was signed before does not follow."""
    set_value("keep.months", {"first": 1, "second": 2, "third": 5}, valid_from=world.TODAY, source="Proef")


def test_the_months_are_those_of_the_contract_as_signed(cast):
    life = Life(cast, until="reported")
    change_months()
    end(life)
    assert list(Aftercare.objects.order_by("months").values_list("months", flat=True)) == [3, 6, 12]
    second = Aftercare.objects.get(months=3)
    asked = write_page(second.code, seen_by=life.anton)
    assert (asked.asks_again, asked.asks_balance) == (False, False)


def test_a_contract_that_kept_no_months_has_those_of_the_day_on_which_it_was_drawn(cast):
    life = Life(cast, until="reported")
    Contract.objects.update(terms={}, drawn_at=world.NOW - timedelta(days=1))
    change_months()
    end(life)
    assert list(Aftercare.objects.order_by("months").values_list("months", flat=True)) == [3, 6, 12]


def test_closed_late_the_looks_back_go_by_the_last_day(cast):
    """The mail says how long ago the manager left: the day on which the firm closed it is no part of that."""
    life = Life(cast, until="reported")
    Assignment.objects.update(ends_on=date(2026, 9, 6))
    Contract.objects.update(ends_on=date(2026, 9, 30))
    told = {"assignment": life.assignment, "ending": Ending.EARLY, "why": "Klaar.", "by": life.anton, "at": CLOSED}
    assert close_handover(**told) is None
    days = [str(day) for day in Aftercare.objects.order_by("months").values_list("due_on", flat=True)]
    assert days == ["2026-12-06", "2027-03-06", "2027-09-06"]


def test_a_client_who_is_not_there_any_more_is_asked_nothing(cast):
    end(Life(cast, until="reported"), Ending.CLIENT_GONE)
    assert not Aftercare.objects.exists()


def test_carla_answers_by_her_link_without_signing_in(asked):
    assert "stayed/" in Mail.objects.get(template="mail/aftercare_ask.txt").text
    link, window = reverse("front:keep-answer", args=[token_of(asked.code)]), world.browser()
    with time_machine.travel(ASKED, tick=False):
        assert window.get(link).status_code == 200
        sent = {"value_0": "4", "used_0": "yes", "owner_0": "yes"}
        assert window.post(link, sent).status_code == 302
    asked.refresh_from_db()
    assert (asked.state, asked.stands, asked.known, asked.delivered) == ("answered", 1, 1, 1)
    assert curve_of(retentions())[3].percent == 100


def test_a_part_is_kept_and_the_last_answer_counts(asked):
    token = token_of(asked.code)
    assert answer_by_link(token=token, said={code(): Said(value=Decimal(4))}, at=ASKED) is None
    asked.refresh_from_db()
    assert asked.state == "partly"
    slipped = Said(value=Decimal(12), used=Used.NO, has_owner=False)
    for said in (GOOD, slipped):
        assert answer_by_link(token=token, said={code(): said}, at=ASKED) is None
    asked.refresh_from_db()
    assert (asked.state, asked.stands, asked.known) == ("answered", 0, 1)
    assert ResultCheck.objects.get().proposal == Proposal.HALF_DAY


def test_a_value_that_was_filled_in_already_says_nothing_by_itself(asked):
    link, window = reverse("front:keep-answer", args=[token_of(asked.code)]), world.browser()
    with time_machine.travel(ASKED, tick=False):
        assert window.get(link).context["form"]["value_0"].value() == 5
        assert "Answer at least one question" in window.post(link, {"value_0": "5"}).text
    asked.refresh_from_db()
    assert (asked.state, asked.answered_at, ResultCheck.objects.count()) == ("asked", None, 0)
    with time_machine.travel(ASKED, tick=False):
        assert window.post(link, {"value_0": "5", "used_0": "yes"}).status_code == 302
    asked.refresh_from_db()
    assert (asked.state, asked.stands, asked.known) == ("partly", 1, 1)


@given(st.sampled_from([Decimal(5), Decimal("5.00"), Decimal(4), None]), st.sampled_from([None, Used.YES]))
def test_what_is_meant_is_never_more_than_what_was_said(value, used):
    said, end_of = {"a": Said(value=value, used=used)}, SimpleNamespace(value=Decimal(5))
    untouched = value == 5 and used is None
    assert meant(said, {"a": end_of}, before=set()) == ({} if untouched else said)
    assert meant(said, {"a": end_of}, before={"a"}) == said


def test_who_stays_silent_is_reminded_then_the_firm_calls_then_it_lapses(asked):
    for days, mails in ((9, 1), (10, 2), (11, 2)):
        ask_aftercare(ASKED + timedelta(days=days))
        assert Mail.objects.filter(template="mail/aftercare_ask.txt").count() == mails
    ask_aftercare(ASKED + timedelta(days=21))
    assert Mail.objects.filter(template="mail/aftercare_call.txt").exists()
    late = ASKED + timedelta(days=36)
    ask_aftercare(late)
    asked.refresh_from_db()
    assert asked.state == "lapsed"
    answer = answer_by_link(token=token_of(asked.code), said={code(): GOOD}, at=late)
    assert isinstance(answer, Refused)
    with time_machine.travel(late, tick=False):
        assert world.browser().get(reverse("front:keep-answer", args=[token_of(asked.code)])).status_code == 410


def test_what_comes_late_is_written_down_by_the_shadow_manager_and_counts(asked, life):
    late = ASKED + timedelta(days=40)
    ask_aftercare(late)
    sara = life.cast.actor(life.cast.sara)
    assert answer_for_client(care=asked.code, said={code(): GOOD}, by=sara, at=late) is None
    asked.refresh_from_db()
    assert (asked.state, asked.is_late, asked.stands) == ("answered", True, 1)


def test_of_a_client_who_is_gone_nothing_can_be_written_down(asked, life):
    assert client_is_gone(assignment=life.assignment, why="Opgeheven.", by=life.anton, at=ASKED) is None
    part = {code(): Said(value=Decimal(4))}
    answer = answer_for_client(care=asked.code, said=part, by=life.anton, at=ASKED)
    assert isinstance(answer, Refused)
    asked.refresh_from_db()
    assert (asked.state, asked.answered_at) == ("gone", None)
    page = world.browser(life.cast.anton).get(reverse("bureau:keep-page", args=[life.assignment])).text
    assert reverse("bureau:keep-write", args=[asked.code]) not in page


def test_a_talk_with_the_successor_is_asked_until_it_is_noted(asked, life):
    sara = life.cast.actor(life.cast.sara)
    assert answer_for_client(care=asked.code, said={code(): GOOD}, by=sara, at=ASKED) is None
    assert care_waiting(seen_by=sara) == ()
    talk = reverse("shadow:keep-talk", args=[asked.code])
    assert talk in world.browser(life.cast.sara).get(reverse("shadow:home")).text
    assert talks_waiting(seen_by=life.anton) == talks_waiting(seen_by=life.carla) == ()
    # Without a shadow manager the firm has the talk.
    asked.assignment.shadow_appointment.delete()
    own, window = reverse("bureau:keep-talk", args=[asked.code]), world.browser(life.cast.anton)
    assert own in window.get(reverse("bureau:keep-page", args=[life.assignment])).text
    assert [one.care for one in talks_waiting(seen_by=life.anton)] == [asked.code]
    answer = window.post(own, {"words": "Het loopt."})
    assert answer["Location"] == reverse("bureau:keep-page", args=[life.assignment])
    assert talks_waiting(seen_by=life.anton) == ()


def test_sara_notes_the_talk_with_the_successor_and_carla_reads_it(asked, life):
    talk = reverse("shadow:keep-talk", args=[asked.code])
    assert world.browser(life.cast.sara).post(talk, {"words": "Het loopt."}).status_code == 302
    page = reverse("client:keep-page", args=[life.assignment])
    assert "Het loopt." in world.browser(life.cast.carla).get(page).content.decode()


def test_the_page_leads_each_to_the_forms_that_are_theirs(asked, life):
    """The page itself is read only: who may write is told by its links."""
    forms = {"client": {"keep-write"}, "manager": set(), "shadow": {"keep-write", "keep-talk"}}
    who = {"client": life.cast.carla, "manager": life.cast.max, "shadow": life.cast.sara, "bureau": life.cast.anton}
    forms["bureau"] = {"keep-write", "keep-talk"}
    for desk, names in forms.items():
        page = world.browser(who[desk]).get(reverse(f"{desk}:keep-page", args=[life.assignment])).text
        assert {one for one in names if reverse(f"{desk}:{one}", args=[asked.code]) in page} == names, desk
        assert ("/aftercare/" in page) is bool(names)
        assert ("/measure/" in page) is (desk in ("client", "bureau"))


def test_a_stranger_finds_nothing(asked, life):
    for who, desk in ((life.cast.otto, "client"), (life.cast.olga, "manager"), (life.cast.oscar, "shadow")):
        assert world.browser(who).get(reverse(f"{desk}:keep-page", args=[life.assignment])).status_code == 404


@pytest.mark.parametrize("values", [("4",), ("12",), ("12", "4"), ("4", "30", "5")])
def test_retention_made_again_from_the_journal_is_the_one_that_is_kept(asked, values):
    for value in values:
        said = {code(): Said(value=Decimal(value), used=Used.YES, has_owner=True)}
        assert answer_by_link(token=token_of(asked.code), said=said, at=ASKED) is None
    told = {}
    for entry in Entry.objects.filter(kind="ResultLookedAt").order_by("number").select_related("payload"):
        said = entry.payload.content
        told[said["result"]] = Looked(said["reached"], {"yes": True, "no": False}.get(said["stands"]))
    asked.refresh_from_db()
    kept = retention_of(told.values())
    assert (kept.stands, kept.known, kept.delivered) == (asked.stands, asked.known, asked.delivered)
