"""What is billed beside days: an expense, a fee, a discount; each on one invoice that holds at most."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField, MoneyField
from interregnum.stages.invoice.rules.extras import DECIDED, ExtraKind, ExtraState


class Extra(models.Model):
    """Asked, then decided by a person. `day` is when it was made or became due: it decides the rate of VAT and the
    month up to which it is billed. `amount` is excl. VAT, below nil for a discount; `manager` is whose expense it is,
    empty for what is of nobody; `percent` is of a
    discount on the days of its month, reckoned anew on each draft; `why` is why it was refused or taken back."""

    code = CodeField()
    kind = EnumField(ExtraKind)
    assignment = models.ForeignKey("deliver.Assignment", models.PROTECT, related_name="extras")
    manager = models.ForeignKey("people.Manager", models.PROTECT, null=True, related_name="+")
    day = models.DateField(db_index=True)
    text = models.CharField(max_length=200)
    amount = MoneyField()
    percent = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    state = EnumField(ExtraState, default=ExtraState.ASKED, db_index=True)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    why = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-day", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind=ExtraKind.DISCOUNT, amount__lt=0)
                | (~models.Q(kind=ExtraKind.DISCOUNT) & models.Q(amount__gt=0)),
                name="only_a_discount_below_nil",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind=ExtraKind.EXPENSE) | models.Q(manager__isnull=False),
                name="an_expense_is_somebodys",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=DECIDED) | models.Q(decided_at__isnull=False, decided_by__isnull=False),
                name="an_extra_is_decided_by_a_person",
            ),
        ]


class BilledExtra(models.Model):
    """An extra that stands on an invoice that holds: each on one at most."""

    extra = models.OneToOneField(Extra, models.PROTECT, related_name="billed")
    line = models.OneToOneField("invoice.InvoiceLine", models.CASCADE, related_name="billed_extra")
