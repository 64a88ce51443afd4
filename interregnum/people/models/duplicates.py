"""Profiles that may be one person: what they are compared by, what was found, and what was merged."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.people.rules.merging import PairState


class DuplicateKey(models.Model):
    """A hash of a word that two profiles of one person would have in common (rules/duplicates.py)."""

    manager = models.ForeignKey("people.Manager", models.CASCADE, related_name="duplicate_keys")
    text = models.CharField(max_length=32, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["manager", "text"], name="duplicate_key_once")]


class Duplicate(models.Model):
    """Two profiles that may be one person; `grounds` maps a ground to how often it is there. Decided by an account."""

    code = CodeField()
    first = models.ForeignKey("people.Manager", models.CASCADE, related_name="+")
    second = models.ForeignKey("people.Manager", models.CASCADE, related_name="+")
    points = models.PositiveIntegerField()
    grounds = models.JSONField(default=dict)
    state = EnumField(PairState, default=PairState.OPEN, db_index=True)
    found_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=26, blank=True)

    class Meta:
        ordering = ["-points", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="pair_once"),
            models.CheckConstraint(condition=models.Q(first__lt=models.F("second")), name="pair_in_order"),
        ]


class Merge(models.Model):
    """One profile went up in another, and how it is undone.

    `before` and `after` are the fields of the winner that the merge changed, `moved` lines of table, field and key,
    `dropped` rows that stood in the way, whole. Both keep their address: the loser's leads to the winner.
    """

    code = CodeField()
    winner = models.ForeignKey("people.Manager", models.CASCADE, related_name="+")
    loser = models.ForeignKey("people.Manager", models.CASCADE, related_name="+")
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    moved = models.JSONField(default=list)
    dropped = models.JSONField(default=list)
    merged_at = models.DateTimeField()
    merged_by = models.CharField(max_length=26)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.CharField(max_length=26, blank=True)

    class Meta:
        ordering = ["-merged_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["loser"], condition=models.Q(undone_at__isnull=True), name="merged_into_one"
            )
        ]
