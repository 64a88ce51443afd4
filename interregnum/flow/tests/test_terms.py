"""What is kept goes when its term is over: nothing early, nothing a day late, as it was shown before, unless held."""

from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest
import time_machine
from django.apps import apps
from django.conf import settings
from django.urls import reverse

from interregnum.files.models import StoredFile
from interregnum.flow.due import next_night
from interregnum.flow.search_index import find_anew, refresh_search
from interregnum.flow.tests.full_house import full_house
from interregnum.jobs.models import Mail
from interregnum.jobs.states import MailState
from interregnum.journal.chain import faults
from interregnum.journal.models import Entry
from interregnum.kernel.period import AMSTERDAM, local_day
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import set_value, value
from interregnum.people.models import Invitation, Manager, SearchEntry
from interregnum.people.post import write_to
from interregnum.records.keeping import apply_terms, going, going_ahead, lift_hold, set_hold, term_lines
from interregnum.records.lengths import Unit, ends_at
from interregnum.records.models import PoolStay
from interregnum.records.pool import keep_pool, renew_stay
from interregnum.records.terms import TERMS
from interregnum.stages.ask.models import Request
from interregnum.stages.contract.actions.make_documents import make_documents
from interregnum.stages.contract.models import Contract, Framework
from interregnum.stages.deliver.actions.share import share_file
from interregnum.stages.deliver.models import SharedFileVersion
from tests import world
from tests.life import Life
from tests.world import NOW, TODAY

YEARS = 9
# With whom or with what goes more than a row of its own.
OWNERS = {"idle", "pool", "pool without consent", "fiscal"}


def files_left() -> set[int]:
    """But for the framework agreement, which stays as long as it binds a client and the firm."""
    kept = Framework.objects.values_list("document", flat=True)
    return set(StoredFile.objects.exclude(pk__in=kept).values_list("pk", flat=True))


def everything_going(at, until):
    return {(term.name, one.key): one.at for term in TERMS for one in going(term, at=at, until=until)}


@pytest.mark.django_db
def test_over_nine_years_nothing_goes_early_and_nothing_a_day_late(cast):
    with time_machine.travel(NOW, tick=False):
        full_house(cast)
    horizon = NOW + timedelta(days=366 * YEARS)
    planned = everything_going(NOW, horizon)
    # A contract stays as long as its invoice does: its turn comes only then.
    assert {name for name, _key in planned} == {term.name for term in TERMS} - {"fiscal"}
    gone: dict[tuple[str, object], datetime] = {}
    night = next_night(NOW)
    while night < horizon:
        coming = {key: at for key, at in everything_going(night, horizon).items() if key not in gone}
        due = {key for key, at in coming.items() if at <= night}
        assert all(night - coming[key] < timedelta(days=1) for key in due), "a day late"
        with time_machine.travel(night, tick=False):
            apply_terms(night)
        left = everything_going(night, horizon).keys()
        gone |= {key: night for key in due}
        assert not due & left, "did not go"
        # What a rule takes along with its own rows (a request its shortlists) is none too early either.
        assert {key for key in coming if coming[key] > night and key not in left} <= taken_along(due, coming)
        # To the night on which the next one falls due: nothing happens on those between.
        later = [at for key, at in everything_going(night, horizon).items() if key not in gone]
        if not later:
            break
        night = next_night(min(later) - timedelta(seconds=1))
    assert {name for name, _key in gone} >= {term.name for term in TERMS} - {"weighed", "rejected"}
    assert list(faults()) == []
    assert not Contract.objects.exists() and not files_left()
    assert Entry.objects.filter(kind="TermsApplied").count() == len(set(gone.values()))


def taken_along(due, coming):
    """Rows that hang on a request or a person that goes."""
    owners = {name for name, _key in due} & OWNERS
    return set(coming) if owners else set()


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(6))
def test_what_was_shown_is_what_goes(cast, seed):
    with time_machine.travel(NOW, tick=False):
        full_house(cast)
    chance = Random(seed)
    at = NOW + timedelta(days=chance.choice([1, 20, 40, 200, 400, 3000]), minutes=chance.randrange(1440))
    shown = {key for key, ends in everything_going(at, at).items() if ends <= at}
    untouched = {key for key, ends in everything_going(at, at + timedelta(days=4000)).items() if ends > at}
    apply_terms(at)
    left = set(everything_going(at, at + timedelta(days=4000)))
    assert not shown & left
    # What had time left is there still, but for what hung on a row that went whole.
    gone = {name for name, _key in shown}
    assert untouched <= left or gone & OWNERS


