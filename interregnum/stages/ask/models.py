"""A request as it came in, what was understood of it, what people made of that, and the intake that follows."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.stages.ask.rules.judging import Outcome
from interregnum.stages.ask.rules.states import RequestState


class Request(models.Model):
    """A problem in somebody's own words. `organisation` and `owner` are filled when a bureau person takes it up.

    `added` is what was told later, `signs` why it was held as spam, `state_reason` why it ended; somebody calls before
    `call_by`.
    """

    code = CodeField()
    text = models.TextField()
    added = models.TextField(blank=True)
    organisation_name = models.CharField(max_length=120)
    contact_name = models.CharField(max_length=120)
    contact_email = models.EmailField()
    contact_phone = models.CharField(max_length=30, blank=True)
    language = models.CharField(max_length=2, default="nl")
    received_at = models.DateTimeField(db_index=True)
    call_by = models.DateTimeField(null=True, db_index=True)
    state = EnumField(RequestState, default=RequestState.RECEIVED, db_index=True)
    state_reason = models.CharField(max_length=500, blank=True)
    signs = models.JSONField(default=list)
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, null=True, related_name="requests")
    owner = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="requests")

    class Meta:
        ordering = ["-received_at", "-pk"]

    @property
    def told(self) -> str:
        """All that was told: the request, and what came later under it."""
        return f"{self.text}\n\n{self.added}" if self.added else self.text


class Triage(models.Model):
    """`proposal` is what the rules said of all that was told; `verdict` is what a person made of it.

    `second_opinion` is what a language model said, where one was plugged in: shown beside the proposal, never in it.
    """

    request = models.OneToOneField(Request, models.CASCADE, primary_key=True, related_name="triage")
    proposal = models.JSONField()
    verdict = models.JSONField(null=True)
    second_opinion = models.JSONField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")


class Judgement(models.Model):
    """A person's word on one field: what the rules had proposed then, and what was chosen.

    Never changed: a later word, or its withdrawal, takes its standing away.
    """

    request = models.ForeignKey(Request, models.CASCADE, related_name="judgements")
    field = models.CharField(max_length=20)
    proposed = models.JSONField(null=True)
    chosen = models.JSONField(null=True)
    outcome = EnumField(Outcome)
    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    is_standing = models.BooleanField(default=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "field"], condition=models.Q(is_standing=True), name="one_standing_word_a_field"
            )
        ]


class IntakeAnswer(models.Model):
    """One answer to one question; a later one has the next number, so that of two at once one is told of the other."""

    request = models.ForeignKey(Request, models.CASCADE, related_name="answers")
    field = models.CharField(max_length=20)
    number = models.PositiveSmallIntegerField()
    value = models.JSONField()
    by_bureau = models.BooleanField()
    who = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["request", "field", "number"], name="one_answer_a_number")]


class IntakeLink(models.Model):
    """A link by mail that opens the intake of one request; only the hash of its token is kept."""

    request = models.ForeignKey(Request, models.CASCADE, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()


# One app, two subjects: these tables know nothing of requests.
from interregnum.stages.ask.question_models import AskedQuestion as AskedQuestion  # noqa: E402
from interregnum.stages.ask.question_models import Asker as Asker  # noqa: E402
from interregnum.stages.ask.question_models import Question as Question  # noqa: E402
from interregnum.stages.ask.question_models import QuestionVersion as QuestionVersion  # noqa: E402
