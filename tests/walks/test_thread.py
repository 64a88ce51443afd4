"""The whole thread as its people see it: from a problem stated by a visitor to the first weekly report."""

import csv
import io
import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from interregnum.flow.demo.invented_roster import roster_csv
from interregnum.flow.due import DUE
from interregnum.kernel.period import local_day
from interregnum.outside.mail import kept_mail
from interregnum.people.models import Account, Contact, Firm
from interregnum.stages.deliver.rules.plan import Part
from tests.life import SAID
from tests.walks.desk import Window
from tests.world import NOW, browser

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CLIENT = "claire@example.org"


def all_free(roster: str, *, on: date) -> str:
    """The same managers, each free from this day: whoever is chosen has a week to report at once."""
    head, *lines = csv.reader(io.StringIO(roster))
    place, made = head.index("available_on"), io.StringIO()
    csv.writer(made).writerows([head, *([*line[:place], on.isoformat(), *line[place + 1 :]] for line in lines)])
    return made.getvalue()


PROBLEM = {
    "nl": "De verwerking van hypotheken loopt vast: klanten wachten negentien dagen. Wij zoeken een ervaren "
    "verandermanager die de afdeling anders inricht.",
    "en": "The processing of mortgages is stuck: customers wait nineteen days. We look for an experienced change "
    "manager who reorganises the department.",
}
SENTENCE = "Deed dit eerder bij een verzonnen bank."


