"""A request as it came in, and what was understood of it: the proposal by the rules and the verdict by a person."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.stages.ask.rules.states import RequestState


class Request(models.Model):
    """A problem in somebody's own words. `organisation` and `owner` are filled when a bureau person takes it up."""

    code = CodeField()
    text = models.TextField()
    organisation_name = models.CharField(max_length=120)
    contact_name = models.CharField(max_length=120)
    contact_email = models.EmailField()
    contact_phone = models.CharField(max_length=30, blank=True)
    language = models.CharField(max_length=2, default="nl")
    received_at = models.DateTimeField(db_index=True)
    state = EnumField(RequestState, default=RequestState.RECEIVED, db_index=True)
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, null=True, related_name="requests")
    owner = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="requests")

    class Meta:
        ordering = ["-received_at", "-pk"]


class Triage(models.Model):
    """`proposal` is what the rules said and is never changed; `verdict` is what a person made of it.

    `second_opinion` is what a language model said, where one was plugged in: shown beside the proposal, never in it.
    """

    request = models.OneToOneField(Request, models.CASCADE, primary_key=True, related_name="triage")
    proposal = models.JSONField()
    verdict = models.JSONField(null=True)
    second_opinion = models.JSONField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")


# One app, two subjects: these tables know nothing of requests.
from interregnum.stages.ask.question_models import AskedQuestion, Asker, Question, QuestionVersion  # noqa: E402, F401
