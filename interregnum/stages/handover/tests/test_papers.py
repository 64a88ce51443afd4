"""The page of all documents of an assignment lists what came after the contract, to each what is theirs alone."""

from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interregnum.people.models import Account
from interregnum.stages.contract.models import Contract, Framework
from interregnum.stages.contract.tests.framework import signed
from interregnum.stages.deliver.actions.share import share_file, withdraw_file
from interregnum.stages.deliver.models import PlanVersion
from interregnum.stages.deliver.rules.parties import Party
from interregnum.stages.handover.models import HandoverDocument
from tests import world
from tests.house.forms_of_assignments import AT
from tests.house.forms_of_handover import document_of
from tests.life import Life

MANDATE, PLAN, EVIDENCE, HANDOVER = (
    "Mandate sheet",
    "Plan of approach, version",
    "Evidence before",
    "Hand-over document",
)
FOR_ALL, FOR_SHADOW, FOR_CLIENT, GONE = "Cijfers", "Vertrouwelijk aan Sara", "Aan Carla", "Ingetrokken"
FRAMEWORK, OF_ALL = "Framework agreement", (MANDATE, PLAN, HANDOVER, FOR_ALL)
DESKS = ("bureau", "client", "manager")


@pytest.fixture
def life(cast: world.Cast) -> Life:
    """Under a framework agreement, with a mandate, a plan, a letter of the works council and a hand-over."""
    with time_machine.travel(world.NOW):
        framework = signed(cast)
    life = Life(cast, until="reported")
    Contract.objects.filter(code=life.contract).update(framework=framework)
    document_of(life)
    for title, readers in (
        (FOR_ALL, frozenset(Party)),
        (FOR_SHADOW, {Party.SHADOW}),
        (FOR_CLIENT, {Party.CLIENT}),
        (GONE, frozenset(Party)),
    ):
        told = {"assignment": life.assignment, "content": b"%PDF-1.7 cijfers", "by": life.max, "at": AT}
        code = str(share_file(title=title, readers=readers, **told))
    withdraw_file(file=code, by=life.max, at=AT)
    return life


def reader(life: Life, desk: str) -> Account:
    return {"bureau": life.cast.anton, "client": life.cast.carla, "manager": life.cast.max}[desk]


def rows(life: Life, desk: str) -> list[Any]:
    address = reverse(f"{desk}:contract-papers", args=[life.contract])
    return list(world.browser(reader(life, desk), language="en").get(address).context["page"].papers.rows)


def whats(found: list[Any]) -> str:
    return " | ".join(f"{row.cells[0].text} {row.cells[0].note}" for row in found)


@pytest.mark.parametrize(
    ("desk", "shown", "hidden"),
    [
        ("bureau", [EVIDENCE, FRAMEWORK, "as DOCX", *OF_ALL], [FOR_SHADOW, FOR_CLIENT]),
        ("client", [FRAMEWORK, "as DOCX", *OF_ALL, FOR_CLIENT], [EVIDENCE, FOR_SHADOW]),
        ("manager", [*OF_ALL, FOR_CLIENT, FOR_SHADOW], [EVIDENCE, FRAMEWORK]),
    ],
)
def test_each_finds_what_is_theirs_and_every_link_opens(life, desk, shown, hidden):
    found = rows(life, desk)
    text = whats(found)
    assert [words for words in shown if words not in text] == []
    assert [words for words in (*hidden, GONE) if words in text] == []
    browser = world.browser(reader(life, desk))
    links = [row.url.partition("#")[0] for row in found if row.url]
    assert len(links) == len(found)
    with time_machine.travel(AT):
        assert [link for link in links if browser.get(link).status_code != 200] == []


def test_each_says_who_may_see_it(life):
    who = {str(row.cells[0].text): str(row.cells[2]) for row in rows(life, "manager")}
    assert who[FOR_ALL] == who[MANDATE] == "the bureau, the client, the manager, the shadow manager"
    assert (who[FOR_CLIENT], who[FOR_SHADOW]) == ("the client, the manager", "the manager, the shadow manager")
    evidence = next(row for row in rows(life, "bureau") if EVIDENCE in str(row.cells[0].text))
    assert str(evidence.cells[2]) == "the bureau"


def test_the_scan_of_the_framework_is_there_and_one_from_before_has_nothing_else(life):
    row = Framework.objects.select_related("document").get()
    Framework.objects.filter(pk=row.pk).update(scan=row.document, scan_sha256="x", paper_on=world.TODAY)
    for desk in ("bureau", "client"):
        scan = reverse(f"{desk}:contract-framework-scan", args=[row.code])
        assert scan in [each.url for each in rows(life, desk)]
    Framework.objects.filter(pk=row.pk).update(document=None, is_from_before=True)
    found = [each for each in rows(life, "client") if row.number in str(each.cells[0].text)]
    assert [each.cells[0].note for each in found] == ["scan, on paper, from before"]


def test_a_draft_of_the_handover_is_its_managers_alone(life):
    HandoverDocument.objects.update(state="draft")
    assert HANDOVER in whats(rows(life, "manager"))
    assert HANDOVER not in whats(rows(life, "client")) + whats(rows(life, "bureau"))


@pytest.mark.parametrize("desk", DESKS)
def test_more_papers_ask_no_more_of_the_database(life, desk):
    browser = world.browser(reader(life, desk))
    address = reverse(f"{desk}:contract-papers", args=[life.contract])

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            browser.get(address)
        return len(queries)

    asked()
    before = asked()
    for number in range(3):
        told = {"assignment": life.assignment, "content": b"%PDF-1.7 cijfers", "by": life.max, "at": AT}
        share_file(title=f"Bestand {number}", readers=frozenset(Party), **told)
        old = PlanVersion.objects.first()
        old.pk, old.number = None, old.number + 1
        old.save()
    assert asked() == before <= 19
