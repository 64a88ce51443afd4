"""A2 H2: what a manager who leaves gives back, and what the client ends, as a list of points."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.stages.handover.rules.giving_back import Back


class GivingBack(models.Model):
    """One list a contract: whoever is replaced has one, and so has the successor."""

    code = CodeField()
    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="giving_back")
    contract = models.OneToOneField("contract.Contract", models.CASCADE, related_name="giving_back")
    asked_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]


class GivenBack(models.Model):
    """A point that is done, or does not apply; who said so and when."""

    giving_back = models.ForeignKey(GivingBack, models.CASCADE, related_name="given")
    what = EnumField(Back)
    said_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["giving_back", "what"], name="given_back_once")]
