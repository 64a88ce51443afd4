"""A2: a measure that a client defines anew after the assignment was closed."""

from django.db import models


class NewMeasure(models.Model):
    """By what a result is measured since a day; what was handed over stays beside it, and the newest one holds."""

    result = models.ForeignKey("handover.ClosedResult", models.CASCADE, related_name="measures")
    unit = models.CharField(max_length=30)
    baseline = models.DecimalField(max_digits=12, decimal_places=2)
    norm = models.DecimalField(max_digits=12, decimal_places=2)
    since = models.DateField()
    why = models.TextField()
    written_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
