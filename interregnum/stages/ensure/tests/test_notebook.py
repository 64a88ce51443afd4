"""G3: what the two write in confidence is read by the two alone, and kept so that nobody else could."""

import pickle
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.core import serializers
from django.http import Http404
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.journal.models import Entry, Payload
from interregnum.kernel.actor import Role
from interregnum.kernel.refused import Refused
from interregnum.people.models import Seat
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.ensure.actions.appoint_shadow_manager import appoint_shadow_manager
from interregnum.stages.ensure.actions.keep_notebook import (
    answer_sounding,
    ask_shadow,
    close_sounding,
    plan_sounding_talk,
    release_entry,
    write_note,
)
from interregnum.stages.ensure.actions.resign_shadow_manager import resign_shadow_manager
from interregnum.stages.ensure.models import Notebook, NotebookEntry, ReleasedEntry, ShadowAppointment, Sounding
from interregnum.stages.ensure.queries.notebook import notebook_page
from interregnum.stages.ensure.queries.notebook_desks import soundings_rows, soundings_waiting
from interregnum.stages.ensure.rules.notebook import ReleaseReason
from tests.life import Life
from tests.world import NOW, browser

SECRET = "De bestuurder tekent buiten zijn bevoegdheid."
AT = NOW + timedelta(days=8)


@pytest.fixture
def life(cast) -> Life:
    with time_machine.travel(AT, tick=False):
        yield Life(cast, until="guarded")


def code_of_page(answer) -> str:
    return answer.url.rstrip("/").rpartition("/")[2]


def asked(life: Life) -> str:
    made = ask_shadow(assignment=life.assignment, text=SECRET, by=life.max, at=AT)
    assert isinstance(made, str), made
    return made


@pytest.mark.mission("G3")
def test_max_asks_sara_answers_plans_a_talk_and_closes_and_the_bureau_reads_hours_alone(life):
    cast, notebook = life.cast, f"assignments/{life.assignment}/notebook/"
    done = browser(cast.max).post(f"/manager/{notebook}ask/", {"text": SECRET})
    assert done.status_code == 302
    code = code_of_page(done)
    desk = browser(cast.sara).get("/shadow/").text
    assert f"/shadow/soundings/{code}/" in desk
    assert SECRET not in desk
    sara = browser(cast.sara)
    assert SECRET in sara.get(f"/shadow/soundings/{code}/").text
    assert sara.post(f"/shadow/soundings/{code}/", {"text": "Ga niet mee in de tekening."}).status_code == 302
    assert "Ga niet mee" in browser(cast.max).get(f"/manager/soundings/{code}/").text
    assert f"/manager/soundings/{code}/" in browser(cast.max).get("/manager/").text
    assert sara.post(f"/shadow/soundings/{code}/talk/", {"talk_at": "2026-03-20T10:00"}).status_code == 302
    invited = Mail.objects.filter(template="mail/sounding_talk.txt")
    assert {mail.to for mail in invited} == {"max@example.org", "sara@example.org"}
    assert all("DTSTART:20260320T090000Z" in mail.calendar and "bestuurder" not in mail.calendar for mail in invited)
    assert sara.post(f"/shadow/soundings/{code}/close/", {"minutes": "75"}).status_code == 302
    listed = browser(cast.bea).get("/bureau/sounding-board/").text
    assert "1:15" in listed
    assert SECRET not in listed


def test_nobody_else_opens_it_and_it_stands_in_no_table_fact_mail_or_session(life):
    code, cast = asked(life), life.cast
    assert isinstance(write_note(assignment=life.assignment, text=SECRET, by=life.max, at=AT), str)
    for person, desk in (
        (cast.bea, "manager"),
        (cast.carla, "manager"),
        (cast.olga, "manager"),
        (cast.oscar, "shadow"),
    ):
        for path in (f"assignments/{life.assignment}/notebook/", f"soundings/{code}/"):
            assert browser(person).get(f"/{desk}/{path}").status_code in {403, 404}
    for who in (cast.bea, cast.carla, cast.anton):
        with pytest.raises(Http404):
            notebook_page(life.assignment, seen_by=cast.actor(who))
    kept = "".join(
        serializers.serialize("json", model.objects.all())
        for model in (Notebook, NotebookEntry, Sounding, Mail, Payload)
    )
    assert "bestuurder" not in kept
    assert Sounding.objects.count() == 1


