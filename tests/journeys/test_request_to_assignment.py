"""From a problem that a visitor states to the weekly report that the client reads, three times.

The three requests are real ones whose facts we tell in other words; `requests/readers.toml` keeps what people who read
the originals said of them. Everybody uses the pages, and what reaches them by mail is read from the mail.
"""

import io
import json
import re
import tomllib
from collections.abc import Callable, Iterable
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from interregnum.flow.demo.invented_roster import roster_csv
from interregnum.flow.due import DUE
from interregnum.journal.chain import faults
from interregnum.journal.timeline import timeline
from interregnum.outside.mail import kept_mail
from interregnum.people.models import Contact, Firm, Manager, Seat
from interregnum.stages.contract.models import Contract
from tests import world
from tests.house.forms_of_addresses import PLAN
from tests.house.forms_of_profiles import MANDATE, WEEK
from tests.house.forms_of_signing import FORMS_OF_SIGNING
from tests.told import TOLD
from tests.window import Window

REQUESTS = Path(__file__).parent / "requests"
READERS: dict[str, dict[str, Any]] = tomllib.loads((REQUESTS / "readers.toml").read_text(encoding="utf-8"))
CEILING = "2400"
THE_WAY = {
    "RequestReceived", "TriageConfirmed", "IntakePassed", "BriefDrafted", "BriefChanged", "BriefOffered", "BriefAgreed",
    "ShortlistDrawn", "ProposalSent", "ProposalAccepted", "ContractDrawn", "AgreementSigned", "ContractSigned",
    "AssignmentOpened",
}  # fmt: skip
AFTERWARDS = {"MandateSet", "AssignmentStarted", "PlanProposed", "PlanAgreed", "WeekReported", "ReportRead"}


def code_in_mail(to: str) -> str:
    """The one that was mailed to somebody to sign with; of two in one moment, each is for another reader."""
    mails = (mail for mail in kept_mail(limit=200)[0] if mail.to == to)
    codes = (re.search(r"^(\d{3} \d{3})$", mail.text, re.M) for mail in mails)
    return next(code[1] for code in codes if code)


@pytest.fixture
def roster(cast: world.Cast) -> str:
    """The 300 who are imported are all who there is to choose from."""
    Manager.objects.update(is_active=False)
    # Where a password alone is enough: the second factor has tests of its own.
    Firm.objects.update(is_demonstration=True)
    return roster_csv(managers=300, seed=7, on=world.TODAY)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(world.NOW, tick=False) as traveller:
        yield traveller


PARTS = {
    "perspectives": "De teams zien het anders dan de directie.",
    "commitment": "Elke week met beide teams aan tafel.",
    "anchoring": "De teamleiders leiden het overleg vanaf de eerste week.",
    "first_result": "Eén bord voor beide teams.",
    "stop_criteria": "Na twee maanden geen verschil: stoppen en overleggen.",
}


