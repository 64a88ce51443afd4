"""A case is written by the manager and confirmed by a referee; a client who stays unnamed is named to nobody else."""

from dataclasses import replace
from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.kernel.actor import HOUSE
from interregnum.outside.sheets.read import read_sheet
from interregnum.people.imports import import_sheet
from interregnum.people.models import Case, Manager
from interregnum.people.roster import row_of
from interregnum.people.rules.importing import ImportKind
from tests import world
from tests.house.forms_of_profiles import CASE
from tests.post_box import link_in_mail
from tests.rosters import csv_of

pytestmark = [pytest.mark.django_db, pytest.mark.mission("B2")]
REFEREE = {"referee_name": "Rob Referent", "referee_function": "Directeur", "referee_email": "rob@example.org"}


def written(window, **more):
    answer = window.post(reverse("manager:people-case-new"), CASE | REFEREE | more)
    return answer.headers["Location"]


def test_a_referee_confirms_a_case_and_it_counts(cast):
    window = world.browser(cast.max)
    before = cast.max_profile.cases_with_referee
    for number in range(before + 1):
        url = written(window, client=f"Bank {number}", deadlock="De raad lag dwars.", first_result_weeks="4")
        window.post(url, {"do": "ask"})
        link = link_in_mail("rob@example.org")
        visitor = world.browser()
        assert b"Max Voorbeeld" in visitor.get(link).content
        visitor.post(link, {"answer": "yes", "words": "Zo was het."})
    cast.max_profile.refresh_from_db()
    assert cast.max_profile.cases_with_referee == before + 1
    assert cast.max_profile.first_result_weeks == 4
    assert world.browser().get(link).status_code == 410


def test_mail_and_page_are_in_the_language_of_the_referee(cast, settings):
    for language, subject, words in (
        ("nl", "noemt u als referent", "Klopt dit?"),
        ("en", "names you", "Is this right?"),
    ):
        window = world.browser(cast.max)
        window.post(written(window, referee_language=language), {"do": "ask"})
        assert subject in Mail.objects.filter(to="rob@example.org").latest("pk").subject
        # Whatever the browser says: the manager knows the referee.
        other = world.browser(language="en" if language == "nl" else "nl")
        answer = other.get(link_in_mail("rob@example.org"))
        assert words in answer.content.decode()
        assert (f'lang="{language}"' in answer.content.decode(), answer.headers["Content-Language"]) == (True, language)
    # Who chose a language on these pages is believed before the manager.
    other.cookies[settings.LANGUAGE_COOKIE_NAME] = "nl"
    assert "Klopt dit?" in other.get(link_in_mail("rob@example.org")).content.decode()


def test_opening_the_link_says_nothing(cast):
    window = world.browser(cast.max)
    window.post(written(window), {"do": "ask"})
    world.browser().get(link_in_mail("rob@example.org"))
    assert Case.objects.latest("pk").is_confirmed is None


def test_a_changed_case_must_be_confirmed_anew(cast):
    window = world.browser(cast.max)
    url = written(window)
    window.post(url, {"do": "ask"})
    world.browser().post(link_in_mail("rob@example.org"), {"answer": "yes"})
    window.post(url, CASE | REFEREE | {"result": "Nog veel mooier."})
    assert Case.objects.latest("pk").is_confirmed is None


def confirmed(window, number, **more):
    """The page of a case that its referee confirmed."""
    url = written(window, client=f"Bank {number}", category="crisis", deadlock="De raad lag dwars.", **more)
    window.post(url, {"do": "ask"})
    world.browser().post(link_in_mail("rob@example.org"), {"answer": "yes"})
    return url


def figures_of(cast):
    cast.max_profile.refresh_from_db()
    return (cast.max_profile.categories["crisis"], cast.max_profile.cases_with_referee)


def row_of_max(cast):
    return apps.get_model("choose.ManagerRow").objects.get(manager=cast.max_profile.pk)


