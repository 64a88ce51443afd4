"""A2: aftercare: when is asked what stayed of an assignment, and what was answered of each result."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.stages.keep.rules.states import CareState, Proposal, Used


class Aftercare(models.Model):
    """One look back, `months` after the end. The link to it is kept as a hash alone, and holds until `open_until`.

    `stands`, `known` and `delivered` are the retention as it was answered; `again`, from 0 to 10, is whether the client
    would recommend the firm, `balance` what the change brought and cost in the client's words. `contact` is asked in
    stead of the client's accounts; `gone_why` is what became of a client that is not there any more.
    """

    code = CodeField()
    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="aftercare")
    months = models.PositiveSmallIntegerField()
    due_on = models.DateField(db_index=True)
    state = EnumField(CareState, default=CareState.PLANNED, db_index=True)
    token_hash = models.CharField(max_length=64, blank=True, default="", db_index=True)
    asked_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    escalated_at = models.DateTimeField(null=True)
    open_until = models.DateField(null=True)
    answered_at = models.DateTimeField(null=True)
    is_late = models.BooleanField(default=False)
    stands = models.PositiveSmallIntegerField(default=0)
    known = models.PositiveSmallIntegerField(default=0)
    delivered = models.PositiveSmallIntegerField(default=0)
    again = models.PositiveSmallIntegerField(null=True)
    balance = models.TextField(blank=True, default="")
    contact = models.ForeignKey("people.Contact", models.SET_NULL, null=True, related_name="+")
    gone_why = models.TextField(blank=True, default="")
    talk = models.TextField(blank=True, default="")
    talked_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    talked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["assignment", "months"]
        constraints = [models.UniqueConstraint(fields=["assignment", "months"], name="one_aftercare_a_term")]


class ResultCheck(models.Model):
    """What was answered of one result; what nobody said is None or empty. `value` is by the measure that was handed
    over, `new_value` by the `measure` that holds since. `proposal` is the software's, `decided` what
    a person of the firm made of it, "" until then."""

    care = models.ForeignKey(Aftercare, models.CASCADE, related_name="checks")
    result = models.ForeignKey("handover.ClosedResult", models.CASCADE, related_name="checks")
    value = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    measure = models.ForeignKey("handover.NewMeasure", models.CASCADE, null=True, related_name="+")
    new_value = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    used = EnumField(Used, blank=True, default="")
    has_owner = models.BooleanField(null=True)
    sees_relapse = models.BooleanField(default=False)
    proposal = EnumField(Proposal, default=Proposal.NOTHING)
    decided = EnumField(Proposal, blank=True, default="")
    decided_why = models.TextField(blank=True, default="")
    decided_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["result__position", "pk"]
        constraints = [models.UniqueConstraint(fields=["care", "result"], name="one_check_a_result")]
