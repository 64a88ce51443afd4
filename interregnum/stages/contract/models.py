"""A contract: one agreement with the client and its mirror with the manager, under one number."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField, MoneyField
from interregnum.stages.contract.rules.states import ContractState, Side


class Contract(models.Model):
    """`guarantee` is the clause as signed: its terms as values. Rates are euros a day excl. VAT."""

    code = CodeField()
    number = models.CharField(max_length=20, unique=True)
    candidacy = models.OneToOneField("choose.Candidacy", models.PROTECT, related_name="contract")
    brief = models.ForeignKey("brief.Brief", models.PROTECT, related_name="contracts")
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="contracts")
    manager = models.ForeignKey("people.Manager", models.PROTECT, related_name="contracts")
    state = EnumField(ContractState, default=ContractState.DRAWN)
    client_rate = MoneyField()
    manager_rate = MoneyField()
    days_a_week = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    notice_days = models.PositiveSmallIntegerField()
    payment_days = models.PositiveSmallIntegerField()
    guarantee = models.JSONField()
    drawn_at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="contract_ends_after_start"
            )
        ]


class Agreement(models.Model):
    """One side of a contract: its document and who agreed to it when, with the hash of what they agreed to."""

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="agreements")
    side = EnumField(Side)
    document = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    signed_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    signed_name = models.CharField(max_length=120, blank=True)
    signed_sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contract", "side"], name="one_agreement_a_side")]


class Series(models.Model):
    """The last number given in a year; the row is locked while a number is taken."""

    year = models.PositiveSmallIntegerField(unique=True)
    last = models.PositiveIntegerField(default=0)
