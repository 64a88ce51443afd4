"""Nobody reads what is not theirs, through whichever door."""

import base64
import logging
from collections.abc import Iterator

import pytest
import time_machine
from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.http import HttpResponse
from django.urls import reverse

from interregnum.columns.fields import CodeField, EnumField, MoneyField
from interregnum.files.store import keep
from interregnum.jobs.models import Mail
from interregnum.journal.models import Payload
from interregnum.outside.documents import pdf
from interregnum.people.models import CvFile
from interregnum.records.classes import Class
from interregnum.records.fields import fields_of
from tests import world
from tests.canaries import seeded
from tests.canaries.crawl import Crawl, readable, text_of
from tests.canaries.firm import CanaryFirm, Visitor, make_documents_anew, make_firm
from tests.canaries.planting import Cage
from tests.canaries.readers import OPEN, OWN_WORDS, READERS

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
NAMES = (
    "nobody",
    "Bea",
    "Anton",
    "Aad",
    "Carla",
    "Otto",
    "Max",
    "Olga",
    "Sara",
    "Oscar",
    "Berend",
    "Aukje",
    "Dirk",
    "Dora",
)


TEXT = models.CharField | models.TextField | models.JSONField | models.BinaryField | MoneyField
CODES = CodeField | EnumField | models.SlugField


