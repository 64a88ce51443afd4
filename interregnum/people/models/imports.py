"""A file with rows on its way into the tables, and what was wrong in it."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.people.rules.importing import ImportKind, ImportState


class Import(models.Model):
    """One uploaded sheet. `done` rows of `total` have been tried or taken over; the counts are of rows.

    `headings` is its first row; `columns` maps a field to the number of its column.
    """

    code = CodeField()
    kind = EnumField(ImportKind)
    state = EnumField(ImportState, default=ImportState.READ)
    name = models.CharField(max_length=200)
    uploaded_by = models.CharField(max_length=26, db_index=True)
    uploaded_at = models.DateTimeField(db_index=True)
    # Under which the work on it can be followed.
    job = models.CharField(max_length=40, blank=True)
    rows = models.ForeignKey("files.StoredFile", models.SET_NULL, null=True, related_name="+")
    headings = models.JSONField(default=list)
    columns = models.JSONField(default=dict)
    # Of whoever is new in it: the day of their consent to stay, none when nobody asked them, and where it can be read.
    consented_on = models.DateField(null=True)
    consent_source = models.CharField(max_length=200, blank=True)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)


class ImportFault(models.Model):
    """A cell, or with no column a whole row, that was refused."""

    of = models.ForeignKey(Import, models.CASCADE, related_name="faults")
    line = models.PositiveIntegerField()
    column = models.CharField(max_length=40, blank=True)
    value = models.CharField(max_length=200, blank=True)
    code = models.CharField(max_length=60)

    class Meta:
        ordering = ["line", "pk"]