def test_with_another_key_it_says_so_and_nothing_is_lost(life):
    asked(life)
    entry = NotebookEntry.objects.get()
    row = Notebook.objects.get()
    Notebook.objects.update(sealed_key=row.sealed_key[:-6] + "AAAA==")
    page = browser(life.cast.max, language="en").get(f"/manager/assignments/{life.assignment}/notebook/")
    assert page.status_code == 200
    refused = write_note(assignment=life.assignment, text="Nog iets.", by=life.max, at=AT)
    assert isinstance(refused, Refused)
    assert refused.reasons[0].code == "ensure.notebook_locked"
    Notebook.objects.update(sealed_key=row.sealed_key)
    assert notebook_page(life.assignment, seen_by=life.max).soundings[0].first.text == SECRET
    # Words that were moved to another row open no more.
    NotebookEntry.objects.filter(pk=entry.pk).update(code="verplaatst")
    assert notebook_page(life.assignment, seen_by=life.max).soundings[0].first.is_lost


def test_one_of_the_two_releases_one_entry_to_the_partners_once_and_for_a_reason(life):
    cast = life.cast
    for text in (SECRET, "Dit blijft hier."):
        write_note(assignment=life.assignment, text=text, by=life.max, at=AT)
    entry = NotebookEntry.objects.order_by("pk")[0]
    sara = browser(cast.sara)
    path = f"/shadow/notebook/{entry.code}/release/"
    assert sara.post(path, {"why": "Het moet."}).status_code == 422
    assert sara.post(path, {"reason": "integrity", "why": "De wet.", "was_told": "on"}).status_code == 302
    again = release_entry(
        entry=entry.code, reason=ReleaseReason.SAFETY, why="Nog eens.", was_told=True, by=life.max, at=AT
    )
    assert isinstance(again, Refused)
    told = Entry.objects.select_related("payload").get(kind="EntryReleased")
    assert (told.actor, told.actor_role) == (cast.sara.code, Role.SHADOW)
    assert told.payload.content == {"assignment": life.assignment, "reason": "integrity"}, "who and why, not what"
    assert "bestuurder" not in ReleasedEntry.objects.get().sealed_text
    page = browser(cast.bea, language="en").get("/bureau/sounding-board/").text
    assert SECRET in page
    assert "Dit blijft hier" not in page
    assert SECRET not in browser(cast.anton).get("/bureau/sounding-board/").text
    assert Mail.objects.filter(template="mail/entry_released.txt", to="bea@example.org").exists()
    assert "Integrity" in browser(cast.max, language="en").get(f"/manager/assignments/{life.assignment}/notebook/").text


@pytest.mark.parametrize(
    ("typed", "says"),
    [("2026-03-01T10:00", "past"), ("2026-08-01T10:00", "sixty days"), ("gisteren", "valid date")],
)
def test_a_talk_is_ahead_and_not_far(life, typed, says):
    code = asked(life)
    refused = browser(life.cast.sara).post(f"/shadow/soundings/{code}/talk/", {"talk_at": typed})
    assert refused.status_code == 422
    assert says in refused.text


def test_what_is_closed_takes_nothing_more_and_empty_words_are_none(life):
    code, sara = asked(life), life.cast.actor(life.cast.sara)
    assert answer_sounding(sounding=code, text="  ", by=sara, at=AT).reasons[0].code == "ensure.nothing_written"
    assert close_sounding(sounding=code, minutes=5, by=sara, at=AT) is None
    for refused in (
        close_sounding(sounding=code, minutes=9, by=sara, at=AT),
        answer_sounding(sounding=code, text="Nog iets.", by=sara, at=AT),
        plan_sounding_talk(sounding=code, talk_at=AT + timedelta(days=1), by=sara, at=AT),
    ):
        assert refused.reasons[0].code == "ensure.sounding_closed"
    assert Sounding.objects.get().minutes == 5
    Assignment.objects.update(state=AssignmentState.CLOSED)
    refused = write_note(assignment=life.assignment, text="Te laat.", by=life.max, at=AT)
    assert refused.reasons[0].code == "ensure.notebook_closed"


def test_what_was_typed_when_the_session_had_ended_is_kept_sealed(life, client):
    page = browser(life.cast.max)
    path = f"/manager/assignments/{life.assignment}/notebook/"
    page.get(path)
    del page.cookies[settings.SESSION_COOKIE_NAME]
    assert page.post(path, {"text": SECRET}).status_code == 302
    held = page.session
    assert SECRET not in str(pickle.dumps(dict(held.items())))
    assert "kept_form" in held


