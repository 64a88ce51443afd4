"""Screenings of interim managers, and who read what of them."""

from django.db import models
from django.db.models import F, Q

from interregnum.columns.fields import CodeField, EnumField
from interregnum.people.models.accounts import Account
from interregnum.people.models.managers import Manager
from interregnum.people.rules.screening import Basis, Outcome, ScreeningKind


class Screening(models.Model):
    """One screening for one purpose. What was found is sealed; the decision is another person's than the entry."""

    code = CodeField()
    manager = models.ForeignKey(Manager, models.CASCADE, related_name="screenings")
    kind = EnumField(ScreeningKind)
    purpose = models.CharField(max_length=200)
    basis = EnumField(Basis)
    outcome = EnumField(Outcome, default=Outcome.OPEN)
    sealed_detail = models.TextField(blank=True)
    entered_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    decided_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    decided_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("entered_by")), name="screening_decided_by_another"
            ),
            models.CheckConstraint(condition=~Q(basis=Basis.CONSENT), name="screening_not_on_consent"),
        ]


class Reading(models.Model):
    """Somebody read what is confidential about a manager, and why; the manager sees this."""

    manager = models.ForeignKey(Manager, models.CASCADE, related_name="readings")
    read_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    role = models.CharField(max_length=20)
    what = models.CharField(max_length=40)
    reason = models.CharField(max_length=200)
    read_at = models.DateTimeField()
