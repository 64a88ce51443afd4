"""The brief: one per request, and the versions of it that went to the client."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField, MoneyField, percent
from interregnum.kernel.lists import Assurance, Category, Context, Level, Stakes
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.brief.rules.states import BriefState, VersionState


class Brief(models.Model):
    """`disciplines`, `reasons`, `grounds`, `languages` and `screenings` hold codes; `rate_ceiling` is euros a day excl.
    VAT.

    `results` is a list of rules/values.ResultWanted as words; `budget` is euros in all, excl. VAT; `sponsor_hours` are
    hours a week of the problem owner. `approved`: the number of the version that holds, None before there is one.
    """

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
    problem_owner = models.CharField(max_length=160, blank=True)
    results = models.JSONField(default=list)
    scope = models.TextField(blank=True)
    limits = models.TextField(blank=True)
    mandate_wanted = models.TextField(blank=True)
    sponsor_hours = models.PositiveSmallIntegerField(null=True)
    risks = models.TextField(blank=True)
    successor = models.TextField(blank=True)
    stakes = EnumField(Stakes, blank=True)
    assurance_reason = models.TextField(blank=True)
    budget = MoneyField(null=True)
    agreed_at = models.DateTimeField(null=True)
    approved = models.PositiveSmallIntegerField(null=True)

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


class BriefVersion(models.Model):
    """A brief as it lay with the client, whole (rules/values.plain); `remark` is what the client said on sending back.

    `offered_by` is nobody for what was agreed before versions were kept, or came in with an assignment that runs.
    """

    brief = models.ForeignKey(Brief, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    state = EnumField(VersionState, default=VersionState.OFFERED)
    content = models.JSONField()
    offered_at = models.DateTimeField()
    offered_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    remark = models.TextField(blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["brief", "number"], name="brief_version_once")]
