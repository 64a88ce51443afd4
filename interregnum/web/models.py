"""What the house remembers of forms and tries: a form that was sent, and counts that hold for all server processes."""

from django.db import models


class Submission(models.Model):
    """The second press of the same button finds the first one's result here."""

    token = models.CharField(max_length=64, unique=True)
    account = models.CharField(max_length=26, blank=True)
    # What somebody typed may stand in it, and an address spells one sign in up to twelve.
    location = models.TextField(blank=True)
    sent_at = models.DateTimeField(auto_now_add=True)


class Remembered(models.Model):
    """The table of the cache: how often something was tried, and which codes were used. Every process counts here."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)
