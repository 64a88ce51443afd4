"""What is known about the gates of some contracts, read in one go however many there are."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Max, QuerySet

from interregnum.kernel.actor import HOUSE, Actor, Role
from interregnum.kernel.money import Money
from interregnum.kernel.months import months_later
from interregnum.kernel.period import local_day
from interregnum.parameters.values import values
from interregnum.people.declarations import MONTHS
from interregnum.people.models import Declaration, Insurance
from interregnum.people.rules.papers import Cover
from interregnum.people.rules.screening import ScreeningKind
from interregnum.people.screening import standings
from interregnum.stages.ask.rules.path import Wanted, advised, tested
from interregnum.stages.brief.queries.rows import held_values
from interregnum.stages.brief.rules.screening import asked_by_law
from interregnum.stages.brief.rules.values import BriefValues
from interregnum.stages.choose.rules.organisations import same_organisation
from interregnum.stages.contract.queries.access import visible_to as visible_contracts
from interregnum.stages.contract.rules.clauses import insured_at_least
from interregnum.stages.contract.rules.states import OVER, ContractState
from interregnum.stages.deliver.queries.visible import visible_to
from interregnum.stages.deliver.rules.gate_evidence import begins_on, still_counts
from interregnum.stages.deliver.rules.gates import Assessed, Gate, GateFacts, Insured, Judged, MarkKind, Said
from interregnum.stages.deliver.rules.mandate import MandateFacts, mandate_gaps
from interregnum.stages.deliver.rules.shadow_need import closest, shadow_need
from interregnum.stages.deliver.rules.states import AssignmentState, Domain
from interregnum.stages.deliver.rules.way_to_start import Way, way_to_start

OWN_DAYS = "deliver.gate_days"
ANNOUNCE = "deliver.announce_within_days"
AGAIN = "deliver.relation_again_days"
# How long the gates take of which the critical path from a request speaks already.
PATH_DAYS = {
    Gate.SIGNATURES: "ask.path.contract",
    Gate.CONDUCT: "ask.path.screening",
    Gate.EMPLOYMENT: "ask.path.screening",
    Gate.WORKS_COUNCIL: "ask.path.works_council",
    Gate.REGULATOR: "ask.path.regulator",
}
SCREENED = (Gate.CONDUCT, Gate.EMPLOYMENT)
HOLDS = {gate: f"choose.screening_valid_days.{gate}" for gate in SCREENED}
NAMES = (OWN_DAYS, ANNOUNCE, AGAIN, MONTHS, *PATH_DAYS.values(), *HOLDS.values())
ALONG = ("assignment__shadow_appointment", "candidacy__proposal")
MANY = (
    "agreements",
    "assignment__mandate",
    "gate_answers__document",
    "gate_marks__made_by",
    "relation_checks",
    "feasibility_tests__tested_by",
)


@dataclass(frozen=True)
class _Known:
    """By the key of a manager: the last declaration, the insurance, and what screening says."""

    declared: Mapping[int, date]
    insured: Mapping[int, Insured]
    screened: Mapping[int, Mapping[str, str]]
    parameters: Mapping[str, Any]


def contracts_with_gates(actor: Actor) -> "QuerySet[Any]":
    """The contracts whose gates somebody may know of: their own, and a shadow manager those of what they guard.

    One that lapsed or was taken back starts nothing and has no gates, nor has the amendment of one that runs.
    """
    if actor.role is Role.SHADOW:
        rows = visible_contracts(HOUSE).filter(assignment__in=visible_to(actor).order_by().values("pk"))
    else:
        rows = visible_contracts(actor)
    # The whole profile: its lists of ties are compared with the name of the client.
    return rows.filter(amends=None).exclude(state__in=OVER).defer(None).select_related(*ALONG).prefetch_related(*MANY)


def ways_of(contracts: Sequence[Any], *, on: date) -> Mapping[int, Way]:
    """By the key of a contract: its path to the first day."""
    if not contracts:
        return {}
    known = _known({contract.manager.pk for contract in contracts}, on)
    days = _days(known.parameters)
    return {contract.pk: way_to_start(_facts(contract, known, on), days=days, on=on) for contract in contracts}


def shut_gates(contracts: Collection[int], *, on: date) -> Mapping[int, tuple[Gate, ...]]:
    """By the key of a contract: the gates that are shut; one without any is left out."""
    if not contracts:
        return {}
    rows = list(contracts_with_gates(HOUSE).filter(pk__in=contracts))
    found = {pk: tuple(line.gate for line in way.shut) for pk, way in ways_of(rows, on=on).items()}
    return {pk: gates for pk, gates in found.items() if gates}


def shut_of(contract: str, *, on: date) -> tuple[Gate, ...]:
    """The gates of one contract that are shut."""
    keys = contracts_with_gates(HOUSE).filter(code=contract).values_list("pk", flat=True)
    return next(iter(shut_gates(list(keys), on=on).values()), ())


def _known(managers: Collection[int], on: date) -> _Known:
    declared = Declaration.objects.filter(manager__in=managers).order_by().values("manager").annotate(at=Max("made_at"))
    insured = Insurance.objects.filter(manager__in=managers, cover=Cover.PROFESSIONAL, amount__gt=Money(0))
    return _Known(
        {row["manager"]: local_day(row["at"]) for row in declared},
        {key: Insured(day, amount) for key, day, amount in insured.values_list("manager", "ends_on", "amount")},
        standings(managers),
        values(*dict.fromkeys(NAMES), on=on),
    )


def _days(parameters: Mapping[str, Any]) -> dict[str, int]:
    own = parameters[OWN_DAYS]
    return {gate: parameters[PATH_DAYS[gate]] if gate in PATH_DAYS else own[gate] for gate in Gate}


def _facts(row: Any, known: _Known, today: date) -> GateFacts:
    """Of one contract, read with `ALONG` and `MANY`."""
    brief, assignment = held_values(row.brief), getattr(row, "assignment", None)
    shadow = getattr(assignment, "shadow_appointment", None)
    # The day on which it starts: of a start that was held back, the day that it was meant for.
    starts_on, begins_on = row.starts_on, _begins_on(row, assignment, today)
    on = min(today, row.runs_until or row.ends_on)
    declared_on = known.declared.get(row.manager.pk)
    checks, tests = list(row.relation_checks.all()), list(row.feasibility_tests.all())
    return GateFacts(
        starts_on=starts_on,
        on=on,
        holds_on=max(begins_on, on),
        relation_days=known.parameters[AGAIN],
        asked_of=_asked_of(brief, sector=row.organisation.sector or brief.sector),
        signed_on=_signed_on(row),
        half_signed=any(side.signed_at for side in row.agreements.all()),
        checked_on=row.candidacy.proposal.checked_on,
        clash=_clash(row.manager, row.organisation.name),
        declared_on=declared_on,
        declared_since=months_later(max(begins_on, on), -known.parameters[MONTHS]),
        screened=known.screened.get(row.manager.pk, {}),
        screened_since={str(gate): begins_on - timedelta(days=known.parameters[HOLDS[gate]]) for gate in SCREENED},
        insured=known.insured.get(row.manager.pk),
        insured_least=insured_at_least(row.clauses, row.terms),
        said={one.gate: Said(one.answer, one.asked_on, one.answered_on) for one in row.gate_answers.all()},
        assessed=Assessed(checks[0].outcome, checks[0].assessed_on) if checks else None,
        shadow_need=shadow_need(brief.category, closest(brief.assurance, shadow.intensity if shadow else None)),
        has_shadow=shadow is not None,
        tested=Judged(tests[0].verdict, local_day(tests[0].tested_at)) if tests else None,
        mandate_lacks=assignment is None or bool(_gaps(assignment)),
        announced_on=assignment.announced_on if assignment else None,
        told_by=starts_on + timedelta(days=known.parameters[ANNOUNCE]),
        brief_names_successor=bool(brief.successor.strip()),
        marks=_marks(row, on, known.parameters[AGAIN]),
    )


def _begins_on(row: Any, assignment: Any, today: date) -> date:
    is_begun = assignment is not None and has_begun(row, on=today)
    since = (assignment.manager_since or assignment.starts_on) if is_begun else None
    return begins_on(row.starts_on, since=since, on=today)


def has_begun(row: Any, *, on: date) -> bool:
    """Whether the manager of a contract with its assignment has begun: one who succeeds begins after the assignment."""
    kept = row.assignment
    awaited = kept.contract_id == row.pk and kept.manager_since is not None and kept.manager_since >= on
    return kept.state != AssignmentState.LANDING and not awaited


def _marks(row: Any, on: date, again: int) -> dict[Gate, MarkKind]:
    return {
        Gate(mark.gate): MarkKind(mark.kind)
        for mark in standing_marks(row)
        if still_counts(Gate(mark.gate), local_day(mark.made_at), relation_days=again, on=on)
    }


def standing_marks(row: Any) -> list[Any]:
    """The marks that were not taken back; asked of what was read along."""
    return [mark for mark in row.gate_marks.all() if mark.revoked_at is None]


def _asked_of(brief: BriefValues, *, sector: str) -> dict[Gate, bool | None]:
    """D2: what the critical path from a request said, and what the brief asks besides."""
    level = str(brief.level or "")
    wanted = Wanted(level=level, sector=sector, category=str(brief.category))
    screenings = {*brief.screenings, *asked_by_law(level=level, sector=sector)}
    by_regulator = tested(wanted)
    return {
        Gate.CONDUCT: ScreeningKind.CONDUCT in screenings,
        Gate.EMPLOYMENT: ScreeningKind.EMPLOYMENT in screenings,
        Gate.REGULATOR: ScreeningKind.SUITABILITY in screenings or by_regulator,
        Gate.WORKS_COUNCIL: advised(wanted),
        Gate.SUCCESSOR: True,
    }


def _signed_on(row: Any) -> date | None:
    if row.state != ContractState.SIGNED:
        return None
    days = [local_day(side.signed_at) for side in row.agreements.all() if side.signed_at]
    return max(days, default=local_day(row.drawn_at))


def _clash(manager: Any, client: str) -> str:
    """D5 D6: a declared interest in this client, or a past there."""
    names = (*manager.conflicts, *manager.former_employers)
    return next((name for name in names if same_organisation(name, client)), "")


def _gaps(assignment: Any) -> tuple[str, ...]:
    lines = list(assignment.mandate.all())
    limit = next((line.limit for line in lines if line.domain == Domain.MONEY), None)
    return mandate_gaps(MandateFacts(assignment.reports_to, {line.domain: line.right for line in lines}, limit))
