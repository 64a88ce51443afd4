"""What was asked before the firm kept its requests here: the request of an assignment that already runs."""

from datetime import datetime

from interregnum.kernel.actor import Actor
from interregnum.people.models import Account, Contact, Organisation
from interregnum.stages.ask.models import Request, Triage
from interregnum.stages.ask.rules.states import RequestState


def bring_in_request(
    *, organisation: Organisation, contact: Contact, text: str, verdict: dict[str, object], by: Actor, at: datetime
) -> Request:
    """Part of an action of a later stage; nobody is mailed, for it was answered long ago."""
    owner = Account.objects.get(code=by.code)
    row = Request.objects.create(
        text=text,
        organisation_name=organisation.name,
        contact_name=contact.name,
        contact_email=contact.email,
        contact_phone=contact.phone,
        language=contact.language,
        received_at=at,
        state=RequestState.CONFIRMED,
        organisation=organisation,
        owner=owner,
    )
    Triage.objects.create(
        request=row, proposal=verdict | {"evidence": []}, verdict=verdict, confirmed_at=at, confirmed_by=owner
    )
    return row
