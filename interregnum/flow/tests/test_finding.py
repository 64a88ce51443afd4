"""One search box and the telephone: what is found and by whom, calls written down, and a client on one page."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interregnum.flow.management.commands.migrate import Command
from interregnum.flow.search_index import refresh_search
from interregnum.jobs.models import Mail
from interregnum.kernel.actor import VISITOR
from interregnum.people.models import Contact, Manager, Note, Organisation, SearchEntry, SearchWord
from interregnum.people.notes import Written, actions_of, finish_next_action, write_note
from interregnum.people.rules.notes import NoteKind
from interregnum.records.erase import erase_person
from interregnum.records.persons import person_of
from interregnum.stages.ask.actions.receive_request import Stated, receive_request
from interregnum.stages.ask.models import Request
from tests.life import Life
from tests.remembered import remembered
from tests.world import NOW, TODAY, browser, make_manager

pytestmark = pytest.mark.django_db
SEARCH = "/bureau/search/"


@pytest.fixture
def life(cast):
    """A running assignment, and everything that can be found."""
    return remembered("what is found", lambda: _life(cast))


def _life(cast):
    Organisation.objects.filter(pk=cast.bank.pk).update(
        kvk="87654321", phone="030 123 45 67", postal_code="3511 AB", street="Oudegracht 1"
    )
    for name in ("Søren Kjær", "Анна Иванова", "Piet van den Berg"):
        Contact.objects.create(organisation=cast.bank, name=name)
    Contact.objects.create(organisation=cast.bank, name="Henriëtte Kuijpers", phone="+31612345678")
    Manager.objects.filter(pk=cast.max_profile.pk).update(name="Maximiliaan Hendriks")
    life = Life(cast, until="reported")
    refresh_search(NOW)
    return life


def found(person, query: str) -> str:
    page = browser(person).get(SEARCH, {"q": query}).content.decode()
    return page.split('class="found-page"')[1].split("</main>")[0]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("hendr", "Maximiliaan Hendriks"),
        ("hendirks", "Maximiliaan Hendriks"),
        ("Hendrik utrecht", "Maximiliaan Hendriks"),
        ("henriette", "Henriëtte Kuijpers"),
        ("kuijpes", "Henriëtte Kuijpers"),
        ("06-12345678", "Henriëtte Kuijpers"),
        ("+31 6 1234 5678", "Henriëtte Kuijpers"),
        ("030-1234567", "Bank De Proef"),
        ("8765", "Bank De Proef"),
        ("prof bank", "Bank De Proef"),
        ("kuijp 5678", "Henriëtte Kuijpers"),
        ("miliaan", "Maximiliaan Hendriks"),
        ("soren kjaer", "Søren Kjær"),
        ("SØREN", "Søren Kjær"),
        ("Иванов", "Анна Иванова"),
        ("vd berg", "Piet van den Berg"),
        ("vdberg", "Piet van den Berg"),
        ("vandenberg", "Piet van den Berg"),
        ("vandenbreg", "Piet van den Berg"),
        ("piet denberg", "Piet van den Berg"),
        ("deproef", "Bank De Proef"),
        ("KvK 8765", "Bank De Proef"),
        ("kvk 87654321", "Bank De Proef"),
        ("3511ab", "Bank De Proef"),
        ("3511 AB", "Bank De Proef"),
        ("oudegr", "Bank De Proef"),
    ],
)
def test_a_part_of_a_name_a_number_or_a_place_is_enough(life, cast, query, title):
    assert title in found(cast.bea, query)


def test_assignments_and_contracts_are_found_by_number_and_requests_by_their_client(life, cast):
    page = found(cast.bea, "bank proef")
    for address, code in (("ask-triage", life.request), ("contract-contract", life.contract)):
        assert reverse(f"bureau:{address}", args=[code]) in page
        assert reverse(f"bureau:{address}", args=[code]) in found(cast.bea, "utrecht")
    assert reverse("bureau:deliver-assignment", args=[life.assignment]) in page


def test_somebody_elses_portfolio_is_not_found(life, cast):
    assert life.contract in found(cast.anton, "bank proef")
    other = found(cast.aad, "bank proef")
    assert life.contract not in other
    assert life.request not in other
    assert cast.bank.code in other
    assert browser(cast.carla).get(SEARCH, {"q": "bank"}).status_code == 404


def test_nothing_found_says_so_and_hostile_words_are_harmless(life, cast):
    for query in ("zzzzqqq", "' OR 1=1", "\x00", "%", "<script>", "🙂", "*" * 300):
        assert browser(cast.bea).get(SEARCH, {"q": query}).status_code == 200
    assert "Nothing found" in found(cast.bea, "zzzzqqq")


def test_the_box_asks_a_bounded_number_of_questions(life, cast):
    window = browser(cast.bea)
    with CaptureQueriesContext(connection) as few:
        window.get(SEARCH, {"q": "hendriks"})
    for number in range(40):
        make_manager(name=f"Hendriks {number}", email=f"h{number}@example.org")
    refresh_search(NOW)
    with CaptureQueriesContext(connection) as many:
        window.get(SEARCH, {"q": "hendriks"})
    assert len(many) <= len(few) <= 25


def test_a_new_name_is_found_at_once_and_the_old_one_no_longer(life, cast):
    path = reverse("bureau:people-client-edit", args=[cast.bank.code])
    browser(cast.bea).post(path, {"name": "Bank Zonneschijn", "sector": "bank", "city": "Utrecht"})
    assert "Bank Zonneschijn" in found(cast.bea, "zonnesch")


def test_what_a_file_changed_is_found_from_the_next_night_on(life, cast):
    Manager.objects.filter(pk=cast.max_profile.pk).update(phone="06 98 76 54 32")
    assert "Maximiliaan Hendriks" not in found(cast.bea, "0698765432")
    assert refresh_search(NOW) == 1
    assert "Maximiliaan Hendriks" in found(cast.bea, "0698765432")
    assert refresh_search(NOW) == 0


def test_a_request_from_the_page_of_a_client_begins_with_who_they_are(life, cast):
    path = f"/ask/?client={cast.bank.code}"
    link = browser(cast.bea).get(reverse("bureau:people-client", args=[cast.bank.code])).content.decode()
    assert f'href="{path}"' in link
    assert 'value="Bank De Proef"' in browser(cast.bea).get(path).content.decode()
    for person in (None, cast.carla):
        assert "Bank De Proef" not in browser(person).get(path).content.decode()


def test_a_call_with_a_manager_stands_on_the_managers_page(life, cast):
    written = Written(kind=NoteKind.CALL, text="Kan vanaf mei.", manager=cast.max_profile.code)
    write_note(written=written, by=cast.actor(cast.anton), at=NOW)
    page = reverse("bureau:people-manager", args=[cast.max_profile.code])
    assert "Kan vanaf mei." in browser(cast.aad).get(page).content.decode()
    assert "Kan vanaf mei." not in browser(cast.aukje).get(page).content.decode()


def call(person, **typed: object):
    form = {"kind": "call", "text": "Belt morgen terug.", **typed}
    return browser(person).post(reverse("bureau:note-new"), form)


def test_a_call_is_written_down_with_whoever_the_number_is(life, cast):
    response = call(cast.anton, who="06 12 34 56 78", next_action="Offerte nabellen", next_on="2126-03-05")
    assert response.status_code == 302
    note = Note.objects.get(kind="call")
    assert (note.contact.name, note.organisation, note.kind) == ("Henriëtte Kuijpers", cast.bank, NoteKind.CALL)
    assert note.next_owner == cast.anton
    assert response.headers["Location"] == reverse("bureau:people-client", args=[cast.bank.code])


def test_a_whole_name_that_only_one_bears_is_enough(life, cast):
    assert call(cast.anton, who="bank de proef").status_code == 302
    assert Note.objects.get(kind="call").organisation == cast.bank


def test_of_several_who_fit_one_must_be_chosen_and_nothing_typed_is_lost(life, cast):
    response = call(cast.anton, who="proef")
    assert response.status_code == 422
    page = response.content.decode()
    assert "Belt morgen terug." in page
    assert not Note.objects.filter(kind="call").exists()


def test_the_form_begins_with_whom_the_page_is_about(life, cast):
    for code in (life.request, life.assignment, cast.bank.code):
        page = browser(cast.anton).get(reverse("bureau:note-new"), {"of": code}).content.decode()
        assert 'value="Bank De Proef"' in page
    hidden = browser(cast.aad).get(reverse("bureau:note-new"), {"of": life.request}).content.decode()
    assert "Bank De Proef" not in hidden


def test_a_next_action_needs_a_day_stands_on_the_desk_and_is_done_once(life, cast):
    assert call(cast.anton, chosen=cast.bank.code, who="x", next_action="Nabellen").status_code == 422
    anton = cast.actor(cast.anton)
    written = Written(
        kind=NoteKind.NOTE, text="Wil meer.", organisation=cast.bank.code, next_action="Nabellen", next_on=TODAY
    )
    code = str(write_note(written=written, by=anton, at=NOW))
    assert code in [row.code for row in actions_of(anton, until=TODAY)]
    with time_machine.travel(NOW + timedelta(days=2), tick=False):
        assert "2 days late" in browser(cast.anton).get(reverse("bureau:home")).content.decode()
    assert finish_next_action(note=code, by=anton, at=NOW) is None
    assert finish_next_action(note=code, by=anton, at=NOW) is not None
    assert code not in [row.code for row in actions_of(anton, until=TODAY)]


def test_a_client_stands_on_one_page_with_all_that_happened(life, cast):
    call(cast.anton, chosen=cast.bank.code, who="x")
    path = reverse("bureau:people-client", args=[cast.bank.code])
    page = browser(cast.anton).get(path).content.decode()
    for words in ("Belt morgen terug.", "Henriëtte Kuijpers", life.request, life.contract, life.assignment):
        assert words in page
    assert "Belt morgen terug." not in browser(cast.anton).get(path, {"show": "mails"}).content.decode()
    assert browser(cast.anton).get(path, {"page": "2"}).status_code == 200
    assert life.contract not in browser(cast.aad).get(path).content.decode()


def test_an_upgrade_makes_found_what_the_program_of_before_wrote(file_database, monkeypatch):
    Organisation.objects.create(name="Bank De Proef")
    for is_upgrade, count in ((False, 0), (True, 1)):
        monkeypatch.setattr(Command, "_is_upgrade", lambda *_, is_it=is_upgrade: is_it)
        call_command("migrate", without_backup=True, verbosity=0)
        assert SearchEntry.objects.filter(title="Bank De Proef").count() == count


def test_a_profile_that_went_up_in_another_one_is_not_found_again_after_the_night(cast):
    refresh_search(NOW)
    assert SearchEntry.objects.filter(code=cast.max_profile.code).exists()
    Manager.objects.filter(pk=cast.max_profile.pk).update(is_active=False)
    refresh_search(NOW)
    assert not SearchEntry.objects.filter(code=cast.max_profile.code).exists()


def test_what_happened_in_somebody_elses_portfolio_stands_on_no_page_of_the_client_or_manager(life, cast):
    pages = [
        (reverse("bureau:people-client", args=[cast.bank.code]), {"show": "steps"}),
        (reverse("bureau:history", args=[cast.bank.code]), {}),
        (reverse("bureau:history", args=[cast.max_profile.code]), {}),
    ]
    for path, asked in pages:
        assert "The contract is complete" in browser(cast.anton).get(path, asked).content.decode()
        other = browser(cast.aad).get(path, asked)
        assert other.status_code == 200
        for words in ("The contract is complete", "The client chose", "The request was confirmed"):
            assert words not in re.sub(r"<select.*?</select>", "", other.content.decode(), flags=re.DOTALL)


def test_ones_own_request_is_found_behind_many_of_somebody_else(life, cast):
    of_anton = {"organisation_name": "Aa Bank", "contact_email": "x@example.org", "owner": cast.anton}
    Request.objects.bulk_create(
        Request(text="x", contact_name=f"Piet {n}", received_at=NOW, code=f"many{n}", **of_anton) for n in range(120)
    )
    of_aad = of_anton | {"organisation_name": "Zuiderbank", "owner": cast.aad, "code": "hers"}
    Request.objects.create(text="x", contact_name="Piet Zuid", received_at=NOW, **of_aad)
    refresh_search(NOW)
    assert "Piet Zuid" in found(cast.aad, "piet")


def test_whoever_was_erased_is_found_no_more_by_name_and_their_request_without_it(cast):
    contact = Contact.objects.create(organisation=cast.bank, name="Wies Wegraak", email="wies@example.org")
    stated = Stated(
        text="Onze directeur is ziek.",
        organisation_name="Losse Bank",
        contact_name="Wies Wegraak",
        contact_email="wies@example.org",
    )
    receive_request(stated=stated, by=VISITOR, at=NOW)
    refresh_search(NOW)
    link = re.search(r"/intake/\S+?/", Mail.objects.get(template="mail/ask_received.txt").text)[0]
    assert contact.name in found(cast.bea, "wegraak")
    erase_person(person_of(emails=["wies@example.org"]), by=cast.actor(cast.bea), at=NOW)
    assert "Nothing found" in found(cast.bea, "wegraak")
    assert not SearchWord.objects.filter(text__in=("wies", "wegraak")).exists()
    refresh_search(NOW)
    assert "Nothing found" in found(cast.bea, "wies")
    assert "Losse Bank" in found(cast.bea, "losse bank")
    with time_machine.travel(NOW, tick=False):
        assert browser().get(link).status_code == 410
        before = Mail.objects.count()
        assert browser().post(link).status_code == 410
        assert Mail.objects.count() == before
