"""What a parameter is on a day, and that a page reads the table once."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interregnum.parameters.values import course, parameters_read_once, set_value, sources, value, values

NAME, OTHER = "choose.margin_percent", "deliver.day_hours"
THEN, LATER = date(2026, 3, 1), date(2026, 4, 1)

pytestmark = pytest.mark.django_db


def both() -> None:
    set_value(NAME, 21, valid_from=THEN, source="Then")
    set_value(NAME, 22, valid_from=LATER, source="Later")


@pytest.mark.parametrize("day, held", [(THEN, 21), (date(2026, 3, 31), 21), (LATER, 22)])
def test_a_value_holds_from_its_day_on_inside_a_page_as_outside(day, held):
    both()
    assert value(NAME, on=day) == held
    with parameters_read_once():
        assert value(NAME, on=day) == held
        assert sources(NAME, on=day)[NAME] == {21: "Then", 22: "Later"}[held]
        assert [row.value for row in course(NAME, until=day)][-1] == held


def test_a_page_reads_the_table_once_however_much_it_needs():
    with parameters_read_once(), CaptureQueriesContext(connection) as asked:
        value(NAME, on=LATER)
        values(NAME, OTHER, on=LATER)
        sources(OTHER, on=LATER)
    assert len(asked) == 1
    with CaptureQueriesContext(connection) as asked:
        value(NAME, on=LATER)
        value(NAME, on=LATER)
    assert len(asked) == 2


def test_what_is_changed_on_a_page_holds_on_that_page_and_on_the_next():
    with parameters_read_once():
        value(NAME, on=LATER)
        both()
        assert value(NAME, on=LATER) == 22
    with parameters_read_once():
        assert value(NAME, on=THEN) == 21


def test_a_name_without_a_value_is_an_error_inside_a_page_as_outside():
    for _ in range(2):
        with pytest.raises(LookupError, match=r"choose\.nothing"):
            value("choose.nothing", on=LATER)
        with parameters_read_once(), pytest.raises(LookupError, match=r"choose\.margin_percent"):
            values(NAME, on=date.min)
