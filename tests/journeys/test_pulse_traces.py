"""What an answer leaves behind: counts, and nothing that leads from them to whoever answered."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.db import models
from django.utils import timezone

from interregnum.config.logs import WithoutLinks
from interregnum.flow.safekeeping.copies import LEFT_OUT
from interregnum.jobs.models import Mail
from interregnum.kernel.refused import Refused
from interregnum.outside.safekeeping.sqlite_copy import copy_database
from interregnum.records.keeping import apply_terms
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.tests.deliver_world import make_assignment
from interregnum.stages.pulse.actions.answer import Answer, answer_pulse
from interregnum.stages.pulse.actions.run_rounds import stop_pulse, turn_pulses
from interregnum.stages.pulse.models import Address, Group, Quote, Round, Spent, Tally, Ticket, Word
from interregnum.stages.pulse.tests import pulse_world as pulse
from tests.together import together
from tests.world import NOW, Cast

EIGHT = [f"medewerker{number}@example.org" for number in range(8)]
SEEN_WHILE_OPEN = {"pulse.Tally", "pulse.Spent", "pulse.Word"}


@pytest.fixture(autouse=True)
def on_monday() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def row(cast: Cast) -> Assignment:
    return make_assignment(cast)


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    return {model._meta.label: list(model._default_manager.order_by("pk").values_list()) for model in apps.get_models()}


def changed(before: dict[str, list[Any]]) -> dict[str, list[tuple[Any, ...]]]:
    """The rows that are new or other than before, by table."""
    now = everything()
    return {
        label: [one for one in rows if one not in before[label]] for label, rows in now.items() if rows != before[label]
    }


def test_an_answer_touches_counts_and_that_a_link_was_used_and_no_other_row(cast, row):
    by = cast.actor(cast.max)
    pulse.running_by_mail(row.code, by=by, addresses={"Allen": EIGHT}, asks_words=True)
    before = everything()
    path = pulse.links_mailed()[EIGHT[3]]
    assert pulse.phone().post(path, {"question_0": 2, "question_1": 5, "words": "Meer tijd."}).status_code == 302
    touched = changed(before)
    assert set(touched) == SEEN_WHILE_OPEN
    # A row of words is words and a round, a used link is that link: neither leads to the other, nor to a score.
    assert [one.attname for one in Word._meta.concrete_fields] == ["id", "round_id", "text"]
    assert [one.attname for one in Spent._meta.concrete_fields] == ["id", "ticket_id"]
    token = path.split("/")[2]
    assert not any(token in str(rows) for label, rows in everything().items() if label != "jobs.Mail")
    kept = [one for name in ("Tally", "Spent", "Word", "Ticket") for one in apps.get_model("pulse", name)._meta.fields]
    assert not [one.name for one in kept if isinstance(one, models.DateTimeField | models.DateField | models.TimeField)]


def test_all_counts_of_a_group_are_written_with_each_answer(cast, row, django_assert_max_num_queries):
    """Who sees which rows were written last, learns not which of them grew."""
    pulse.running(row.code, by=cast.actor(cast.max))
    with django_assert_max_num_queries(12) as asked:
        pulse.answer("Klantcontact", 2, 5)
    (written,) = [one["sql"] for one in asked.captured_queries if one["sql"].startswith("UPDATE")]
    assert "CASE WHEN" in written
    where = written.partition(" WHERE ")[2] if "END" not in written else written.rpartition(" WHERE ")[2]
    assert "score" not in where
    assert "question" not in where


def test_the_order_of_coming_is_not_the_order_of_lying(cast, row):
    """The rank correlation of the two, over many rounds of words."""
    pulse.running(row.code, by=cast.actor(cast.max))
    this, found = Round.objects.get(), []
    for _time in range(40):
        came = [Word.objects.create(round=this, text=str(place)) for place in range(12)]
        lie = [int(one.text) for one in Word.objects.order_by("pk")]
        far = sum((place - came) ** 2 for place, came in enumerate(lie))
        found.append(1 - 6 * far / (12 * (12**2 - 1)))
        Word.objects.filter(pk__in=[one.pk for one in came]).delete()
    assert abs(sum(found) / len(found)) < 0.3


def test_a_closed_round_holds_counts_of_nobody_and_its_results_stand(cast, row):
    by = cast.actor(cast.max)
    pulse.running_by_mail(row.code, by=by, addresses={"Allen": EIGHT}, asks_words=True)
    for path in pulse.links_mailed().values():
        pulse.phone().post(path, {"question_0": 3, "question_1": 4, "words": "Zo."})
    assert Tally.objects.get(question=0).people == 8
    turn_pulses(NOW + timedelta(days=10))
    assert not any(model.objects.exists() for model in (Tally, Spent, Word, Quote))
    result = Round.objects.get().result
    assert result["step"] == "5-9"
    turn_pulses(NOW + timedelta(days=11))
    assert Round.objects.get().result == result


def test_what_is_kept_goes_in_time(cast, row):
    by = cast.actor(cast.max)
    pulse.running_by_mail(row.code, by=by, addresses={"Allen": [*EIGHT, "i@x.nl", "j@x.nl"]}, asks_words=True)
    for path in pulse.links_mailed().values():
        pulse.phone().post(path, {"question_0": 3, "question_1": 4, "words": "Zo."})
    over = NOW + timedelta(days=10)
    assert stop_pulse(assignment=row.code, by=by, at=over) == row.code
    apply_terms(over + timedelta(days=30))
    assert (Address.objects.count(), Quote.objects.count()) == (10, 10)
    apply_terms(over + timedelta(days=32))
    assert (Address.objects.count(), Ticket.objects.count(), Quote.objects.count()) == (0, 0, 10)
    assert not Mail.objects.filter(template="mail/pulse_asked.txt").exists()
    apply_terms(over + timedelta(days=92))
    assert Quote.objects.count() == 0
    assert Round.objects.get().result["step"] == "10-24"


def test_after_a_restore_without_counts_a_round_begins_anew_and_answers_count(cast, row):
    by = cast.actor(cast.max)
    pulse.running_by_mail(row.code, by=by, addresses={"Allen": EIGHT})
    paths = list(pulse.links_mailed().values())
    form = {"question_0": 3, "question_1": 4}
    assert pulse.phone().post(paths[0], form).status_code == 302
    # As a backup gives it back.
    for label in SEEN_WHILE_OPEN:
        apps.get_model(label).objects.all().delete()
    for path in paths:
        assert pulse.phone().post(path, form).status_code == 302
    assert Tally.objects.get(question=0).people == 8


def test_a_copy_of_the_database_holds_nothing_of_an_open_round(tmp_path):
    source, target = tmp_path / "living", tmp_path / "copy"
    with closing(sqlite3.connect(source)) as living:
        for table in (*LEFT_OUT, "people_account"):
            living.execute(f'CREATE TABLE "{table}" (text TEXT)')
            living.execute(f'INSERT INTO "{table}" VALUES (?)', [f"kanarie in {table}"])
        living.commit()
    copy_database(source, target, lambda _done, _whole: None, without=LEFT_OUT)
    content = target.read_bytes()
    assert b"kanarie in people_account" in content
    assert [table for table in LEFT_OUT if f"kanarie in {table}".encode() in content] == []
    assert set(LEFT_OUT) == {"pulse_tally", "pulse_spent", "pulse_word"}


def test_no_line_of_a_log_holds_a_link():
    line = logging.LogRecord("x", logging.WARNING, "x", 1, "Gone: %s (%s)", ("/p/geheim-1/", "/p/geheim2/?in=en"), None)
    assert WithoutLinks().filter(line)
    assert line.getMessage() == "Gone: /p/…/ (/p/…/?in=en)"
    other = logging.LogRecord("x", logging.WARNING, "x", 1, "Not Found: %s", ("/people/x/",), None)
    assert WithoutLinks().filter(other)
    assert other.getMessage() == "Not Found: /people/x/"


def test_one_link_twice_at_the_same_moment_counts_once(file_database, cast):
    row = make_assignment(cast)
    pulse.running_by_mail(row.code, by=cast.actor(cast.max), addresses={"Allen": EIGHT})
    token = pulse.links_mailed()[EIGHT[0]].split("/")[2]
    act = partial(answer_pulse, token=token, answer=Answer((3, 3)), at=timezone.now())
    answers = together(*[act] * 4)
    assert sum(isinstance(one, Refused) for one in answers) == 3
    assert Tally.objects.get(question=0).people == 1
    assert Group.objects.get().people == 8
