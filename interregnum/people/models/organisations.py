"""A client organisation."""

from django.db import models

from interregnum.columns.fields import CodeField


class Organisation(models.Model):
    code = CodeField()
    name = models.CharField(max_length=120, unique=True)
    sector = models.CharField(max_length=40, blank=True)
    city = models.CharField(max_length=80, blank=True)
    kvk = models.CharField(max_length=8, blank=True)
    # Banks and insurers often cannot reclaim VAT, so amounts are shown with VAT to them as well.
    reclaims_vat = models.BooleanField(default=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
