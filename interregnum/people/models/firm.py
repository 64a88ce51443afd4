"""The firm that runs this installation, and the lists that it may extend."""

from django.db import models

from interregnum.columns.fields import EnumField
from interregnum.outside.mail_server import Encryption


def both_languages() -> list[str]:
    return ["nl", "en"]


class Firm(models.Model):
    """One installation is one firm: this table has one row, also when two people set it up at the same moment."""

    is_only_one = models.BooleanField(default=True, unique=True, editable=False)
    name = models.CharField(max_length=120)
    street = models.CharField(max_length=120, blank=True)
    postal_code = models.CharField(max_length=12, blank=True)
    city = models.CharField(max_length=80, blank=True)
    kvk = models.CharField(max_length=8, blank=True)
    vat_number = models.CharField(max_length=20, blank=True)
    iban = models.CharField(max_length=34, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    logo = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    # The languages of the pages, the first one for whoever asks for another.
    languages = models.JSONField(default=both_languages)
    site = models.CharField(max_length=200, blank=True)
    mail_host = models.CharField(max_length=253, blank=True)
    mail_port = models.PositiveIntegerField(default=587)
    mail_encryption = EnumField(Encryption, default=Encryption.STARTTLS)
    mail_user = models.CharField(max_length=254, blank=True)
    # Sealed with a key that is in no backup.
    mail_password = models.TextField(blank=True)
    mail_sender = models.EmailField(blank=True)
    # When mail waits for whoever did not choose hours of their own; on the clock of Amsterdam.
    quiet_begins = models.PositiveSmallIntegerField(default=20)
    quiet_ends = models.PositiveSmallIntegerField(default=7)
    quiet_weekends = models.BooleanField(default=True)
    is_demonstration = models.BooleanField(default=False)
    # False between the first page of the set-up and the last one.
    is_set_up = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(is_only_one=True), name="one_installation_is_one_firm")
        ]


class Named(models.Model):
    """An entry of a list with a name in both languages, and the firm's own words by which a request speaks of it.

    Words stand one a line or between commas; `claim*` leaves the end open.
    """

    code = models.SlugField(max_length=40, unique=True)
    name_nl = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    words_nl = models.TextField(blank=True)
    words_en = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    is_active = models.BooleanField(default=True)

    class Meta:
        abstract = True
        ordering = ["position", "code"]


class Discipline(Named):
    """E3: a field of management, such as finance or back office."""


class Sector(Named):
    """E3: a part of the market, such as banks or insurers."""
