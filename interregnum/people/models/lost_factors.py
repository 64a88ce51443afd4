"""A second factor that was lost: who asks for its removal, and which two of the bureau know the person."""

from django.db import models
from django.db.models import F, Q

from interregnum.columns.fields import CodeField
from interregnum.people.models.accounts import Account


class LostFactor(models.Model):
    """Open until it is removed or refused. Three people: who asks, who approves, and who removes it."""

    code = CodeField()
    account = models.ForeignKey(Account, models.CASCADE, related_name="lost_factors")
    asked_at = models.DateTimeField()
    started_by = models.ForeignKey(Account, models.SET_NULL, null=True, related_name="+")
    approved_by = models.ForeignKey(Account, models.SET_NULL, null=True, related_name="+")
    ended_by = models.ForeignKey(Account, models.SET_NULL, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    is_removed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account"], condition=Q(ended_at=None), name="one_lost_factor_at_a_time"),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("account")), name="lost_factor_not_approved_by_oneself"
            ),
            models.CheckConstraint(
                condition=Q(is_removed=False)
                | (~Q(ended_by=F("account")) & ~Q(ended_by=F("approved_by")))
                | Q(ended_by=None),
                name="lost_factor_takes_two_others",
            ),
        ]
