"""A proposal: as the client reads it, and as the bureau follows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor
from interregnum.kernel.money import Money
from interregnum.kernel.period import local_day
from interregnum.outside.calendar import dutch_holidays
from interregnum.people.models import Manager, Organisation
from interregnum.people.with_vat import percent_of
from interregnum.stages.ask.queries import course, own_course
from interregnum.stages.ask.rules.calling import next_working_day
from interregnum.stages.brief.queries import BriefFacts, brief_facts, definitions, languages
from interregnum.stages.choose.models import Candidacy, Proposal
from interregnum.stages.choose.queries.blind import first_result
from interregnum.stages.choose.queries.firm_proofs import FirmProof, firm_proofs, for_client
from interregnum.stages.choose.queries.presenting import warnings_of
from interregnum.stages.choose.queries.rows import proposal_row
from interregnum.stages.choose.queries.sentences import Names, names
from interregnum.stages.choose.queries.talks import Asked, questions_of, talk_in_words
from interregnum.stages.choose.rules.states import LIVE, CandidacyState, ProposalState, TalkState
from interregnum.stages.choose.texts import CANDIDACY_STATES, PROPOSAL_STATES, TONES, WARNINGS
from interregnum.web.charts import radar_chart
from interregnum.web.charts.values import RadarChart
from interregnum.web.history import history
from interregnum.web.pieces import Badge, Cell, Definition, Event, Step
from interregnum.web.words import ROLE_MIX, word_of

PRESENTED = (CandidacyState.AGREED, CandidacyState.CHOSEN, CandidacyState.NOT_CHOSEN, CandidacyState.TAKEN)


@dataclass(frozen=True, kw_only=True)
class Presented:
    """A manager as a client sees one: no scores, no rate of the manager's own."""

    code: str
    name: str
    rationale: str
    summary: str
    points: tuple[Definition, ...]
    mix: RadarChart
    rate: Money
    with_vat: Money | None
    starts_on: date
    is_chosen: bool
    is_taken: bool
    talk: TalkState | None
    meets_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class ClientProposalPage:
    code: str
    state: ProposalState
    problem: str
    steps: tuple[Step, ...]
    brief: tuple[Definition, ...]
    candidates: tuple[Presented, ...]
    questions: tuple[Asked, ...]
    with_vat: bool
    cannot_reclaim: bool
    chosen: Presented | None
    decided_at: datetime | None
    decline_reason: str
    stop_reason: str
    alone_why: str
    events: tuple[Event, ...]


@dataclass(frozen=True)
class Invited:
    """A manager in a proposal, for the bureau."""

    name: str
    manager: str
    state: Badge
    answer: str
    answered_at: datetime | None
    client_rate: Money
    manager_rate: Money
    margin: str
    starts_on: date


@dataclass(frozen=True, kw_only=True)
class BureauProposalPage:
    code: str
    brief: str
    organisation_name: str
    contact_name: str
    contact_email: str
    state: ProposalState
    badge: Badge
    steps: tuple[Step, ...]
    asked: tuple[Invited, ...]
    open_invitations: int
    candidates: tuple[Presented, ...]
    questions: tuple[Asked, ...]
    checked_on: date | None
    warnings: tuple[str, ...]
    shortlist: str
    decline_reason: str
    stop_reason: str
    alone_why: str
    events: tuple[Event, ...]


def own_proposal_page(code: str, *, seen_by: Actor) -> ClientProposalPage:
    """For the client. Raises Http404 before it is sent, and for somebody else's.

    The managers agreed to be named for this choice: once it is made, only the one who was chosen is still shown.
    """
    row = proposal_row(code, seen_by=seen_by)
    brief = brief_facts(row.brief.code)
    is_open = row.state == ProposalState.SENT
    candidates = tuple(each for each in _presented(row, brief, _asked_of(row)) if is_open or each.is_chosen)
    return ClientProposalPage(
        code=row.code,
        state=row.state,
        problem=brief.problem,
        steps=own_course("proposal", request=brief.request),
        brief=tuple(each for each in definitions(brief) if each.value not in ("", None)),
        candidates=candidates,
        questions=questions_of(row),
        with_vat=any(each.with_vat for each in candidates),
        cannot_reclaim=not brief.reclaims_vat,
        chosen=next((each for each in candidates if each.is_chosen), None),
        decided_at=row.decided_at,
        decline_reason=row.decline_reason,
        stop_reason=row.stop_reason,
        alone_why=row.alone_why,
        events=history(row.code, seen_by=seen_by),
    )


def proposal_page(code: str, *, seen_by: Actor, on: date) -> BureauProposalPage:
    """For the bureau. Raises Http404 for a proposal of somebody else's portfolio."""
    row = proposal_row(code, seen_by=seen_by)
    brief = brief_facts(row.brief.code)
    rows = _asked_of(row)
    asked = tuple(_asked(each) for each in rows)
    return BureauProposalPage(
        code=row.code,
        brief=brief.code,
        organisation_name=brief.organisation_name,
        contact_name=brief.contact_name,
        contact_email=brief.contact_email,
        state=row.state,
        badge=Badge(PROPOSAL_STATES[row.state]),
        steps=course("proposal", request=brief.request),
        asked=asked,
        open_invitations=sum(each.answered_at is None for each in asked),
        candidates=_presented(row, brief, rows),
        questions=questions_of(row),
        checked_on=row.checked_on,
        warnings=(*warnings_of(row, candidates=len(asked), on=on), *_gone(row, rows, on)),
        shortlist=row.newest_list or "",  # type: ignore[attr-defined]
        decline_reason=row.decline_reason,
        stop_reason=row.stop_reason,
        alone_why=row.alone_why,
        events=history(row.code, seen_by=seen_by),
    )


