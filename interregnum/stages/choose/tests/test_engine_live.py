"""A change is in the next list: in this process and in every other."""

import pytest
from django.db import connection, transaction

from interregnum.kernel.money import Money
from interregnum.people.models import Manager
from interregnum.stages.choose.engine.live import Live
from interregnum.stages.choose.engine.loop import best
from interregnum.stages.choose.engine.plan import plan_of
from interregnum.stages.choose.models import ManagerRow, ProfileChange
from interregnum.stages.choose.tests.choose_world import drawn
from interregnum.stages.choose.tests.rules_world import EVEN, a_brief
from tests import world

WANTED = a_brief(client_name="Niemand", disciplines=("finance",), starts_on=world.TODAY, rate_ceiling=Money(1500))

pytestmark = [pytest.mark.django_db, pytest.mark.mission("D2")]


def on_the_list(process: Live) -> list[str]:
    with process.now() as snapshot:
        keys = snapshot.managers[best(snapshot, plan_of(snapshot, WANTED, EVEN), 10).rows]
    names = dict(Manager.objects.values_list("pk", "name"))
    return sorted(names[int(key)] for key in keys)


def test_a_change_is_in_the_next_list_of_every_process():
    here, there = Live(), Live()
    world.make_manager(name="Eva", email="eva@example.org")
    assert on_the_list(here) == on_the_list(there) == ["Eva"]
    world.make_manager(name="Fien", email="fien@example.org")
    assert on_the_list(there) == ["Eva", "Fien"]
    assert on_the_list(here) == ["Eva", "Fien"]
    Manager.objects.filter(name="Eva").update(day_rate=Money(2000))
    assert on_the_list(here) == on_the_list(there) == ["Fien"]


def test_whoever_changes_a_profile_need_not_remember_to_say_so():
    process = Live()
    world.make_manager(name="Eva", email="eva@example.org")
    assert on_the_list(process) == ["Eva"]
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_manager SET wants_permanent = %s", [True])
    assert on_the_list(process) == []


def test_what_was_undone_was_never_there():
    process = Live()
    world.make_manager(name="Eva", email="eva@example.org")
    assert on_the_list(process) == ["Eva"]
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        world.make_manager(name="Fien", email="fien@example.org")
        assert on_the_list(process) == ["Eva", "Fien"]
        raise ZeroDivisionError
    assert on_the_list(process) == ["Eva"]
    world.make_manager(name="Gijs", email="gijs@example.org")
    assert on_the_list(process) == ["Eva", "Gijs"]


def test_who_is_removed_or_set_aside_is_in_no_list():
    process = Live()
    for name in ("Eva", "Fien", "Gijs"):
        world.make_manager(name=name, email=f"{name}@example.org")
    assert on_the_list(process) == ["Eva", "Fien", "Gijs"]
    Manager.objects.get(name="Eva").delete()
    Manager.objects.filter(name="Fien").update(is_active=False)
    assert on_the_list(process) == ["Gijs"] == on_the_list(Live())


def test_many_changes_at_once_are_read_anew(monkeypatch):
    monkeypatch.setattr("interregnum.stages.choose.engine.live.ALWAYS", 1)
    process = Live()
    world.make_manager(name="Eva", email="eva@example.org")
    assert on_the_list(process) == ["Eva"]
    for name in ("Fien", "Gijs", "Hans"):
        world.make_manager(name=name, email=f"{name}@example.org")
    assert on_the_list(process) == ["Eva", "Fien", "Gijs", "Hans"]


def test_a_shortlist_works_off_what_was_changed(cast):
    world.make_manager(name="Eva", email="eva@example.org")
    assert ProfileChange.objects.exists()
    assert "Eva" in {each.manager.name for each in drawn(cast).listed.all()}
    assert not ProfileChange.objects.exists()
    assert ManagerRow.objects.count() == Manager.objects.count()
