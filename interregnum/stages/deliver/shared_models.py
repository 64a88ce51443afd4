"""What the parties of an assignment share: files with their versions, notes, and to-dos."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.stages.deliver.rules.parties import Party


class Readable(models.Model):
    """Which parties may read a row; the one that added it always may."""

    for_bureau = models.BooleanField(default=False)
    for_client = models.BooleanField(default=False)
    for_manager = models.BooleanField(default=False)
    for_shadow = models.BooleanField(default=False)
    party = EnumField(Party)
    added_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class SharedFile(Readable):
    """A file under its title; a withdrawn one is read by nobody until it is put back."""

    code = CodeField()
    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="shared_files")
    title = models.CharField(max_length=120)

    class Meta:
        ordering = ["-pk"]


class SharedFileVersion(models.Model):
    file = models.ForeignKey(SharedFile, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    stored = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="+")
    added_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["file", "number"], name="file_version_once")]


class SharedNote(Readable):
    code = CodeField()
    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="shared_notes")
    text = models.TextField()

    class Meta:
        ordering = ["-pk"]


class SharedTask(models.Model):
    """What somebody of a party will do by a day; every party of the assignment reads it."""

    code = CodeField()
    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="shared_tasks")
    what = models.CharField(max_length=200)
    whose = EnumField(Party)
    due_on = models.DateField(db_index=True)
    added_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["due_on", "pk"]