def _gone(row: Proposal, asked: list[Candidacy], on: date) -> Iterator[str]:
    """Whom the client could choose, but for a first day that has passed."""
    names = [each.manager.name for each in asked if each.state == CandidacyState.AGREED and each.starts_on < on]
    if names and row.state in LIVE:
        yield str(WARNINGS["choose.first_day_gone"]) % {"names": ", ".join(names)}


def _asked(row: Candidacy) -> Invited:
    share = (row.client_rate.amount - row.manager_rate.amount) * 100 / row.client_rate.amount
    return Invited(
        name=row.manager.name,
        manager=row.manager.code,
        state=Badge(CANDIDACY_STATES[row.state], TONES[row.state]),
        answer=row.answer,
        answered_at=row.answered_at,
        client_rate=row.client_rate,
        manager_rate=row.manager_rate,
        margin=f"{share:.0f}%",
        starts_on=row.starts_on,
    )


def _asked_of(row: Proposal) -> list[Candidacy]:
    return list(row.candidacies.select_related("manager", "acquaintance"))


def _presented(row: Proposal, brief: BriefFacts, asked: list[Candidacy]) -> tuple[Presented, ...]:
    """Who agreed to be named, in the order of the names: the order says nothing."""
    words, vat = names(), _vat(row)
    agreed = [each for each in asked if each.state in PRESENTED and each.answered_at]
    managers, until = [each.manager.code for each in agreed], local_day(row.invited_at)
    proofs = firm_proofs(managers, category=brief.category, reasons=brief.reasons, until=until) if agreed else {}
    return tuple(
        _one(each, brief, words, vat=vat, proofs=proofs.get(each.manager.code, ()))
        for each in sorted(agreed, key=lambda each: (each.manager.name.casefold(), each.pk))
    )


def _vat(row: Proposal) -> Decimal:
    """In percent, on the day on which the client got it; 0 for a client who is charged none."""
    client = row.brief.request.organisation or Organisation()
    return percent_of(client, local_day(row.sent_at or row.invited_at))


def _one(row: Candidacy, brief: BriefFacts, words: Names, *, vat: Decimal, proofs: tuple[FirmProof, ...]) -> Presented:
    manager, (talk, meets_at) = row.manager, talk_in_words(row)
    return Presented(
        code=row.code,
        name=manager.name,
        rationale=row.rationale,
        talk=talk,
        meets_at=meets_at,
        summary=manager.summary,
        points=(*_matters(manager, brief, words), *for_client(proofs), *_terms(row, brief, vat=vat)),
        mix=radar_chart(
            title=_("Role mix wanted and offered"),
            labels=ROLE_MIX,
            first=tuple(brief.role_mix),
            first_label=_("wanted"),
            second=tuple(manager.role_mix),
            second_label=_("offered"),
        ),
        rate=row.client_rate,
        with_vat=row.client_rate.with_vat(vat) if vat else None,
        starts_on=row.starts_on,
        is_chosen=row.state == CandidacyState.CHOSEN,
        is_taken=row.state == CandidacyState.TAKEN,
    )


def _matters(manager: Manager, brief: BriefFacts, words: Names) -> tuple[Definition, ...]:
    proven = [f"{word_of(reason)}: {manager.reasons.get(reason, 0)}" for reason in brief.reasons]
    weeks = manager.first_result_weeks
    return (
        Definition(_("Level"), word_of(manager.level)),
        Definition(_("Disciplines"), words.of_disciplines(manager.disciplines)),
        Definition(_("Sub-sectors"), words.of_sectors(manager.sectors)),
        Definition(_("Proven cases"), "; ".join(proven)),
        Definition(_("Cases with a referee"), manager.cases_with_referee),
        first_result(weeks),
        Definition(_("Languages"), languages(manager.languages)),
        Definition(_("Lives in"), manager.place),
    )


def _terms(row: Candidacy, brief: BriefFacts, *, vat: Decimal) -> tuple[Definition, ...]:
    """The earliest real start, and the rate with and without VAT: whoever cannot reclaim it pays the second."""
    starts_on = next_working_day(row.starts_on, closed=dutch_holidays(row.starts_on.year))
    return (
        Definition(_("Can start"), starts_on),
        Definition(_("Days a week"), brief.days_a_week),
        Definition(_("Rate a day"), Cell(row.client_rate, _("all-in, excluding VAT") if vat else _("all-in"))),
        *_including(row.client_rate, vat),
    )


def _including(rate: Money, vat: Decimal) -> Iterator[Definition]:
    if vat:
        yield Definition(_("With VAT"), Cell(rate.with_vat(vat), _("including %(vat)s%% VAT") % {"vat": vat}))
