"""Shortlists as they were drawn, the proposal that came of one, and the narrow rows that matching reads."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField, MoneyField
from interregnum.stages.choose.rules.states import OVER, CandidacyState, ContestState, Deed, ProposalState, Why


class Shortlist(models.Model):
    """One draw. `wanted`, `weights` and `funnel` are kept so that the same list can be explained and drawn again.

    `record` is what it was drawn with besides: the rules and the state of the pool, how many it could hold, and a seal
    on each line; empty for lists from before records were kept. `brief_version`: the approved version that it was drawn
    from.
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
    record = models.JSONField(default=dict)
    brief_version = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ["-drawn_at", "-pk"]


class Listed(models.Model):
    """A manager on a shortlist, with points per criterion: [[criterion, points 0..1000, weight, facts], ...].

    `read` is the profile as it was read for this list.
    """

    shortlist = models.ForeignKey(Shortlist, models.CASCADE, related_name="listed")
    manager = models.ForeignKey("people.Manager", models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    total = models.PositiveIntegerField()
    points = models.JSONField()
    read = models.JSONField(default=dict)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["shortlist", "manager"], name="listed_once")]


class Proposal(models.Model):
    """What the client is asked to choose from; drafted with invitations to the managers, sent after their consent.

    `checked_on`: the day on which nobody presented had a conflict with the client.
    `departs`: whether who was picked are others than the first of the list; None from before that was kept.
    `stop_reason`: why the bureau stopped it before a choice; the client reads it when it was sent.
    `alone_why`: why one manager is presented and no second; the client reads it.
    """

    code = CodeField()
    brief = models.ForeignKey("brief.Brief", models.CASCADE, related_name="proposals")
    state = EnumField(ProposalState, default=ProposalState.INVITING)
    invited_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decline_reason = models.TextField(blank=True)
    stop_reason = models.TextField(blank=True)
    alone_why = models.TextField(blank=True)
    shortlist = models.ForeignKey(Shortlist, models.SET_NULL, null=True, related_name="proposals")
    invited_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    departs = models.BooleanField(null=True)
    checked_on = models.DateField(null=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            # A brief has one live proposal at a time; a declined one makes room for the next.
            models.UniqueConstraint(
                fields=["brief"], condition=~models.Q(state__in=OVER), name="one_live_proposal_a_brief"
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


class Departure(models.Model):
    """Where a person's choice departs from the order of a list, and why; `by` is the code of an account."""

    shortlist = models.ForeignKey(Shortlist, models.CASCADE, related_name="departures")
    manager = models.ForeignKey("people.Manager", models.PROTECT, related_name="+")
    deed = EnumField(Deed)
    why = EnumField(Why)
    words = models.TextField(blank=True)
    by = models.CharField(max_length=26)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]


class Contest(models.Model):
    """A manager on a list contests the choice; somebody else than who decided answers by `due_on`.

    `redrawn` is the list that was drawn again when the manager was right.
    """

    code = CodeField()
    shortlist = models.ForeignKey(Shortlist, models.CASCADE, related_name="contests")
    manager = models.ForeignKey("people.Manager", models.PROTECT, related_name="+")
    state = EnumField(ContestState, default=ContestState.OPEN)
    words = models.TextField()
    contested_at = models.DateTimeField()
    due_on = models.DateField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    redrawn = models.ForeignKey(Shortlist, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["shortlist", "manager"], name="contested_once")]


class ProfileChange(models.Model):
    """A profile of which the narrow row has yet to be made again.

    The database itself writes these (actions/watch_profiles.py), one for each change: of two changes at once the later
    one is never taken for the earlier.
    """

    manager = models.BigIntegerField()


class MatchName(models.Model):
    """The dictionary of the narrow rows: a discipline, sub-sector, language or organisation by a number."""

    kind = models.CharField(max_length=20)
    text = models.CharField(max_length=300)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "text"], name="match_name_once")]


class MatchStep(models.Model):
    """The narrow rows were changed for the nth time. By the token a process knows that what it read is still so: after
    a roll-back or a restore the same number has another one. Number nought is only there to be locked."""

    number = models.BigIntegerField(primary_key=True)
    token = models.CharField(max_length=26, blank=True)


class NarrowRow(models.Model):
    """What matching needs of a manager in whole numbers (rules/numbers.py), without a name and nothing to be parsed.

    `marks`, `employers` and `conflicts` are numbers of `MatchName` between spaces: " 3  17 ". No reference to the
    manager: a row may be made again at any time.
    """

    code = models.CharField(max_length=26)
    # The step of the last change.
    changed = models.BigIntegerField(db_index=True)
    active = models.SmallIntegerField()
    available = models.IntegerField()
    rate = models.IntegerField()
    days = models.SmallIntegerField()
    level = models.SmallIntegerField()
    travel = models.SmallIntegerField()
    x = models.SmallIntegerField()
    y = models.SmallIntegerField()
    reasons = models.SmallIntegerField()
    categories = models.IntegerField()
    referees = models.SmallIntegerField()
    operational = models.SmallIntegerField()
    adviser = models.SmallIntegerField()
    coach = models.SmallIntegerField()
    change = models.SmallIntegerField()
    speed = models.SmallIntegerField()
    breakthrough = models.SmallIntegerField()
    steadiness = models.SmallIntegerField()
    vouched = models.SmallIntegerField()
    permanent = models.SmallIntegerField()
    consents = models.SmallIntegerField()
    conduct = models.IntegerField()
    employment = models.IntegerField()
    suitability = models.IntegerField()
    marks = models.TextField(blank=True)
    employers = models.TextField(blank=True)
    conflicts = models.TextField(blank=True)

    class Meta:
        abstract = True


class ManagerRow(NarrowRow):
    """A manager as he or she is now."""

    manager = models.BigIntegerField(primary_key=True)


class PastRow(NarrowRow):
    """A manager as he or she was from the step `changed` to the step before `until`.

    The database itself writes these (actions/watch_profiles.py), so that a past list can be drawn again; they go when
    no list needs them any more.
    """

    manager = models.BigIntegerField(db_index=True)
    until = models.BigIntegerField(db_index=True)


from interregnum.stages.choose.talk_models import Acquaintance as Acquaintance  # noqa: E402
from interregnum.stages.choose.talk_models import Chemistry as Chemistry  # noqa: E402
from interregnum.stages.choose.talk_models import ProposalQuestion as ProposalQuestion  # noqa: E402