class Ears(logging.Handler):
    """Hears every line that the house logs, of whatever weight."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(self.format(record))


@pytest.fixture(scope="module")
def ears() -> Iterator[Ears]:
    ears, root = Ears(), logging.getLogger("interregnum")
    level = root.level
    root.addHandler(ears)
    root.setLevel(logging.DEBUG)
    yield ears
    root.removeHandler(ears)
    root.setLevel(level)


@pytest.fixture(scope="module")
def firm(django_db_setup, django_db_blocker, tmp_path_factory, ears) -> Iterator[CanaryFirm]:
    settings.FILES_ROOT = tmp_path_factory.mktemp("files")
    settings.KEYS_FOLDER = tmp_path_factory.getbasetemp() / "keys"
    settings.CANARY_FILES = settings.FILES_ROOT
    with django_db_blocker.unblock(), transaction.atomic(), time_machine.travel(world.NOW, tick=False):
        yield make_firm()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _files(firm, _own_folders, settings) -> None:
    settings.FILES_ROOT = settings.CANARY_FILES


def leaks(firm: CanaryFirm, visitor: Visitor, seen: dict[str, str]) -> list[str]:
    """Each thing that this person read and may not, with the place."""
    return sorted(
        {
            f"{visitor.name} read {canary.column} of the {canary.side} side at {address}"
            for address, text in seen.items()
            for canary in firm.cage.found_in(text)
            if not visitor.may_read(canary.column, canary.side)
        }
    )


def crawled(firm: CanaryFirm, name: str, under: str = "/") -> Crawl:
    crawl = Crawl(world.browser(firm.visitors[name].account), firm.lives, under)
    with time_machine.travel(world.NOW, tick=False):
        crawl.go()
    return crawl


def crawl(firm: CanaryFirm, name: str, under: str = "/") -> list[str]:
    return leaks(firm, firm.visitors[name], crawled(firm, name, under).seen)


@pytest.mark.parametrize("name", NAMES)
def test_nobody_finds_what_is_not_theirs_nor_is_shown_a_way_that_is_shut(firm, name):
    found = crawled(firm, name)
    assert "\n".join(leaks(firm, firm.visitors[name], found.seen)) == ""
    assert "\n".join(found.dead()) == ""


INSIDE = {"people.CvFile.read", "people.CvFile.lines", "people.CvFile.remarks"}


@pytest.mark.parametrize(
    ("name", "desk", "columns"),
    [("Bea", "bureau", INSIDE), ("Max", "manager", INSIDE), ("Olga", "manager", set()), ("Carla", "bureau", set())],
)
def test_the_inside_of_a_read_cv_is_read_by_the_bureau_and_by_whose_it_is_alone(firm, name, desk, columns):
    address = reverse(f"{desk}:people-cv", args=[CvFile.objects.get(manager=firm.lives[0].cast.max_profile).code])
    with time_machine.travel(world.NOW, tick=False):
        seen = text_of(world.browser(firm.visitors[name].account).get(address))
    assert {canary.column for canary in firm.cage.found_in(seen)} & INSIDE == columns


def test_no_mail_holds_what_somebody_wrote(firm):
    assert Mail.objects.exists()
    assert told_by_mail(firm) == []


def told_by_mail(firm: CanaryFirm) -> list[tuple[str, str]]:
    """Which letters hold what somebody wrote in the course of a life, beside names."""
    return [
        (mail.template, canary.column)
        for mail in Mail.objects.all()
        for canary in firm.cage.found_in(mail.subject + mail.text)
        if not canary.column.endswith("name")
    ]


def test_no_fact_holds_what_somebody_wrote(firm):
    payloads = Payload.objects.select_related("entry")
    assert [row.entry.kind for row in payloads if firm.cage.found_in(str(row.content))] == []


# What opens with a key that stands outside database, files and backups, and is nowhere without it.
SEALED = {"people.Screening.detail", "ensure.NotebookEntry.text", "ensure.ReleasedEntry.text"}


def unsealed(firm: CanaryFirm) -> list[str]:
    """Where something sealed lies as it was written: in a table, or in a file of the house, whoever may fetch that."""
    kept = [path for path in settings.FILES_ROOT.rglob("*") if path.is_file()]
    places = {str(path): readable(path.read_bytes()) for path in kept}
    for model in apps.get_models():
        places[model._meta.label] = "\n".join(map(str, model._default_manager.values_list()))
    found = [(at, one.column) for at, text in places.items() for one in firm.cage.found_in(text)]
    return [f"{column} in {at}" for at, column in found if column in SEALED]


def test_nothing_sealed_lies_open_in_a_table_or_a_file(firm):
    assert {one.column for one in firm.cage.canaries.values()} >= SEALED
    assert unsealed(firm) == []


def test_something_sealed_that_got_into_a_file_is_found(firm):
    token = next(one.token for one in firm.cage.canaries.values() if one.column == "people.Screening.detail")
    page = '#set document(title: "x")\n#json(bytes(sys.inputs.data)).said'
    content = pdf(page, {"said": token}, day=world.TODAY)
    with transaction.atomic():
        stored = keep(name="x.pdf", content=content, media_type="application/pdf", at=world.NOW)
        found = unsealed(firm)
        transaction.set_rollback(True)
    (settings.FILES_ROOT / stored.path).unlink()
    assert [line for line in found if stored.path in line]


def test_no_log_holds_a_canary(firm, ears):
    """After all that was lived and crawled above, in one process."""
    crawl(firm, "nobody", under="/ask/")
    assert [line for line in ears.heard if firm.cage.found_in(line)] == []


# Which leak, who runs into it, and what they read there.
PAGES = (
    (seeded.page_of_another_client, "Otto", "deliver.WeeklyReport.progress", "/client/reports/"),
    (seeded.search_beyond_the_portfolio, "Aad", "ask.Request.organisation_name", "/bureau/requests/?q="),
    (seeded.preparation_before_it_begins, "Max", "ensure.Preparation.of_client", "/manager/reviews/"),
    (seeded.choices_of_a_form, "nobody", "people.Organisation.name", "/ask/"),
    (seeded.cv_of_somebody_else, "Olga", "people.CvFile.lines", "/manager/cv/"),
    (seeded.roster_for_whoever_asks, "Olga", "people.Manager.name", "/bureau/managers/"),
)


@pytest.mark.parametrize(("leak", "name", "column", "address"), PAGES, ids=lambda value: getattr(value, "__name__", ""))
def test_a_leak_built_into_a_page_is_found(firm, monkeypatch, leak, name, column, address):
    leak(monkeypatch)
    found = crawl(firm, name, under=address.partition("?")[0])
    assert [line for line in found if column in line and address in line]


def test_a_leak_built_into_a_document_is_found(firm, monkeypatch):
    seeded.document_of_the_other_side(monkeypatch)
    with transaction.atomic():
        make_documents_anew()
        found = crawl(firm, "Carla", under="/client/contracts/")
        transaction.set_rollback(True)
    assert [line for line in found if "manager_rate" in line and "/client/contracts/" in line]


def test_a_leak_built_into_a_mail_is_found(firm, monkeypatch):
    with transaction.atomic():
        seeded.mail_with_words(monkeypatch, firm)
        found = told_by_mail(firm)
        transaction.set_rollback(True)
    assert found


def test_a_leak_built_into_a_log_is_found(firm, monkeypatch, ears):
    seeded.log_of_names(monkeypatch)
    before = len(ears.heard)
    crawl(firm, "Carla", under="/client/")
    assert [line for line in ears.heard[before:] if firm.cage.found_in(line)]
    del ears.heard[before:]


def test_a_picture_in_a_page_is_read_as_it_is_drawn():
    cage = Cage()
    amount = cage.new("choose.Candidacy.client_rate", "other", amount=True)
    by_chance = HttpResponse(f'<img src="data:image/svg+xml;base64,AAAA/{amount.token}/AA">')
    letters = base64.b64encode(amount.token.encode()).decode()
    drawn = HttpResponse(f'<img src="data:image/svg+xml;base64,{letters}">')
    assert cage.found_in(text_of(by_chance)) == set()
    assert cage.found_in(text_of(drawn)) == {amount}


@pytest.mark.parametrize(("header", "around"), [("Server-Timing", "app;dur={}.3"), ("Content-Length", "{}")])
def test_how_long_or_how_large_an_answer_was_is_no_amount(header, around):
    cage = Cage()
    amount = cage.new("deliver.MandateLine.limit", "own", amount=True)
    answer = HttpResponse("words", headers={header: around.format(amount.token)})
    assert cage.found_in(text_of(answer)) == set()
    assert cage.found_in(text_of(HttpResponse("words", headers={"X-Told": amount.token}))) == {amount}


def test_every_column_of_text_has_its_readers_or_a_reason():
    columns = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("interregnum") and model._meta.app_label not in OWN_WORDS
        for field in fields_of(model, Class.BUSINESS)
        if isinstance(field, TEXT) and not isinstance(field, CODES)
    }
    assert columns - READERS.keys() - OPEN.keys() == set()
    assert OPEN.keys() - columns == set()
