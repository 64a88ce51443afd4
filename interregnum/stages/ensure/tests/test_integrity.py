"""Integrity: the register of introduced persons, its signal, and what two share who should share nothing."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from interregnum.jobs.models import Mail
from interregnum.people.models import Business, Organisation
from interregnum.stages.deliver.actions.answer_hours import answer_hours
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.queries.quality.bounds import WINDOWS
from interregnum.stages.deliver.queries.quality.gather import gather
from interregnum.stages.deliver.queries.signals import known_on
from interregnum.stages.ensure.actions.watch_overlaps import look_for_overlaps
from interregnum.stages.ensure.models import IntroducedPerson, NoCommission
from interregnum.stages.ensure.rules.overlap import Marks, Overlap, Shared, Whose, is_late, overlaps, plain
from interregnum.stages.ensure.tests.review_world import running
from tests.life import Life
from tests.world import NOW, TODAY, Cast, browser

AT = NOW + timedelta(days=3)
TOLD = {"name": "Ina Verzonnen", "introduced_on": f"{TODAY:%Y-%m-%d}", "tie": "Zus", "do": "note"}


@pytest.fixture
def row(cast: Cast) -> Assignment:
    return running(cast)


def page_of(row: Assignment, desk: str) -> str:
    return f"/{desk}/assignments/{row.code}/introduced/"


def counted(row: Assignment, days: int) -> tuple[int, int]:
    on = TODAY + timedelta(days=days)
    rows = list(Assignment.objects.filter(pk=row.pk).select_related("contract__brief"))
    seen = gather(rows, windows=known_on(on)[WINDOWS], on=on)[row.pk]
    return seen.undeclared, seen.declared_late


def test_what_is_written_otherwise_is_the_same_number() -> None:
    own = Marks(iban="nl00 bank 0000", kvk="12345678", address="Straat 1, 1000 AA")
    others = [
        (Whose.MANAGER, "Max", Marks(iban="NL00BANK0000")),
        (Whose.CLIENT, "Bank", Marks(kvk="12345678", address="straat 1 1000aa")),
        (Whose.OTHER_MANAGER, "Olga", Marks()),
    ]
    assert overlaps(own, others) == (
        Overlap(Shared.IBAN, Whose.MANAGER, "Max"),
        Overlap(Shared.KVK, Whose.CLIENT, "Bank"),
        Overlap(Shared.ADDRESS, Whose.CLIENT, "Bank"),
    )


@given(st.text(max_size=20), st.text(max_size=20))
def test_overlap_knows_no_first_and_second_and_nothing_matches_nothing(one: str, other: str) -> None:
    def shares(own: str, theirs: str) -> bool:
        return bool(overlaps(Marks(iban=own), [(Whose.MANAGER, "Max", Marks(iban=theirs))]))

    assert shares(one, other) == shares(other, one)
    assert shares(one, one) == bool(plain(one))


def test_late_is_after_the_days_that_are_given() -> None:
    assert not is_late(TODAY, TODAY + timedelta(days=7), within_days=7)
    assert is_late(TODAY, TODAY + timedelta(days=8), within_days=7)


def test_what_the_manager_notes_is_declared_at_once(cast: Cast, row: Assignment) -> None:
    with time_machine.travel(AT, tick=False):
        assert browser(cast.max).post(page_of(row, "manager"), TOLD).status_code == 302
        assert browser(cast.max).post(page_of(row, "manager"), TOLD).status_code == 422
        later = TOLD | {"name": "Een ander", "introduced_on": f"{TODAY + timedelta(days=30):%Y-%m-%d}"}
        assert browser(cast.max).post(page_of(row, "manager"), later).status_code == 422
        assert browser(cast.carla).get(page_of(row, "client")).status_code == 404
    assert counted(row, 3) == (0, 0)


@pytest.mark.mission("D6")
def test_what_others_note_is_a_signal_until_the_manager_declares_it(cast: Cast, row: Assignment) -> None:
    with time_machine.travel(AT, tick=False):
        assert browser(cast.sara).post(page_of(row, "shadow"), TOLD).status_code == 302
    assert counted(row, 3) == (1, 0)
    person = IntroducedPerson.objects.get()
    with time_machine.travel(NOW + timedelta(days=20), tick=False):
        declare = {"do": "declare", "person": person.code}
        # For anybody else the button is not there: what they send is read as a person without a name.
        assert browser(cast.sara).post(page_of(row, "shadow"), declare).status_code == 422
        assert browser(cast.max).post(page_of(row, "manager"), declare).status_code == 302
        assert browser(cast.max).post(page_of(row, "manager"), declare).status_code == 422
    assert counted(row, 21) == (0, 1)
    # It is remembered for a while, and not for ever.
    assert counted(row, 20 + 61) == (0, 0)


def test_the_bureau_is_warned_of_what_is_shared_and_nobody_else(cast: Cast, row: Assignment) -> None:
    iban = "NL02ABNA0123456789"
    Business.objects.create(
        manager=cast.olga_profile, legal_form="sole_trader", work_right="citizen", iban=iban, saved_at=NOW
    )
    Organisation.objects.filter(pk=cast.bank.pk).update(kvk="12345678")
    with time_machine.travel(AT, tick=False):
        told = TOLD | {"iban": "nl02 abna 0123 4567 89", "kvk": "12345678"}
        assert browser(cast.max).post(page_of(row, "manager"), told).status_code == 302
        bureau = browser(cast.bea).get(page_of(row, "bureau"))
        alerts = bureau.context["page"].people[0].alerts
        assert len(alerts) == 2
        assert "Olga" in alerts[0]
        assert bureau.context["page"].alerts == ()
        for person, desk in ((cast.max, "manager"), (cast.sara, "shadow")):
            page = browser(person).get(page_of(row, desk))
            assert page.context["page"].people[0].alerts == ()
            assert iban not in page.text
            assert "Olga" not in page.text
        assert iban not in bureau.text


def test_the_bureau_is_warned_of_what_the_manager_shares(cast: Cast, row: Assignment) -> None:
    told = {"legal_form": "sole_trader", "work_right": "citizen", "saved_at": NOW, "iban": "NL02ABNA0123456789"}
    Business.objects.create(manager=cast.max_profile, kvk="12345678", **told)
    Business.objects.create(manager=cast.olga_profile, kvk="87654321", **told)
    Organisation.objects.filter(pk=cast.bank.pk).update(kvk="12345678")
    with time_machine.travel(AT, tick=False):
        alerts = browser(cast.bea).get(page_of(row, "bureau")).context["page"].alerts
        assert len(alerts) == 2
        assert browser(cast.max).get(page_of(row, "manager")).context["page"].alerts == ()


def test_what_is_shared_is_on_the_desk_and_in_the_mail_until_the_bureau_looked_into_it(cast: Cast, row: Assignment):
    with time_machine.travel(AT, tick=False):
        browser(cast.max).post(page_of(row, "manager"), TOLD | {"kvk": "12345678"})
        assert not Mail.objects.filter(template="mail/introduced_overlap.txt").exists()
        # What becomes known later counts too, and is said once.
        Organisation.objects.filter(pk=row.organisation_id).update(kvk="12345678")
        assert (look_for_overlaps(AT), look_for_overlaps(AT)) == (1, 0)
        told = Mail.objects.filter(template="mail/introduced_overlap.txt")
        assert [mail.to for mail in told] == [row.owner.email if row.owner else "anton@example.org"]
        todo = "Look into what an introduced person shares"
        assert todo in browser(cast.anton).get("/bureau/").content.decode()
        person = IntroducedPerson.objects.get()
        answer = {"do": "answer", "person": person.code, "answer": "Haar eigen bedrijf."}
        # At the field it says who reads it, and an empty answer is refused there: not in the form of a new person.
        empty = browser(cast.anton).post(page_of(row, "bureau"), answer | {"answer": ""})
        assert empty.status_code == 422
        assert empty.text.count("The bureau alone reads this.") == 1
        assert empty.text.count("This field is required.") == 2, "in the summary and at the field"
        assert "Only compared" in empty.text
        for stranger, desk in ((cast.max, "manager"), (cast.sara, "shadow")):
            browser(stranger).post(page_of(row, desk), answer)
        person.refresh_from_db()
        assert person.overlap_answer == ""
        assert browser(cast.anton).post(page_of(row, "bureau"), answer).status_code == 302
        assert browser(cast.anton).post(page_of(row, "bureau"), answer).status_code == 422
        assert todo not in browser(cast.anton).get("/bureau/").content.decode()
        assert "Haar eigen bedrijf." in browser(cast.anton).get(page_of(row, "bureau")).content.decode()
        assert "Haar eigen bedrijf." not in browser(cast.max).get(page_of(row, "manager")).content.decode()


def test_of_each_month_the_manager_states_once_that_no_commission_was_paid(cast: Cast) -> None:
    life = Life(cast, until="reported")
    at = datetime(2026, 4, 2, 9, tzinfo=UTC)
    page = f"/manager/assignments/{life.assignment}/introduced/"
    state = {"do": "state", "month": "2026-03-01"}
    with time_machine.travel(at, tick=False):
        todo = "State that no commission was paid"
        assert todo not in browser(cast.max).get("/manager/").text
        assert answer_hours(week=life.hours, version=1, by=life.carla, at=at) is None
        assert todo in browser(cast.max).get("/manager/").text
        # Another month, nobody else's, and not by the firm.
        assert browser(cast.max).post(page, state | {"month": "2026-02-01"}).status_code == 422
        browser(cast.anton).post(page.replace("/manager/", "/bureau/"), state)
        browser(cast.sara).post(page.replace("/manager/", "/shadow/"), state)
        assert not NoCommission.objects.exists()
        assert browser(cast.max).post(page, state).status_code == 302
        assert browser(cast.max).post(page, state).status_code == 422
        assert todo not in browser(cast.max).get("/manager/").text
        assert "stated on 2" in browser(cast.anton).get(page.replace("/manager/", "/bureau/")).text
    assert (NoCommission.objects.get().month, NoCommission.objects.get().manager) == (
        date(2026, 3, 1),
        cast.max_profile,
    )
