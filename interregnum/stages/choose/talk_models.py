"""What client, candidate and bureau say to each other about a proposal: questions, acquaintances and how they went."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.stages.choose.rules.states import TalkSide, TalkState


class ProposalQuestion(models.Model):
    """A question of the client about a proposal, with the answer of the bureau."""

    code = CodeField()
    proposal = models.ForeignKey("choose.Proposal", models.CASCADE, related_name="questions")
    text = models.TextField()
    asked_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]


class Acquaintance(models.Model):
    """A talk between client and candidate. `slots` are moments (ISO, with their zone) that `side` proposed; the other
    side picks one. `turn` counts how often it was planned or moved, as a calendar wants to know.
    """

    candidacy = models.OneToOneField("choose.Candidacy", models.CASCADE, related_name="acquaintance")
    state = EnumField(TalkState, default=TalkState.PROPOSED)
    side = EnumField(TalkSide)
    slots = models.JSONField()
    place = models.CharField(max_length=160, blank=True)
    starts_at = models.DateTimeField(null=True)
    turn = models.PositiveSmallIntegerField(default=0)


class Chemistry(models.Model):
    """How a talk went, by one side: five fixed questions, `answers` by their code. Read by people alone: nothing that
    finds, weighs or orders managers looks at it.
    """

    acquaintance = models.ForeignKey(Acquaintance, models.CASCADE, related_name="chemistry")
    side = EnumField(TalkSide)
    answers = models.JSONField()
    words = models.TextField(blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["acquaintance", "side"], name="chemistry_once_a_side")]
