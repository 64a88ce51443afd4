"""The assignment: mandate, results with their measurements, plan of approach, weekly reports."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField, MoneyField, percent
from interregnum.kernel.lists import Assurance, Category
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.deliver.decision_models import Decision as Decision
from interregnum.stages.deliver.hours_models import HoursCorrection as HoursCorrection
from interregnum.stages.deliver.hours_models import HoursDay as HoursDay
from interregnum.stages.deliver.hours_models import HoursWeek as HoursWeek
from interregnum.stages.deliver.plan_models import PlanChange as PlanChange
from interregnum.stages.deliver.plan_models import PlanDeviation as PlanDeviation
from interregnum.stages.deliver.plan_models import PlanText as PlanText
from interregnum.stages.deliver.plan_models import PlanVersion as PlanVersion
from interregnum.stages.deliver.quality_models import Leaving as Leaving
from interregnum.stages.deliver.quality_models import OldWay as OldWay
from interregnum.stages.deliver.quality_models import QualityPicture as QualityPicture
from interregnum.stages.deliver.quality_models import SignalReading as SignalReading
from interregnum.stages.deliver.rules.gates import Answer, Gate, MarkKind, Verdict
from interregnum.stages.deliver.rules.relation import Construct, RelationOutcome
from interregnum.stages.deliver.rules.states import AssignmentState, Domain, Mood, PlanState, Right
from interregnum.stages.deliver.shared_models import SharedFile as SharedFile
from interregnum.stages.deliver.shared_models import SharedFileVersion as SharedFileVersion
from interregnum.stages.deliver.shared_models import SharedNote as SharedNote
from interregnum.stages.deliver.shared_models import SharedTask as SharedTask
from interregnum.stages.deliver.stake_models import ChosenApproach as ChosenApproach
from interregnum.stages.deliver.stake_models import GroupTotal as GroupTotal
from interregnum.stages.deliver.stake_models import Odds as Odds
from interregnum.stages.deliver.stake_models import Readiness as Readiness
from interregnum.stages.deliver.stake_models import Resistance as Resistance
from interregnum.stages.deliver.stake_models import Stakeholder as Stakeholder
from interregnum.stages.deliver.stake_models import Stance as Stance
from interregnum.stages.deliver.stake_models import Uptake as Uptake


class Assignment(models.Model):
    code = CodeField()
    number = models.CharField(max_length=20, unique=True)
    contract = models.OneToOneField("contract.Contract", models.PROTECT, related_name="assignment")
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="assignments")
    manager = models.ForeignKey("people.Manager", models.PROTECT, related_name="assignments")
    owner = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="assignments")
    category = EnumField(Category)
    assurance = EnumField(Assurance)
    problem = models.TextField()
    result_wanted = models.TextField(blank=True)
    operational = percent()
    adviser = percent()
    coach = percent()
    change = percent()
    starts_on = models.DateField()
    ends_on = models.DateField()
    state = EnumField(AssignmentState, default=AssignmentState.LANDING, db_index=True)
    reports_to = models.CharField(max_length=120, blank=True)
    announced_on = models.DateField(null=True)
    announced_how = models.CharField(max_length=200, blank=True, default="")
    exclusions = models.TextField(blank=True, default="")
    plan_state = EnumField(PlanState, default=PlanState.DRAFT)
    plan_note = models.TextField(blank=True)
    plan_agreed_at = models.DateTimeField(null=True)
    # Counts each time that the draft changed: a window that was opened before does not wipe what another one wrote.
    plan_saves = models.PositiveIntegerField(default=0)
    first_result_on = models.DateField(null=True)
    # H1: the first day of the manager of now, where another one was replaced.
    manager_since = models.DateField(null=True)
    # The day on which it should have started and a gate held it back; the term begins on the day when it does start.
    held_on = models.DateField(null=True)

    class Meta:
        ordering = ["-starts_on", "-pk"]

    @property
    def role_mix(self) -> RoleMix:
        return RoleMix(self.operational, self.adviser, self.coach, self.change)


class Tenure(models.Model):
    """H1: the time of a manager who was replaced: the assignment went on without him or her, by another contract.

    What was written of those days stays theirs to see, to complete and to be paid for.
    """

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="tenures")
    contract = models.OneToOneField("contract.Contract", models.PROTECT, related_name="tenure")
    manager = models.ForeignKey("people.Manager", models.PROTECT, related_name="tenures")
    first_on = models.DateField()
    last_on = models.DateField()

    class Meta:
        ordering = ["pk"]


class MandateLine(models.Model):
    """What the manager may decide in one domain, with a limit in euros where it is about money."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="mandate")
    domain = EnumField(Domain)
    right = EnumField(Right)
    limit = MoneyField(null=True)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["assignment", "domain"], name="one_right_a_domain")]


