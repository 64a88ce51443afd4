"""An interim manager's profile, as far as matching reads it."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField, MoneyField, percent
from interregnum.kernel.lists import Level
from interregnum.kernel.role_mix import RoleMix

# What only a profile, an import and the choice read: lists of people leave it where it is.
PROFILE = (
    "disciplines", "sectors", "languages", "categories", "reasons", "declared", "former_employers", "conflicts",
    "summary",
)  # fmt: skip


class Manager(models.Model):
    """Lists hold codes: `categories` and `reasons` map a code to the number of proven cases.

    These two, the weeks, the deadlocks and the cases with a referee are made of `declared` (what a roster said of the
    same five; None: these figures themselves) and of the manager's cases, by people/figures.py alone.
    """

    code = CodeField()
    name = models.CharField(max_length=120)
    email = models.EmailField(unique=True)
    phone = models.CharField(max_length=30, blank=True)
    place = models.CharField(max_length=80)
    travel_km = models.PositiveSmallIntegerField(default=60)
    available_on = models.DateField(db_index=True)
    days_a_week = models.PositiveSmallIntegerField(default=4)
    day_rate = MoneyField()
    level = EnumField(Level, db_index=True)
    disciplines = models.JSONField(default=list)
    sectors = models.JSONField(default=list)
    languages = models.JSONField(default=list)
    categories = models.JSONField(default=dict)
    reasons = models.JSONField(default=dict)
    operational = percent()
    adviser = percent()
    coach = percent()
    change = percent()
    first_result_weeks = models.PositiveSmallIntegerField(null=True)
    deadlocks_broken = models.PositiveSmallIntegerField(default=0)
    cases_with_referee = models.PositiveSmallIntegerField(default=0)
    declared = models.JSONField(null=True)
    former_employers = models.JSONField(default=list)
    conflicts = models.JSONField(default=list)
    wants_permanent = models.BooleanField(default=False)
    summary = models.TextField(blank=True)
    is_active = models.BooleanField(default=True)
    # When the bureau noted that this person died.
    died_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["name", "pk"]
        # Each mail asks whether its reader died: few have.
        indexes = [
            models.Index(fields=["died_at"], condition=models.Q(died_at__isnull=False), name="manager_died"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(operational=100 - models.F("adviser") - models.F("coach") - models.F("change")),
                name="manager_roles_add_up",
            ),
            models.CheckConstraint(condition=models.Q(days_a_week__range=(1, 5)), name="manager_days_a_week"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def role_mix(self) -> RoleMix:
        return RoleMix(self.operational, self.adviser, self.coach, self.change)
