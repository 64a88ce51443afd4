"""The values of the practice: what holds, since when, and changing one."""

from datetime import date, timedelta

import pytest
import time_machine

from interregnum.desks.bureau.practice_sources import SOURCES
from interregnum.desks.bureau.practice_texts import name_of
from interregnum.journal.models import Entry
from interregnum.parameters.first_values import first_values
from interregnum.parameters.models import Parameter
from interregnum.parameters.values import value
from interregnum.stages.ensure.actions.keep_bounds import SOURCE as OF_REPLAY
from tests import world

PARAMETERS = "/bureau/parameters/"
MARGIN = f"{PARAMETERS}?name=choose.margin_percent"
TOMORROW = world.TODAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(world.NOW, tick=False):
        yield


def change(**changes: object) -> dict[str, object]:
    return {"part_0": "25", "valid_from": TOMORROW.isoformat(), "source": "Partners' meeting", "once": "a"} | changes


def test_every_value_has_a_human_name(cast):
    names = Parameter.objects.values_list("name", flat=True).distinct()
    assert [name for name in names if name_of(name) == name] == []


def test_what_is_read_without_a_database_is_what_a_new_installation_holds(cast):
    stored = {row.name: row.value for row in Parameter.objects.order_by("valid_from")}
    assert first_values() == stored


def test_every_source_that_the_software_comes_with_can_be_translated(cast):
    sources = set(Parameter.objects.values_list("source", flat=True))
    # A page of signals writes one more.
    assert {source for source in sources if not source.startswith("docs/")} == SOURCES - {OF_REPLAY}


def test_bea_reads_the_values_with_their_sources_and_anton_does_not(cast, django_assert_max_num_queries):
    bea = world.browser(cast.bea)
    with django_assert_max_num_queries(15):
        page = bea.get(PARAMETERS).content.decode()
    assert "Margin on the manager&#x27;s rate" in page
    assert "Weights of the criteria: crisis management" in page
    assert world.browser(cast.anton).get(PARAMETERS).status_code == 404


def test_bea_lets_the_margin_be_another_one_from_tomorrow(cast):
    bea = world.browser(cast.bea)
    for _ in range(2):
        assert bea.post(MARGIN, change())["Location"] == PARAMETERS
    assert value("choose.margin_percent", on=world.TODAY) == 20
    assert value("choose.margin_percent", on=TOMORROW) == 25
    row = Parameter.objects.get(name="choose.margin_percent", valid_from=TOMORROW)
    assert (row.changed_by, row.source) == ("Bea", "Partners' meeting")
    entry = Entry.objects.get(kind="ParameterChanged")
    assert (entry.actor, entry.payload.content) == (
        cast.bea.code,
        {"name": "choose.margin_percent", "valid_from": TOMORROW.isoformat()},
    )
    assert (
        "Partners&#x27; meeting" in bea.get(PARAMETERS).content.decode() or "25" in bea.get(PARAMETERS).content.decode()
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"valid_from": "2026-03-01"}, "A value cannot change in the past"),
        ({"part_0": "20"}, "the value that holds on that day already"),
        ({"part_0": "-1"}, "greater than or equal to 0"),
        ({"part_0": "a lot"}, "Enter a whole number"),
        ({"source": ""}, "This field is required"),
    ],
)
def test_a_value_that_cannot_be_is_refused_and_nothing_changes(cast, changes, words):
    before = Parameter.objects.count()
    page = world.browser(cast.bea).post(MARGIN, change(**changes))
    assert page.status_code == 422
    assert words in page.content.decode()
    assert Parameter.objects.count() == before


def weights(first: int) -> dict[str, object]:
    present = value("choose.weights.change", on=world.TODAY)
    parts = {f"part_{number}": weight for number, weight in enumerate(present.values())}
    return change(**(parts | {"part_0": first}))


def test_weights_that_do_not_add_up_are_refused(cast):
    page = world.browser(cast.bea).post(f"{PARAMETERS}?name=choose.weights.change", weights(6))
    assert page.status_code == 422
    assert "Together these must be 100. Now they are 102." in page.content.decode()


def test_weights_that_add_up_are_kept_with_their_criteria(cast):
    data = weights(6) | {"part_1": 20}
    assert world.browser(cast.bea).post(f"{PARAMETERS}?name=choose.weights.change", data).status_code == 302
    after = value("choose.weights.change", on=TOMORROW)
    assert (after["choose.start"], after["choose.issue"], sum(after.values())) == (6, 20, 100)


@pytest.mark.parametrize("typed", ["total", "none"])
def test_an_assurance_that_does_not_exist_or_is_never_proposed_is_refused(cast, typed):
    page = world.browser(cast.bea).post(f"{PARAMETERS}?name=brief.assurance.crisis", change(part_0=typed))
    assert page.status_code == 422
    assert "Choose one of: light, standard, intensive." in page.content.decode()


def test_a_value_that_does_not_exist_is_not_found(cast):
    assert world.browser(cast.bea).get(f"{PARAMETERS}?name=nothing").status_code == 404


def test_a_value_that_is_to_come_and_one_that_was_are_both_shown(cast):
    Parameter.objects.create(name="choose.margin_percent", valid_from=date(2025, 1, 1), value=22, source="Then")
    Parameter.objects.create(name="choose.margin_percent", valid_from=date(2030, 1, 1), value=31, source="Later")
    page = world.browser(cast.bea).get(PARAMETERS).content.decode()
    assert "1 Jan 2030" in page.replace("\u00a0", " ")
    assert "History" in page
