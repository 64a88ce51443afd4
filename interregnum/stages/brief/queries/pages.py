"""A brief as the bureau's page shows it."""

from dataclasses import dataclass
from datetime import datetime

from interregnum.kernel.actor import Actor
from interregnum.stages.ask.queries import course
from interregnum.stages.brief.queries.drawn import Lacking, completeness, definitions, lacks, mix
from interregnum.stages.brief.queries.facts import facts_of
from interregnum.stages.brief.queries.rows import brief_row
from interregnum.stages.brief.rules.completeness import missing
from interregnum.stages.brief.rules.states import BriefState
from interregnum.stages.brief.rules.values import BriefValues
from interregnum.web.history import history
from interregnum.web.pieces import Definition, Event, Meter, Step


@dataclass(frozen=True, kw_only=True)
class BriefPage:
    """What is looked for, and what is still missing."""

    code: str
    request: str
    organisation_name: str
    contact_name: str
    is_agreed: bool
    agreed_at: datetime | None
    values: BriefValues
    steps: tuple[Step, ...]
    definitions: tuple[Definition, ...]
    mix: tuple[Meter, ...]
    completeness: Meter
    lacking: tuple[Lacking, ...]
    events: tuple[Event, ...]


def brief_page(code: str, *, seen_by: Actor) -> BriefPage:
    """Raises Http404 for a brief that is not there, or not theirs."""
    row = brief_row(code, seen_by=seen_by)
    facts = facts_of(row)
    values = BriefValues(**{name: getattr(facts, name) for name in BriefValues.__dataclass_fields__})
    lacking = missing(values)
    return BriefPage(
        code=row.code,
        request=facts.request,
        organisation_name=facts.organisation_name,
        contact_name=facts.contact_name,
        is_agreed=row.state == BriefState.AGREED,
        agreed_at=row.agreed_at,
        values=values,
        steps=course("brief", request=facts.request),
        definitions=definitions(values),
        mix=mix(values),
        completeness=completeness(lacking),
        lacking=lacks(lacking),
        events=history(row.code, seen_by=seen_by),
    )
