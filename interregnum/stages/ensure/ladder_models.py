"""G1: escalations: why each began, its steps with their clocks, and how it ended."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.stages.ensure.rules.ladder import LadderStep


class Escalation(models.Model):
    """`causes` are the codes of signals. One that is not closed is the one of its assignment.

    `closed_by` is nobody for one that ended because the assignment did.
    """

    code = CodeField()
    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="escalations")
    causes = models.JSONField(default=list)
    began_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    closed_why = models.TextField(blank=True)

    class Meta:
        ordering = ["-began_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment"], condition=models.Q(closed_at=None), name="one_open_escalation"
            )
        ]


class EscalationStep(models.Model):
    """`outcome` is what was agreed; `with_whom` and `plan_until` belong to a plan of improvement. `again_on` is the day
    on which it is looked whether the signals are gone. `is_passed`: its clock ran out before anything was done."""

    escalation = models.ForeignKey(Escalation, models.CASCADE, related_name="steps")
    step = EnumField(LadderStep)
    began_at = models.DateTimeField()
    due_at = models.DateTimeField()
    is_passed = models.BooleanField(default=False)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    outcome = models.TextField(blank=True)
    with_whom = models.CharField(max_length=120, blank=True)
    plan_until = models.DateField(null=True)
    again_on = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["escalation", "step"], name="each_step_once")]
