"""The journal's tables. The chain holds no personal data: that stands in its own row, which erasure may empty."""

from django.db import models

from interregnum.columns.fields import CodeField


class Entry(models.Model):
    """One fact. `digest` seals this entry and the one before it, so that a change in the past shows."""

    number = models.PositiveBigIntegerField(unique=True)
    code = CodeField()
    kind = models.CharField(max_length=80)
    actor = models.CharField(max_length=26)
    actor_role = models.CharField(max_length=20)
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    payload_digest = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["number"]


class Payload(models.Model):
    """The content of a fact and the nonce that hides it in the chain; deleted on erasure."""

    entry = models.OneToOneField(Entry, models.CASCADE, primary_key=True, related_name="payload")
    nonce = models.CharField(max_length=64)
    content = models.JSONField()


class About(models.Model):
    """Which objects a fact is about, by public code."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="abouts")
    code = models.CharField(max_length=26)

    class Meta:
        indexes = [models.Index(fields=["code", "entry"], name="facts_about_object")]


class Head(models.Model):
    """The end of the chain: one row, locked by whoever appends."""

    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, default="")


class Verification(models.Model):
    """One walk over the chain: how many entries it saw, and the first thing that did not hold."""

    checked_at = models.DateTimeField()
    entries = models.PositiveBigIntegerField()
    faults = models.PositiveIntegerField(default=0)
    first_fault = models.CharField(max_length=20, blank=True)
    first_number = models.PositiveBigIntegerField(default=0)

    class Meta:
        ordering = ["-checked_at", "-pk"]
