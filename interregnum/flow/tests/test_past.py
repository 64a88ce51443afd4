"""The past of the demonstration firm is lived by a job, one assignment at a time, and shows what a firm proves."""

from csv import DictReader
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest

from interregnum.flow.demo.cases_closed import MANY, Course, past_stories
from interregnum.flow.demo.firm import STAFF
from interregnum.flow.demo.invented_roster import roster_csv
from interregnum.flow.demo.past import SEED, VETERANS, bureau_of_demonstration, live_one, settle_past
from interregnum.flow.demo.told import TOLD, tell_of_past
from interregnum.kernel.lists import Category
from interregnum.parameters.models import Parameter
from interregnum.people.founding import found_firm, seat_person
from interregnum.people.models import Manager
from interregnum.records.keeping import apply_terms
from interregnum.records.pool import keep_pool
from interregnum.stages.deliver.models import Tenure
from interregnum.stages.ensure.models import Review
from interregnum.stages.ensure.rules.reviews import ReviewState
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.rules.states import CaseState
from interregnum.stages.handover.models import Handover, HandoverDocument
from interregnum.stages.handover.rules.states import Ending, PaperState
from interregnum.stages.keep.queries.retention import curve_of, retentions
from interregnum.stages.learn.models import Case, Closed, Record
from interregnum.stages.learn.queries.case_public import public_cases
from interregnum.stages.learn.queries.proof import proof_page
from interregnum.stages.learn.rules.case_check import Bounds, Known, check
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
    # One was replaced, and whoever went on led it to its end and handed it over.
    assert Complaint.objects.filter(state=CaseState.REPLACED).count() == Tenure.objects.count() == 1
    assert Closed.objects.filter(guarantee=1).count() == 2
    assert HandoverDocument.objects.filter(state=PaperState.ACCEPTED).count() >= 4
    # What was not held before the end was missed, and waits for nobody any more.
    assert not Review.objects.filter(state=ReviewState.PLANNED).exists()
    # What employees gave, and what the warnings were worth.
    assert Closed.objects.filter(employees__isnull=False).exists()
    assert Closed.objects.filter(hits__gt=0).exists()


@pytest.mark.drill
def test_all_of_it_is_lived_and_no_figure_of_the_proof_is_without_its_cases(firm):
    assert all(live(number) for number in range(MANY))
    settle_past(AT)
    assert Closed.objects.filter(filled=1).count() == MANY
    lines = {line.measure: line for line in proof_page({}, on=AT.date()).lines}
    assert all(lines[one].figure for one in Measure)
    assert sum(one.months == 12 for one in retentions()) >= 25


def test_what_is_told_of_the_past_tells_nobody_s_name():
    clients = {past.story.client for past in past_stories()}
    managers = [line["name"] for line in DictReader(StringIO(roster_csv(managers=VETERANS, seed=SEED, on=AT.date())))]
    known = Known(
        people=(*managers, *(name for name, *_ in STAFF), *(one.contact for one in clients)),
        organisations=tuple(one.name for one in clients),
        places=tuple(one.city for one in clients),
    )
    hidden = ("Middle management", "Senior management", "Team lead", "Specialist", "Bank", "Verzekeraar", "Insurer")
    for told in TOLD:
        assert check(told.texts(), known, Bounds(figures=2, begins=100, hidden=hidden)) == (), told.number


def test_most_of_what_is_told_is_agreed_one_waits_and_one_was_declined(firm):
    Parameter.objects.filter(name="learn.case_bounds").update(value={"organisations": 1, "figures": 2, "from": 100})
    bureau = bureau_of_demonstration(0)
    numbers = (0, 6, 17)
    assert all(live(number) for number in numbers)
    assert tell_of_past(bureau.partner, AT) == len(numbers)
    assert tell_of_past(bureau.partner, AT) == 0
    assert sorted(Case.objects.values_list("state", flat=True)) == ["agreed", "asked", "declined"]
    page = public_cases({}, language="nl", words="", number="1", on=AT.date())
    assert [one.title for one in page.cases] == ["Twee teams, één werkwijze"]