class Walk:
    """One request and the people around it, each at a window of their own."""

    def __init__(self, name: str) -> None:
        self.said, self.email = READERS[name], f"carla.{name}@example.org"
        self.file = REQUESTS / f"{name}.txt"
        self.text = self.file.read_text(encoding="utf-8").strip()
        self.bea, self.carla, self.manager = Window().sign_in("bea@example.org"), Window(), Window()

    def import_roster(self, roster: str) -> None:
        self.bea.go(reverse("bureau:people-roster-import"))
        self.bea.send(file=SimpleUploadedFile("roster.csv", roster.encode()), consent="not_yet")
        assert not Manager.objects.filter(is_active=True).exists()
        self.bea.send()
        assert not Manager.objects.filter(is_active=True).exists()
        self.bea.send(do="import")
        assert Manager.objects.filter(is_active=True).count() == 300

    def ask(self) -> None:
        visitor = Window().go(reverse("front:home")).to("front:ask-problem")
        visitor.client.cookies["django_language"] = "nl"
        visitor.send(
            text=self.text, organisation_name=self.said["organisation"], contact_name="Carla", contact_email=self.email
        )
        assert "".join(piece.text for piece in visitor.answer.context["page"].marked).strip() == self.text
        self.request = visitor.code

    def confirm(self) -> None:
        """The bureau follows the software where readers found what it found, and corrects the level by theirs."""
        self.bea.go(reverse("bureau:ask-triage", args=[self.request]))
        found = self.bea.answer.context["page"].values
        assert found["category"] in self.said["accepted"]
        assert found["need"] in self.said["need"]
        self.press("level", self.said["level"])
        self.press("reasons", ",".join(found["reasons"]) or "performance")
        self.bea.go(self.bea.path).send()

    def press(self, field: str, value: str) -> None:
        address = reverse("bureau:ask-judge", args=[self.request, field])
        assert self.bea.client.post(address, {"do": "set", "value": value}).status_code == 302

    def tell(self) -> None:
        """Carla answers by the link of the mail what a brief needs; after that the bureau drafts it."""
        mails, _number = kept_mail(limit=200)
        letters = (re.search(r"https?://[^/\s]+(/intake/\S+/)", mail.text) for mail in mails if mail.to == self.email)
        opened = [Window().go(found[1]) for found in letters if found]
        carla = next(window for window in opened if window.answer.context["page"].code == self.request)
        link = carla.path
        while carla.answer.context["question"]:
            field = carla.answer.context["question"].field
            value = TOLD.get(field, "2" if field == "sponsor_hours" else "Nog niet bekend.")
            carla.client.post(link, {"field": field, "seen": 0, "value": value})
            carla.go(f"{link}?at={carla.answer.context['around']['after']}")
        self.bea.go(reverse("bureau:ask-intake", args=[self.request])).send("bureau:ask-brief")

    def agree(self) -> None:
        self.go_on()
        self.brief = self.bea.code
        typed = self.bea.shown("result_wanted") | {"result_wanted": "Minder dan nu.", "rate_ceiling": CEILING}
        self.asked = typed
        self.bea.send("bureau:brief-offer", **typed)
        self.carla.open_account(self.email).go("/home/").to("client:brief-brief")
        assert "Minder dan nu." in self.carla.page
        self.carla.send(**self.carla.shown("version"))

    def draw(self) -> None:
        self.bea.go(reverse("bureau:choose-draw", args=[self.brief])).send()
        self.shortlist = self.bea.code
        self.listed = self.bea.answer.context["page"].listed

    def invite(self) -> None:
        picked = [one.code for one in self.listed[:2]]
        typed = {f"pick_{code}": "on" for code in picked} | {f"rationale_{code}": "Deed dit eerder." for code in picked}
        self.bea.send(**typed)
        self.proposal = self.bea.path
        mails, _number = kept_mail(limit=200)
        self.addresses = [Manager.objects.get(code=code).email for code in picked]
        assert set(self.addresses) <= {mail.to for mail in mails}

    def answer(self) -> None:
        self.manager.open_account(self.addresses[0]).go("/home/").to("manager:choose-invitation")
        self.manager.send(answer="yes", remark="Graag.")
        other = Window().open_account(self.addresses[1]).go("/home/").to("manager:choose-invitation")
        other.send(answer="no", remark="Helaas.")
        self.bea.go(self.proposal).send(alone_why="De tweede is in deze weken niet vrij.")

    def choose(self) -> None:
        self.carla.go("/home/").to("client:choose-proposal")
        assert "Deed dit eerder." in self.carla.page
        self.carla.send(candidacy=self.carla.shown("candidacy")["candidacy"])

    def let_sign(self) -> None:
        """The bureau records that Carla may sign for her organisation, and from which extract that is known."""
        of = Seat.objects.get(account__email=self.email).organisation
        self.bea.go(reverse("bureau:people-contact-new", args=[of.code])).send(
            name="Carla", email=self.email, language="nl"
        )
        contact = Contact.objects.get(email=self.email).code
        self.bea.go(reverse("bureau:people-authority", args=[contact]))
        self.bea.send(**FORMS_OF_SIGNING["bureau:people-authority"])

    def sign(self) -> None:
        self.let_sign()
        for who, desk, email in ((self.carla, "client", self.email), (self.manager, "manager", self.addresses[0])):
            who.go("/home/").to(f"{desk}:contract-contract")
            self.contract = who.code
            document = who.client.get(reverse(f"{desk}:contract-document", args=[who.code]))
            pages = PdfReader(io.BytesIO(document.content)).pages
            assert "Garantie" in "".join(page.extract_text() for page in pages)
            who.send(do="code")
            who.send(name_typed="Carla en de manager", agreed="on", code_typed=code_in_mail(email))

    def clear(self, clock: time_machine.Traveller) -> None:
        """The day before, the partner lets through what this journey gathers no evidence of; nothing starts before."""
        eve = Contract.objects.get(code=self.contract).starts_on - timedelta(days=1)
        clock.move_to(datetime.combine(eve, time(12), tzinfo=world.NOW.tzinfo))
        self.bea.sign_in("bea@example.org")
        self.bea.go(reverse("bureau:deliver-gates", args=[self.contract]))
        shut = sorted(set(re.findall(r"/gates/(\w+)/override/", self.bea.page)))
        assert "insurance" in shut
        for gate in shut:
            address = reverse("bureau:deliver-override", args=[self.contract, gate])
            self.bea.go(address).send(reason="De map met bewijzen ligt op kantoor.")

    def start(self, clock: time_machine.Traveller) -> None:
        """On the Friday of the first week; by then their sessions have ended."""
        self.bea.go(reverse("bureau:deliver-assignments"))
        self.assignment = self.bea.to("bureau:deliver-assignment").code
        starts_on = self.bea.answer.context["page"].starts_on
        clock.move_to(datetime.combine(starts_on + timedelta(days=4), time(12), tzinfo=world.NOW.tzinfo))
        for due in DUE:
            due(timezone.now())
        self.bea.sign_in("bea@example.org")
        self.carla.sign_in(self.email)
        self.manager.sign_in(self.addresses[0])

    def deliver(self) -> None:
        self.bea.go(reverse("bureau:deliver-mandate", args=[self.assignment])).send(
            **MANDATE | {"announced_on": timezone.localdate().isoformat()}
        )
        due_on = (timezone.localdate() + timedelta(days=30)).isoformat()
        self.manager.go("/home/").to("manager:deliver-plan")
        self.manager.send(**(PLAN | PARTS | {"do": "send", "result-0-due_on": due_on}))
        self.carla.go("/home/").to("client:deliver-plan").send(do="agree")
        self.manager.go("/home/").to("manager:deliver-report").send(**WEEK)
        self.carla.go("/home/").to("client:deliver-report")
        assert WEEK["progress"] in self.carla.page
        self.carla.send()

    def go_on(self) -> None:
        """To wherever this request stands now."""
        self.bea.go(reverse("bureau:request-next", args=[self.request]))

    def facts(self) -> set[str]:
        codes = (self.request, self.brief, self.shortlist, self.contract, self.assignment)
        return {moment.kind for code in codes for moment in timeline(code, limit=200)}


