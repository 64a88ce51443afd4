"""A manager says in a report where help is wanted: the shadow manager hears it, and the client does not."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.kernel.period import monday_of
from interregnum.stages.deliver.actions.report_week import report_week
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.tests.deliver_world import a_week
from tests.life import Life
from tests.world import NOW, Cast, browser

pytestmark = pytest.mark.mission("G3")
AT = NOW + timedelta(days=11)
WEEK = timedelta(weeks=1)
WANTED = "Wil sparren over de directie."
DESK = "asks for help at Bank De Proef"


@pytest.fixture
def life(cast: Cast) -> Any:
    with time_machine.travel(AT, tick=False):
        yield Life(cast, until="running")


def report(life: Life, wanted: str, *, at: Any = AT) -> str:
    week = a_week(monday_of(at.date()), help_wanted=wanted)
    return str(report_week(assignment=life.assignment, week=week, by=life.max, at=at))


def seen(who: Any, address: str, *about: str) -> str:
    return str(browser(who).get(reverse(address, args=about)).text)


def test_help_that_is_asked_stands_on_the_desk_and_on_the_page_until_the_next_report(cast: Cast, life: Life) -> None:
    code = report(life, WANTED)
    where = reverse("shadow:deliver-report", args=[code])
    desk = seen(cast.sara, "shadow:home")
    assert DESK in desk and where in desk
    # What it is about stands on no desk.
    assert WANTED not in desk
    page = seen(cast.sara, "shadow:deliver-assignment", life.assignment)
    assert "asks for help (week" in page and WANTED in page and where in page
    assert WANTED in seen(cast.bea, "bureau:deliver-assignment", life.assignment)
    for who, address in ((cast.carla, "client:deliver-assignment"), (cast.max, "manager:deliver-assignment")):
        text = seen(who, address, life.assignment)
        assert WANTED not in text and "asks for help" not in text
    assert DESK not in seen(cast.oscar, "shadow:home")
    with time_machine.travel(AT + WEEK, tick=False):
        report(life, "", at=AT + WEEK)
        assert DESK not in seen(cast.sara, "shadow:home")
        assert WANTED not in seen(cast.sara, "shadow:deliver-assignment", life.assignment)


def test_of_what_is_closed_nobody_is_asked_for_help(cast: Cast, life: Life) -> None:
    report(life, WANTED)
    Assignment.objects.filter(code=life.assignment).update(state="closed")
    assert DESK not in seen(cast.sara, "shadow:home")
    assert WANTED not in seen(cast.sara, "shadow:deliver-assignment", life.assignment)


@pytest.mark.parametrize(("wanted", "kind"), [(WANTED, "week_help"), ("", "week_guarded")])
def test_the_mail_about_a_report_says_that_help_is_asked(cast: Cast, life: Life, wanted: str, kind: str) -> None:
    Mail.objects.all().delete()
    report(life, wanted)
    (mail,) = Mail.objects.filter(to=cast.sara.email)
    assert mail.template == f"mail/{kind}.txt"
    assert "sparren" not in mail.subject + mail.text
