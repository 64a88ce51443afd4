"""Files of the bank that were read, and each of their lines with what became of it."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField, MoneyField
from interregnum.stages.invoice.rules.bank_lines import FileState, LineState
from interregnum.stages.invoice.rules.payments import Outcome


class BankFile(models.Model):
    """One file as it was uploaded; `content` goes once its lines are kept. `fault` says why it was refused.

    `lines_new` counts those of no earlier file, `known` the others, `left_out` those that are not booked or
    not in euros, `unfit` statements of which the balances do not come to their lines.
    """

    code = CodeField()
    name = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64)
    state = EnumField(FileState, default=FileState.READING)
    content = models.ForeignKey("files.StoredFile", models.SET_NULL, null=True, related_name="+")
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    fault = models.CharField(max_length=40, blank=True)
    lines_new = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    left_out = models.PositiveIntegerField(default=0)
    unfit = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["fingerprint"], condition=~models.Q(state=FileState.REFUSED), name="each_bank_file_once"
            )
        ]


class BankLine(models.Model):
    """One line of our account: `line_id` is the same in every file that has it.

    `shares` is what is proposed, `candidates` the invoices that come into question, both as the rules found them.
    """

    code = CodeField()
    file = models.ForeignKey(BankFile, models.PROTECT, related_name="rows")
    line_id = models.CharField(max_length=40, unique=True)
    booked_on = models.DateField()
    amount = MoneyField()
    reference = models.CharField(max_length=140, blank=True)
    text = models.CharField(max_length=1000, blank=True)
    name = models.CharField(max_length=140, blank=True)
    iban = models.CharField(max_length=34, blank=True)
    is_reversal = models.BooleanField(default=False)
    state = EnumField(LineState, default=LineState.WAITS, db_index=True)
    outcome = EnumField(Outcome)
    reasons = models.JSONField(default=list)
    candidates = models.JSONField(default=list)
    shares = models.JSONField(default=list)
    words = models.CharField(max_length=300, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["booked_on", "pk"]
