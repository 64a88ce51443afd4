"""The firm that runs this installation, and the lists that it may extend."""

from django.db import models


class Firm(models.Model):
    """One installation is one firm: this table has one row."""

    name = models.CharField(max_length=120)
    city = models.CharField(max_length=80, blank=True)
    kvk = models.CharField(max_length=8, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    is_demonstration = models.BooleanField(default=False)


class Named(models.Model):
    """An entry of a list with a name in both languages."""

    code = models.SlugField(max_length=40, unique=True)
    name_nl = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    position = models.PositiveSmallIntegerField(default=0)
    is_active = models.BooleanField(default=True)

    class Meta:
        abstract = True
        ordering = ["position", "code"]


class Discipline(Named):
    """E3: a field of management, such as finance or back office."""


class Sector(Named):
    """E3: a part of the market, such as banks or insurers."""
