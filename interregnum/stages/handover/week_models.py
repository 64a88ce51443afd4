"""A2: the week in which the interim manager is away, and what was measured with and without him or her."""

from django.db import models

from interregnum.columns.fields import EnumField
from interregnum.stages.handover.rules.states import WeekState


class FreeWeek(models.Model):
    """One an assignment; `stands` is whether the line managed, None until somebody said so."""

    handover = models.OneToOneField("handover.Handover", models.CASCADE, related_name="free_week")
    first_on = models.DateField()
    last_on = models.DateField()
    state = EnumField(WeekState, default=WeekState.PLANNED)
    stands = models.BooleanField(null=True)
    conclusion = models.TextField(blank=True, default="")
    planned_at = models.DateTimeField()
    concluded_at = models.DateTimeField(null=True)


class FreeMeasure(models.Model):
    """One result: what was last measured before the week, and in it."""

    week = models.ForeignKey(FreeWeek, models.CASCADE, related_name="measures")
    result = models.ForeignKey("deliver.Result", models.CASCADE, related_name="+")
    before = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    without = models.DecimalField(max_digits=12, decimal_places=2, null=True)

    class Meta:
        ordering = ["result__position", "pk"]
        constraints = [models.UniqueConstraint(fields=["week", "result"], name="one_free_measure_a_result")]
