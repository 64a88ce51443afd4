"""G2: a shadow manager who cannot work here any more leaves no assignment with a guard in name only."""

from datetime import timedelta

import pytest
import time_machine

from interregnum.jobs.models import Mail
from interregnum.kernel.actor import Role
from interregnum.people.seats import close_account, take_role
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.ensure.models import PastShadow, ShadowAppointment
from interregnum.stages.ensure.queries.appointments import assignments_without_shadow
from interregnum.stages.ensure.tests.review_world import running
from tests.world import NOW, Cast, browser

pytestmark = pytest.mark.mission("G2")


@pytest.fixture
def row(cast: Cast) -> Assignment:
    with time_machine.travel(NOW, tick=False):
        return running(cast)


def goes(cast: Cast, how: str) -> None:
    told = {"account": cast.sara.code, "by": cast.actor(cast.bea), "at": NOW + timedelta(hours=1)}
    if how == "closed":
        assert close_account(**told) is None
    else:
        assert take_role(**told, seat=cast.sara.seats.get(role=Role.SHADOW).pk) is None


@pytest.mark.parametrize("how", ["closed", "taken"])
def test_the_appointment_ends_and_the_desk_asks_for_another(cast: Cast, row: Assignment, how: str) -> None:
    Mail.objects.all().delete()
    goes(cast, how)
    assert not ShadowAppointment.objects.exists()
    assert PastShadow.objects.get().shadow == cast.sara
    lines, _count = assignments_without_shadow(seen_by=cast.actor(cast.anton), most=5)
    assert [one.assignment for one in lines] == [row.code]
    told = set(Mail.objects.filter(template="mail/shadow_resigned.txt").values_list("to", flat=True))
    assert told == {cast.anton.email}
    page = browser(cast.bea, language="nl").get(f"/bureau/assignments/{row.code}/shadow/")
    assert "Kan hier niet meer als schaduwmanager werken." in page.text


def test_another_role_that_is_taken_away_ends_nothing(cast: Cast, row: Assignment) -> None:
    seat = cast.sara.seats.create(role=Role.AUDITOR)
    assert take_role(account=cast.sara.code, seat=seat.pk, by=cast.actor(cast.bea), at=NOW) is None
    assert ShadowAppointment.objects.get().shadow == cast.sara
