"""The brief: one per request."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField, MoneyField, percent
from interregnum.kernel.lists import Assurance, Category, Context, Level
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.brief.rules.states import BriefState


class Brief(models.Model):
    """`disciplines`, `reasons`, `grounds`, `languages` and `screenings` hold codes; `rate_ceiling` is euros a day excl.
    VAT."""

    code = CodeField()
    request = models.OneToOneField("ask.Request", models.CASCADE, related_name="brief")
    state = EnumField(BriefState, default=BriefState.DRAFT, db_index=True)
    category = EnumField(Category)
    reasons = models.JSONField(default=list)
    grounds = models.JSONField(default=list)
    problem = models.TextField()
    result_wanted = models.TextField(blank=True)
    level = EnumField(Level, blank=True)
    context = EnumField(Context, blank=True)
    disciplines = models.JSONField(default=list)
    sector = models.CharField(max_length=40, blank=True)
    operational = percent()
    adviser = percent()
    coach = percent()
    change = percent()
    starts_on = models.DateField(null=True)
    weeks = models.PositiveSmallIntegerField(null=True)
    days_a_week = models.PositiveSmallIntegerField(default=4)
    rate_ceiling = MoneyField(null=True)
    place = models.CharField(max_length=80, blank=True)
    languages = models.JSONField(default=list)
    screenings = models.JSONField(default=list)
    assurance = EnumField(Assurance)
    agreed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(operational=100 - models.F("adviser") - models.F("coach") - models.F("change")),
                name="brief_roles_add_up",
            )
        ]

    @property
    def role_mix(self) -> RoleMix:
        return RoleMix(self.operational, self.adviser, self.coach, self.change)
