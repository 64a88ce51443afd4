"""The record of a manager: lines with what was said of them, and their sums."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.stages.learn.case_models import Case as Case
from interregnum.stages.learn.case_models import CaseConsent as CaseConsent
from interregnum.stages.learn.case_models import CaseOverride as CaseOverride
from interregnum.stages.learn.case_models import CaseShown as CaseShown
from interregnum.stages.learn.case_models import CaseText as CaseText
from interregnum.stages.learn.proof_models import Closed as Closed
from interregnum.stages.learn.rules.lines import Kind


class RecordLine(models.Model):
    """One thing that one assignment tells of a manager. `number` and `of` are as in rules/lines.py, `cause` only where
    one was replaced.

    The bureau reads it from `shown_on` on, the manager at once. `is_struck`: the manager contested it and was right; it
    counts no more, and stays.
    """

    code = CodeField()
    manager = models.ForeignKey("people.Manager", models.CASCADE, related_name="record_lines")
    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="record_lines")
    kind = EnumField(Kind)
    number = models.IntegerField()
    of = models.PositiveIntegerField(default=0)
    cause = models.CharField(max_length=20, blank=True)
    on = models.DateField()
    noted_at = models.DateTimeField()
    shown_on = models.DateField(db_index=True)
    comment = models.TextField(blank=True)
    commented_at = models.DateTimeField(null=True)
    contest = models.TextField(blank=True)
    contested_at = models.DateTimeField(null=True)
    is_struck = models.BooleanField(null=True)
    verdict = models.TextField(blank=True)
    decided_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-on", "pk"]
        constraints = [models.UniqueConstraint(fields=["manager", "assignment", "kind"], name="one_record_line_a_kind")]


class Record(models.Model):
    """The sums of all lines that count; made anew whenever a line comes, changes or is struck."""

    manager = models.OneToOneField("people.Manager", models.CASCADE, related_name="record")
    sums = models.JSONField(default=dict)
    made_at = models.DateTimeField()