@pytest.fixture
def proven(cast):
    """The pages of two confirmed cases of Max, of whom a roster declared one crisis and nothing else."""
    Manager.objects.filter(pk=cast.max_profile.pk).update(categories={"crisis": 1}, cases_with_referee=0)
    window = world.browser(cast.max)
    return window, [confirmed(window, number) for number in range(2)]


@pytest.mark.mission("D3")
def test_withdrawing_and_changing_a_confirmed_case_lowers_what_it_had_raised(cast, proven):
    window, urls = proven
    assert (figures_of(cast), row_of_max(cast).referees) == ((2, 2), 2)
    window.post(urls[0], {"do": "withdraw"})
    assert (figures_of(cast), row_of_max(cast).referees) == ((1, 1), 1)
    window.post(urls[1], CASE | REFEREE | {"client": "Bank Anders"})
    # What the roster declared is left.
    assert (figures_of(cast), row_of_max(cast).referees) == ((1, 0), 0)
    window.post(urls[0], {"do": "back"})
    assert (figures_of(cast), row_of_max(cast).referees) == ((1, 1), 1)
    assert b"put back already" in window.post(urls[0], {"do": "back"}).content


def test_a_roster_that_comes_again_does_not_wipe_out_what_cases_proved(cast, proven):
    window, urls = proven
    row = replace(row_of(cast.max_profile), categories={"crisis": 1}, cases_with_referee=1)
    for changed in (1, 0):
        report = import_sheet(kind=ImportKind.ROSTER, sheet=read_sheet(csv_of(row).encode()), by=HOUSE, at=world.NOW)
        assert (report.added, report.changed) == (0, changed)
        assert figures_of(cast) == (2, 2)
    for url in urls:
        window.post(url, {"do": "withdraw"})
    assert figures_of(cast) == (1, 1)


def test_what_was_declared_and_what_was_proven_are_told_apart_once(cast, proven):
    Manager.objects.filter(pk=cast.max_profile.pk).update(declared=None, categories={"crisis": 2, "change": 3})
    import_module("interregnum.people.migrations.0015_keep_what_was_declared_apart").tell_apart(apps, None)
    cast.max_profile.refresh_from_db()
    declared = cast.max_profile.declared
    assert (declared["categories"], declared["cases_with_referee"]) == ({"change": 3}, 0)
    assert figures_of(cast) == (2, 2)
    assert Manager.objects.get(pk=cast.olga_profile.pk).declared is None


def test_a_withdrawn_case_is_seen_by_its_manager_alone(cast):
    window, bureau = world.browser(cast.max), reverse("bureau:people-manager", args=[cast.max_profile.code])
    url = written(window, client="Bank Weg")
    assert b"Bank Weg" in world.browser(cast.bea).get(bureau).content
    window.post(url, {"do": "ask"})
    window.post(url, {"do": "withdraw"})
    assert b"Bank Weg" not in world.browser(cast.bea).get(bureau).content
    assert b"Bank Weg" in window.get(reverse("manager:people-cases")).content
    assert world.browser().get(link_in_mail("rob@example.org")).status_code == 410
    assert b"Put it back first" in window.post(url, {"do": "ask"}).content


def test_an_unnamed_client_is_named_to_nobody_else(cast):
    bureau = world.browser(cast.anton).get(reverse("bureau:people-manager", args=[cast.max_profile.code]))
    assert b"een bank" in bureau.content
    assert b"Geheime Bank" not in bureau.content
    assert b"Geheime Bank" in world.browser(cast.max).get(reverse("manager:people-cases")).content


def test_nobody_is_asked_without_an_address(cast):
    window = world.browser(cast.max)
    url = reverse("manager:people-case", args=[cast.case])
    answer = window.post(url, {"do": "ask"})
    assert answer.status_code == 422
    assert b"Fill in the name" in answer.content


def test_what_a_case_was_for_is_said_in_words(cast):
    window = world.browser(cast.max)
    written(window, reasons=["restore_order"])
    told = window.get(reverse("manager:people-cases")).content.decode()
    assert "restore_order" not in told
    assert "Restore order" in told
