"""The past of the demonstration firm is lived by a job, one assignment at a time, and shows what a firm proves."""

from datetime import UTC, datetime, timedelta

import pytest

from interregnum.flow.demo.cases_closed import MANY, Course, past_stories
from interregnum.flow.demo.firm import STAFF
from interregnum.flow.demo.past import bureau_of_demonstration, live_one, settle_past
from interregnum.kernel.lists import Category
from interregnum.people.founding import found_firm, seat_person
from interregnum.people.models import Manager
from interregnum.records.keeping import apply_terms
from interregnum.records.pool import keep_pool
from interregnum.stages.handover.models import Handover
from interregnum.stages.handover.rules.states import Ending
from interregnum.stages.keep.queries.retention import curve_of, retentions
from interregnum.stages.learn.models import Closed, Record
from interregnum.stages.learn.queries.proof import proof_page
from interregnum.stages.learn.rules.measures import Measure

AT = datetime(2026, 11, 27, 9, tzinfo=UTC)


@pytest.fixture
def firm(db):
    found_firm(name="Proef", city="Utrecht", kvk="00000000", phone="+31 30 000 0000", is_demonstration=True)
    for name, email, role in STAFF:
        seat_person(email=email, name=name, role=role, password="een-lang-wachtwoord-1", at=AT)


def live(number: int) -> bool:
    bureau = bureau_of_demonstration(number)
    assert bureau is not None
    return live_one(number, bureau=bureau, today=AT.date())


def test_there_are_thirty_of_all_categories_over_more_than_two_years():
    found = [past.story for past in past_stories()]
    assert len(found) == MANY >= 30
    assert {story.category for story in found} == set(Category)
    assert len({story.disciplines for story in found}) >= 5
    assert max(story.age for story in found) - min(story.age for story in found) > 2 * 365
    # The last look back, a year after the last day, lies behind.
    assert all(story.age > 365 + 30 + 21 + 7 * story.weeks for story in found)


def test_one_of_each_course_is_lived_once_and_ends_as_it_should(firm):
    courses = [past.course for past in past_stories()]
    numbers = sorted({courses.index(course) for course in Course})
    assert all(live(number) for number in numbers)
    assert not live(numbers[-1])
    # The nights of now leave the managers of those days alone: they consented anew.
    keep_pool(AT)
    apply_terms(AT + timedelta(days=1))
    assert Manager.objects.filter(name__startswith="Anonymus").count() == 0
    settle_past(AT)
    assert Handover.objects.filter(closed_at__isnull=False).count() == Closed.objects.count() == len(Course)
    assert set(Handover.objects.values_list("ending", flat=True)) == {Ending.TERM, Ending.EARLY, Ending.GUARANTEE}
    curve = curve_of(retentions())
    assert set(curve) == {3, 6, 12}
    assert curve[12].stands < curve[3].stands
    figures = {line.measure: line for line in proof_page({}, on=AT.date()).lines}
    assert figures[Measure.SHORTLIST].figure
    assert figures[Measure.STANDS_3].cases >= 3
    assert Record.objects.exists()


@pytest.mark.drill
def test_all_of_it_is_lived_and_no_figure_of_the_proof_is_without_its_cases(firm):
    assert all(live(number) for number in range(MANY))
    settle_past(AT)
    assert Closed.objects.filter(filled=1).count() == MANY
    lines = {line.measure: line for line in proof_page({}, on=AT.date()).lines}
    assert all(lines[one].figure for one in Measure if one not in (Measure.EMPLOYEES, Measure.HITS))
    assert sum(one.months == 12 for one in retentions()) >= 25