class Walk:
    """The people of one thread, each at a window of their own."""

    def __init__(self, window: Callable[..., Window], language: str, width: int) -> None:
        self.open = lambda: window(language, width)
        self.language = language
        self.today = local_day(timezone.now())
        self.bea = self.open()

    def by_invitation(self, address: str) -> Window:
        """Somebody opens their account by the link in their mail."""
        mails, _total = kept_mail(first=0, limit=100)
        links = (re.search(r"https?://\S+/invitation/\S+", mail.text) for mail in mails if mail.to == address)
        link = next(found[0] for found in links if found)
        who = self.open().go(link)
        password = "zeven-lange-sokken-aan-de-lijn"
        for box in who.page.locator("input[type=password]").all():
            box.fill(password)
        return who.press("main button.btn-primary")

    def ask(self) -> None:
        visitor = self.open().go("/").press("main a.btn-primary")
        visitor.fill(text=PROBLEM[self.language], organisation_name="Hypotheekbank Wandeling")
        visitor.press("main button.btn-primary")
        assert visitor.page.locator(".error-summary").count() == 1
        assert visitor.page.input_value("[name=text]") == PROBLEM[self.language]
        visitor.fill(contact_name="Claire", contact_email=CLIENT).press("main button.btn-primary")
        assert visitor.page.locator("mark").count() > 0

    def confirm(self) -> None:
        self.bea.enter(browser(Account.objects.get(email="bea@example.org"))).go("/bureau/")
        self.bea.press(".todo a")
        assert self.bea.page.locator("mark").count() > 0
        for field, value in (("level", "senior"), ("sector", "bank")):
            self.bea.page.click(f"#field-{field} button[value={value}]")
            self.bea.page.wait_for_selector(f"#field-{field} .badge")
        self.bea.press("main form.form button.btn-primary")

    def intake(self) -> None:
        """Claire answers by the link of her mail, one question at a time; the bureau drafts the brief."""
        mails, _total = kept_mail(first=0, limit=100)
        links = (re.search(r"https?://\S+/intake/\S+", mail.text) for mail in mails if mail.to == CLIENT)
        claire = self.open().go(next(found[0] for found in links if found))
        said = {"owner_name": "Claire", "owner_role": "Directeur operatie", "result": "Van 19 naar 5 dagen."}
        while claire.page.locator(".wizard .answer-form").count():
            field = claire.page.input_value(".answer-form [name=field]")
            if field in said:
                claire.page.fill(".answer-form [name=value]", said[field])
                claire.press(".answer-form button.btn-primary")
            else:
                claire.press(".form-foot a")
        assert "Van 19 naar 5 dagen." in claire.text
        self.bea.go("/bureau/").press(".todo a[href*=intake]").press("#gate form button.btn-primary")
        assert self.bea.page.input_value("[name=result_wanted]") == "Van 19 naar 5 dagen."

    def agree_brief(self) -> None:
        bea = self.bea.go("/bureau/").press(".todo a")
        bea.fill(starts_on="", weeks="26", days_a_week="4", rate_ceiling="2400")
        bea.fill(place="Utrecht").tick(("languages", "nl"), ("disciplines", "back_office"))
        bea.press("main button.btn-primary")
        assert bea.page.locator("#id_starts_on_error").is_visible()
        assert bea.page.input_value("[name=place]") == "Utrecht"
        bea.fill(starts_on=self.today.isoformat()).press("main button.btn-primary")
        assert bea.page.locator("main form.form").count() == 0
        self.client = self.by_invitation(CLIENT).press(".todo a").press(".needs button.btn-primary")
        assert self.client.page.locator(".needs").count() == 0

    def import_roster(self) -> None:
        bea = self.bea.go("/bureau/managers/").press("main a.btn[href*=import]")
        roster = all_free(roster_csv(managers=200, seed=7, on=self.today), on=self.today)
        bea.page.set_input_files("[name=file]", {"name": "r.csv", "mimeType": "text/csv", "buffer": roster.encode()})
        bea.tick(("consent", "given")).fill(consented_on=self.today.isoformat(), consent_source="Verzonnen lijst")
        bea.press("main button.btn-primary").press("main button.btn-primary").press("main button.btn-primary")
        bea.press("main .actions a.btn-primary")
        assert bea.page.locator("tbody tr").count() > 0

    def pick(self) -> None:
        bea = self.bea.go("/bureau/").press(".todo a").press("#following button.btn-primary")
        assert bea.page.locator("article.card").count() >= 2
        excluded = bea.page.locator("aside a").last.get_attribute("href") or ""
        bea.go(excluded)
        assert bea.page.locator("tbody tr").count() > 0
        bea.page.go_back()
        for place, rationale in ((0, SENTENCE), (1, "")):
            card = bea.page.locator("article.card").nth(place)
            card.locator("summary.btn").click()
            card.locator("[name^=pick]").check()
            card.locator("textarea").fill(rationale)
        bea.press("main .form-foot button.btn-primary")
        card = bea.page.locator("article.card").nth(1)
        assert card.locator(".error").is_visible()
        assert bea.page.locator("article.card textarea").first.input_value() == SENTENCE
        card.locator("textarea").fill(SENTENCE)
        bea.press("main .form-foot button.btn-primary")
        mails, _total = kept_mail(first=0, limit=2)
        self.asked = sorted({mail.to for mail in mails})
        self.proposal = bea.path

    def answer(self) -> None:
        self.manager = self.by_invitation(self.asked[0])
        self.manager.press(".todo a").tick(("answer", "yes")).press("main form.form button.btn-primary")
        assert self.manager.page.locator("[name=answer]").count() == 0
        self.bea.go(self.proposal).press("#alone button.btn-primary")
        assert self.bea.page.locator("#alone .error").count() > 0
        self.bea.fill(alone_why=SENTENCE).press("#alone button.btn-primary")

    def choose(self) -> None:
        self.client.go("/home/").press(".todo a")
        assert SENTENCE in self.client.text
        self.client.page.click("[data-dialog]")
        self.client.press("dialog[open] button.btn-primary")
        assert self.client.page.locator("[data-dialog]").count() == 0

    def let_sign(self) -> None:
        """The bureau has read in the trade register that Claire may sign for her bank."""
        bank = Account.objects.get(email=CLIENT).seats.get().organisation
        bea = self.bea.go(reverse("bureau:people-contact-new", args=[bank.code]))
        bea.fill(name="Claire", email=CLIENT).press("main form.form button.btn-primary")
        bea.go(reverse("bureau:people-authority", args=[Contact.objects.get(email=CLIENT).code]))
        bea.page.select_option("[name=scope]", "alone")
        bea.page.select_option("[name=basis]", "register")
        bea.fill(extract="Uittreksel 1", told_by="Claire")
        bea.fill(extract_on=self.today.isoformat()).press("main form.form button.btn-primary")
        assert bea.page.locator(".error-summary").count() == 0

    def code(self, address: str) -> str:
        mails, _total = kept_mail(first=0, limit=20)
        codes = (re.search(r"^(\d{3} \d{3})$", mail.text, re.MULTILINE) for mail in mails if mail.to == address)
        return next(found[1] for found in codes if found)

    def sign(self) -> None:
        self.let_sign()
        for who, address in ((self.client, CLIENT), (self.manager, self.asked[0])):
            who.go("/home/").press(".todo a")
            with who.page.expect_download() as download:
                who.page.click("a[download]")
            document = PdfReader(io.BytesIO(download.value.path().read_bytes()))
            assert "Hypotheekbank Wandeling" in "".join(page.extract_text() for page in document.pages)
            who.press("form:has([name=do][value=code]) button")
            who.fill(name_typed="Wie het ook is", code_typed="000 000").page.check("[name=agreed]")
            who.press("main form.form button.btn-primary")
            assert who.page.locator(".error-summary").count() == 1
            who.fill(code_typed=self.code(address)).press("main form.form button.btn-primary")
            assert who.page.locator("[name=code_typed]").count() == 0

    def set_up(self) -> None:
        bea = self.bea.go("/bureau/assignments/").press("tbody a")
        self.assignment = bea.path
        bea.press(".page-head a[href*=mandate]")
        bea.fill(reports_to="Claire, directeur", announced_on=self.today.isoformat(), limit="25000")
        for domain in ("people", "money", "process", "communication", "supervision"):
            bea.page.select_option(f"[name=right_{domain}]", "decides")
        bea.press("main form.form button.btn-primary")
        bea.go(self.assignment).press(".page-head a[href*=shadow]")
        bea.page.locator("[name=shadow]").first.check()
        bea.page.check("[name=is_independent]")
        bea.fill(reason="Kent hypotheken.").press("main form.form button.btn-primary")
        assert "Sara" in bea.press(".page-head a[href*=shadow]").text

    def clear(self) -> None:
        """The partner lets through what the thread gathers no evidence of."""
        bea = self.bea.go("/bureau/contracts/").press("tbody a").press("main a[href$='/gates/']")
        shut = [link.get_attribute("href") for link in bea.page.locator("main a[href$='/override/']").all()]
        assert shut
        for address in shut:
            bea.go(address).fill(reason="Gezien op papier.").press("main form.form button")

    def plan(self) -> None:
        for due in DUE:
            due(timezone.now())
        manager = self.manager.go("/manager/").press(".todo a[href*=plan]")
        manager.fill(
            first_result_on=(self.today + timedelta(days=40)).isoformat(),
            **{str(part): text for part, text in SAID.items()},
        )
        manager.fill(**{"result-0-title": "Dagen tot antwoord", "result-0-unit": "dagen", "result-0-baseline": "19"})
        manager.fill(**{"result-0-due_on": (self.today + timedelta(days=90)).isoformat()})
        manager.press("main button[value=send]")
        assert manager.page.locator(".error").count() > 0
        assert manager.page.input_value("[name=facts]") == SAID[Part.FACTS]
        manager.fill(**{"result-0-target": "5"}).press("main button[value=send]")
        assert manager.page.locator("main button[value=send]").count() == 0
        self.client.go("/client/").press(".todo a[href*=plan]")
        self.client.press("main button[value=agree]")
        assert self.client.page.locator("main button[value=agree]").count() == 0

    def report(self) -> None:
        manager = self.manager.go("/manager/").press(".todo a[href*=report]")
        manager.tick(("mood", "good")).fill(progress="Beide teams gesproken.", help_wanted="Kennis van IT.")
        manager.slide("role_mix_0", 55)
        assert sum(int(manager.page.input_value(f"[name=role_mix_{number}]")) for number in range(4)) == 100
        manager.press("main form.form button.btn-primary")
        self.client.go("/client/").press(".todo a[href*=report]")
        assert "Beide teams gesproken." in self.client.text
        assert "Kennis van IT." not in self.client.text
        self.client.press("main form.form button.btn-primary")
        sara = (
            self.open()
            .enter(browser(Account.objects.get(email="sara@example.org")))
            .go("/shadow/")
            .press("main tbody a")
        )
        sara.press("main a[href*=report]")
        assert "Kennis van IT." in sara.text


@pytest.mark.parametrize(("language", "width"), [("nl", 1280), ("en", 390)])
def test_from_a_problem_to_the_first_report(
    window: Callable[..., Window], firm: Firm, language: str, width: int
) -> None:
    # On a weekday: nobody begins on a free day, and a manager has no week to report before the first.
    with time_machine.travel(NOW, tick=True):
        walk = Walk(window, language, width)
        walk.ask()
        walk.confirm()
        walk.intake()
        walk.agree_brief()
        walk.import_roster()
        walk.pick()
        walk.answer()
        walk.choose()
        walk.sign()
        walk.set_up()
        walk.clear()
        walk.plan()
        walk.report()
