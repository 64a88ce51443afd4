"""Invoices to clients: their lines, the days that they bill, their numbers, and what was paid."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField, MoneyField
from interregnum.kernel.bill import BillKind, VatCategory
from interregnum.kernel.money import Money
from interregnum.stages.invoice.bank_models import BankFile as BankFile
from interregnum.stages.invoice.bank_models import BankLine as BankLine
from interregnum.stages.invoice.expense_models import Expense as Expense
from interregnum.stages.invoice.extra_models import BilledExtra as BilledExtra
from interregnum.stages.invoice.extra_models import Extra as Extra
from interregnum.stages.invoice.fee_models import Fee as Fee
from interregnum.stages.invoice.fee_models import FeeTerm as FeeTerm
from interregnum.stages.invoice.paper_models import ClientBilling as ClientBilling
from interregnum.stages.invoice.paper_models import InvoicePapers as InvoicePapers
from interregnum.stages.invoice.paper_models import OrderReference as OrderReference
from interregnum.stages.invoice.payable_models import PaidDay as PaidDay
from interregnum.stages.invoice.payable_models import Payable as Payable
from interregnum.stages.invoice.payable_models import PayLine as PayLine
from interregnum.stages.invoice.payable_models import SelfBilling as SelfBilling
from interregnum.stages.invoice.payable_models import SelfBillSeries as SelfBillSeries
from interregnum.stages.invoice.period_models import Books as Books
from interregnum.stages.invoice.period_models import ClosedMonth as ClosedMonth
from interregnum.stages.invoice.rules.states import OPEN, DisputeReason, InvoiceState


def nothing() -> Money:
    return Money(0)


class Invoice(models.Model):
    """One invoice or credit note; from `issued_at` on nothing of it changes but what was paid and said of it.

    `month` is the first day of the month up to which it bills; `number` is "" before it is issued. `seller`, `buyer`
    and `vat` are kept as they stood then: parties and parts of VAT as values. `credits` is the invoice that a credit
    note takes back, `paid` and `credited` what came in and what was taken back of it, incl. VAT.
    """

    code = CodeField()
    kind = EnumField(BillKind, default=BillKind.INVOICE)
    assignment = models.ForeignKey("deliver.Assignment", models.PROTECT, related_name="invoices")
    state = EnumField(InvoiceState, default=InvoiceState.DRAFT, db_index=True)
    month = models.DateField()
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    checked_at = models.DateTimeField(null=True)
    checked_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    number = models.CharField(max_length=20, blank=True)
    issued_at = models.DateTimeField(null=True)
    issued_on = models.DateField(null=True, db_index=True)
    due_on = models.DateField(null=True, db_index=True)
    seller = models.JSONField(default=dict)
    buyer = models.JSONField(default=dict)
    vat = models.JSONField(default=list)
    net = MoneyField()
    vat_total = MoneyField()
    gross = MoneyField()
    credits = models.ForeignKey("self", models.PROTECT, null=True, related_name="credit_notes")
    why = models.CharField(max_length=300, blank=True)
    sent_at = models.DateTimeField(null=True)
    reminders = models.PositiveSmallIntegerField(default=0)
    reminded_at = models.DateTimeField(null=True)
    dispute = EnumField(DisputeReason, blank=True, default="")
    dispute_words = models.CharField(max_length=1000, blank=True)
    disputed_at = models.DateTimeField(null=True)
    dispute_ended_at = models.DateTimeField(null=True)
    paid = MoneyField(default=nothing)
    credited = MoneyField(default=nothing)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["number"], condition=~models.Q(number=""), name="one_invoice_a_number"),
            models.UniqueConstraint(
                fields=["assignment", "month"], condition=models.Q(state__in=OPEN), name="one_draft_a_month"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=OPEN, number="") | (~models.Q(state__in=OPEN) & ~models.Q(number="")),
                name="issued_has_a_number",
            ),
        ]


class InvoiceLine(models.Model):
    """One day of one manager, or an `extra` of the `text` as it was then; `credits` is the line that a line of a credit
    note takes back."""

    invoice = models.ForeignKey(Invoice, models.CASCADE, related_name="lines")
    position = models.PositiveSmallIntegerField()
    day = models.DateField()
    manager = models.ForeignKey("people.Manager", models.PROTECT, null=True, related_name="+")
    extra = models.ForeignKey(Extra, models.PROTECT, null=True, related_name="lines")
    text = models.CharField(max_length=200, blank=True, default="")
    minutes = models.PositiveSmallIntegerField()
    quantity = models.DecimalField(max_digits=12, decimal_places=6)
    price = MoneyField()
    amount = MoneyField()
    category = EnumField(VatCategory)
    vat_rate = models.DecimalField(max_digits=5, decimal_places=2)
    credits = models.OneToOneField("self", models.PROTECT, null=True, related_name="credited_by")

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["invoice", "position"], name="one_line_a_position"),
            models.CheckConstraint(
                condition=models.Q(extra__isnull=True, manager__isnull=False, text="")
                | (models.Q(extra__isnull=False, minutes=0) & ~models.Q(text="")),
                name="a_day_or_an_extra",
            ),
        ]


class BilledDay(models.Model):
    """A day of an assignment that stands on an invoice that holds: each day on one at most."""

    assignment = models.ForeignKey("deliver.Assignment", models.PROTECT, related_name="+")
    day = models.DateField()
    line = models.OneToOneField(InvoiceLine, models.CASCADE, related_name="billed")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assignment", "day"], name="each_day_billed_once")]


class InvoiceSeries(models.Model):
    """The last number of a series in a year; the row is locked while a number is taken."""

    series = models.CharField(max_length=4)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["series", "year"], name="one_counter_a_series")]


class Payment(models.Model):
    """Money that came in for an invoice, below nil what went back; `reference` is what the bank says of it.

    `line` is the line of the bank that it is (a part) of. Nothing is taken away: who undoes a payment writes one of the
    same amount below nil, which `undoes` it, and both are marked.
    """

    code = CodeField()
    invoice = models.ForeignKey(Invoice, models.PROTECT, related_name="payments")
    day = models.DateField()
    amount = MoneyField()
    reference = models.CharField(max_length=140, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    line = models.ForeignKey(BankLine, models.PROTECT, null=True, related_name="payments")
    undoes = models.OneToOneField("self", models.CASCADE, null=True, related_name="undone_by")
    is_undone = models.BooleanField(default=False)

    class Meta:
        ordering = ["day", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["invoice", "day", "amount", "reference"],
                condition=models.Q(line=None, is_undone=False),
                name="each_payment_once",
            ),
            models.UniqueConstraint(
                fields=["invoice", "line"], condition=models.Q(is_undone=False), name="each_line_once_an_invoice"
            ),
        ]
