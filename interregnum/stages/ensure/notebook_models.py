"""What a shadow manager and an interim manager write to each other in confidence: sealed before it is kept."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.stages.ensure.rules.notebook import ReleaseReason


class Notebook(models.Model):
    """The notebook of two people on one assignment. Its key is itself sealed, with a key outside the database.

    Whoever follows one of the two on the assignment begins another notebook, and cannot read this one.
    """

    code = CodeField()
    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="notebooks")
    shadow = models.ForeignKey("people.Account", models.PROTECT, related_name="notebooks")
    manager = models.ForeignKey("people.Manager", models.PROTECT, related_name="notebooks")
    sealed_key = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assignment", "shadow", "manager"], name="one_notebook_for_two_people")
        ]


class Sounding(models.Model):
    """G3: the manager asks the shadow manager about something. `minutes` is the time of the shadow manager.

    The firm may know that it is there and how long it took, and nothing else. `turn` is higher each time a talk moves.
    """

    code = CodeField()
    notebook = models.ForeignKey(Notebook, models.CASCADE, related_name="soundings")
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    talk_at = models.DateTimeField(null=True)
    turn = models.PositiveSmallIntegerField(default=0)
    minutes = models.PositiveSmallIntegerField(default=0)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]


class NotebookEntry(models.Model):
    """Words of one of the two, a part of a sounding or a note beside it; `sealed` opens with the notebook's key."""

    code = CodeField()
    notebook = models.ForeignKey(Notebook, models.CASCADE, related_name="entries")
    sounding = models.ForeignKey(Sounding, models.CASCADE, null=True, related_name="entries")
    written_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    sealed = models.TextField()

    class Meta:
        ordering = ["pk"]


class ReleasedEntry(models.Model):
    """One entry that one of the two gave to the partners of the firm, for a reason that the rules name.

    `sealed_text` and `sealed_why` open with the key of the installation: the partners read them. `was_told`: the other
    of the two was told beforehand. It stays when the notebook goes.
    """

    code = CodeField()
    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="released_entries")
    entry = models.OneToOneField(NotebookEntry, models.SET_NULL, null=True, related_name="released")
    reason = EnumField(ReleaseReason)
    was_told = models.BooleanField()
    sealed_why = models.TextField()
    sealed_text = models.TextField()
    released_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    released_at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]
