"""A client organisation, and the people to speak to there."""

from django.db import models

from interregnum.columns.fields import CodeField


class Organisation(models.Model):
    code = CodeField()
    name = models.CharField(max_length=120, unique=True)
    sector = models.CharField(max_length=40, blank=True)
    street = models.CharField(max_length=120, blank=True)
    postal_code = models.CharField(max_length=12, blank=True)
    city = models.CharField(max_length=80, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    kvk = models.CharField(max_length=8, blank=True)
    vat_number = models.CharField(max_length=20, blank=True)
    # Two letters (ISO 3166); VAT is charged by where a buyer is established.
    country = models.CharField(max_length=2, default="NL")
    # Why no VAT is charged to it although it would be due here; "" for nearly all.
    vat_exemption = models.CharField(max_length=120, blank=True)
    # A large company pays within the days of the law, whatever was agreed beyond them.
    is_large = models.BooleanField(default=False)
    # Banks and insurers often cannot reclaim VAT, so amounts are shown with VAT to them as well.
    reclaims_vat = models.BooleanField(default=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Contact(models.Model):
    """A contact person of an organisation. Knowing somebody is not inviting them: an account is a step of its own."""

    code = CodeField()
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="contacts")
    name = models.CharField(max_length=120)
    # In lower case; "" when only a telephone number is known.
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    function = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=2, default="nl")
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "email"], condition=~models.Q(email=""), name="contact_is_known_by_address"
            ),
            models.UniqueConstraint(
                fields=["organisation", "name"], condition=models.Q(email=""), name="contact_is_known_by_name"
            ),
        ]

    def __str__(self) -> str:
        return self.name
