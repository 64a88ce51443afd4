"""What is kept of an expense beside what is billed of it."""

from django.db import models

from interregnum.columns.fields import EnumField, MoneyField
from interregnum.stages.invoice.rules.expenses import CostKind


class Expense(models.Model):
    """`gross` is what was paid, `vat` the VAT in it; `agreed` says with whom it was agreed beforehand, `reason` why it
    is so much. `version` goes up with each correction: nobody approves what they did not see. The receipt goes when the
    manager is erased and the law does not want it."""

    extra = models.OneToOneField("invoice.Extra", models.CASCADE, related_name="expense")
    kind = EnumField(CostKind)
    gross = MoneyField()
    vat = MoneyField()
    agreed = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    receipt = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    version = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(vat__gte=0, gross__gt=models.F("vat")), name="vat_is_in_it")
        ]
