"""A next action after a call: handed on, and finished where it stands."""

from datetime import timedelta

import pytest
from django.urls import reverse

from interregnum.people.models import Note
from interregnum.people.notes import Written, actions_of, finish_next_action, hand_on, write_note
from interregnum.people.rules.notes import NoteKind
from tests.life import Life
from tests.world import NOW, TODAY, browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def life(cast):
    return Life(cast, until="asked")


def test_a_next_action_is_handed_on_to_a_colleague_or_another_day(life, cast):
    anton = cast.actor(cast.anton)
    said = {"kind": NoteKind.CALL, "text": "Wil meer.", "next_action": "Nabellen", "next_on": TODAY}
    code = str(write_note(written=Written(**said, organisation=cast.bank.code), by=anton, at=NOW))
    path = reverse("bureau:note-hand-on", args=[code])
    client = reverse("bureau:people-client", args=[cast.bank.code])
    assert path in browser(cast.anton).get(client).content.decode()
    assert "Nabellen" in browser(cast.anton).get(path).content.decode()
    typed = {"next_owner": cast.aad.code, "next_on": "2126-03-06"}
    assert browser(cast.anton).post(path, {**typed, "next_owner": cast.carla.code}).status_code == 422
    assert browser(cast.anton).post(path, {**typed, "next_on": ""}).status_code == 422
    assert browser(cast.aukje).post(path, typed).status_code == 404
    assert browser(cast.anton).post(path, typed).headers["Location"] == client
    row = Note.objects.get(code=code)
    assert (row.next_owner, str(row.next_on)) == (cast.aad, "2126-03-06")
    assert code in [one.code for one in actions_of(cast.actor(cast.aad), until=row.next_on)]
    assert finish_next_action(note=code, by=anton, at=NOW) is None
    assert browser(cast.anton).post(path, typed).status_code == 404
    assert hand_on(note=code, owner=cast.aad.code, on=TODAY, by=anton, at=NOW) is not None


def test_a_next_action_lies_ahead_and_a_late_one_may_keep_its_day(life, cast):
    anton, yesterday = cast.actor(cast.anton), TODAY - timedelta(days=1)
    said = {"kind": NoteKind.CALL, "text": "Wil meer.", "next_action": "Nabellen", "organisation": cast.bank.code}
    refused = write_note(written=Written(**said, next_on=yesterday), by=anton, at=NOW)
    assert (refused.reasons[0].code, refused.reasons[0].field) == ("people.next_day_past", "next_on")
    late = str(write_note(written=Written(**said, next_on=yesterday), by=anton, at=NOW - timedelta(days=1)))
    path = reverse("bureau:note-hand-on", args=[late])
    typed = {"next_owner": cast.aad.code, "next_on": str(yesterday - timedelta(days=1))}
    answer = browser(cast.anton).post(path, typed)
    assert answer.status_code == 422
    assert "That day is over" in answer.content.decode()
    assert browser(cast.anton).post(path, {**typed, "next_on": str(yesterday)}).status_code == 302
    assert Note.objects.get(code=late).next_owner == cast.aad


def test_a_next_action_about_a_manager_is_finished_on_the_page_of_the_manager(life, cast):
    said = {"kind": NoteKind.CALL, "text": "Wil meer.", "next_action": "Agenda vragen", "next_on": TODAY}
    written = Written(**said, manager=cast.max_profile.code)
    code = str(write_note(written=written, by=cast.actor(cast.anton), at=NOW))
    page = reverse("bureau:people-manager", args=[cast.max_profile.code])
    done = reverse("bureau:note-done", args=[code])
    assert done in browser(cast.anton).get(page).content.decode()
    assert done not in browser(cast.aukje).get(page).content.decode()
    assert browser(cast.anton).post(done, {"next": page}).headers["Location"] == page
    assert done not in browser(cast.anton).get(page).content.decode()
