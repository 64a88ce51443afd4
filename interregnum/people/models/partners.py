"""Somebody who is to become a partner, as long as a second partner has not said yes or no."""

from django.db import models
from django.db.models import F, Q

from interregnum.people.models.accounts import Account


class NextPartner(models.Model):
    """Open until it is confirmed or refused; whoever proposes does not confirm while there is another partner."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="proposed_partner")
    proposed_by = models.ForeignKey(Account, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    ended_by = models.ForeignKey(Account, models.SET_NULL, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    is_confirmed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account"], condition=Q(ended_at=None), name="one_next_partner_at_a_time"),
            models.CheckConstraint(
                condition=Q(ended_by=None) | ~Q(ended_by=F("account")), name="next_partner_not_by_oneself"
            ),
        ]
