"""Who may sign for a client, as the bureau recorded it."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.people.models.organisations import Contact
from interregnum.people.rules.authorities import Basis, Scope


class Authority(models.Model):
    """What was found about a contact on one day: `extract` names the extract or the proxy, `told_by` who gave it to us.

    The one without `ended_at` holds; an earlier one stays, for what was signed by it.
    """

    code = CodeField()
    contact = models.ForeignKey(Contact, models.CASCADE, related_name="authorities")
    scope = EnumField(Scope)
    basis = EnumField(Basis)
    extract = models.CharField(max_length=60)
    extract_on = models.DateField()
    told_by = models.CharField(max_length=120)
    recorded_by = models.CharField(max_length=26)
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contact"], condition=models.Q(ended_at=None), name="one_authority_holds_of_a_contact"
            )
        ]
