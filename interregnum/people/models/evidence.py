"""What a manager has shown: cases with their referees; when they last said they are free, and their days away."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField, percent
from interregnum.kernel.lists import Category, Level


class Case(models.Model):
    """B2 D3 D4 D8: an assignment that a manager led to its end; `client_shown_as` is for a client who stays unnamed.

    `is_confirmed` is what the referee said; None while nobody has answered. Only the hash of the link is kept.
    A case that was withdrawn counts for nothing and is seen by its manager alone.
    """

    code = CodeField()
    manager = models.ForeignKey("people.Manager", models.CASCADE, related_name="cases")
    client = models.CharField(max_length=120)
    client_shown_as = models.CharField(max_length=120, blank=True)
    problem = models.TextField()
    category = EnumField(Category)
    reasons = models.JSONField(default=list)
    level = EnumField(Level)
    discipline = models.CharField(max_length=40)
    sector = models.CharField(max_length=40, blank=True)
    operational = percent()
    adviser = percent()
    coach = percent()
    change = percent()
    mandate = models.CharField(max_length=300, blank=True)
    result = models.TextField()
    measure = models.CharField(max_length=80, blank=True)
    baseline = models.CharField(max_length=40, blank=True)
    figure = models.CharField(max_length=40, blank=True)
    first_result_weeks = models.PositiveSmallIntegerField(null=True)
    deadlock = models.TextField(blank=True)
    lasted = models.TextField(blank=True)
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    referee_name = models.CharField(max_length=120, blank=True)
    referee_function = models.CharField(max_length=120, blank=True)
    referee_email = models.EmailField(blank=True)
    referee_language = models.CharField(max_length=2, default="nl")
    written_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True)
    token_hash = models.CharField(max_length=64, blank=True, db_index=True)
    answered_at = models.DateTimeField(null=True)
    is_confirmed = models.BooleanField(null=True)
    referee_words = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-started_on", "-pk"]


class Proven(models.Model):
    """B2 D3 D4 D8: what an assignment of this firm proved of its manager, as the manager has seen it; `source` is its
    number. `failed`: it ended by a cause in the manager or in the match.
    """

    manager = models.ForeignKey("people.Manager", models.CASCADE, related_name="proven")
    source = models.CharField(max_length=20)
    on = models.DateField()
    category = EnumField(Category)
    reasons = models.JSONField(default=list)
    first_result_weeks = models.PositiveSmallIntegerField(null=True)
    has_deadlock = models.BooleanField(default=False)
    is_confirmed = models.BooleanField(null=True)
    failed = models.BooleanField(default=False)

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [models.UniqueConstraint(fields=["manager", "source"], name="proven_once_an_assignment")]


class Availability(models.Model):
    """D2: when a manager last said from when they are free, and the link by which they are asked."""

    manager = models.OneToOneField("people.Manager", models.CASCADE, related_name="availability")
    said_at = models.DateTimeField(null=True, db_index=True)
    asked_at = models.DateTimeField(null=True)
    token_hash = models.CharField(max_length=64, blank=True, db_index=True)


class Away(models.Model):
    """D2: days on which a manager does not work, both included; `note` is for the bureau, such as: sailing."""

    code = CodeField()
    manager = models.ForeignKey("people.Manager", models.CASCADE, related_name="away")
    first_on = models.DateField()
    last_on = models.DateField()
    note = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["first_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(last_on__gte=models.F("first_on")), name="away_ends_after_start")
        ]
        indexes = [models.Index(fields=["manager", "last_on"], name="away_of_manager")]


class StayConsent(models.Model):
    """What the bureau noted when it brought a profile in: the day of the consent to stay and where that can be read.

    No day: nobody was asked yet. `read_at`: when the terms on the roster took it over.
    """

    manager = models.OneToOneField("people.Manager", models.CASCADE, related_name="stay_consent")
    given_on = models.DateField(null=True)
    source = models.CharField(max_length=200, blank=True)
    noted_at = models.DateTimeField()
    noted_by = models.CharField(max_length=26)
    read_at = models.DateTimeField(null=True, db_index=True)
