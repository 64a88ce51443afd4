"""Every address, as every role, with every verb: made from people/permissions.py.

A denied call is answered as an address that does not exist, writes nothing, and leaves every row as it was.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie
from itertools import cycle
from pathlib import Path

import pytest
import time_machine
from django.db import connection, transaction
from django.template.backends.django import Template
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse

import interregnum
from interregnum.kernel.actor import Role
from interregnum.people.permission import Scope
from interregnum.people.permissions import BY_ADDRESS, ROWS
from tests import world
from tests.house.digest import NO_BUSINESS, digest
from tests.house.forms_of_addresses import form_of, objects_of
from tests.house.forms_of_assignments import asked_resistance_of, decision_of, resistance_of, shared_file_of
from tests.house.forms_of_briefs import offered_again
from tests.house.forms_of_choosing import had_of_choosing
from tests.house.forms_of_guarantee import had_of_guarantee
from tests.house.forms_of_handover import had_of_handover
from tests.house.forms_of_invoices import had_of_invoices
from tests.house.forms_of_ladder import unstated
from tests.house.forms_of_learning import had_of_learning
from tests.house.forms_of_notebook import entry_of, sounding_of
from tests.house.forms_of_payables import had_of_payables
from tests.house.forms_of_profiles import died_profile
from tests.house.forms_of_pulses import quote_of
from tests.house.forms_of_reviews import had_of_reviews
from tests.house.forms_of_signing import framework_of, had_of_signing
from tests.life import Life

pytestmark = pytest.mark.django_db
VERBS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
# Who does not know an address is told so before the verb is looked at: of these each of them tries one.
RARE = ("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS")
# Every name that some page reads behind the question mark of its address.
ASKED = {
    name
    for file in Path(interregnum.__path__[0]).rglob("*.py")
    for name in re.findall(r"GET\.get(?:list)?\(['\"](\w+)", file.read_text("utf-8"))
} | {"first", "last", "day"}
ROLES = tuple(role for role in Role if role is not Role.HOUSE)


@pytest.fixture(scope="module")
def lived(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[dict[str, object]]:
    """The cast and lives at several steps, made once and undone at the end."""
    from django.conf import settings

    files = settings.FILES_ROOT = tmp_path_factory.mktemp("files")
    settings.KEYS_FOLDER = tmp_path_factory.getbasetemp() / "keys"
    with django_db_blocker.unblock(), transaction.atomic(), time_machine.travel(world.NOW, tick=False):
        cast = world.make_cast()
        lives = {until: Life(cast, until=until) for until in ("asked", "reported")}
        had_of_choosing(lives["reported"])
        framework_of(lives["reported"])
        decision_of(lives["reported"])
        resistance_of(lives["reported"])
        for made in (
            unstated,
            sounding_of,
            entry_of,
            had_of_reviews,
            had_of_guarantee,
            had_of_handover,
            had_of_learning,
            died_profile,
        ):
            made(lives["reported"])
        had_of_invoices(lives["reported"])
        had_of_payables(lives["reported"])
        asked_resistance_of(lives["reported"])
        shared_file_of(lives["reported"])
        had_of_signing(lives["reported"])
        offered_again(lives["reported"])
        quote_of(lives["reported"])
        accounts = {role: world.person_of(cast, role) for role in ROLES}
        strangers = {role: getattr(cast, name) for role, name in world.OUTSIDERS.items()}
        # Signed in once: signing in itself writes when somebody was last seen.
        people, outsiders = (
            {role: world.browser(person).cookies for role, person in group.items()} for group in (accounts, strangers)
        )
        found = {
            "accounts": accounts,
            "files": files,
            "cast": cast,
            "life": lives["reported"],
            "people": people,
            "outsiders": outsiders,
            "digest": digest(),
        }
        yield found
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _files_of_the_lives(lived, _own_folders, settings) -> None:
    settings.FILES_ROOT = lived["files"]


@pytest.fixture
def unrendered(monkeypatch) -> None:
    """Who may open a page does not depend on how it looks: thousands of calls without drawing it."""
    monkeypatch.setattr(Template, "render", lambda *_args, **_kwargs: "")


def copy_of(cookies):
    return SimpleCookie({name: morsel.value for name, morsel in cookies.items()})


def browser_with(cookies):
    browser = world.browser()
    browser.cookies = copy_of(cookies)
    browser.raise_request_exception = False
    return browser


def call(browser, row, verb, life, objects):
    """One request, and the statements that wrote something other than a session."""
    address = reverse(row.address, kwargs=objects)
    with CaptureQueriesContext(connection) as queries:
        response = (
            browser.post(address, form_of(row.address, life)) if verb == "POST" else browser.generic(verb, address)
        )
    writes = [
        query["sql"]
        for query in queries
        if query["sql"].lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE"))
        and not any(table in query["sql"] for table in NO_BUSINESS)
    ]
    return response, writes


@contextmanager
def undone():
    """A moment of the lives, after which nothing has happened."""
    with transaction.atomic(), time_machine.travel(world.NOW, tick=False):
        yield
        transaction.set_rollback(True)


KNOWN = [pytest.param(row, role, id=f"{row.address}-{role}") for row in ROWS for role in ROLES if row.knows(role)]
OF_OTHERS = [
    pytest.param(row, role, id=f"{row.address}-{role}")
    for row in ROWS
    for role in world.OUTSIDERS
    if row.scope in {Scope.OWN, Scope.PORTFOLIO} and row.knows(role)
]


@pytest.mark.usefixtures("unrendered")
@pytest.mark.parametrize(("row", "role"), KNOWN)
def test_an_address_opens_for_its_roles(lived, row, role):
    for verb in VERBS:
        if row.allows(role, verb):
            with undone():
                # Signing out and choosing a language change the cookies: each call begins with those of the sign-in.
                browser = browser_with(lived["people"][role])
                response, _ = call(browser, row, verb, lived["life"], objects_of(row.address, lived["life"]))
                assert response.status_code in {200, 302, 409, 410, 422}, (verb, response.status_code)


@pytest.mark.one_database
@pytest.mark.usefixtures("unrendered")
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.address)
def test_an_address_is_closed_to_all_others(lived, row):
    denied = [
        (role, verb)
        for role, rare in zip(ROLES, cycle(RARE), strict=False)
        for verb in VERBS
        if not row.allows(role, verb) and (row.knows(role) or verb not in RARE or verb == rare)
    ]
    with undone():
        objects = objects_of(row.address, lived["life"])
        before = digest()
        for role, verb in denied:
            response, writes = call(browser_with(lived["people"][role]), row, verb, lived["life"], objects)
            expected = 405 if row.knows(role) else 302 if role is Role.VISITOR else 404
            assert (response.status_code, writes) == (expected, []), (role, verb)
        # Every row is looked at: where this is a form, the very one that changes some for whoever may send it.
        assert digest() == before
    assert denied


@pytest.mark.usefixtures("unrendered")
@pytest.mark.parametrize(("row", "role"), OF_OTHERS)
def test_what_is_somebody_elses_does_not_exist(lived, row, role):
    for verb in row.verbs.split():
        if not row.allows(role, verb):
            continue
        with undone():
            objects = objects_of(row.address, lived["life"])
            before = digest()
            response, writes = call(browser_with(lived["outsiders"][role]), row, verb, lived["life"], objects)
            assert (response.status_code, writes) == (404, []), verb
            assert digest() == before


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row.scope is not Scope.PAGE and "GET" in row.verbs], ids=lambda row: row.address
)
def test_what_does_not_exist_looks_the_same(lived, row):
    role = next(iter(sorted(row.roles)))
    kwargs = objects_of(row.address, lived["life"]) | {"code": "aaaaaaaaaaaaaaaa"}
    with transaction.atomic():
        assert browser_with(lived["people"][role]).get(reverse(row.address, kwargs=kwargs)).status_code == 404
        transaction.set_rollback(True)


@pytest.mark.parametrize("row", [row for row in ROWS if "GET" in row.verbs], ids=lambda row: row.address)
def test_whatever_stands_behind_the_question_mark_gets_an_answer(lived, row):
    role = next(iter(sorted(row.roles)))
    address = reverse(row.address, kwargs=objects_of(row.address, lived["life"]))
    for asked in ("\x00 ²", "9999-12-31", "9999-12", "0001-01"):
        with transaction.atomic():
            response = browser_with(lived["people"][role]).get(address, dict.fromkeys(ASKED, asked))
            assert response.status_code < 500
            transaction.set_rollback(True)


def named_addresses() -> set[str]:
    """Every address that the site answers to, by its full name."""
    names: set[str] = set()

    def walk(patterns, prefix: str) -> None:
        for pattern in patterns:
            if hasattr(pattern, "url_patterns"):
                walk(pattern.url_patterns, f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix)
            else:
                names.add(f"{prefix}{pattern.name}")

    walk(get_resolver().url_patterns, "")
    return names


def test_no_address_is_without_a_row_and_no_row_without_an_address():
    assert named_addresses() == set(BY_ADDRESS)


def test_the_digest_sees_one_changed_cell(lived):
    with transaction.atomic():
        type(lived["cast"].bank).objects.filter(pk=lived["cast"].bank.pk).update(city="Elders")
        assert digest() != lived["digest"]
        transaction.set_rollback(True)
