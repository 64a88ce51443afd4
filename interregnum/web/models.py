"""A form that was sent: the second press of the same button finds the first one's result here."""

from django.db import models


class Submission(models.Model):
    token = models.CharField(max_length=64, unique=True)
    account = models.CharField(max_length=26, blank=True)
    location = models.CharField(max_length=500, blank=True)
    sent_at = models.DateTimeField(auto_now_add=True)
