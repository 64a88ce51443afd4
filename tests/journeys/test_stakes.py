"""F1 F2: stakeholders, resistance and how far the people are, through the browser; and who may not know."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.journal.models import Payload
from interregnum.records.keeping import apply_terms
from interregnum.stages.deliver.actions.note_stakes import add_stakeholder, note_stance
from interregnum.stages.deliver.actions.remind import remind_of_effects
from interregnum.stages.deliver.models import Assignment, GroupTotal, Resistance, Stakeholder, Stance
from interregnum.stages.deliver.rules.commitment import Circle, Commitment, Named, StakeKind, Stand
from interregnum.stages.deliver.tests.deliver_world import make_assignment
from interregnum.stages.ensure.actions.appoint_shadow_manager import appoint_shadow_manager
from tests.house.forms_of_assignments import FORMS_OF_STAKES, STAND
from tests.world import NOW, TODAY, Cast
from tests.world import browser as any_browser

pytestmark = pytest.mark.usefixtures("on_monday")
NEW = FORMS_OF_STAKES["manager:deliver-stakeholder-new"] | {"noted_on": "2026-03-02", "once": "a"}


@pytest.fixture
def on_monday() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def row(cast: Cast) -> Assignment:
    row = make_assignment(cast)
    told = {"reason": "Kent het vak.", "is_independent": True, "by": cast.actor(cast.bea), "at": NOW}
    appoint_shadow_manager(assignment=row.code, shadow=cast.sara.code, **told)
    return row


def add(cast: Cast, row: Assignment, name: str, now: Commitment, *, at: datetime = NOW, **named: Any) -> str:
    fields = {"kind": StakeKind.PERSON, "name": name, "circle": Circle.MIDDLE, "people": 1} | named
    stand = Stand(noted_on=TODAY, influence=4, interest=4, now=now, needed=Commitment.HELPS)
    code = add_stakeholder(assignment=row.code, named=Named(**fields), stand=stand, by=cast.actor(cast.max), at=at)
    assert isinstance(code, str), code
    return code


def browser(who: Any) -> Any:
    return any_browser(who, language="nl")


def page(who: Any, name: str, code: str) -> Any:
    return browser(who).get(reverse(name, args=[code]))


@pytest.mark.mission("F2")
def test_max_notes_who_stands_where_and_every_row_stays(cast: Cast, row: Assignment) -> None:
    max_, address = browser(cast.max), reverse("manager:deliver-stakes", args=[row.code])
    assert max_.post(reverse("manager:deliver-stakeholder-new", args=[row.code]), NEW).status_code == 302
    code = Stakeholder.objects.get().code
    with time_machine.travel(NOW + timedelta(days=9), tick=False):
        changed = STAND | {"now": "helps", "noted_on": "2026-03-11", "once": "b"}
        max_ = browser(cast.max)
        assert max_.post(reverse("manager:deliver-stakeholder", args=[code]), changed).status_code == 302
        text = max_.get(address).text
        assert "Hoofd operatie" in text
        assert "eerder: Laat het gebeuren" in text
        assert text.count("<svg") >= 3
        assert "Hoofd operatie" in page(cast.sara, "shadow:deliver-stakes", row.code).text
    rows = Stance.objects.values_list("noted_on", "now", "noted_by__name")
    assert list(rows) == [(date(2026, 3, 2), "lets", "Max"), (date(2026, 3, 11), "helps", "Max")]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": "max"}, "Dat bent u zelf"),
        ({"noted_on": "2026-09-01"}, "Kies een dag binnen de opdracht"),
        ({"noted_on": "2026-03-03"}, "moet nog komen"),
        ({"kind": "group"}, "twee mensen of meer"),
        ({"evidence": "lang " * 500}, "2000"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_typed_is_lost(
    cast: Cast, row: Assignment, changes: dict[str, str], words: str
) -> None:
    answer = browser(cast.max).post(reverse("manager:deliver-stakeholder-new", args=[row.code]), NEW | changes)
    assert answer.status_code == 422
    assert words in answer.text
    assert (changes.get("evidence", NEW["evidence"])).strip() in answer.text
    assert not Stakeholder.objects.exists()


def test_nobody_stands_in_the_list_twice(cast: Cast, row: Assignment) -> None:
    add(cast, row, "Hoofd operatie", Commitment.LETS)
    twice = NEW | {"name": " hoofd  OPERATIE "}
    answer = browser(cast.max).post(reverse("manager:deliver-stakeholder-new", args=[row.code]), twice)
    assert answer.status_code == 422
    assert "staat al in de lijst" in answer.text


@pytest.mark.mission("F1")
def test_resistance_is_met_with_what_a_person_chose_and_its_effect_is_asked(cast: Cast, row: Assignment) -> None:
    who, max_ = add(cast, row, "Team Zuid", Commitment.AGAINST), browser(cast.max)
    seen = {"stakeholder": who, "behaviour": "Komt niet.", "cause": "other_view", "seen_on": "2026-03-02", "once": "a"}
    assert max_.post(reverse("manager:deliver-resistance-new", args=[row.code]), seen).status_code == 302
    address = reverse("manager:deliver-resistance", args=[Resistance.objects.get().code])
    text = max_.get(address).text
    assert text.count("Suggestie") == 2
    assert "laat hen eraan meewerken" in text
    milder = {"approach": "involve", "why": "Zij weten het.", "carried_out_by": "Max", "once": "c"}
    assert max_.post(address, milder).status_code == 302
    assert remind_of_effects(NOW + timedelta(days=13)) == 0
    later = NOW + timedelta(days=14)
    with time_machine.travel(later, tick=False):
        assert (remind_of_effects(later), remind_of_effects(later)) == (1, 1)
        (mail,) = Mail.objects.filter(template="mail/effect_due.txt")
        assert "Zuid" not in mail.text
        assert "Komt niet" not in mail.text
        max_ = browser(cast.max)
        assert address in max_.get(reverse("manager:home")).text
        effect = {"effect": "same", "seen": "Nog steeds weg.", "once": "d"}
        assert max_.post(address, effect).status_code == 302
        text = max_.get(address).text
    assert "Het bleef gelijk" in text
    # What had no effect is not suggested again.
    assert text.count("Suggestie") == 1
    assert page(cast.sara, "shadow:deliver-resistance", Resistance.objects.get().code).status_code == 200


def test_names_stances_and_behaviour_are_for_the_two_alone(cast: Cast, row: Assignment) -> None:
    code = add(cast, row, "Gerrit Geheim", Commitment.AGAINST)
    for who, desk in ((cast.bea, "bureau"), (cast.carla, "client")):
        assert "Gerrit" not in page(who, f"{desk}:deliver-change", row.code).text
        assert "Gerrit" not in page(who, f"{desk}:deliver-assignment", row.code).text
        assert page(who, "manager:deliver-stakes", row.code).status_code == 404
        assert page(who, "shadow:deliver-stakeholder", code).status_code == 404
    for stranger in (cast.olga, cast.oscar):
        desk = "manager" if stranger is cast.olga else "shadow"
        assert page(stranger, f"{desk}:deliver-stakes", row.code).status_code == 404
        assert page(stranger, f"{desk}:deliver-stakeholder", code).status_code == 404
    assert not any("Gerrit" in str(content) for content in Payload.objects.values_list("content", flat=True))


def test_others_read_of_groups_of_five_and_of_no_difference_of_one(cast: Cast, row: Assignment) -> None:
    codes = [add(cast, row, f"Teamleider {number}", Commitment.AGAINST) for number in range(4)]
    assert not GroupTotal.objects.exists()
    codes.append(add(cast, row, "Teamleider 5", Commitment.HELPS))
    assert [(one.circles, one.bands) for one in GroupTotal.objects.all()] == [(["middle"], [[0, 3, 5]])]
    soon = NOW + timedelta(seconds=1)
    add(cast, row, "Directeur", Commitment.AGAINST, circle=Circle.LEADERSHIP, at=soon)
    add(cast, row, "Teamleider 6", Commitment.AGAINST, at=soon)
    add(cast, row, "Team Noord", Commitment.LETS, kind=StakeKind.GROUP, circle=Circle.EMPLOYEES, people=14)
    text = page(cast.carla, "client:deliver-change", row.code).text
    # The two who came since are two too few to be told; the team is told as a whole.
    assert "Laat het gebeuren: 14" in text
    assert GroupTotal.objects.filter(is_whole=False).count() == 1
    stand = Stand(noted_on=TODAY, influence=4, interest=4, now=Commitment.MAKES, needed=Commitment.MAKES)
    told = []
    for minutes, code in enumerate(codes[:3], start=1):
        at = NOW + timedelta(minutes=minutes)
        assert note_stance(stakeholder=code, stand=stand, by=cast.actor(cast.max), at=at) is None
        told.append([(one.circles, one.bands) for one in GroupTotal.objects.filter(is_whole=False)])
    first = (["middle"], [[0, 3, 5]])
    # With the two who came, the third move makes five: both circles are told together from then on.
    assert told == [[first], [first], [(["leadership", "middle"], [[0, 3, 7]]), first]]
    text = page(cast.carla, "client:deliver-change", row.code).text
    assert "Niet uitgesplitst: 7" in text
    assert "Niet uitgesplitst: 5" not in text


def test_readiness_odds_and_counts_are_rows_beside_one_another(
    cast: Cast, row: Assignment, django_assert_max_num_queries: Any
) -> None:
    max_ = browser(cast.max)
    add(cast, row, "Team Zuid", Commitment.HELPS, kind=StakeKind.GROUP, people=12)
    for name in ("readiness", "odds", "uptake"):
        address = reverse(f"manager:deliver-{name}", args=[row.code])
        form = FORMS_OF_STAKES[f"manager:deliver-{name}"]
        form |= {field: "2026-03-02" for field in ("noted_on", "counted_on") if field in form}
        assert max_.post(address, form | {"once": f"{name}1"}).status_code == 302, name
        again = max_.post(address, form | {"once": f"{name}2"})
        assert again.status_code == (422 if name == "uptake" else 302)
    carla = browser(cast.carla)
    with django_assert_max_num_queries(15):
        text = max_.get(reverse("manager:deliver-change", args=[row.code])).text
    assert "75%" in text
    assert "Kansscore" in text
    with django_assert_max_num_queries(15):
        told = carla.get(reverse("client:deliver-change", args=[row.code])).text
    assert "75%" in told
    assert "Kansscore" not in told
    small = {"circle": "leadership", "people": "3", "once": "klein"}
    ready = FORMS_OF_STAKES["manager:deliver-readiness"] | {"noted_on": "2026-03-02"}
    assert max_.post(reverse("manager:deliver-readiness", args=[row.code]), ready | small).status_code == 302
    assert "Bestuur en directie" in max_.get(reverse("manager:deliver-change", args=[row.code])).text
    assert "Bestuur en directie" not in page(cast.carla, "client:deliver-change", row.code).text


def test_names_go_three_months_after_the_last_day_and_groups_stay(cast: Cast, row: Assignment) -> None:
    add(cast, row, "Team Noord", Commitment.LETS, kind=StakeKind.GROUP, people=14)
    end = NOW.replace(year=2026, month=11, day=28)
    apply_terms(end)
    assert Stakeholder.objects.exists()
    apply_terms(end + timedelta(days=2))
    assert not Stakeholder.objects.exists()
    assert not Stance.objects.exists()
    assert [one.bands for one in GroupTotal.objects.all()] == [[[1, 1, 14]]]
    with time_machine.travel(end + timedelta(days=2), tick=False):
        assert "Laat het gebeuren: 14" in page(cast.carla, "client:deliver-change", row.code).text
