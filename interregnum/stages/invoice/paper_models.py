"""The documents of an issued invoice and their way out; and how a client wants to get them."""

from django.db import models

from interregnum.columns.fields import EnumField
from interregnum.outside.einvoice import Profile
from interregnum.stages.invoice.rules.delivery import PapersState, Trip, Way


class InvoicePapers(models.Model):
    """The document for people and the file for machines, made once by the worker. `faults` are those of the last try,
    as source, rule, words and place; `trip` says how it goes with an access point, whose answer is `receipt`."""

    invoice = models.OneToOneField("invoice.Invoice", models.CASCADE, related_name="papers")
    state = EnumField(PapersState, default=PapersState.MAKING, db_index=True)
    asked_at = models.DateTimeField()
    pdf = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    ubl = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    faults = models.JSONField(default=list)
    trip = EnumField(Trip, blank=True, default="")
    trouble = models.CharField(max_length=300, blank=True)
    receipt = models.TextField(blank=True)


class ClientBilling(models.Model):
    """What a client wants of its invoices. `end_point` is "" for what follows from its numbers, else scheme:number in
    the network of e-invoices; `mailbox` is "" for the people of the client who have an account."""

    organisation = models.OneToOneField("people.Organisation", models.CASCADE, related_name="billing")
    way = EnumField(Way, default=Way.LINK)
    agreement = EnumField(Profile, default=Profile.PEPPOL)
    end_point = models.CharField(max_length=60, blank=True)
    mailbox = models.EmailField(blank=True)


class OrderReference(models.Model):
    """What a client wants to read on each invoice of an assignment, such as the number of its order."""

    assignment = models.OneToOneField("deliver.Assignment", models.CASCADE, related_name="order_reference")
    reference = models.CharField(max_length=60)
