"""Hours: a week with its days, and every change after it was sent. Minutes are whole numbers."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.stages.deliver.rules.hours import HoursState


class HoursWeek(models.Model):
    """The hours that one manager wrote of one week; `version` counts each time that it was written, so that nobody
    answers another one.

    `state` says whom it waits for, `is_silent` that nobody answered and the contract says that this approves.
    """

    code = CodeField()
    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="hours")
    manager = models.ForeignKey("people.Manager", models.PROTECT, related_name="+")
    monday = models.DateField()
    state = EnumField(HoursState, default=HoursState.DRAFT, db_index=True)
    version = models.PositiveIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    is_silent = models.BooleanField(default=False)
    returned_why = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-monday"]
        constraints = [models.UniqueConstraint(fields=["assignment", "monday", "manager"], name="one_week_of_hours")]


class HoursDay(models.Model):
    """One day; `approved` are the minutes that stand approved, whatever was corrected since."""

    week = models.ForeignKey(HoursWeek, models.CASCADE, related_name="days")
    day = models.DateField()
    minutes = models.PositiveSmallIntegerField()
    state = EnumField(HoursState, default=HoursState.DRAFT)
    approved = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ["day"]
        constraints = [models.UniqueConstraint(fields=["week", "day"], name="one_line_a_day")]


class HoursCorrection(models.Model):
    """A change after the week was sent: never changed or removed itself."""

    week = models.ForeignKey(HoursWeek, models.CASCADE, related_name="corrections")
    day = models.DateField()
    before = models.PositiveSmallIntegerField()
    after = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=500, blank=True)
    made_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
