"""The plan of approach: what it says in words, its versions, and what differs from the contract."""

from django.db import models

from interregnum.columns.fields import EnumField
from interregnum.stages.brief.rules.states import VersionState
from interregnum.stages.deliver.rules.deviations import DeviationAnswer, DeviationKind
from interregnum.stages.deliver.rules.plan import Part


class PlanText(models.Model):
    """One part of the plan in words."""

    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="plan_texts")
    part = EnumField(Part)
    text = models.TextField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["assignment", "part"], name="one_text_a_part")]


class PlanChange(models.Model):
    """The draft of the next version of a plan that was agreed, whole (rules/plan_kept.plain); what was agreed holds."""

    assignment = models.OneToOneField("deliver.Assignment", models.CASCADE, related_name="plan_change")
    content = models.JSONField()


class PlanVersion(models.Model):
    """A plan as it lay with the client, whole (rules/plan_kept.plain); `remark` is what the client said.

    `offered_by` is nobody for what lay there before versions were kept.
    """

    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="plan_versions")
    number = models.PositiveSmallIntegerField()
    state = EnumField(VersionState, default=VersionState.OFFERED)
    content = models.JSONField()
    offered_at = models.DateTimeField()
    offered_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    remark = models.TextField(blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["assignment", "number"], name="plan_version_once")]


class PlanDeviation(models.Model):
    """A difference between a version and the contract (rules/deviations.py), and what the client says of it."""

    version = models.ForeignKey(PlanVersion, models.CASCADE, related_name="deviations")
    position = models.PositiveSmallIntegerField()
    kind = EnumField(DeviationKind)
    subject = models.CharField(max_length=160, blank=True)
    before = models.CharField(max_length=160, blank=True)
    after = models.CharField(max_length=160, blank=True)
    answer = EnumField(DeviationAnswer, blank=True, default="")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["version", "position"], name="deviation_once_a_version")]
