"""A closed assignment takes nothing any more: no plan, no file, no note, no to-do; what was there stays to be read."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.journal.models import Entry
from interregnum.kernel.refused import Refused
from interregnum.stages.deliver.actions.agree_plan import agree_plan, answer_deviation, propose_plan, send_back_plan
from interregnum.stages.deliver.actions.save_plan import save_plan
from interregnum.stages.deliver.actions.share import put_back_file, share_note, withdraw_file, withdraw_note
from interregnum.stages.deliver.actions.tasks import add_task, finish_task, reopen_task
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.rules.deviations import DeviationAnswer
from interregnum.stages.deliver.rules.parties import Party
from interregnum.stages.deliver.tests.deliver_world import a_plan, make_assignment
from tests.house.forms_of_assignments import AT, shared_file_of
from tests.life import Life
from tests.world import NOW, Cast, browser


def close(code: str) -> None:
    Assignment.objects.filter(code=code).update(state="closed")


def codes(answer: object) -> list[str]:
    assert isinstance(answer, Refused), answer
    return [reason.code for reason in answer.reasons]


def test_no_plan_is_written_or_sent_on_a_closed_assignment(cast: Cast) -> None:
    row = make_assignment(cast)
    told: dict[str, Any] = {"assignment": row.code, "by": cast.actor(cast.max), "at": NOW}
    assert save_plan(plan=a_plan(), **told) is None
    close(row.code)
    mails = Mail.objects.count()
    assert codes(save_plan(plan=a_plan(phases=()), **told)) == ["deliver.closed"]
    assert codes(propose_plan(**told)) == ["deliver.closed"]
    assert (Assignment.objects.get(pk=row.pk).plan_state, Mail.objects.count()) == ("draft", mails)
    address = reverse("manager:deliver-plan", args=[row.code])
    with time_machine.travel(NOW, tick=False):
        page = browser(cast.max).get(address).text
    assert "This assignment is closed" in page
    assert 'value="save"' not in page and 'value="begin"' not in page


def test_a_plan_that_lay_with_the_client_at_the_end_is_not_answered_any_more(cast: Cast) -> None:
    row = make_assignment(cast)
    told: dict[str, Any] = {"assignment": row.code, "by": cast.actor(cast.max), "at": NOW}
    assert save_plan(plan=a_plan(), **told) is None
    assert propose_plan(**told) is None
    close(row.code)
    client: dict[str, Any] = told | {"by": cast.actor(cast.carla)}
    assert codes(answer_deviation(version=1, line=1, answer=DeviationAnswer.ACCEPTED, **client)) == ["deliver.closed"]
    assert codes(agree_plan(version=1, **client)) == ["deliver.closed"]
    assert codes(send_back_plan(note="Nog eens.", **client)) == ["deliver.closed"]
    with time_machine.travel(NOW, tick=False):
        page = browser(cast.carla).get(reverse("client:deliver-plan", args=[row.code])).text
    assert "Nothing is asked of you about this plan any more" in page
    assert 'value="agree"' not in page and 'value="send_back"' not in page


@pytest.fixture
def things(cast: Cast) -> dict[str, Callable[[], object]]:
    """What somebody may press beside a file, a note or a to-do of an assignment that was just closed."""
    with time_machine.travel(AT, tick=False):
        life = Life(cast, until="guarded")
        by: dict[str, Any] = {"by": life.max, "at": AT}
        there, gone = shared_file_of(life), shared_file_of(life)
        note = str(share_note(assignment=life.assignment, text="Let op.", readers={Party.CLIENT}, **by))
        due = {"whose": Party.CLIENT, "due_on": AT.date() + timedelta(days=9)}
        task, done = (str(add_task(assignment=life.assignment, what=what, **due, **by)) for what in ("Een", "Twee"))
        assert finish_task(task=done, **by) is None
        close(life.assignment)
    assert there == gone
    return {
        "withdraw a file": lambda: withdraw_file(file=there, **by),
        "put a file back": lambda: put_back_file(file=there, **by),
        "withdraw a note": lambda: withdraw_note(note=note, **by),
        "finish a to-do": lambda: finish_task(task=task, **by),
        "open a to-do again": lambda: reopen_task(task=done, **by),
    }


def test_nothing_beside_a_file_a_note_or_a_to_do_happens_any_more(things: dict[str, Callable[[], object]]) -> None:
    before = Entry.objects.count()
    for name, act in things.items():
        assert codes(act()) == ["deliver.closed"], name
    assert Entry.objects.count() == before


def test_the_page_of_what_was_shared_shows_no_button_any_more(cast: Cast, things: Any) -> None:
    row = Assignment.objects.get()
    with time_machine.travel(AT, tick=False):
        page = browser(cast.max).get(reverse("manager:deliver-shared", args=[row.code])).text
    assert "Let op." in page
    for do in ("done", "undo", "withdraw", "withdraw_note", "task", "note", "file"):
        assert f'name="do" value="{do}"' not in page, do