class Result(models.Model):
    """A1: a measurable result. Baseline, target and measurements are numbers in `unit`.

    `contracted` is the title under which the client approved it in the brief, "" for one that the plan added.
    """

    code = CodeField()
    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="results")
    position = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=160)
    unit = models.CharField(max_length=30)
    baseline = models.DecimalField(max_digits=12, decimal_places=2)
    target = models.DecimalField(max_digits=12, decimal_places=2)
    due_on = models.DateField()
    contracted = models.CharField(max_length=160, blank=True, default="")

    class Meta:
        ordering = ["position", "pk"]


class Phase(models.Model):
    """A part of the plan that ends with a checkpoint."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="phases")
    position = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=120)
    ends_on = models.DateField()
    checkpoint = models.CharField(max_length=200)

    class Meta:
        ordering = ["position", "pk"]


class WeeklyReport(models.Model):
    """What the manager reports of one week; `monday` is that week's first day.

    `decisions_needed` is what reports said before decisions were rows of their own; `sponsor_minutes` is the time that
    the client's problem owner had, `budget_percent` how much of what was planned until then was spent, each None when
    it was not said; `version` counts each time that it was written.
    """

    code = CodeField()
    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="reports")
    monday = models.DateField()
    progress = models.TextField()
    obstacles = models.TextField(blank=True)
    decisions_needed = models.TextField(blank=True)
    help_wanted = models.TextField(blank=True)
    sponsor_minutes = models.PositiveSmallIntegerField(null=True)
    budget_percent = models.PositiveSmallIntegerField(null=True)
    mood = EnumField(Mood)
    operational = percent()
    adviser = percent()
    coach = percent()
    change = percent()
    version = models.PositiveIntegerField(default=1)
    submitted_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-monday"]
        constraints = [models.UniqueConstraint(fields=["assignment", "monday"], name="one_report_a_week")]

    @property
    def role_mix(self) -> RoleMix:
        return RoleMix(self.operational, self.adviser, self.coach, self.change)


class Measurement(models.Model):
    """Where a result stood at the end of a reported week: a figure in its unit, or what moved in half a sentence."""

    report = models.ForeignKey(WeeklyReport, models.CASCADE, related_name="measurements")
    result = models.ForeignKey(Result, models.CASCADE, related_name="measurements")
    value = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    said = models.CharField(max_length=160, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "result"], name="one_value_a_week")]


class MissedWeek(models.Model):
    """A week that passed without its report, noted once."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="missed_weeks")
    monday = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assignment", "monday"], name="missed_once")]


class GateAnswer(models.Model):
    """What somebody outside the firm answered at a gate: works council, regulator, or who inherits the work."""

    contract = models.ForeignKey("contract.Contract", models.CASCADE, related_name="gate_answers")
    gate = EnumField(Gate)
    answer = EnumField(Answer)
    asked_on = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    note = models.TextField(blank=True)
    document = models.ForeignKey("files.StoredFile", models.SET_NULL, null=True, related_name="+")
    recorded_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contract", "gate"], name="one_answer_a_gate")]


class RelationCheck(models.Model):
    """One assessment of the working relation; `pointing` are the questions answered with yes."""

    contract = models.ForeignKey("contract.Contract", models.CASCADE, related_name="relation_checks")
    construct = EnumField(Construct)
    pointing = models.JSONField(default=list)
    register_checked_on = models.DateField(null=True)
    outcome = EnumField(RelationOutcome)
    advice = models.JSONField(default=list)
    remark = models.TextField(blank=True)
    assessed_on = models.DateField()
    assessed_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-assessed_on", "-pk"]


class FeasibilityTest(models.Model):
    """G2: what the shadow manager found of the brief before the start; of several the newest holds."""

    contract = models.ForeignKey("contract.Contract", models.CASCADE, related_name="feasibility_tests")
    verdict = EnumField(Verdict)
    reason = models.TextField()
    tested_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    tested_at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]


class GateMark(models.Model):
    """A gate that the firm lets through without its evidence, and why; it can be taken back."""

    contract = models.ForeignKey("contract.Contract", models.CASCADE, related_name="gate_marks")
    gate = EnumField(Gate)
    kind = EnumField(MarkKind)
    reason = models.TextField(blank=True)
    made_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "gate"], condition=models.Q(revoked_at=None), name="one_mark_a_gate"
            )
        ]


class TakenOver(models.Model):
    """An assignment that ran already when the firm began to keep it here; `hours_billed` until that day."""

    contract = models.OneToOneField("contract.Contract", models.CASCADE, related_name="taken_over")
    hours_billed = models.DecimalField(max_digits=8, decimal_places=2)
    taken_over_at = models.DateTimeField()
    taken_over_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
