"""A2: how a change is handed over to the line: a card for each result, the index over its course, and the end."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.stages.handover.document_models import DocumentAnswer as DocumentAnswer
from interregnum.stages.handover.document_models import HandoverDocument as HandoverDocument
from interregnum.stages.handover.giving_back_models import GivenBack as GivenBack
from interregnum.stages.handover.giving_back_models import GivingBack as GivingBack
from interregnum.stages.handover.measure_models import NewMeasure as NewMeasure
from interregnum.stages.handover.rules.states import Ending, Judge, OverrideSide, SuccessorState
from interregnum.stages.handover.week_models import FreeMeasure as FreeMeasure
from interregnum.stages.handover.week_models import FreeWeek as FreeWeek


class Handover(models.Model):
    """One an assignment, opened in the middle of its term, or before by whoever writes the first card.

    `attitude` are tenths of the newest pulse among employees; `ended_*` is how and when the assignment was closed.
    """

    code = CodeField()
    assignment = models.OneToOneField("deliver.Assignment", models.CASCADE, related_name="handover")
    opened_at = models.DateTimeField()
    results = models.JSONField(default=list)
    successor = models.CharField(max_length=120, blank=True, default="")
    successor_email = models.EmailField(max_length=254, blank=True, default="")
    successor_state = EnumField(SuccessorState, default=SuccessorState.UNKNOWN)
    successor_words = models.TextField(blank=True, default="")
    attitude = models.PositiveSmallIntegerField(null=True)
    ending = EnumField(Ending, blank=True, default="")
    ended_why = models.TextField(blank=True, default="")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    index_at_close = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ["pk"]


class AnchorCard(models.Model):
    """Who holds a result in the line, by what it is measured, and what is done when it slips.

    `unit`, `baseline` and `norm` are what the card was written for; `earlier` are measures that it had before, each
    [unit, baseline, norm, last day], so that old and new stand side by side.
    """

    code = CodeField()
    handover = models.ForeignKey(Handover, models.CASCADE, related_name="cards")
    result = models.OneToOneField("deliver.Result", models.CASCADE, related_name="anchor")
    owner = models.CharField(max_length=120, blank=True, default="")
    deputy = models.CharField(max_length=120, blank=True, default="")
    sponsor = models.CharField(max_length=120, blank=True, default="")
    unit = models.CharField(max_length=30)
    baseline = models.DecimalField(max_digits=12, decimal_places=2)
    norm = models.DecimalField(max_digits=12, decimal_places=2)
    earlier = models.JSONField(default=list)
    is_measured = models.BooleanField(default=False)
    procedure = models.CharField(max_length=200, blank=True, default="")
    approved_on = models.DateField(null=True)
    is_enforced = models.BooleanField(default=False)
    trained = models.PositiveIntegerField(null=True)
    to_train = models.PositiveIntegerField(null=True)
    is_across = models.BooleanField(default=False)
    budget = models.CharField(max_length=120, blank=True, default="")
    relapse_sign = models.CharField(max_length=300, blank=True, default="")
    relapse_action = models.CharField(max_length=300, blank=True, default="")
    version = models.PositiveIntegerField(default=0)
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["result__position", "pk"]


class IndexReading(models.Model):
    """The index from a moment on: `parts` is [part, tenths earned, tenths at most] of each."""

    handover = models.ForeignKey(Handover, models.CASCADE, related_name="readings")
    taken_at = models.DateTimeField()
    total = models.PositiveSmallIntegerField()
    parts = models.JSONField(default=list)

    class Meta:
        ordering = ["pk"]


class GateOverride(models.Model):
    """One of the two who may let a manager go before the change stands, and why."""

    handover = models.ForeignKey(Handover, models.CASCADE, related_name="overrides")
    side = EnumField(OverrideSide)
    reason = models.TextField()
    made_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["handover", "side"], name="one_override_a_side")]


class Evaluation(models.Model):
    """F3: what one of the three says at the end: marks from 1 to 10, `again` from 0 to 10."""

    handover = models.ForeignKey(Handover, models.CASCADE, related_name="evaluations")
    judge = EnumField(Judge)
    score = models.PositiveSmallIntegerField()
    knowledge = models.PositiveSmallIntegerField()
    skills = models.PositiveSmallIntegerField()
    mobilising = models.PositiveSmallIntegerField()
    again = models.PositiveSmallIntegerField()
    words = models.TextField(blank=True, default="")
    written_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["handover", "judge"], name="one_evaluation_a_judge")]


class ClosedResult(models.Model):
    """Where a result stood when the assignment was closed: what aftercare is held against."""

    code = CodeField()
    handover = models.ForeignKey(Handover, models.CASCADE, related_name="closed_results")
    position = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=160)
    unit = models.CharField(max_length=30)
    baseline = models.DecimalField(max_digits=12, decimal_places=2)
    norm = models.DecimalField(max_digits=12, decimal_places=2)
    value = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    is_reached = models.BooleanField(default=False)
    owner = models.CharField(max_length=120, blank=True, default="")
    relapse_sign = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        ordering = ["position", "pk"]