# The first night after the seventh book year since the contracts of the tests ended.
SEVEN_YEARS_ON = datetime(2034, 1, 1, 4, 0, tzinfo=AMSTERDAM)


def tables_that_tell_of(codes: set[str]) -> set[str]:
    """The tables in which one of these codes stands, the journal apart."""
    found = set()
    for model in apps.get_models():
        rows = model._default_manager.order_by().values_list()
        if model._meta.app_label != "journal" and any(code in repr(row) for row in rows for code in codes):
            found.add(model._meta.label)
    return found


@pytest.mark.django_db
def test_after_seven_book_years_a_contract_goes_with_all_that_hangs_on_it(cast):
    with time_machine.travel(NOW, tick=False):
        life = Life(cast, until="reported")
        make_documents.call(life.contract)
        find_anew.call()
    Mail.objects.update(state=MailState.SENT, sent_at=NOW)
    codes = {life.request, life.brief, life.proposal, life.candidacy, life.contract, life.assignment, life.report}
    assert {"contract.Contract", "deliver.WeeklyReport", "people.SearchEntry"} <= tables_that_tell_of(codes)
    files = [Path(settings.FILES_ROOT) / stored.path for stored in StoredFile.objects.all()]
    fiscal = next(term for term in TERMS if term.name == "fiscal")
    at = ends_at(Contract.objects.get().ends_on, unit=Unit.BOOK_YEARS, length=7)
    assert at <= SEVEN_YEARS_ON
    # A day early nothing of it goes; it is shown beforehand, and a hold on the assignment keeps the whole of it.
    assert [one.label for one in going(fiscal, at=at, until=at)] == [Contract.objects.get().number]
    apply_terms(at - timedelta(days=1))
    set_hold(about=life.assignment, reason="Geschil", by=cast.actor(cast.bea), at=NOW)
    apply_terms(SEVEN_YEARS_ON)
    assert Contract.objects.exists()
    assert all(path.exists() for path in files)
    lift_hold(about=life.assignment, by=cast.actor(cast.bea), at=SEVEN_YEARS_ON)
    assert Mail.objects.filter(to="carla@example.org").exists()
    apply_terms(SEVEN_YEARS_ON)
    # A hold that was lifted and the codes by which mails were filed are what is left of it.
    assert tables_that_tell_of(codes) <= {
        "records.Hold",
        "jobs.Mail",
        "jobs.MailAbout",
        "django_tasks_database.DBTaskResult",
    }
    assert not Mail.objects.filter(to="carla@example.org").exists()
    # The chain is whole, and tells still that there was a contract.
    assert list(faults()) == []
    assert Entry.objects.filter(abouts__code=life.contract).exists()


@pytest.mark.django_db
def test_files_of_a_contract_are_gone_from_the_disk(cast, django_capture_on_commit_callbacks):
    others = set(StoredFile.objects.values_list("pk", flat=True))
    with time_machine.travel(NOW, tick=False):
        life = Life(cast, until="guarded")
        make_documents.call(life.contract)
        about = {"assignment": life.assignment, "by": cast.actor(cast.max), "at": NOW}
        assert isinstance(share_file(**about, title="Cijfers", content=b"%PDF-1.7", readers=frozenset()), str)
    assert SharedFileVersion.objects.get().stored.pk not in others
    files = [Path(settings.FILES_ROOT) / stored.path for stored in StoredFile.objects.exclude(pk__in=others)]
    assert files
    with django_capture_on_commit_callbacks(execute=True):
        apply_terms(SEVEN_YEARS_ON)
    assert not [path for path in files if path.exists()]


@pytest.mark.django_db
def test_the_address_of_somebody_erased_goes_once_they_were_told(cast):
    words = {"name": "Vera", "certificate": "x", "day": NOW}
    with time_machine.travel(NOW, tick=False):
        write_to(email="vera@example.org", language="nl", template="mail/data_erased.txt", is_secret=True, **words)
    apply_terms(NOW + timedelta(minutes=1))
    assert not Mail.objects.filter(to="vera@example.org").exists()


