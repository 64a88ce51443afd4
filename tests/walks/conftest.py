"""A headless Chromium beside a live server."""

import json
import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from django.db import connection

from interregnum.people.models import Account, Firm, Seat
from tests.walks.desk import Window
from tests.world import PASSWORD

# Playwright's loop runs in this thread, and Django would otherwise refuse to touch the database in it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
CHROMIUM = os.environ.get("INTERREGNUM_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


@pytest.fixture(scope="session")
def first_rows(django_db_setup: None, django_db_blocker) -> str:  # type: ignore[no-untyped-def]
    """What the migrations wrote: lists and parameters. A test with a live server leaves an emptied database behind."""
    with django_db_blocker.unblock():
        rows = json.loads(connection.creation.serialize_db_to_string())
    # Emptying a database makes these two anew, with other numbers.
    return json.dumps([row for row in rows if row["model"] not in {"contenttypes.contenttype", "auth.permission"}])


@pytest.fixture
def filled(first_rows: str, transactional_db: None) -> None:
    """A database as after the migrations.

    Django's own serialized_rollback does nothing once Playwright's loop runs: another connection object is current.
    """
    connection.creation.deserialize_db_from_string(first_rows)


@pytest.fixture(scope="session")
def chromium(first_rows: str) -> Iterator[object]:
    if not CHROMIUM:
        pytest.fail("No Chromium on this machine: `make browser` installs it.")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def window(chromium, live_server, settings) -> Iterator[Callable[..., Window]]:  # type: ignore[no-untyped-def]
    """Opens windows; when the test is over, none of them may have seen a fault."""
    settings.SITE = live_server.url
    opened: list[Window] = []

    def open_window(language: str = "en", width: int = 1280, *, scans: bool = False) -> Window:
        opened.append(Window(chromium, live_server.url, language, width, scans))
        return opened[-1]

    yield open_window
    faults = [fault for each in opened for fault in each.faults]
    for each in opened:
        each.context.close()
    assert faults == []


@pytest.fixture
def firm(filled: None) -> Firm:
    """A firm on its first day: Bea the partner and Sara the shadow manager, and nobody else."""
    for name, role in (("Bea", "partner"), ("Sara", "shadow")):
        account = Account.objects.create_user(f"{name.lower()}@example.org", PASSWORD, name=name)
        Seat.objects.create(account=account, role=role)
    # Marked as a demonstration, so that a password is enough: the second factor has a walk of its own.
    return Firm.objects.create(name="Voorbeeld Interim", city="Utrecht", kvk="12345678", is_demonstration=True)
