"""H1 H2: the shadow manager of an assignment changes while a guarantee runs: the part is never left to nobody."""

from datetime import datetime

from interregnum.journal.record import action
from interregnum.kernel.actor import Actor
from interregnum.stages.ensure.facts import ShadowAppointed, ShadowResigned
from interregnum.stages.guarantee.letters import tell_shadow, tell_unguarded
from interregnum.stages.guarantee.queries.rows import open_case


@action
def follow_shadow_left(fact: ShadowResigned, by: Actor, at: datetime) -> None:
    """Until somebody follows, whoever guards the client takes that part, or a partner: they hear so, of this case."""
    row = open_case(fact.assignment)
    if row is not None:
        tell_unguarded(row, by=by, at=at)


@action
def follow_shadow_came(fact: ShadowAppointed, by: Actor, at: datetime) -> None:
    """Whoever follows hears what runs."""
    row = open_case(fact.assignment)
    if row is not None:
        tell_shadow(row)