@pytest.mark.django_db
def test_what_is_gone_is_found_no_more(cast):
    with time_machine.travel(NOW, tick=False):
        life = Life(cast, until="asked")
    assert SearchEntry.objects.filter(code=life.request).exists()
    Request.objects.filter(code=life.request).delete()
    refresh_search(NOW)
    assert not SearchEntry.objects.filter(code=life.request).exists()


@pytest.mark.django_db
def test_while_a_hold_stands_nothing_of_that_object_goes(cast):
    life = Life(cast, until="asked")
    bea, at = cast.actor(cast.bea), NOW + timedelta(days=500)
    assert set_hold(about=life.request, reason="Geschil", by=bea, at=NOW)
    assert not set_hold(about=life.request, reason="Nog eens", by=bea, at=NOW)
    apply_terms(at)
    assert Request.objects.filter(code=life.request).exists()
    assert lift_hold(about=life.request, by=bea, at=at)
    apply_terms(at)
    assert not Request.objects.filter(code=life.request).exists()
    assert list(faults()) == []


@pytest.mark.django_db
def test_a_manager_is_asked_anew_and_stays_or_is_erased(cast):
    keep_pool(NOW)
    assert PoolStay.objects.count() == 2
    soon = NOW + timedelta(days=340)
    assert keep_pool(NOW + timedelta(days=300)) == 0
    assert keep_pool(soon) == 2
    assert keep_pool(soon) == 0
    mail = Mail.objects.filter(to="olga@example.org").latest("pk")
    token = mail.text.split("/stay/")[1].split("/")[0]
    browser = world.browser()
    with time_machine.travel(soon, tick=False):
        assert browser.get(f"/stay/{token}/").status_code == 200
        assert browser.post(f"/stay/{token}/", {"once": "ja"}).status_code == 302
        assert browser.get(f"/stay/{token}/").status_code == 410
    assert isinstance(renew_stay(token=token, at=soon), Refused)
    apply_terms(NOW + timedelta(days=366))
    names = set(Manager.objects.values_list("name", flat=True))
    assert "Olga Voorbeeld" in names
    assert "Max Voorbeeld" not in names


@pytest.mark.django_db
def test_a_contract_is_a_reason_of_its_own_to_keep_a_profile(cast):
    Life(cast, until="signed")
    keep_pool(NOW)
    assert list(PoolStay.objects.values_list("manager", flat=True)) == [cast.olga_profile.code]


@pytest.mark.django_db
def test_a_partner_sees_what_goes_and_lays_a_hold(cast):
    life = Life(cast, until="sent")
    browser = world.browser(cast.bea)
    with time_machine.travel(NOW + timedelta(days=29), tick=False):
        page = browser.get(reverse("bureau:terms")).content.decode()
        assert "Texts of mails that were sent" in page
        assert "AWR" in page
        address = reverse("bureau:hold", args=[life.request])
        assert browser.post(address, {"reason": "Geschil"}).status_code == 302
        assert "Geschil" in browser.get(reverse("bureau:terms")).content.decode()
        assert browser.post(address, {"once": "weg"}).status_code == 302
        assert "No hold stands" in browser.get(reverse("bureau:terms")).content.decode()
        assert world.browser(cast.anton).get(reverse("bureau:terms")).status_code == 404


@pytest.mark.django_db
def test_what_is_shown_knows_of_a_length_that_changes_in_the_coming_month(cast):
    Invitation.objects.all().delete()
    sent = {"account": cast.anton, "sent_at": NOW, "expires_at": NOW}
    Invitation.objects.create(token_hash="x" * 64, **sent)
    term = next(term for term in TERMS if term.name == "invitation")
    days, on = int(value(term.parameter, on=TODAY)), TODAY + timedelta(days=10)

    def shown(at):
        lines, last = term_lines(on=local_day(at)), at + timedelta(days=30)
        found = going_ahead(lines, held=frozenset(), at=at, last=last)
        return [(one.key, local_day(one.at)) for one in found[term.name]]

    key = Invitation.objects.get().pk
    set_value(term.parameter, days + 400, valid_from=TODAY, source="proef")
    assert shown(NOW) == []
    set_value(term.parameter, 1, valid_from=on, source="proef")
    assert shown(NOW) == [(key, on)]
    with time_machine.travel(NOW + timedelta(days=11), tick=False):
        apply_terms(NOW + timedelta(days=11))
    assert not Invitation.objects.exists()
