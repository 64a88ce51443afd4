"""What stands behind a profile: positions and education, and the CVs that they were read from."""

from django.db import models

from interregnum.columns.fields import CodeField


class Position(models.Model):
    """A function that a manager had; the days are the first of the month in which it began and ended."""

    manager = models.ForeignKey("people.Manager", models.CASCADE, related_name="positions")
    employer = models.CharField(max_length=120, blank=True)
    title = models.CharField(max_length=120, blank=True)
    start_on = models.DateField(null=True)
    end_on = models.DateField(null=True)

    class Meta:
        ordering = ["-start_on", "pk"]


class Study(models.Model):
    """What a manager studied; `year` is the one in which it ended."""

    manager = models.ForeignKey("people.Manager", models.CASCADE, related_name="studies")
    title = models.CharField(max_length=160, blank=True)
    institute = models.CharField(max_length=120, blank=True)
    year = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ["-year", "pk"]


class CvFile(models.Model):
    """A CV that was handed in: what was read of it, and its text, until a person has accepted it field by field."""

    code = CodeField()
    manager = models.ForeignKey("people.Manager", models.CASCADE, null=True, related_name="cvs")
    uploaded_by = models.CharField(max_length=26, db_index=True)
    uploaded_at = models.DateTimeField(db_index=True)
    name = models.CharField(max_length=200)
    file = models.ForeignKey("files.StoredFile", models.SET_NULL, null=True, related_name="+")
    read = models.JSONField(default=dict)
    lines = models.JSONField(default=list)
    remarks = models.JSONField(default=list)
    settled_at = models.DateTimeField(null=True)
    # As the bureau noted it: the day of the consent to stay, none when nobody asked yet, and where it can be read.
    consented_on = models.DateField(null=True)
    consent_source = models.CharField(max_length=200, blank=True)
