"""Commitment and resistance on an assignment. All that names somebody goes three months after its end.

Who stands where is a row for each day on which it was noted, never a row that changes.
"""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.stages.deliver.rules.commitment import Circle, Commitment, StakeKind
from interregnum.stages.deliver.rules.resistance import Approach, Cause, Effect, UptakeKind, Word


class Stakeholder(models.Model):
    """Somebody with a stake in the change; `people` is how many they are. `name_key` keeps a name from coming twice.

    `version` counts the corrections. Who was removed is shown to nobody and counted nowhere, until put back.
    """

    code = CodeField()
    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="stakeholders")
    kind = EnumField(StakeKind)
    name = models.CharField(max_length=120)
    name_key = models.CharField(max_length=240)
    circle = EnumField(Circle)
    people = models.PositiveSmallIntegerField()
    added_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    version = models.PositiveSmallIntegerField(default=1)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["name_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "name_key"], condition=models.Q(removed_at=None), name="one_stake_a_name"
            )
        ]


class Stance(models.Model):
    """Where a stakeholder stood on a day; the newest day holds."""

    stakeholder = models.ForeignKey(Stakeholder, models.CASCADE, related_name="stances")
    noted_on = models.DateField()
    influence = models.PositiveSmallIntegerField()
    interest = models.PositiveSmallIntegerField()
    now = EnumField(Commitment)
    needed = EnumField(Commitment)
    evidence = models.TextField(blank=True)
    noted_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ["noted_on", "pk"]


class GroupTotal(models.Model):
    """What others may know of the commitment of a group of people; the newest of a block holds, and it stays.

    `bands` are [first level, last level, people]; `is_whole`: of groups that were noted as a whole.
    """

    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="group_totals")
    circles = models.JSONField(default=list)
    is_whole = models.BooleanField()
    bands = models.JSONField(default=list)
    told_at = models.DateTimeField()

    class Meta:
        ordering = ["-told_at", "-pk"]


class Resistance(models.Model):
    """F1: behaviour that was seen, by whom, and what is behind it."""

    code = CodeField()
    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="resistances")
    stakeholder = models.ForeignKey(Stakeholder, models.CASCADE, related_name="resistances")
    seen_on = models.DateField()
    behaviour = models.TextField()
    cause = EnumField(Cause)
    noted_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ["-seen_on", "-pk"]


class ChosenApproach(models.Model):
    """How resistance is met, and what came of it; `due_on` is the day on which the effect is asked.

    `word`: what the shadow manager says of one that costs trust, "" where nobody needs to be asked.
    """

    resistance = models.ForeignKey(Resistance, models.CASCADE, related_name="approaches")
    approach = EnumField(Approach)
    why = models.TextField()
    carried_out_by = models.CharField(max_length=120)
    chosen_on = models.DateField()
    due_on = models.DateField(db_index=True)
    effect = EnumField(Effect, blank=True, default="")
    effect_seen = models.TextField(blank=True)
    effect_on = models.DateField(null=True)
    chosen_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    word = EnumField(Word, blank=True, default="")
    word_why = models.TextField(blank=True, default="")
    word_on = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["resistance"],
                condition=models.Q(effect="", word__in=("", "asked", "agreed")),
                name="one_open_approach",
            )
        ]


class Readiness(models.Model):
    """How ready the people of a circle are, from 1 to 5 on each step; `people` is how many were looked at."""

    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="readiness")
    circle = EnumField(Circle)
    people = models.PositiveSmallIntegerField()
    noted_on = models.DateField()
    why = models.PositiveSmallIntegerField()
    will = models.PositiveSmallIntegerField()
    how = models.PositiveSmallIntegerField()
    able = models.PositiveSmallIntegerField()
    holds = models.PositiveSmallIntegerField()
    noted_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-noted_on", "-pk"]


class Odds(models.Model):
    """One odds score: five parts from 1 (best) to 4."""

    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="odds")
    noted_on = models.DateField()
    pace = models.PositiveSmallIntegerField()
    team = models.PositiveSmallIntegerField()
    top = models.PositiveSmallIntegerField()
    floor = models.PositiveSmallIntegerField()
    load = models.PositiveSmallIntegerField()
    remark = models.TextField(blank=True)
    noted_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-noted_on", "-pk"]


class Uptake(models.Model):
    """Counted on a day: who came of who was asked, or what went the new way beside the old. What was taken away is
    shown to nobody and counted nowhere."""

    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="uptake")
    kind = EnumField(UptakeKind)
    counted_on = models.DateField()
    part = models.PositiveIntegerField()
    rest = models.PositiveIntegerField()
    noted_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["counted_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "kind", "counted_on"],
                condition=models.Q(removed_at=None),
                name="one_count_a_day",
            )
        ]
