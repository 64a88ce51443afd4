"""What a manager hands over beside a profile: the business, its insurances, and declarations of interest."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField, MoneyField
from interregnum.people.rules.papers import Cover, LegalForm, WorkRight


class Business(models.Model):
    """In what form a manager works, address and numbers for contract and payment, and the right to work here.

    It stands apart from the profile: the bureau reads it with a reason, and the manager sees who did.
    """

    manager = models.OneToOneField("people.Manager", models.CASCADE, related_name="business")
    legal_form = EnumField(LegalForm)
    trade_name = models.CharField(max_length=120, blank=True)
    street = models.CharField(max_length=120, blank=True)
    postal_code = models.CharField(max_length=12, blank=True)
    kvk = models.CharField(max_length=8, blank=True)
    vat_number = models.CharField(max_length=20, blank=True)
    iban = models.CharField(max_length=34, blank=True)
    work_right = EnumField(WorkRight)
    permit_ends_on = models.DateField(null=True)
    saved_at = models.DateTimeField()


class Insurance(models.Model):
    """A liability insurance; `amount` is what it pays for one claim at most, in euros."""

    code = CodeField()
    manager = models.ForeignKey("people.Manager", models.CASCADE, related_name="insurances")
    cover = EnumField(Cover)
    insurer = models.CharField(max_length=80)
    policy_number = models.CharField(max_length=40)
    amount = MoneyField()
    ends_on = models.DateField(db_index=True)
    proof = models.ForeignKey("files.StoredFile", models.SET_NULL, null=True, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["manager", "cover"], name="one_insurance_a_cover")]


class Declaration(models.Model):
    """D6 D7: what a manager declared on a day. The newest one is what the choice obeys; older ones stay as they were.

    `interests` and `employers` are names of organisations, `introduced` lines such as "Jan Proef, Bank De Proef".
    """

    code = CodeField()
    manager = models.ForeignKey("people.Manager", models.CASCADE, related_name="declarations")
    made_at = models.DateTimeField(db_index=True)
    interests = models.JSONField(default=list)
    employers = models.JSONField(default=list)
    wants_permanent = models.BooleanField(default=False)
    introduced = models.JSONField(default=list)
    remark = models.TextField(blank=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
