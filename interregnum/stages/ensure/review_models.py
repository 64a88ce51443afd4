"""G4: three-party reviews: what each prepared, what was written down and decided, who signed, and what was agreed."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.stages.ensure.rules.reviews import Decision, ReviewKind, ReviewState, Side


class Review(models.Model):
    """One review. `due_on` is the day of the cadence for which it was planned, `starts_at` when it is now.

    `turn` counts what a calendar was told, `moves` how often people moved it. `draft` counts each time that the minutes
    were written, `version` each time that they were laid before the three.
    """

    code = CodeField()
    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="reviews")
    kind = EnumField(ReviewKind)
    state = EnumField(ReviewState, default=ReviewState.PLANNED, db_index=True)
    due_on = models.DateField()
    starts_at = models.DateTimeField(db_index=True)
    place = models.CharField(max_length=160, blank=True)
    moves = models.PositiveSmallIntegerField(default=0)
    turn = models.PositiveSmallIntegerField(default=0)
    started_at = models.DateTimeField(null=True)
    minutes = models.TextField(blank=True)
    draft = models.PositiveIntegerField(default=0)
    decision = EnumField(Decision, blank=True)
    decision_why = models.TextField(blank=True)
    version = models.PositiveSmallIntegerField(default=0)
    absent = models.JSONField(default=list)
    skipped_why = models.TextField(blank=True)

    class Meta:
        ordering = ["-starts_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["assignment", "due_on"], name="one_review_a_day")]


class ReviewMove(models.Model):
    """That a review was moved: from when, by whom and why."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="moved")
    before = models.DateTimeField()
    why = models.CharField(max_length=300)
    moved_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    moved_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]


class Preparation(models.Model):
    """What one side wrote beforehand: read by that side alone until the review begins.

    `left_at`: whoever wrote it had left the seat before that. It stays closed, also to who followed, and counts for
    nothing; who comes back to the seat finds it again.
    """

    review = models.ForeignKey(Review, models.CASCADE, related_name="preparations")
    side = EnumField(Side)
    score = models.PositiveSmallIntegerField(null=True)
    reason = models.TextField(blank=True)
    assignment = models.TextField(blank=True)
    mandate = models.TextField(blank=True)
    commitment = models.TextField(blank=True)
    risks = models.TextField(blank=True)
    anchoring = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0)
    ready_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)
    written_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "side"], condition=models.Q(left_at=None), name="one_preparation_a_side"
            )
        ]

    @property
    def counts(self) -> bool:
        return self.ready_at is not None and self.left_at is None


class ReviewRecord(models.Model):
    """The record as it was laid before the three; one that was corrected stays, with why."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="records")
    version = models.PositiveSmallIntegerField()
    minutes = models.TextField()
    decision = EnumField(Decision)
    decision_why = models.TextField(blank=True)
    written_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    corrected_why = models.TextField(blank=True)
    corrected_side = EnumField(Side, blank=True)
    corrected_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["review", "version"], name="one_record_a_version")]


class SignOff(models.Model):
    """One side signed one version; of a version that was corrected it counts no more, and stays."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="signed")
    version = models.PositiveSmallIntegerField()
    side = EnumField(Side)
    signed_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["review", "version", "side"], name="one_signature_a_side")]


class ReviewAction(models.Model):
    """What one of the three will do by a day; one that was taken out again stays, and is not followed."""

    code = CodeField()
    review = models.ForeignKey(Review, models.CASCADE, related_name="actions")
    text = models.CharField(max_length=300)
    owner = EnumField(Side)
    due_on = models.DateField()
    agreed_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["due_on", "pk"]
