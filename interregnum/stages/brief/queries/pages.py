"""A brief as the bureau's page shows it, and as the client reads it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import Http404

from interregnum.kernel.actor import Actor
from interregnum.kernel.lists import Assurance
from interregnum.kernel.money import Money
from interregnum.parameters.values import values as parameters
from interregnum.stages.ask.queries import course, own_course
from interregnum.stages.brief.queries.drawn import Lacking, agreed_words, completeness, definitions, lacks, mix
from interregnum.stages.brief.queries.facts import facts_of
from interregnum.stages.brief.queries.rows import brief_row, mark_of, values_of
from interregnum.stages.brief.queries.versions import (
    Changed,
    Version,
    changed_since_approval,
    for_client,
    versions_of,
)
from interregnum.stages.brief.rules.assurance import propose
from interregnum.stages.brief.rules.completeness import missing
from interregnum.stages.brief.rules.states import BriefState, VersionState
from interregnum.stages.brief.rules.values import BriefValues, ResultWanted, from_plain
from interregnum.stages.brief.texts import ASSURANCE_REASONS, STATES
from interregnum.web.history import history
from interregnum.web.pieces import Badge, Definition, Event, Meter, Step
from interregnum.web.templatetags.web import euro


@dataclass(frozen=True, kw_only=True)
class BriefRead:
    """A brief to be read: whole, in the order of reading."""

    values: BriefValues
    results: tuple[ResultWanted, ...]
    words: tuple[Definition, ...]
    definitions: tuple[Definition, ...]
    mix: tuple[Meter, ...]


@dataclass(frozen=True)
class ProposedAssurance:
    """What the firm proposes, and why, in sentences; `is_other`: the brief says something else."""

    assurance: Assurance
    reasons: tuple[str, ...]
    is_other: bool


@dataclass(frozen=True, kw_only=True)
class BriefPage:
    """What is looked for, and what is still missing. `approved` is the version that holds, 0 for none; `mark` tells
    whether it still says what somebody read."""

    code: str
    request: str
    organisation_name: str
    contact_name: str
    state: BriefState
    badge: Badge
    is_draft: bool
    is_agreed: bool
    agreed_at: datetime | None
    approved: int
    values: BriefValues
    mark: str
    read: BriefRead
    steps: tuple[Step, ...]
    completeness: Meter
    lacking: tuple[Lacking, ...]
    proposed: ProposedAssurance
    changed: tuple[Changed, ...]
    versions: tuple[Version, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, kw_only=True)
class ClientBriefPage:
    """The version that lies with the client, or the one that holds. `is_changing`: the bureau writes the next one."""

    code: str
    number: int
    is_open: bool
    is_approved: bool
    is_changing: bool
    answered_at: datetime | None
    read: BriefRead
    assurance_reason: str
    lacking: tuple[Lacking, ...]
    steps: tuple[Step, ...]
    versions: tuple[Version, ...]
    events: tuple[Event, ...]


def brief_page(code: str, *, seen_by: Actor, on: date) -> BriefPage:
    """For the bureau. Raises Http404 for a brief that is not there, or not theirs."""
    row = brief_row(code, seen_by=seen_by)
    facts, values = facts_of(row), values_of(row)
    lacking = missing(values)
    return BriefPage(
        code=row.code,
        request=facts.request,
        organisation_name=facts.organisation_name,
        contact_name=facts.contact_name,
        state=row.state,
        badge=Badge(STATES[row.state]),
        is_draft=row.state == BriefState.DRAFT,
        is_agreed=row.state == BriefState.AGREED,
        agreed_at=row.agreed_at,
        approved=row.approved or 0,
        values=values,
        mark=mark_of(values),
        read=read_of(values),
        steps=course("brief", request=facts.request),
        completeness=completeness(lacking),
        lacking=lacks(lacking),
        proposed=_proposed(values, on=on),
        changed=changed_since_approval(row),
        versions=versions_of(row),
        events=history(row.code, seen_by=seen_by),
    )


def own_brief_page(code: str, *, seen_by: Actor) -> ClientBriefPage:
    """For the client. Raises Http404 before a version was offered, and for somebody else's brief."""
    row = brief_row(code, seen_by=seen_by)
    version = for_client(row)
    if version is None:
        raise Http404
    values = from_plain(version.content)
    return ClientBriefPage(
        code=row.code,
        number=version.number,
        is_open=version.state == VersionState.OFFERED,
        is_approved=version.state == VersionState.APPROVED,
        is_changing=row.state == BriefState.DRAFT,
        answered_at=version.answered_at,
        read=read_of(values),
        assurance_reason=values.assurance_reason,
        lacking=lacks(missing(values)),
        steps=own_course("brief", request=row.request.code),
        versions=versions_of(row),
        events=history(row.code, seen_by=seen_by),
    )


def read_of(values: BriefValues) -> BriefRead:
    return BriefRead(
        values=values,
        results=values.results,
        words=agreed_words(values),
        definitions=tuple(each for each in definitions(values) if each.value not in ("", None)),
        mix=mix(values),
    )


def _proposed(values: BriefValues, *, on: date) -> ProposedAssurance:
    of_category = f"brief.assurance.{values.category}"
    known = parameters(of_category, "brief.high_value", on=on)
    high = Money(known["brief.high_value"])
    found = propose(values, usual=Assurance(known[of_category]), high_value=high)
    reasons = tuple(str(ASSURANCE_REASONS[code]) % {"high": euro(high)} for code in found.reasons)
    return ProposedAssurance(found.assurance, reasons, found.assurance != values.assurance)
