"""A2: the client changed: somebody else there is asked what stayed, or nobody, for the client is not there any more."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.stages.keep.actions.ask_client import write_link
from interregnum.stages.keep.facts import AftercareRerouted, ClientGone
from interregnum.stages.keep.models import Aftercare
from interregnum.stages.keep.queries.links import hash_of, token_of
from interregnum.stages.keep.queries.whom import contacts_of, held_cares
from interregnum.stages.keep.rules.states import OPEN, CareState


@action
def ask_somebody_else(*, assignment: str, contact: str, by: Actor, at: datetime) -> Refused | None:
    """All looks back that are not over go to this contact; what was asked goes out again, and the old link is over."""
    rows = held_cares(assignment, seen_by=by)
    if not rows:
        return Refused.because("keep.nothing_waits")
    person = contacts_of(rows[0].assignment.organisation_id).filter(code=contact).first()
    if person is None:
        return Refused.because("keep.no_contact", "whom")
    for row in rows:
        row.contact = person
        told = {"token_hash": hash_of(token_of(row.code, person.code))} if row.state in OPEN else {}
        Aftercare.objects.filter(pk=row.pk).update(contact=person, **told)
        record(AftercareRerouted(assignment=assignment, months=row.months), by=by, at=at)
        if row.state in OPEN:
            write_link(row, at)
    return None


@action
def client_is_gone(*, assignment: str, why: str, by: Actor, at: datetime) -> Refused | None:
    """What was not answered stays unknown: it counts neither as kept nor as lost. What was answered in part counts."""
    if not why.strip():
        return Refused.because("keep.words_needed", "why")
    rows = held_cares(assignment, seen_by=by)
    if not rows:
        return Refused.because("keep.nothing_waits")
    for row in rows:
        state = CareState.ANSWERED if row.answered_at else CareState.GONE
        told = {"state": state, "gone_why": why.strip(), "token_hash": ""}
        Aftercare.objects.filter(pk=row.pk).update(**told)
        record(ClientGone(assignment=assignment, months=row.months), by=by, at=at)
    return None
