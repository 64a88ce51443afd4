"""What was said on the telephone or noted of somebody, and what must be done next."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.people.rules.notes import NoteKind


class Note(models.Model):
    """A call or a note about a client organisation or an interim manager; with `next_action` somebody has to act."""

    code = CodeField()
    kind = EnumField(NoteKind)
    organisation = models.ForeignKey("people.Organisation", models.CASCADE, null=True, related_name="notes")
    contact = models.ForeignKey("people.Contact", models.SET_NULL, null=True, related_name="notes")
    manager = models.ForeignKey("people.Manager", models.CASCADE, null=True, related_name="notes")
    text = models.TextField()
    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    next_action = models.CharField(max_length=200, blank=True)
    next_on = models.DateField(null=True)
    next_owner = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="next_actions")
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["next_owner", "done_at", "next_on"], name="next_action_of")]