def test_when_the_shadow_manager_resigns_what_was_asked_ends_and_the_manager_hears_so(life):
    code, sara = asked(life), life.cast.actor(life.cast.sara)
    max_ = browser(life.cast.max)
    Mail.objects.all().delete()
    assert resign_shadow_manager(assignment=life.assignment, why="Geen tijd.", by=sara, at=NOW) is None
    row = Sounding.objects.get(code=code)
    assert (row.closed_at, row.minutes) == (NOW, 0)
    mail = Mail.objects.get(template="mail/sounding_ended.txt")
    assert mail.to == "max@example.org"
    page = max_.get(reverse("manager:ensure-sounding", args=[code]))
    assert page.status_code == 200
    assert ">Send<" not in page.text
    assert "0 minutes" not in page.text
    assert soundings_waiting(seen_by=life.max) == ()


def test_nothing_is_written_to_somebody_who_has_gone(life):
    """As it stood before what was asked ended with the appointment."""
    code = asked(life)
    ShadowAppointment.objects.all().delete()
    refused = answer_sounding(sounding=code, text="En nu?", by=life.max, at=NOW)
    assert refused.reasons[0].code == "ensure.nobody_reads"
    page = browser(life.cast.max).get(reverse("manager:ensure-sounding", args=[code]))
    assert ">Send<" not in page.text


@pytest.mark.parametrize("is_followed", [False, True])
def test_what_was_written_with_who_has_gone_is_still_there_to_read_and_to_release(life, is_followed):
    asked(life)
    note = "Wat ik er zelf van denk."
    written = write_note(assignment=life.assignment, text=note, by=life.max, at=AT)
    sara = life.cast.actor(life.cast.sara)
    assert resign_shadow_manager(assignment=life.assignment, why="Geen tijd.", by=sara, at=AT) is None
    if is_followed:
        Seat.objects.create(account=life.cast.otto, role=Role.SHADOW)
        told = {"reason": "Volgt op.", "is_independent": True, "by": life.anton, "at": AT}
        made = appoint_shadow_manager(assignment=life.assignment, shadow=life.cast.otto.code, **told)
        assert isinstance(made, str), made
        other = browser(life.cast.otto).get(f"/shadow/assignments/{life.assignment}/notebook/")
        assert note not in other.text and "Earlier, with" not in other.text
    page = browser(life.cast.max, language="en").get(f"/manager/assignments/{life.assignment}/notebook/")
    assert note in page.text and SECRET[:20] in page.text
    assert f"Earlier, with {life.cast.sara.name}" in page.text
    assert reverse("manager:ensure-release", args=[written]) in page.text


@pytest.mark.parametrize("how", ["closed", "resigned"])
def test_a_talk_that_does_not_come_any_more_leaves_both_calendars(life, how):
    code, sara = asked(life), life.cast.actor(life.cast.sara)
    assert plan_sounding_talk(sounding=code, talk_at=AT + timedelta(days=1), by=sara, at=AT) is None
    if how == "closed":
        assert close_sounding(sounding=code, minutes=10, by=sara, at=AT) is None
    else:
        assert resign_shadow_manager(assignment=life.assignment, why="Geen tijd.", by=sara, at=AT) is None
    off = Mail.objects.filter(template="mail/sounding_off.txt")
    assert {mail.to for mail in off} == {"max@example.org", "sara@example.org"}
    for mail in off:
        assert "METHOD:CANCEL" in mail.calendar and "SEQUENCE:2" in mail.calendar


def test_a_talk_that_was_held_stays_in_the_calendars(life):
    code, sara = asked(life), life.cast.actor(life.cast.sara)
    assert plan_sounding_talk(sounding=code, talk_at=AT + timedelta(hours=1), by=sara, at=AT) is None
    assert close_sounding(sounding=code, minutes=10, by=sara, at=AT + timedelta(hours=2)) is None
    assert not Mail.objects.filter(template="mail/sounding_off.txt").exists()
    second = asked(life)
    assert close_sounding(sounding=second, minutes=20, by=sara, at=AT) is None
    row = soundings_rows(seen_by=life.anton).get(code=life.assignment)
    assert (row.times, row.open, row.minutes) == (2, 0, 30)
