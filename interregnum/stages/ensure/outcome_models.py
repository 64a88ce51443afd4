"""How assignments ended: what signals are held against."""

from django.db import models

from interregnum.columns.fields import EnumField
from interregnum.stages.ensure.rules.hits import Outcome


class AssignmentOutcome(models.Model):
    """One an assignment; it can be noted anew, as a result may not last."""

    assignment = models.OneToOneField("deliver.Assignment", models.CASCADE, related_name="outcome")
    outcome = EnumField(Outcome)
    why = models.TextField(blank=True)
    noted_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()
