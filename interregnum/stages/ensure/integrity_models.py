"""Integrity: persons whom a manager introduced at a client."""

from django.db import models

from interregnum.columns.fields import CodeField


class IntroducedPerson(models.Model):
    """Somebody who came to work for the client through the manager, and what ties the two.

    Noted by the manager it is declared at once; noted by the firm or the shadow manager, once the manager declares it.
    `overlap_at`: when it was found that the person shares a number or an address with somebody; `overlap_answer` is
    what the firm found of it then.
    """

    code = CodeField()
    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="introduced")
    name = models.CharField(max_length=120)
    tie = models.CharField(max_length=200, blank=True)
    introduced_on = models.DateField()
    iban = models.CharField(max_length=34, blank=True)
    kvk = models.CharField(max_length=8, blank=True)
    address = models.CharField(max_length=160, blank=True)
    noted_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()
    declared_at = models.DateTimeField(null=True)
    overlap_at = models.DateTimeField(null=True)
    overlap_answer = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-introduced_on", "-pk"]
        constraints = [models.UniqueConstraint(fields=["assignment", "name"], name="introduced_once")]


class NoCommission(models.Model):
    """The manager states of a month that nobody was paid and nobody paid for work or for people at this client, beside
    what the contract says: for the invoice over that month."""

    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="no_commissions")
    manager = models.ForeignKey("people.Manager", models.CASCADE, related_name="+")
    month = models.DateField()
    stated_at = models.DateTimeField()

    class Meta:
        ordering = ["-month"]
        constraints = [models.UniqueConstraint(fields=["assignment", "manager", "month"], name="one_statement_a_month")]
