"""Self-billing: the manager agrees that the firm makes their invoices, and may take that back at any time."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.http import Http404

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account, Business, Manager
from interregnum.stages.invoice.models import SelfBilling
from interregnum.stages.invoice.payable_facts import SelfBillingAgreed, SelfBillingWithdrawn
from interregnum.stages.invoice.queries.bills import party_from
from interregnum.stages.invoice.queries.payable_seller import seller_from
from interregnum.stages.invoice.rules.lacking import lacking_of_manager


@action
def agree_self_billing(
    *, street: str, postal_code: str, city: str, words: str, by: Actor, at: datetime
) -> Refused | None:
    """In person, in the words that stood on the page; the numbers that must stand on an invoice are known before."""
    row = _own(by)
    known = Business.objects.filter(manager=row).first()
    told = {"street": street.strip(), "postal_code": postal_code.strip(), "city": city.strip(), "words": words}
    account = Account.objects.get(code=by.code)
    consent = SelfBilling(manager=row, **told, given_at=at, given_by=account)
    seller = seller_from(row, known or Business(), consent)
    if lacking_of_manager(party_from(seller), seller["iban"]):
        return Refused.because("invoice.numbers_of_manager")
    try:
        with transaction.atomic():
            consent.save(force_insert=True)
    except IntegrityError:
        return Refused.because("invoice.agreed_already")
    record(SelfBillingAgreed(manager=row.code), by=by, at=at)
    return None


@action
def withdraw_self_billing(*, by: Actor, at: datetime) -> Refused | None:
    """From now on the manager sends invoices; those that were made stay."""
    row = _own(by)
    if not SelfBilling.objects.filter(manager=row, withdrawn_at=None).update(withdrawn_at=at):
        return Refused.because("invoice.not_agreed")
    record(SelfBillingWithdrawn(manager=row.code), by=by, at=at)
    return None


def _own(by: Actor) -> Manager:
    row = Manager.objects.filter(code=by.manager).first() if by.manager else None
    if row is None:
        raise Http404
    return row
