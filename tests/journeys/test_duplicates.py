"""Whoever stands on the roster twice is found, looked at side by side, merged or kept apart."""

from dataclasses import replace

from django.urls import reverse

from interregnum.flow.twice import find_who_came_twice
from interregnum.outside.sheets.read import read_sheet
from interregnum.people.duplicates import look_at, look_for_duplicates
from interregnum.people.imports import import_sheet
from interregnum.people.merged import leads_to
from interregnum.people.models import Duplicate, Manager
from interregnum.people.rules.importing import ImportKind
from interregnum.people.rules.merging import PairState
from interregnum.records.persons import person_of
from tests import world
from tests.rosters import a_row, csv_of

PAIRS = "/bureau/managers/duplicates/"


def twin(cast, **fields):
    """Max once more, with another address."""
    return world.make_manager(**({"name": "M. Voorbeeld", "email": "max.v@elders.nl", "phone": "06-12345678"} | fields))


def found() -> Duplicate | None:
    return Duplicate.objects.exclude(first__name="Max Voorbeeld", second__name="Olga Voorbeeld").first()


def test_who_came_is_found_at_once_and_in_the_night_and_named_with_its_grounds(cast):
    Manager.objects.filter(pk=cast.max_profile.pk).update(phone="+31 6 1234 5678")
    assert look_for_duplicates(world.NOW) == 0
    other = twin(cast)
    assert look_at([other.pk], world.NOW) == 1
    assert found().grounds == {"phone": 1, "name_near": 1, "place": 1}
    Duplicate.objects.all().delete()
    find_who_came_twice.call()
    page = world.browser(cast.bea).get(PAIRS).content.decode()
    assert "same telephone number, name alike, same place" in page
    assert world.browser(cast.aukje).get(PAIRS).status_code == 404


def test_two_people_stay_two_people_however_often_it_is_looked(cast):
    Manager.objects.filter(pk=cast.max_profile.pk).update(phone="06-12345678")
    other = twin(cast)
    look_for_duplicates(world.NOW)
    page = reverse("bureau:people-duplicate", args=[found().code])
    assert world.browser(cast.anton).post(page, {"do": "apart", "stays": "first"})["Location"] == PAIRS
    look_for_duplicates(world.NOW)
    look_at([other.pk], world.NOW)
    assert found().state is PairState.APART
    assert world.browser(cast.bea).get(page)["Location"] == PAIRS


def test_a_person_chooses_field_by_field_and_can_go_back(cast):
    Manager.objects.filter(pk=cast.max_profile.pk).update(phone="06-12345678")
    other, bea = twin(cast, place="Goes", day_rate=cast.max_profile.day_rate), world.browser(cast.bea)
    look_for_duplicates(world.NOW)
    page = reverse("bureau:people-duplicate", args=[found().code])
    shown = bea.get(page).content.decode()
    assert "Goes" in shown
    assert "Utrecht" in shown
    chosen = {"do": "merge", "stays": "first", "place": "second", "name": "first"}
    merged = bea.post(page, chosen)["Location"]
    stays = Manager.objects.get(pk=cast.max_profile.pk)
    assert (stays.name, stays.place, stays.email) == ("Max Voorbeeld", "Goes", "max@example.org")
    assert b"M. Voorbeeld" not in bea.get("/bureau/managers/").content
    assert b"went up in" in bea.get(PAIRS).content
    assert bea.post(merged, {})["Location"] == reverse("bureau:people-manager", args=[other.code])
    assert Manager.objects.get(pk=cast.max_profile.pk).place == "Utrecht"
    assert b"M. Voorbeeld" in bea.get("/bureau/managers/").content


def test_a_file_with_the_old_address_changes_the_profile_that_stayed(cast):
    other = twin(cast)
    pair = Duplicate.objects.create(first=cast.max_profile, second=other, points=600, found_at=world.NOW)
    page = reverse("bureau:people-duplicate", args=[pair.code])
    world.browser(cast.bea).post(page, {"do": "merge", "stays": "first"})
    assert leads_to(other.code) == cast.max_profile.code
    for address in ("max.v@elders.nl", "max@example.org"):
        assert person_of(emails=[address]).managers == {other.code, cast.max_profile.code}
    text = csv_of(replace(a_row(1), email="MAX.V@elders.nl", place="Hoorn"))
    sheet = read_sheet(text.encode())
    report = import_sheet(kind=ImportKind.ROSTER, sheet=sheet, by=cast.actor(cast.bea), at=world.NOW)
    assert (report.added, report.changed) == (0, 1)
    stays = Manager.objects.get(pk=cast.max_profile.pk)
    assert (stays.place, stays.email) == ("Hoorn", "max@example.org")
    assert Manager.objects.get(pk=other.pk).place == "Utrecht"
