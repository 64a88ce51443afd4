"""What the house keeps about keeping: holds, requests for one's own data, and erasures that were done."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.records.states import AgeBand, Gender, RequestState, Wanted


class Hold(models.Model):
    """While it stands, nothing of this object goes: a dispute, a claim, an inquiry. `by` are codes of accounts."""

    code = CodeField()
    about = models.CharField(max_length=26, db_index=True)
    reason = models.TextField()
    set_by = models.CharField(max_length=26)
    set_at = models.DateTimeField()
    lifted_by = models.CharField(max_length=26, blank=True)
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-set_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["about"], condition=models.Q(lifted_at__isnull=True), name="one_standing_hold_an_object"
            )
        ]


class Erasure(models.Model):
    """A person who was erased: codes and hashes alone, enough to do it again after a restore."""

    code = CodeField()
    pseudonym = models.CharField(max_length=40)
    erased_at = models.DateTimeField()
    erased_by = models.CharField(max_length=26)
    accounts = models.JSONField(default=list)
    managers = models.JSONField(default=list)
    salt = models.CharField(max_length=64)
    email_hashes = models.JSONField(default=list)
    counts = models.JSONField(default=dict)

    class Meta:
        ordering = ["pk"]


class DataRequest(models.Model):
    """Somebody asks for their own data, or to be erased. `account` is "" for who has none: they confirm by mail."""

    code = CodeField()
    wanted = EnumField(Wanted)
    state = EnumField(RequestState, default=RequestState.ASKED, db_index=True)
    account = models.CharField(max_length=26, blank=True, db_index=True)
    name = models.CharField(max_length=120)
    email = models.EmailField()
    # Of whoever has no account; others are answered in that of their account.
    language = models.CharField(max_length=5, default="nl")
    token_hash = models.CharField(max_length=64, blank=True)
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    due_on = models.DateField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=26, blank=True)
    reason = models.TextField(blank=True)
    package = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    expires_at = models.DateTimeField(null=True)
    reminded_on = models.DateField(null=True)
    erased_as = models.CharField(max_length=26, blank=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]


class PoolStay(models.Model):
    """Since when a manager's profile stands on the roster by their consent; `manager` is its code.

    Without consent (`is_given` is false) it stays for a few weeks, in which the manager is asked.
    """

    manager = models.CharField(max_length=26, unique=True)
    since = models.DateTimeField()
    is_given = models.BooleanField(default=True)
    reminded_at = models.DateTimeField(null=True)
    token_hash = models.CharField(max_length=64, blank=True)


class GroupAnswer(models.Model):
    """What a manager chose to say of themselves so that the firm can see whether it treats all alike.

    Kept here, above the stages: nothing that draws a list can read it. Shown only counted, of ten people or more.
    `said_at`: when something was first said; from then on it counts.
    """

    manager = models.CharField(max_length=26, unique=True)
    age = EnumField(AgeBand, blank=True)
    gender = EnumField(Gender, blank=True)
    said_at = models.DateTimeField()
