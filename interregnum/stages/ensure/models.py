"""Who guards the quality of an assignment."""

from django.db import models

from interregnum.columns.fields import CodeField
from interregnum.stages.ensure.notebook_models import Notebook as Notebook
from interregnum.stages.ensure.notebook_models import NotebookEntry as NotebookEntry
from interregnum.stages.ensure.notebook_models import ReleasedEntry as ReleasedEntry
from interregnum.stages.ensure.notebook_models import Sounding as Sounding


class ShadowAppointment(models.Model):
    """G2: one shadow manager an assignment."""

    code = CodeField()
    assignment = models.OneToOneField("deliver.Assignment", models.CASCADE, related_name="shadow_appointment")
    shadow = models.ForeignKey("people.Account", models.PROTECT, related_name="shadowed")
    reason = models.TextField()
    appointed_at = models.DateTimeField()
    appointed_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
