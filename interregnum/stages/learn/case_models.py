"""The case library: an assignment told without anybody's name, what its client agreed to, and where it is shown."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.kernel.lists import Category, Level
from interregnum.stages.learn.rules.case_states import CaseState


class Case(models.Model):
    """`version` is the number of the newest text, `state` what the client says of that one.

    `objection`: the manager holds that text back; nobody else reads it until it changes, or the manager takes it back.
    `live_until` is set while the client agrees: until then it may be shown, for the uses that were ticked.
    """

    code = CodeField()
    assignment = models.OneToOneField("deliver.Assignment", models.CASCADE, related_name="+")
    state = EnumField(CaseState, default=CaseState.DRAFT, db_index=True)
    version = models.PositiveSmallIntegerField(default=1)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    objection = models.TextField(blank=True)
    objected_at = models.DateTimeField(null=True)
    on_site = models.BooleanField(default=False)
    in_proposals = models.BooleanField(default=False)
    live_until = models.DateField(null=True, db_index=True)
    agreed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at", "-pk"]


class CaseText(models.Model):
    """One version: what it tells beside its words ("" and None: too few share it), and the words in both languages."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="texts")
    number = models.PositiveSmallIntegerField()
    category = EnumField(Category, blank=True)
    sector = models.CharField(max_length=40, blank=True)
    discipline = models.CharField(max_length=40, blank=True)
    level = EnumField(Level, blank=True)
    year = models.PositiveSmallIntegerField(null=True)
    reached = models.PositiveSmallIntegerField(default=0)
    results = models.PositiveSmallIntegerField(default=0)
    title_nl = models.CharField(max_length=120, blank=True)
    problem_nl = models.TextField(blank=True)
    approach_nl = models.TextField(blank=True)
    result_nl = models.TextField(blank=True)
    lasted_nl = models.TextField(blank=True)
    title_en = models.CharField(max_length=120, blank=True)
    problem_en = models.TextField(blank=True)
    approach_en = models.TextField(blank=True)
    result_en = models.TextField(blank=True)
    lasted_en = models.TextField(blank=True)
    written_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="one_text_a_version")]


class CaseConsent(models.Model):
    """The client was asked about one version, and what it said; kept also when the case itself has gone.

    `assignment` is the code of it, so that the row stands alone.
    """

    case = models.ForeignKey(Case, models.SET_NULL, null=True, related_name="consents")
    assignment = models.CharField(max_length=26, db_index=True)
    version = models.PositiveSmallIntegerField()
    state = EnumField(CaseState, default=CaseState.ASKED)
    asked_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    on_site = models.BooleanField(default=False)
    in_proposals = models.BooleanField(default=False)
    words = models.TextField(blank=True)
    until = models.DateField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_why = models.TextField(blank=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["case", "version"], name="asked_once_a_version")]


class CaseOverride(models.Model):
    """A partner says that what was found is no sign of anybody; `said` are the words that were found."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="overrides")
    sign = models.CharField(max_length=20)
    said = models.CharField(max_length=200)
    reason = models.TextField()
    made_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["case", "sign", "said"], name="called_false_once")]


class CaseShown(models.Model):
    """A case that stands with a proposal; `shares` are the names of what both have in common."""

    proposal = models.ForeignKey("choose.Proposal", models.CASCADE, related_name="+")
    case = models.ForeignKey(Case, models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()
    shares = models.JSONField(default=list)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["proposal", "case"], name="shown_once_a_proposal")]
