"""Shortlists as they were drawn, and the proposal that came of one."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField, MoneyField
from interregnum.stages.choose.rules.states import CandidacyState, ProposalState


class Shortlist(models.Model):
    """One draw. `wanted`, `weights` and `funnel` are kept so that the same list can be explained and drawn again.

    `excluded` maps a hard constraint to {"count": n, "managers": [[code, name, facts], ...]} (the first 50 of each).
    """

    code = CodeField()
    brief = models.ForeignKey("brief.Brief", models.CASCADE, related_name="shortlists")
    drawn_at = models.DateTimeField()
    drawn_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    pool = models.PositiveIntegerField()
    wanted = models.JSONField()
    weights = models.JSONField()
    funnel = models.JSONField()
    excluded = models.JSONField()

    class Meta:
        ordering = ["-drawn_at", "-pk"]


class Listed(models.Model):
    """A manager on a shortlist, with points per criterion: [[criterion, points 0..1000, weight, facts], ...]."""

    shortlist = models.ForeignKey(Shortlist, models.CASCADE, related_name="listed")
    manager = models.ForeignKey("people.Manager", models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    total = models.PositiveIntegerField()
    points = models.JSONField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["shortlist", "manager"], name="listed_once")]


class Proposal(models.Model):
    """What the client is asked to choose from; drafted with invitations to the managers, sent after their consent."""

    code = CodeField()
    brief = models.ForeignKey("brief.Brief", models.CASCADE, related_name="proposals")
    state = EnumField(ProposalState, default=ProposalState.INVITING)
    invited_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decline_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            # A brief has one live proposal at a time; a declined one makes room for the next.
            models.UniqueConstraint(
                fields=["brief"], condition=~models.Q(state="declined"), name="one_live_proposal_a_brief"
            )
        ]


class Candidacy(models.Model):
    """A manager in a proposal: asked for consent to be named to this client, then perhaps presented and chosen.

    `client_rate` and `manager_rate` are euros a day excl. VAT; a client never sees the second, a manager never the
    first.
    """

    code = CodeField()
    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="candidacies")
    manager = models.ForeignKey("people.Manager", models.PROTECT, related_name="candidacies")
    state = EnumField(CandidacyState, default=CandidacyState.INVITED)
    rationale = models.TextField()
    client_rate = MoneyField()
    manager_rate = MoneyField()
    starts_on = models.DateField()
    answered_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["proposal", "manager"], name="proposed_once")]
