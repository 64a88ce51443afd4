"""Interim managers who sign themselves up, until the bureau has decided about them."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.kernel.lists import Level
from interregnum.people.rules.applications import ApplicationState


class Application(models.Model):
    """`signs` are those of spam; `wants_to_stay` is the consent to be kept for a year where there is no place now."""

    code = CodeField()
    state = EnumField(ApplicationState, default=ApplicationState.UNCONFIRMED, db_index=True)
    name = models.CharField(max_length=120)
    email = models.EmailField(db_index=True)
    phone = models.CharField(max_length=30)
    city = models.CharField(max_length=80)
    discipline = models.CharField(max_length=40)
    level = EnumField(Level)
    languages = models.JSONField(default=list)
    language = models.CharField(max_length=2)
    wants_to_stay = models.BooleanField(default=False)
    cv = models.ForeignKey("people.CvFile", models.SET_NULL, null=True, related_name="+")
    signs = models.JSONField(default=list)
    token_hash = models.CharField(max_length=64, blank=True, db_index=True)
    sent_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey("people.Account", models.SET_NULL, null=True, related_name="+")
    reason = models.TextField(blank=True)
    manager = models.ForeignKey("people.Manager", models.SET_NULL, null=True, related_name="applications")

    class Meta:
        ordering = ["-sent_at", "-pk"]
