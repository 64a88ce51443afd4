"""From approved hours to money in the browser: drafted, checked, issued, sent; contested and settled; taken back, paid
by hand and by the bank; and what the firm keeps of it, which a partner alone sees."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.urls import reverse

from interregnum.kernel.money import Money
from interregnum.people.models import Account
from interregnum.stages.invoice.models import BankFile, Invoice
from interregnum.stages.invoice.rules.bank_lines import FileState
from interregnum.stages.invoice.rules.states import InvoiceState
from interregnum.stages.invoice.tests.invoice_world import LATER, let_bill, worked
from interregnum.stages.invoice.tests.statements import entry, statement
from tests import world
from tests.walks.desk import Window

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MONTH = "2026-03"


@pytest.fixture
def cast(filled: None) -> Iterator[world.Cast]:
    with time_machine.travel(LATER, tick=True):
        made = world.make_cast()
        let_bill()
        yield made


class Walk:
    """The windows of whoever has a part in one invoice, in one language and at one width."""

    def __init__(self, cast: world.Cast, window: Callable[..., Window], language: str, width: int) -> None:
        self.cast, self.window, self.language, self.width = cast, window, language, width
        self.assignment = worked(cast)

    def open(self, person: Account) -> Window:
        window = self.window(self.language, self.width, scans=True)
        return window.enter(world.browser(person, language=self.language))

    @property
    def invoice(self) -> Invoice:
        return Invoice.objects.get(credits=None)

    def bill(self, desk: Window) -> None:
        """What stands approved becomes a draft, is looked at, gets its number, and goes to the client."""
        desk.go(f"{reverse('bureau:invoices-open')}?month={MONTH}")
        desk.press("main table form button")
        for do, state in (
            ("check", InvoiceState.CHECKED),
            ("issue", InvoiceState.ISSUED),
            ("send", InvoiceState.SENT),
        ):
            desk.press(f"button[value={do}]")
            assert self.invoice.state == state
        assert self.invoice.number in desk.text

    def contest(self, carla: Window) -> None:
        carla.go(reverse("client:invoices")).press(f"a[href='{reverse('client:invoice', args=[self.invoice.code])}']")
        self.open_part(carla, "dispute")
        carla.tick(("reason", "hours")).fill(words="Op maandag was er niemand.")
        carla.press("button[value=dispute]")
        assert self.invoice.state == InvoiceState.DISPUTED

    def settle(self, desk: Window) -> None:
        """The firm reads what is not right, takes that day back after it saw the credit note, and ends the dispute."""
        desk.go(reverse("bureau:invoice", args=[self.invoice.code]))
        assert "Op maandag was er niemand." in desk.text
        desk.press("button[value=settled]")
        self.open_part(desk, "credit")
        desk.page.locator("input[name=days]").first.check()
        desk.fill(why="Maandag vervalt.").press("button[value=credit]")
        assert Invoice.objects.count() == 1
        desk.press("button[value=credit]")
        assert Invoice.objects.exclude(credits=None).get().gross == Money(1452)

    def pay(self, desk: Window) -> None:
        desk.go(reverse("bureau:invoice", args=[self.invoice.code]))
        self.open_part(desk, "pay")
        desk.fill(amount="1000.00", reference="Eerste deel").press("button[value=pay]")
        assert self.invoice.paid == Money(1000)

    def read_bank(self, desk: Window, folder: Path) -> None:
        """The rest comes in a file of the bank, which names the invoice."""
        file = folder / "maart.xml"
        said = {"text": f"Factuur {self.invoice.number}", "name": "Bank De Proef", "day": "2026-04-01"}
        paid = entry("1178.00", **said)
        file.write_bytes(statement(paid))
        desk.go(reverse("bureau:invoices-bank"))
        desk.page.set_input_files("input[type=file]", str(file))
        desk.press("main form button.btn-primary")
        assert BankFile.objects.get().state == FileState.READ
        desk.go(reverse("bureau:invoices-bank-lines"))
        assert "Bank De Proef" in desk.text
        assert self.invoice.state == InvoiceState.PAID

    def margin(self, desk: Window) -> None:
        """What the firm keeps, from the page of invoices, added up another way, with what is owed and expected."""
        desk.go(reverse("bureau:invoices")).press(f"a[href='{reverse('bureau:invoices-margin')}']")
        assert self.assignment.number in desk.text
        desk.go(f"{reverse('bureau:invoices-margin')}?by=manager")
        assert "Max Voorbeeld" in desk.text
        for page in ("invoices-ageing", "invoices-books", "payables"):
            desk.go(reverse(f"bureau:{page}"))
        desk.go(f"{reverse('bureau:invoices-accrual')}?month={MONTH}")
        desk.look_again(widths=(390, 1280), dark=True)

    def open_part(self, desk: Window, do: str) -> None:
        desk.page.locator(f"details:has(button[value={do}]) summary").first.click()


@pytest.mark.parametrize(("language", "width"), [("nl", 390), ("en", 1280)])
def test_an_invoice_from_hours_to_money_and_what_the_firm_keeps(
    cast: world.Cast, window: Callable[..., Window], tmp_path: Path, language: str, width: int
) -> None:
    walk = Walk(cast, window, language, width)
    desk, carla = walk.open(cast.bea), walk.open(cast.carla)
    walk.bill(desk)
    walk.contest(carla)
    walk.settle(desk)
    walk.pay(desk)
    walk.read_bank(desk, tmp_path)
    walk.margin(desk)
    assert walk.invoice.issued_on == LATER.date()
    assert walk.invoice.due_on == LATER.date() + timedelta(days=30)
