"""One table of dated values."""

from django.db import models


class Parameter(models.Model):
    """What a name means from a day on, until a later row of the same name takes over."""

    name = models.CharField(max_length=80)
    valid_from = models.DateField()
    value = models.JSONField()
    source = models.CharField(max_length=300)
    changed_by = models.CharField(max_length=120, blank=True)
    changed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["name", "-valid_from"]
        constraints = [models.UniqueConstraint(fields=["name", "valid_from"], name="one_value_a_day")]
