"""Who leaves before the first day: the contract ends, nothing of the assignment is ever worked, asked or proven."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.period import Period
from interregnum.stages.brief.rules.states import BriefState
from interregnum.stages.choose.queries import briefs_waiting
from interregnum.stages.choose.rules.weeks import Engagement
from interregnum.stages.contract.actions.leave import leave
from interregnum.stages.contract.queries.replaced import rate_parts
from interregnum.stages.contract.queries.room import has_room_for
from interregnum.stages.contract.rules.ending import Leaving, fault_of_leaving
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.tests.accepted import drawn
from interregnum.stages.deliver.actions.pass_time import start_assignments
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.queries import hours_table
from interregnum.stages.deliver.queries.desks import own_work
from interregnum.stages.deliver.queries.past import ended_before, ended_since
from interregnum.stages.deliver.rules.states import AssignmentState
from tests import world
from tests.signing import sign

FIRST = date(2026, 4, 6)
LATER = world.NOW + timedelta(days=60)
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def contract(cast):
    contract = drawn(cast)
    contract.brief.state = BriefState.AGREED
    contract.brief.save()
    for side, who in ((Side.CLIENT, cast.carla), (Side.MANAGER, cast.max)):
        assert sign(contract.code, side, cast.actor(who), at=world.NOW) is None
    by = cast.actor(cast.max)
    assert leave(contract=contract.code, leaving=Leaving.RESIGNS, last_day=world.TODAY, by=by, at=world.NOW) is None
    contract.refresh_from_db()
    return contract


def test_the_contract_ends_the_brief_is_open_and_the_days_are_free(cast, contract):
    assert contract.runs_until == world.TODAY and rate_parts(contract) == []
    row = Assignment.objects.get()
    assert (row.state, row.ends_on) == (AssignmentState.CLOSED, FIRST)
    assert [line.code for line in briefs_waiting(seen_by=cast.actor(cast.bea))] == [contract.brief.code]
    assert has_room_for(Engagement(Period(FIRST, date(2026, 6, 30)), 4), manager=cast.max_profile.code)


def test_it_never_starts_and_nobody_is_asked_for_hours_or_reads_a_proof_of_it(cast, contract):
    assert start_assignments(LATER) == 0
    work = own_work(seen_by=cast.actor(cast.max), on=LATER.date())
    assert work.hours == () and not hours_table(seen_by=cast.actor(cast.bea)).exists()
    assert ended_since(FIRST, on=LATER.date()) == [] and ended_before(LATER.date()) == []


def test_the_pages_of_all_three_open_and_say_so(cast, contract):
    code = Assignment.objects.get().code
    for desk, who in (("bureau", cast.bea), ("client", cast.carla), ("manager", cast.max)):
        browser = world.browser(who, language="en")
        page = browser.get(reverse(f"{desk}:contract-contract", args=[contract.code]))
        assert "2 Mar 2026" in page.content.decode().replace("\xa0", " ")
        assert browser.get(reverse(f"{desk}:deliver-assignment", args=[code])).status_code == 200
        assert browser.get(reverse(f"{desk}:home")).status_code == 200


@given(last=DAYS, first=DAYS, weeks=st.integers(1, 52), on=DAYS)
def test_a_last_day_before_the_first_is_taken_only_until_that_day_has_come(last, first, weeks, on):
    until = first + timedelta(weeks=weeks)
    fault = fault_of_leaving(last, starts_on=first, runs_until=until, on=on)
    if fault is None:
        assert on - timedelta(weeks=2) <= last < until
        assert last >= first or on < first
    else:
        assert last < on - timedelta(weeks=2) or last >= until or (last < first <= on)
