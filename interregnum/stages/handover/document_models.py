"""A2: the hand-over document: its versions, and what client and successor say of one."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.stages.handover.rules.states import PaperState, Signer


class HandoverDocument(models.Model):
    """One version. What the manager adds stands in its own columns; `told` is all of it in both languages, as it was
    sent. `token_hash` is that of the link of a successor without an account."""

    code = CodeField()
    handover = models.ForeignKey("handover.Handover", models.CASCADE, related_name="documents")
    number = models.PositiveSmallIntegerField()
    state = EnumField(PaperState, default=PaperState.DRAFT)
    opening = models.TextField(blank=True, default="")
    agreements = models.TextField(blank=True, default="")
    risks = models.TextField(blank=True, default="")
    days = models.TextField(blank=True, default="")
    contacts = models.TextField(blank=True, default="")
    told = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=0)
    token_hash = models.CharField(max_length=64, blank=True, default="", db_index=True)
    written_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["handover", "number"], name="one_document_a_number")]


class DocumentAnswer(models.Model):
    """What one of the two says of a version; who refuses says why, and what lacks."""

    document = models.ForeignKey(HandoverDocument, models.CASCADE, related_name="answers")
    signer = EnumField(Signer)
    agrees = models.BooleanField()
    reason = models.TextField(blank=True, default="")
    lacks = models.TextField(blank=True, default="")
    answered_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["document", "signer"], name="one_answer_a_signer")]