@pytest.mark.mission("A1", "A3", "B3", "C1", "D1", "D2", "D3", "H3")
@pytest.mark.parametrize("name", READERS)
def test_a_real_request_becomes_an_assignment_that_reports(name, roster, clock):
    walk = Walk(name)
    walk.import_roster(roster)
    for step in (
        walk.ask,
        walk.confirm,
        walk.tell,
        walk.agree,
        walk.draw,
        walk.invite,
        walk.answer,
        walk.choose,
        walk.sign,
    ):
        step()
    walk.clear(clock)
    walk.start(clock)
    walk.deliver()
    assert walk.facts() >= THE_WAY | AFTERWARDS
    assert not list(faults())


def typed(command: str, *words: str) -> dict[str, Any]:
    out = io.StringIO()
    call_command(command, *words, "--json", stdout=out, stderr=io.StringIO())
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


@pytest.mark.mission("A3", "D3", "E1")
def test_each_request_has_a_brief_and_a_list_of_its_own_and_the_command_line_says_the_same(roster, tmp_path):
    file = tmp_path / "roster.csv"
    file.write_text(roster, encoding="utf-8")
    walks = [Walk(name) for name in READERS]
    walks[0].import_roster(roster)
    for walk in walks:
        for step in (walk.ask, walk.confirm, walk.tell, walk.agree, walk.draw):
            step()
    assert_all_differ(walks, lambda walk: (walk.asked["category"], walk.asked["role_mix_0"], walk.asked["problem"]))
    assert_all_differ(walks, lambda walk: tuple(one.code for one in walk.listed[:5]))
    for walk in walks:
        assert typed("triage", str(walk.file))["category"] == walk.asked["category"]
        words = ("--roster", str(file), "--rate", CEILING, "--level", walk.said["level"])
        listed = typed("shortlist", str(walk.file), *words, "--client", walk.said["organisation"])["listed"]
        assert standing((one["name"], one["percent"]) for one in listed) == standing(
            (one.name, one.percent) for one in walk.listed
        )


def standing(listed: Iterable[tuple[str, int]]) -> tuple[list[int], set[tuple[str, int]]]:
    """The points in their order, and who has them. Of equals the code of the profile decides, which each import draws
    anew: who shares the last place with somebody that is left out is not compared."""
    rows = list(listed)
    points = [percent for _name, percent in rows]
    above = {row for row in rows if row[1] > points[-1]}
    assert above
    return points, above


def assert_all_differ(walks: list[Walk], what: Callable[[Walk], Any]) -> None:
    assert len({what(walk) for walk in walks}) == len(walks)
