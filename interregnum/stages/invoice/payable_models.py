"""The manager's side: consent to self-billing, and what the firm owes managers, each day once."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField, MoneyField
from interregnum.stages.invoice.rules.payable import PayKind, PayState, PayWhy


class SelfBilling(models.Model):
    """A manager agreed that the firm makes their invoices, in these `words`, with the address that stands on them."""

    manager = models.ForeignKey("people.Manager", models.CASCADE, related_name="self_billings")
    street = models.CharField(max_length=120, blank=True)
    postal_code = models.CharField(max_length=12, blank=True)
    city = models.CharField(max_length=80, blank=True)
    words = models.TextField()
    given_at = models.DateTimeField()
    given_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["manager"], condition=models.Q(withdrawn_at=None), name="one_consent_to_self_billing"
            )
        ]


class Payable(models.Model):
    """What the firm owes a manager for days of an assignment up to the end of a month.

    Of a purchase invoice `claimed` is what stands on it, `deviations` how that differs from what stands approved, and
    `file` the invoice itself; `why` is why it was accepted all the same, sent back, or taken back. `net`, `vat_total`
    and `gross` are what is paid; those of a credit are taken off. `waits` says that it is paid when the client
    pays, in the `agreed_days` at the longest.
    """

    code = CodeField()
    kind = EnumField(PayKind)
    assignment = models.ForeignKey("deliver.Assignment", models.PROTECT, related_name="payables")
    manager = models.ForeignKey("people.Manager", models.PROTECT, related_name="payables")
    state = EnumField(PayState, db_index=True)
    month = models.DateField()
    number = models.CharField(max_length=40, blank=True)
    issued_on = models.DateField(null=True)
    received_on = models.DateField(null=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    seller = models.JSONField(default=dict)
    buyer = models.JSONField(default=dict)
    vat = models.JSONField(default=list)
    net = MoneyField()
    vat_total = MoneyField()
    gross = MoneyField()
    file = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    claimed = models.JSONField(default=dict)
    deviations = models.JSONField(default=list)
    why = models.CharField(max_length=500, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    agreed_days = models.PositiveSmallIntegerField()
    waits = models.BooleanField(default=False)
    paid_on = models.DateField(null=True)
    paid_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    credits = models.ForeignKey("self", models.PROTECT, null=True, related_name="credit_notes")

    class Meta:
        ordering = ["-month", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["manager", "number"],
                condition=~models.Q(number="") & ~models.Q(state=PayState.RETURNED),
                name="one_payable_a_number",
            ),
            models.UniqueConstraint(
                fields=["assignment", "manager", "month"],
                condition=models.Q(state=PayState.DRAFTED),
                name="one_self_bill_in_draft",
            ),
        ]


class PayLine(models.Model):
    """One day of a payable, or what is owed beside days; `key` names the guarantee or the expense then."""

    payable = models.ForeignKey(Payable, models.CASCADE, related_name="lines")
    position = models.PositiveSmallIntegerField()
    day = models.DateField()
    minutes = models.PositiveSmallIntegerField()
    rate = MoneyField()
    amount = MoneyField()
    why = EnumField(PayWhy)
    key = models.CharField(max_length=26, blank=True)
    credits = models.OneToOneField("self", models.PROTECT, null=True, related_name="credited_by")

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["payable", "position"], name="one_pay_line_a_position")]


class PaidDay(models.Model):
    """A day of a manager that stands on a payable that holds, self-billed or sent in: each on one at most.

    `beside` is "" for a day that was worked, else what is owed beside days, and `key` which one.
    """

    assignment = models.ForeignKey("deliver.Assignment", models.PROTECT, related_name="+")
    manager = models.ForeignKey("people.Manager", models.PROTECT, related_name="+")
    day = models.DateField()
    beside = models.CharField(max_length=20, blank=True)
    key = models.CharField(max_length=26, blank=True)
    line = models.OneToOneField(PayLine, models.CASCADE, related_name="paid")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assignment", "manager", "day", "beside", "key"], name="each_day_paid_once")
        ]


class SelfBillSeries(models.Model):
    """The last number of a manager's series in a year; the row is locked while a number is taken."""

    manager = models.ForeignKey("people.Manager", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["manager", "year"], name="one_self_bill_counter")]
