"""Who guards the quality of an assignment."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.kernel.lists import Assurance, Level
from interregnum.stages.ensure.integrity_models import IntroducedPerson as IntroducedPerson
from interregnum.stages.ensure.integrity_models import NoCommission as NoCommission
from interregnum.stages.ensure.ladder_models import Escalation as Escalation
from interregnum.stages.ensure.ladder_models import EscalationStep as EscalationStep
from interregnum.stages.ensure.notebook_models import Notebook as Notebook
from interregnum.stages.ensure.notebook_models import NotebookEntry as NotebookEntry
from interregnum.stages.ensure.notebook_models import ReleasedEntry as ReleasedEntry
from interregnum.stages.ensure.notebook_models import Sounding as Sounding
from interregnum.stages.ensure.outcome_models import AssignmentOutcome as AssignmentOutcome
from interregnum.stages.ensure.review_models import Preparation as Preparation
from interregnum.stages.ensure.review_models import Review as Review
from interregnum.stages.ensure.review_models import ReviewAction as ReviewAction
from interregnum.stages.ensure.review_models import ReviewMove as ReviewMove
from interregnum.stages.ensure.review_models import ReviewRecord as ReviewRecord
from interregnum.stages.ensure.review_models import SignOff as SignOff


class ShadowAppointment(models.Model):
    """G2: one shadow manager an assignment."""

    code = CodeField()
    assignment = models.OneToOneField("deliver.Assignment", models.CASCADE, related_name="shadow_appointment")
    shadow = models.ForeignKey("people.Account", models.PROTECT, related_name="shadowed")
    reason = models.TextField()
    intensity = EnumField(Assurance, default=Assurance.LIGHT)
    appointed_at = models.DateTimeField()
    appointed_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")


class StatedIndependence(models.Model):
    """Somebody of the bureau states: no bonus on this client, no reporting line and no tie to this manager. It holds
    for one manager, and for the appointment that it was said of or that began before."""

    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="stated_independence")
    shadow = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    manager = models.ForeignKey("people.Manager", models.CASCADE, related_name="+")
    stated_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    stated_at = models.DateTimeField()

    class Meta:
        ordering = ["-stated_at", "-pk"]


class ShadowKnowledge(models.Model):
    """What the bureau recorded of a shadow manager who has no profile of their own: the fields and the level."""

    account = models.OneToOneField("people.Account", models.CASCADE, related_name="shadow_knowledge")
    disciplines = models.JSONField(default=list)
    level = EnumField(Level)
    noted_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()


class PastShadow(models.Model):
    """Who was the shadow manager before, and why they resigned."""

    assignment = models.ForeignKey("deliver.Assignment", models.CASCADE, related_name="past_shadows")
    shadow = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    reason = models.TextField()
    appointed_at = models.DateTimeField()
    ended_at = models.DateTimeField()
    ended_why = models.TextField()

    class Meta:
        ordering = ["-ended_at", "-pk"]
