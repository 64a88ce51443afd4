"""Months of the books that are closed, and the one row that keeps closing and dating apart."""

from django.db import models


class ClosedMonth(models.Model):
    """A month in which nothing is dated any more; `opened_at` says that it was opened again, and `why`."""

    month = models.DateField()
    closed_at = models.DateTimeField()
    closed_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(null=True)
    opened_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-month", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["month"], condition=models.Q(opened_at=None), name="each_month_closed_once")
        ]


class Books(models.Model):
    """One row: whoever dates something or closes a month holds it until that is committed.

    `begins_on` is the first day that is invoiced here; days before it were invoiced elsewhere.
    """

    held = models.PositiveIntegerField(default=0)
    begins_on = models.DateField(null=True)
