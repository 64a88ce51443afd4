"""G2: the bureau records the fields and level of a shadow manager who has no profile; the proposal goes by them."""

from collections.abc import Sequence
from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.lists import Level
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.ensure.facts import ShadowKnowledgeNoted
from interregnum.stages.ensure.models import ShadowKnowledge
from interregnum.stages.ensure.queries.appointments import profile_of
from interregnum.stages.ensure.queries.knowledge import shadow_account


@action
def note_knowledge(
    *, account: str, disciplines: Sequence[str], level: Level, by: Actor, at: datetime
) -> Refused | None:
    """What was recorded before is replaced. Raises Http404 for somebody who is no shadow manager."""
    person = shadow_account(account)
    if profile_of(person) is not None:
        return Refused.because("ensure.has_profile")
    told = {"disciplines": list(disciplines), "level": level}
    noted = {"noted_by": Account.objects.get(code=by.code), "noted_at": at}
    ShadowKnowledge.objects.update_or_create(account=person, defaults=told | noted)
    record(ShadowKnowledgeNoted(account=person.code), by=by, at=at)
    return None
