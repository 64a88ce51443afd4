"""The database does not answer or the disk is full: people are told so in both languages, and nothing typed is lost."""

import errno
import re
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from html import unescape

import psycopg
import pytest
from django.db import InterfaceError, OperationalError, connection
from django.test import Client

from interregnum.journal.chain import faults
from interregnum.journal.models import Entry
from interregnum.people.models import Account
from interregnum.stages.ask.models import Request
from interregnum.web.trouble import Trouble, trouble_of
from tests import world
from tests.house.forms_of_asking import PROBLEM

TYPED = PROBLEM | {"text": "Onze <afdeling> verkoop & beheer loopt vast.", "once": "een-formulier"}


@pytest.fixture
def visitor(file_database: None) -> Client:
    world.make_cast()
    browser = world.browser()
    browser.raise_request_exception = False
    return browser


@contextmanager
def locked() -> Iterator[None]:
    """Somebody else holds what every writer needs, and this connection waits a tenth of a second for it at most."""
    if connection.vendor == "sqlite":
        import sqlite3

        connection.cursor().execute("PRAGMA busy_timeout=100")
        with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
        return
    connection.cursor().execute("SET lock_timeout='100ms'")
    with psycopg.connect(**connection.get_connection_params() | {"cursor_factory": psycopg.Cursor}) as other:
        other.execute("LOCK TABLE web_submission IN ACCESS EXCLUSIVE MODE")
        yield


def sent_again(page: str) -> dict[str, str]:
    """What the page's own button sends."""
    return {name: unescape(value) for name, value in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page)}


def test_what_was_typed_is_kept_on_the_page_and_stored_once_when_the_database_answers_again(visitor):
    with locked():
        refused = visitor.post("/ask/", TYPED)
        assert not Request.objects.exists()
    page = refused.content.decode()
    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "10")
    assert "The database does not answer" in page
    assert "De database antwoordt op dit moment niet" in page
    assert "Traceback" not in page
    form = sent_again(page)
    assert form["text"] == TYPED["text"]
    answers = [visitor.post("/ask/", form) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert answers[0].headers["Location"] == answers[1].headers["Location"]
    assert Request.objects.get().text == TYPED["text"]
    assert not list(faults())


def test_while_one_writes_the_others_read(visitor):
    with locked():
        assert visitor.get("/").status_code == 200
        assert visitor.get("/ask/").status_code == 200


def test_a_page_that_only_shows_offers_to_be_shown_again(visitor):
    def away(*_: object) -> None:
        raise OperationalError("the connection is closed")

    with connection.execute_wrapper(away):
        refused = visitor.get("/ask/?a=1&b=2")
    assert refused.status_code == 503
    assert 'href="/ask/?a=1&amp;b=2"' in refused.content.decode()


def test_a_password_is_not_written_on_the_page(visitor):
    def away(*_: object) -> None:
        raise OperationalError("the connection is closed")

    with connection.execute_wrapper(away):
        refused = visitor.post("/account/sign-in/", {"login": "bea@example.org", "password": "heel-geheim"})
    assert refused.status_code == 503
    assert "bea@example.org" in refused.content.decode()
    assert "heel-geheim" not in refused.content.decode()


def test_a_full_disk_is_told_and_leaves_nothing_half(visitor):
    with full_disk():
        refused = visitor.post("/ask/", TYPED | {"text": "Onze verwerking loopt vast. " * 500})
        assert refused.status_code == 507
        assert visitor.get("/").status_code == 200
    page = refused.content.decode()
    assert "The disk of the server is full" in page
    assert "De schijf van de server is vol" in page
    assert (Request.objects.count(), Entry.objects.count()) == (0, 0)
    assert visitor.post("/ask/", sent_again(page)).status_code == 302
    assert (Request.objects.count(), Entry.objects.count()) == (1, 1)


@contextmanager
def full_disk() -> Iterator[None]:
    """No page of the database can be added, or the server says that it cannot."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            # What is free inside the file would be used first.
            cursor.execute("VACUUM")
            most = cursor.execute("PRAGMA max_page_count").fetchone()[0]
            cursor.execute(f"PRAGMA max_page_count={cursor.execute('PRAGMA page_count').fetchone()[0]}")
            yield
            cursor.execute(f"PRAGMA max_page_count={most}")
        return

    def full(execute: Callable[..., object], sql: str, *rest: object) -> object:
        if sql.startswith('INSERT INTO "journal'):
            raise OperationalError("could not extend file") from psycopg.errors.DiskFull()
        return execute(sql, *rest)

    with connection.execute_wrapper(full):
        yield


def no_session_is_saved(execute: Callable[..., object], sql: str, *rest: object) -> object:
    if sql.startswith('UPDATE "django_session"'):
        raise OperationalError("database or disk is full")
    return execute(sql, *rest)


def test_a_session_that_cannot_be_saved_stops_nobody_from_reading(visitor):
    bea = world.browser(Account.objects.get(email="bea@example.org"))
    bea.raise_request_exception = False
    with connection.execute_wrapper(no_session_is_saved):
        # On the first page of a session its beginning is noted.
        assert bea.get("/bureau/").status_code == 200


def from_database(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


def embedded(words: str) -> Exception:
    import sqlite3

    return from_database(OperationalError(words), sqlite3.OperationalError(words))


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), Trouble.FULL),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), Trouble.FULL),
        (embedded("database or disk is full"), Trouble.FULL),
        (embedded("disk I/O error"), Trouble.FULL),
        (embedded("database is locked"), Trouble.AWAY),
        (embedded("unable to open database file"), Trouble.AWAY),
        (embedded("no such table: ask_request"), None),
        (from_database(OperationalError("extend"), psycopg.errors.DiskFull()), Trouble.FULL),
        (from_database(OperationalError("shutting down"), psycopg.errors.AdminShutdown()), Trouble.AWAY),
        (from_database(InterfaceError("closed"), psycopg.InterfaceError()), Trouble.AWAY),
        (from_database(ValueError("a consequence"), OSError(errno.ENOSPC, "full")), Trouble.FULL),
        (PermissionError(errno.EACCES, "no"), None),
        (ValueError("a fault of the program"), None),
        (None, None),
    ],
    ids=str,
)
def test_trouble_is_told_from_faults_of_the_program(error, trouble):
    assert trouble_of(error) is trouble
