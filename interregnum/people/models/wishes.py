"""Which mail somebody wants, and when."""

from django.db import models


class MailWish(models.Model):
    """`kinds` maps the name of a kind of mail to when it comes; the others come as people/mail_kinds.py says."""

    account = models.OneToOneField("people.Account", models.CASCADE, primary_key=True, related_name="mail_wish")
    kinds = models.JSONField(default=dict)
    digest_hour = models.PositiveSmallIntegerField(default=8)
    quiet_begins = models.PositiveSmallIntegerField(default=20)
    quiet_ends = models.PositiveSmallIntegerField(default=7)
    quiet_weekends = models.BooleanField(default=True)
