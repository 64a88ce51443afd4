"""Every page of every role, on a wide screen and on a phone, by day and by night."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from interregnum.kernel.actor import Role
from interregnum.outside.mail import kept_mail
from interregnum.people.accounts import invite
from interregnum.people.models import Account
from interregnum.people.permission import Row
from interregnum.people.permissions import ROWS
from tests import world
from tests.house.forms_of_addresses import objects_of
from tests.life import Life
from tests.walks.desk import Window

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# Files are not looked at but kept.
FILES = {
    *("front:sitemap", "front:robots", "logo"),
    *(f"bureau:{kept}" for kept in ("people-roster-export", "people-import-report", "ask-export")),
    *("bureau:journal-export", "bureau:history-export", "bureau:note-whom"),
    *(f"{desk}:contract-{kind}" for desk in ("bureau", "client", "manager") for kind in ("document", "word", "scan")),
    *(f"{desk}:contract-framework-{page}" for desk in ("bureau", "client") for page in ("document", "word", "scan")),
    *(
        f"{desk}:deliver-{kept}"
        for desk in ("bureau", "client", "manager", "shadow")
        for kept in ("shared-file", "progress")
    ),
    *(f"{desk}:invoice-{kind}" for desk in ("bureau", "client") for kind in ("pdf", "ubl")),
    *("bureau:invoices-journal", "bureau:invoices-journal-workbook"),
    *("bureau:invoices-export", "bureau:learn-proof-export", "bureau:learn-proof-workbook", "bureau:learn-proof-year"),
    *("bureau:invoices-accrual-export", "bureau:invoices-accrual-workbook"),
    *(f"bureau:invoices-ageing-{kind}" for kind in ("export", "workbook", "weeks")),
    *("bureau:invoices-margin-export", "bureau:invoices-margin-workbook"),
    *(f"{desk}:handover-{kind}" for desk in ("bureau", "client", "manager", "shadow") for kind in ("pdf", "word")),
    *(f"{desk}:keep-report" for desk in ("bureau", "client", "manager", "shadow")),
    *(f"{desk}:payable-file" for desk in ("bureau", "manager")),
    *(f"{desk}:expense-receipt" for desk in ("bureau", "client", "manager")),
    "bureau:deliver-gate-document",
    "bureau:deliver-hours-export",
    "bureau:people-roster-workbook",
    *(f"{desk}:people-cv-file" for desk in ("bureau", "manager")),
    *(f"{desk}:people-proof" for desk in ("bureau", "manager")),
}
# A page that has an address for each language is Dutch at its Dutch one, whoever looks.
DUTCH = "-nl"
# The partner's pages are the account manager's too: the first role of a row looks at it.
ORDER = (Role.VISITOR, Role.PARTNER, Role.CLIENT, Role.MANAGER, Role.SHADOW)


@pytest.fixture
def lived(filled: None) -> Iterator[Life]:
    """An assignment of which the first report was sent, on the very day."""
    with time_machine.travel(world.NOW + timedelta(days=11), tick=True):
        yield Life(world.make_cast(), until="reported")


def looker(row: Row) -> Role:
    return next(role for role in ORDER if role in row.roles)


def open_invitation(life: Life) -> str:
    """The path of an invitation that still can be used."""
    who = life.cast.actor(life.cast.bea)
    invite(email="nora@example.org", name="Nora", role=Role.SHADOW, by=who, at=world.NOW + timedelta(days=11))
    mails, _total = kept_mail(limit=1)
    return "/invitation/" + mails[0].text.partition("/invitation/")[2].split()[0]


@pytest.mark.parametrize("role", ORDER)
def test_every_page_holds_on_two_screens_in_light_and_dark(
    lived: Life, window: Callable[..., Window], role: Role
) -> None:
    cast = lived.cast
    people: dict[Role, Account] = {
        Role.PARTNER: cast.bea, Role.CLIENT: cast.carla, Role.MANAGER: cast.max, Role.SHADOW: cast.sara
    }  # fmt: skip
    windows = {language: window(language, 1280, scans=True) for language in ("en", "nl")}
    if role is not Role.VISITOR:
        windows["en"].enter(world.browser(people[role]))
    rows = [row for row in ROWS if "GET" in row.verbs and row.address not in FILES and looker(row) is role]
    for row in rows:
        path = reverse(row.address, kwargs=objects_of(row.address, lived))
        here = windows["nl" if row.address.endswith(DUTCH) else "en"]
        here.go(open_invitation(lived) if row.address == "invitation" else path)
        # The page of all pieces holds every colour; of the others the desks stand for the rest.
        here.look_again(widths=(390,), dark=row.address.endswith(("components", ":home")))
    assert sum(each.looks for each in windows.values()) == len(rows) > 2
