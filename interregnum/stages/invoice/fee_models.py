"""Fees that were agreed beside days, with who agreed when; what is billed of them stands as extras."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField, MoneyField
from interregnum.stages.invoice.extra_models import Extra
from interregnum.stages.invoice.rules.fees import FeeKind, FeeState


class Fee(models.Model):
    """Written by the firm and agreed by the client, once. `amount` is the whole of it, excl. VAT.

    A fee for a result names it by its code in `result`, and keeps in `norm` what was to be reached then: what the
    result became afterwards earns nothing. `why` is why it was refused or taken back.
    """

    code = CodeField()
    kind = EnumField(FeeKind)
    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="fees")
    text = models.CharField(max_length=160)
    amount = MoneyField()
    result = models.CharField(max_length=26, blank=True)
    norm = models.JSONField(default=dict)
    state = EnumField(FeeState, default=FeeState.ASKED, db_index=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    earned_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="a_fee_is_more_than_nothing"),
            models.UniqueConstraint(
                fields=["assignment", "result"],
                condition=~models.Q(result="") & models.Q(state__in=["asked", "agreed", "earned"]),
                name="one_fee_a_result",
            ),
        ]


class FeeTerm(models.Model):
    """A part of a fee and the day from which it is billed; `extra` is what is billed, None until the client agreed."""

    fee = models.ForeignKey(Fee, models.CASCADE, related_name="terms")
    day = models.DateField()
    amount = MoneyField()
    extra = models.OneToOneField(Extra, models.SET_NULL, null=True, related_name="fee_term")

    class Meta:
        ordering = ["day", "pk"]
        constraints = [models.UniqueConstraint(fields=["fee", "day"], name="one_fee_term_a_day")]
