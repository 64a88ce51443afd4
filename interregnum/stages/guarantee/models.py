"""A guarantee that a client invoked, from the first press to its cause; and managers who stand by for a client."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField, MoneyField
from interregnum.stages.guarantee.rules.reasons import Cause, ComplaintReason
from interregnum.stages.guarantee.rules.states import CaseState, Dropped


class Complaint(models.Model):
    """One time that the guarantee was invoked, about one manager by that manager's contract.

    `acknowledged_at`: when the client's mail of receipt was written. `first_chosen_at`: the first choice of any
    kind, `chosen_at` the last one. `last_day` is that manager's, as the client said. `starts_on` is the first day
    that is looked for, `proposal` where those who could succeed stand, `named_before` when names came on the screen
    before it was looked again, `gave_way` what the bureau had proposed or asked itself, `successor` the contract of
    who does. `owed_days` and `owed` are what the manager's agreement asks for days to come: the firm bears it.
    `spoken_at`: from then on the manager reads the reason.
    """

    code = CodeField()
    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="complaints")
    contract = models.ForeignKey("contract.Contract", models.PROTECT, related_name="complaints")
    manager = models.ForeignKey("people.Manager", models.PROTECT, related_name="+")
    reason = EnumField(ComplaintReason)
    words = models.TextField(blank=True)
    complained_at = models.DateTimeField(db_index=True)
    complained_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    acknowledged_at = models.DateTimeField(null=True)
    state = EnumField(CaseState, default=CaseState.OPEN, db_index=True)
    first_chosen_at = models.DateTimeField(null=True)
    chosen_at = models.DateTimeField(null=True)
    last_day = models.DateField(null=True)
    improve_until = models.DateField(null=True)
    starts_on = models.DateField(null=True)
    listed_at = models.DateTimeField(null=True)
    proposal = models.ForeignKey("choose.Proposal", models.SET_NULL, null=True, related_name="+")
    named_before = models.JSONField(default=list)
    gave_way = models.ForeignKey("choose.Proposal", models.SET_NULL, null=True, related_name="+")
    picked_at = models.DateTimeField(null=True)
    successor = models.ForeignKey("contract.Contract", models.SET_NULL, null=True, related_name="+")
    owed_days = models.PositiveSmallIntegerField(default=0)
    owed = MoneyField(null=True)
    spoken_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    dropped = EnumField(Dropped, blank=True, default="")
    dropped_why = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment"], condition=models.Q(closed_at=None), name="one_open_guarantee"
            )
        ]


class Hearing(models.Model):
    """What the manager says of it. `not_heard`: why the manager cannot say or write anything, as the bureau noted, who
    may have been heard before; without either the manager died."""

    complaint = models.OneToOneField(Complaint, models.CASCADE, related_name="hearing")
    words = models.TextField(blank=True)
    not_heard = models.CharField(max_length=300, blank=True)
    said_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()


class RootCause(models.Model):
    """What lay under it, as the bureau found when it had heard all: obligatory once the clause was carried out.

    `mended_how` is what was changed for whoever goes on, where the cause lay with the organisation.
    """

    complaint = models.OneToOneField(Complaint, models.CASCADE, related_name="root_cause")
    cause = EnumField(Cause)
    words = models.TextField()
    lesson = models.TextField()
    found_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    found_at = models.DateTimeField()
    mended_how = models.TextField(blank=True)
    mended_at = models.DateTimeField(null=True)
    mended_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")


class HandOver(models.Model):
    """What the manager who leaves hands over, and on which `days` (written as in a calendar) that is done.

    `written_by` is somebody else where the manager cannot write it."""

    complaint = models.OneToOneField(Complaint, models.CASCADE, related_name="hand_over")
    document = models.TextField(blank=True)
    contacts = models.TextField(blank=True)
    decisions = models.TextField(blank=True)
    days = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=0)
    written_at = models.DateTimeField(null=True)
    written_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    taken_at = models.DateTimeField(null=True)


class TrusteeWord(models.Model):
    """An assignment of a bankrupt client that goes on, as was agreed with the trustee."""

    assignment = models.OneToOneField("deliver.Assignment", models.CASCADE, related_name="trustee_word")
    words = models.CharField(max_length=500)
    noted_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()


class StandBy(models.Model):
    """A manager who agreed beforehand to be named to a client at once, until a day."""

    organisation = models.ForeignKey("people.Organisation", models.CASCADE, related_name="+")
    manager = models.ForeignKey("people.Manager", models.CASCADE, related_name="stands_by")
    agreed_at = models.DateTimeField()
    until = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "manager"], name="stands_by_once")]
