"""H1 H2: the proof: day by day who is billed for what, in an assignment on which the guarantee was invoked."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import QuerySet

from interregnum.kernel.actor import OFFICE, Actor, Role
from interregnum.kernel.money import Money
from interregnum.kernel.period import local_day
from interregnum.parameters.values import value
from interregnum.people.queries import profile_at
from interregnum.stages.contract.queries.replaced import rate_parts
from interregnum.stages.deliver.queries.tenures import tenures_of, worked_days, worked_days_of_all
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.queries.rows import case_row, firm_days_of
from interregnum.stages.guarantee.rules.days import (
    FEE,
    NOTHING,
    Bearer,
    DayLine,
    Turn,
    Worked,
    day_lines,
    days_together,
    fee_after,
    handover_days,
    overlap_billed,
)
from interregnum.stages.guarantee.rules.states import REPLACEMENT
from interregnum.stages.guarantee.texts import BEARERS, WHYS

FIRM = OFFICE | {Role.AUDITOR}


@dataclass(frozen=True)
class ProofLine:
    """`firm` is what the firm bears of it, None for the client."""

    day: date
    manager: str
    minutes: int
    bearer: object
    why: object
    is_billed: bool
    client: Money
    firm: Money | None

    @property
    def month(self) -> date:
        """The first day of its month: a page shows month after month."""
        return self.day.replace(day=1)


@dataclass(frozen=True)
class TurnLine:
    manager: str
    first: date
    last: date
    rate: Money


@dataclass(frozen=True, kw_only=True)
class ProofPage:
    """`fee` is what the replacement or the ending itself costs the client, `overlap` the days that are billed twice:
    both are counted from the lines, not said. `firm` and `owed` are None for the client."""

    code: str
    number: str
    client: str
    turns: tuple[TurnLine, ...]
    lines: tuple[ProofLine, ...]
    billed: Money
    open_days: int
    fee: Money
    overlap: tuple[date, ...]
    handover: tuple[date, ...]
    firm: Money | None
    owed: Money | None
    owed_days: int


def proof_page(code: str, *, seen_by: Actor) -> ProofPage:
    """Raises Http404 for a guarantee that is not theirs."""
    row = case_row(code, seen_by=seen_by)
    names, turns = _turns(row)
    lines, days = account_of(row.assignment.code, turns)
    is_firm = seen_by.role in FIRM
    return ProofPage(
        code=row.code,
        number=row.assignment.number,
        client=row.assignment.organisation.name,
        turns=tuple(TurnLine(names[one.manager], one.first, one.last, one.client_rate) for one in turns),
        lines=tuple(_line(one, names, is_firm=is_firm) for one in lines),
        billed=sum((one.client for one in lines), NOTHING),
        open_days=sum(one.bearer == Bearer.NOBODY for one in lines),
        fee=FEE + fee_after(lines, turns=turns),
        overlap=overlap_billed(lines),
        handover=tuple(sorted(days)),
        firm=sum((one.firm for one in lines), row.owed or NOTHING) if is_firm else None,
        owed=row.owed if is_firm else None,
        owed_days=row.owed_days if is_firm else 0,
    )


def account_of(assignment: str, turns: Sequence[Turn]) -> tuple[tuple[DayLine, ...], frozenset[date]]:
    """H1: the one account of an assignment, for the proof and for whoever bills; and its days of hand-over."""
    rows = [Worked(*one) for one in worked_days(assignment)]
    days = _handover_of(assignment, rows)
    size = 60 * value("deliver.day_hours", on=min((one.day for one in rows), default=date(2020, 1, 1)))
    return day_lines(turns, rows, handover=days, day_minutes=size), days


def accounts_of(turns: Mapping[int, Sequence[Turn]]) -> dict[int, tuple[DayLine, ...]]:
    """The accounts of many assignments, by their key, in as many queries as of one."""
    worked = worked_days_of_all(turns.keys())
    rows = {key: [Worked(*one) for one in days] for key, days in worked.items()}
    cases: dict[int, list[Complaint]] = {key: [] for key in turns}
    for case in _replacements().filter(assignment__in=turns.keys()):
        cases[case.assignment_id].append(case)
    size = _sizes()
    return {
        key: day_lines(
            turns[key],
            own,
            handover=_handover_days(cases[key], own),
            day_minutes=size(min((one.day for one in own), default=date(2020, 1, 1))),
        )
        for key, own in rows.items()
    }


def _sizes() -> Callable[[date], int]:
    """Minutes of a day as they held on a day, each asked once."""
    return cache(lambda on: 60 * value("deliver.day_hours", on=on))


def _handover_of(assignment: str, rows: Sequence[Worked]) -> frozenset[date]:
    """As the firm chose them, for each guarantee apart; else the days that two were there, as many as the clause says.

    A day of both belongs to the guarantee by which the first of them leaves.
    """
    return _handover_days(_replacements().filter(assignment__code=assignment), rows)


def _replacements() -> QuerySet[Complaint]:
    rows = Complaint.objects.filter(state__in=REPLACEMENT)
    return rows.select_related("contract", "manager", "hand_over").defer(*profile_at("manager"))


def _handover_days(cases: Iterable[Complaint], rows: Sequence[Worked]) -> frozenset[date]:
    found: set[date] = set()
    for case in cases:
        handed = getattr(case, "hand_over", None)
        chosen = [date.fromisoformat(day) for day in handed.days] if handed else []
        own = {one.day for one in rows if one.manager == case.manager.code}
        both = [day for day in days_together(rows) if day in own and day >= local_day(case.complained_at)]
        found |= handover_days(chosen or both, most=firm_days_of(case))
    return frozenset(found)


def _turns(row: Complaint) -> tuple[dict[str, str], list[Turn]]:
    """Everybody who works or worked on it, in their order, with the rates of each of their days."""
    assignment = row.assignment
    gone = [(one.contract, one.manager) for one in tenures_of(assignment.code)]
    people = [*gone, (assignment.contract, assignment.manager)]
    turns = [
        Turn(manager=manager.code, first=days.first, last=days.last, client_rate=client, manager_rate=own)
        for contract, manager in people
        for days, client, own in rate_parts(contract)
    ]
    return {manager.code: manager.name for _contract, manager in people}, turns


def _line(one: DayLine, names: dict[str, str], *, is_firm: bool) -> ProofLine:
    return ProofLine(
        one.day,
        names.get(one.manager, one.manager),
        one.minutes,
        BEARERS[one.bearer],
        WHYS[one.why],
        one.bearer == Bearer.CLIENT,
        one.client,
        one.firm if is_firm else None,
    )


def owed_of(assignment: str) -> tuple[tuple[str, str, date, int, Money], ...]:
    """H2: what agreements of managers still ask for days that were not worked: guarantee, manager, last day, number of
    days and amount; for a later stage, which checks who may look."""
    rows = Complaint.objects.filter(assignment__code=assignment, owed_days__gt=0)
    found = rows.values_list("code", "manager__code", "last_day", "owed_days", "owed").order_by("pk")
    return tuple((code, who, day, days, owed or NOTHING) for code, who, day, days, owed in found if day)


def owed_of_all() -> dict[int, list[tuple[str, str, date, int, Money]]]:
    """The same of all assignments, by their key, in one query."""
    found: dict[int, list[tuple[str, str, date, int, Money]]] = {}
    rows = Complaint.objects.filter(owed_days__gt=0).order_by("pk")
    for key, code, who, day, days, owed in rows.values_list(
        "assignment", "code", "manager__code", "last_day", "owed_days", "owed"
    ):
        if day:
            found.setdefault(key, []).append((code, who, day, days, owed or NOTHING))
    return found
