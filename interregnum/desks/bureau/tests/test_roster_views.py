"""Views of the roster: kept alone or shared, opened with, renamed, removed; and the columns that somebody reads."""

import csv
import io

from interregnum.people.models import ListTaste, SavedView
from tests import world

ROSTER, VIEWS, COLUMNS = "/bureau/managers/", "/bureau/managers/views/", "/bureau/managers/columns/"


def keep(person, name="Vrij", query="level=middle&page=3&q=olga&evil=1", **more):
    return world.browser(person).post(VIEWS, {"name": name, "query": query} | more)


def view_of(person) -> SavedView:
    return SavedView.objects.get(owner=person)


def test_a_filter_shows_how_many_each_value_has_and_narrows_the_list(cast):
    page = world.browser(cast.bea).get(ROSTER, {"level": "middle"}).content.decode()
    assert "Olga Voorbeeld" in page
    assert "Max Voorbeeld" not in page
    assert 'value="middle" form="list-tools" checked><span>Middle management</span><small>1</small>' in page
    assert 'value="executive" form="list-tools"><span>Executive board</span><small>1</small>' in page


def test_a_view_keeps_search_and_filters_alone_and_opens_again(cast):
    assert keep(cast.bea)["Location"] == f"{ROSTER}?q=olga&level=middle"
    page = world.browser(cast.bea).get(ROSTER, {"q": "olga", "level": "middle"}).content.decode()
    assert 'aria-current="page">Vrij</a>' in page


def test_a_view_is_ones_own_until_it_is_shared(cast):
    keep(cast.bea)
    anton = world.browser(cast.anton)
    assert b"Vrij" not in anton.get(ROSTER).content
    change = {"view": view_of(cast.bea).code, "name": "Vrij nu", "is_shared": "on", "do": "change"}
    assert anton.post(VIEWS, change).status_code == 422
    assert world.browser(cast.bea).post(VIEWS, change).status_code == 302
    assert "Vrij nu (Bea)" in anton.get(ROSTER).content.decode()
    assert anton.post(VIEWS, change | {"name": "Gekaapt", "do": "change"}).status_code == 302
    assert view_of(cast.bea).name == "Vrij nu"
    assert anton.post(VIEWS, change | {"do": "remove"}).status_code == 422
    assert world.browser(cast.bea).post(VIEWS, change | {"do": "remove"}).status_code == 302
    assert not SavedView.objects.exists()


def test_the_list_opens_with_the_view_that_somebody_chose_and_all_is_one_link_away(cast):
    keep(cast.bea)
    bea, change = world.browser(cast.bea), {"view": view_of(cast.bea).code, "name": "Vrij", "do": "change"}
    bea.post(VIEWS, change | {"opens": "on"})
    assert bea.get(ROSTER)["Location"] == f"{ROSTER}?q=olga&level=middle"
    assert b"Max Voorbeeld" in bea.get(f"{ROSTER}?q=").content
    bea.post(VIEWS, change)
    assert bea.get(ROSTER).status_code == 200


def test_a_second_view_of_the_same_name_replaces_the_first_but_none_is_renamed_over_another(cast):
    keep(cast.bea)
    keep(cast.bea, query="q=max")
    assert view_of(cast.bea).query == "q=max"
    keep(cast.bea, name="Ander")
    code = SavedView.objects.get(name="Ander").code
    answer = world.browser(cast.bea).post(VIEWS, {"view": code, "name": "Vrij", "do": "change"})
    assert b"Give it another name" in answer.content


def test_columns_are_kept_for_their_reader_and_downloaded_so(cast):
    bea = world.browser(cast.bea)
    answer = bea.post(COLUMNS, {"columns": ["email", "place"], "query": "q=olga&next=//evil"})
    assert answer["Location"] == f"{ROSTER}?q=olga"
    page = bea.get(ROSTER).content.decode()
    assert 'data-label="E-mail address"' in page
    assert 'data-label="Level"' not in page
    assert 'data-label="Level"' in world.browser(cast.anton).get(ROSTER).content.decode()
    world.make_manager(name="=1+1", email="formule@example.org")
    text = b"".join(bea.post(f"{ROSTER}export.csv?sort=-name", {"reason": "Verhuizing."})).decode().lstrip("\ufeff")
    header, *lines = csv.reader(io.StringIO(text))
    assert header == ["Name", "E-mail address", "Place"]
    assert lines[-1] == ["'=1+1", "formule@example.org", "Utrecht"]
    bea.post(COLUMNS, {})
    assert ListTaste.objects.get().columns == []
    assert 'data-label="Level"' in bea.get(ROSTER).content.decode()


def test_an_auditor_reads_no_names_in_any_column_and_keeps_no_view(cast):
    aukje = world.browser(cast.aukje)
    page = aukje.get(ROSTER, {"q": "olga"}).content.decode()
    assert "Nothing found" in page
    page = aukje.get(ROSTER).content.decode()
    assert "Olga" not in page
    assert "Keep this view" not in page
    assert aukje.get(VIEWS).status_code == 404
