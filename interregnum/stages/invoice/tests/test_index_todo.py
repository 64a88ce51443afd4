"""The desk of the firm says that a rate may be indexed, while there is time to tell."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interregnum.parameters.values import parameters_read_once, set_value, value
from interregnum.stages.contract.actions.index_rate import index_rate
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries.indexing import INDEX, to_index
from interregnum.stages.invoice.tests.test_indexation import AFTER, RISES, under
from tests.world import TODAY, browser, make_cast

pytestmark = pytest.mark.django_db
# The contract began on Monday 2 March and may be indexed a month later; that is told a month beforehand.
NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)
WORDS = "may be indexed"


@pytest.fixture
def cast(time_machine):
    made = make_cast()
    set_value(INDEX, 34, valid_from=TODAY, source="proef")
    time_machine.move_to(NOW)
    return made


def home(who):
    return browser(who).get("/bureau/").content.decode().replace("\xa0", " ")


def test_from_a_month_before_until_it_is_told(cast):
    row = under(cast)
    shown = home(cast.bea)
    assert f"The rate of Max Voorbeeld at Bank De Proef {WORDS}" in shown
    assert "Announced today, it holds from 5 April 2026." in shown
    page = reverse("bureau:contract-index", args=[row.contract.code])
    assert page in shown
    assert browser(cast.bea).get(page).status_code == 200
    first = to_index(seen_by=cast.actor(cast.bea), on=NOW.date(), most=5)[0].day
    told = {"contract": row.contract.code, "percent": Decimal(3), "by": cast.actor(cast.bea), "at": NOW}
    assert index_rate(**told, holds_from=max(first, RISES)) == row.contract.code
    assert WORDS not in home(cast.bea)


def test_not_before_nor_after_nor_where_nobody_signed_it(cast, time_machine):
    row = under(cast)
    for day in (datetime(2026, 2, 27, 9, tzinfo=UTC), datetime(2026, 4, 20, 9, tzinfo=UTC)):
        time_machine.move_to(day)
        assert WORDS not in home(cast.bea)
    time_machine.move_to(NOW)
    assert WORDS in home(cast.bea)
    Contract.objects.filter(pk=row.contract.pk).update(clauses={"manager": [["indexation", 1]]})
    assert WORDS not in home(cast.bea)


def test_a_partner_reads_that_the_index_is_not_filled_in_yet(cast):
    under(cast)
    set_value(INDEX, 0, valid_from=NOW.date(), source="proef")
    assert value(INDEX, on=AFTER) == 0
    assert "First fill in by how much the index rose." in home(cast.bea)


@pytest.mark.parametrize("who", ["carla", "max", "sara"])
def test_no_other_desk_says_it(cast, who):
    under(cast)
    assert WORDS not in browser(getattr(cast, who)).get("/", follow=True).content.decode()


def test_it_asks_one_query_however_many_contracts(cast):
    for place in range(3):
        under(cast, number=f"C-2026-{1000 + place}")
    bea = cast.actor(cast.bea)
    with parameters_read_once():
        value(INDEX, on=NOW.date())
        with CaptureQueriesContext(connection) as asked:
            found = to_index(seen_by=bea, on=NOW.date(), most=2)
    assert len(found) == 2
    assert len(asked) == 1
