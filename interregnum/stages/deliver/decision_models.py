"""Decisions that a manager waits for: asked in a report, answered by the client or noted by the manager."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.stages.deliver.rules.states import DecisionState


class Decision(models.Model):
    """Asked of `contact`, or of somebody else who is `named`; `words` are what was decided, "" for as it was asked."""

    code = CodeField()
    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="decisions")
    report = models.ForeignKey("deliver.WeeklyReport", models.CASCADE, related_name="decisions")
    what = models.CharField(max_length=300)
    contact = models.ForeignKey("people.Contact", models.SET_NULL, null=True, related_name="+")
    named = models.CharField(max_length=120, blank=True)
    asked_on = models.DateField()
    due_on = models.DateField()
    state = EnumField(DecisionState, default=DecisionState.OPEN, db_index=True)
    words = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["due_on", "pk"]
