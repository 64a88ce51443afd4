"""Early warning: what was measured of an assignment, now and in the past; and two things that nothing else tells."""

from django.db import models


class QualityPicture(models.Model):
    """What is measured of an assignment, kept so that a page need not measure. It holds for one day and for what the
    journal told until entry `last_entry`; whoever finds it older measures anew.

    `measured` is for each part [number, who, facts, name]. It goes when the assignment is over.
    """

    assignment = models.OneToOneField("deliver.Assignment", models.CASCADE, related_name="quality")
    measured_on = models.DateField()
    last_entry = models.PositiveBigIntegerField()
    measured = models.JSONField()


class SignalReading(models.Model):
    """The number of one part of a signal from a day on, until the next reading; None for not known."""

    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="readings")
    part = models.CharField(max_length=30)
    read_on = models.DateField()
    number = models.FloatField(null=True)

    class Meta:
        ordering = ["read_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["assignment", "part", "read_on"], name="one_reading_a_day")]
        indexes = [models.Index(fields=["part"], name="readings_of_part")]


class OldWay(models.Model):
    """By which day the old way of working ends beside the new one, and on which day it did."""

    assignment = models.OneToOneField("deliver.Assignment", models.CASCADE, related_name="old_way")
    ends_on = models.DateField()
    stopped_on = models.DateField(null=True)
    noted_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()


class Leaving(models.Model):
    """Somebody whom the change needs leaves the unit: the position, never a name. What was taken away is shown to
    nobody and counted nowhere."""

    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="leavings")
    position = models.CharField(max_length=120)
    leaves_on = models.DateField()
    noted_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-leaves_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "position", "leaves_on"],
                condition=models.Q(removed_at=None),
                name="one_leaving_a_position",
            )
        ]
