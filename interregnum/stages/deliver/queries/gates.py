"""The gates of one contract as a page shows them, to each kind of reader what is theirs to know."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404
from django.urls import reverse

from interregnum.files.models import StoredFile
from interregnum.kernel.actor import READERS, Actor, Role
from interregnum.kernel.money import Money
from interregnum.people.permissions import BY_ADDRESS
from interregnum.stages.deliver import gate_texts as texts
from interregnum.stages.deliver.models import RelationCheck
from interregnum.stages.deliver.queries.gate_facts import contracts_with_gates, has_begun, standing_marks, ways_of
from interregnum.stages.deliver.queries.never import never_began
from interregnum.stages.deliver.rules.gates import ANSWERED, AWAITED, Gate, GateOwner, GateState, MarkKind
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.deliver.rules.way_to_start import GateLine, Way
from interregnum.web.pieces import Badge
from interregnum.web.templatetags.web import day, euro

# Whose gate it is to know in full, beside the bureau: the desks that read more than its state.
OWN = {GateOwner.CLIENT: Role.CLIENT, GateOwner.MANAGER: Role.MANAGER, GateOwner.SHADOW: Role.SHADOW}
# What everybody who is part of it may know in full: nothing of it is about a person.
SHARED = frozenset({Gate.SIGNATURES, Gate.MANDATE})
# Let through by the firm, for a reason of its own.
MARKED = frozenset({GateState.OVERRIDDEN, GateState.BEFORE})
# What was found about a person: its manager and the bureau alone.
OF_THE_MANAGER = frozenset({Gate.CONFLICTS, Gate.DECLARATION, Gate.CONDUCT, Gate.EMPLOYMENT, Gate.INSURANCE})


@dataclass(frozen=True)
class GateView:
    """`note` is what was written beside the evidence; `url` leads to where it is given or read."""

    gate: Gate
    name: object
    state: Badge
    owner: object
    latest: date
    is_late: bool
    is_shut: bool
    is_expired: bool
    is_critical: bool
    why: str
    note: str
    url: str
    override_url: str
    file_url: str

    def __str__(self) -> str:
        return str(self.name)


@dataclass(frozen=True)
class GatesPage:
    """`first_day` is the first possible one, None while evidence says no; `critical` the gate that decides it."""

    code: str
    number: str
    client: str
    manager: str
    starts_on: date
    first_day: date | None
    days_late: int
    has_started: bool
    assignment: str
    shut: int
    expired: tuple[GateView, ...]
    critical: GateView | None
    gates: tuple[GateView, ...]
    reader: Role

    @property
    def is_bureau(self) -> bool:
        return self.reader in READERS


@dataclass(frozen=True)
class CheckView:
    """One assessment of the working relation, in words."""

    on: date
    outcome: object
    advice: tuple[object, ...]
    remark: str


@dataclass(frozen=True)
class EvidencePage:
    """One gate with what was written down about it before."""

    code: str
    number: str
    client: str
    manager: str
    gate: Gate
    view: GateView
    answer: Any
    last_check: RelationCheck | None
    checks: tuple[CheckView, ...]
    mark: Any

    @property
    def may_be_answered(self) -> bool:
        """By a client: as long as nothing was answered, and nobody let it through."""
        return self.view.is_shut


def gates_page(code: str, *, seen_by: Actor, on: date) -> GatesPage:
    """Raises Http404 for a contract that is not theirs."""
    row = gated_contract(code, seen_by=seen_by)
    way, assignment = ways_of([row], on=on)[row.pk], getattr(row, "assignment", None)
    views = tuple(_view(line, row, way, seen_by=seen_by, on=on) for line in way.lines)
    return GatesPage(
        code=row.code,
        number=row.number,
        client=row.organisation.name,
        manager=row.manager.name,
        starts_on=row.starts_on,
        first_day=way.first_day,
        days_late=(way.first_day - row.starts_on).days if way.first_day else 0,
        has_started=_has_started(assignment),
        assignment=assignment.code if assignment else "",
        shut=len(way.shut),
        expired=tuple(view for view in views if view.is_expired),
        critical=next((view for view in views if view.is_critical), None),
        gates=views,
        reader=seen_by.role,
    )


def evidence_page(code: str, gate: Gate, *, seen_by: Actor, on: date) -> EvidencePage:
    """Raises Http404 for a contract that is not theirs."""
    row = gated_contract(code, seen_by=seen_by)
    way = ways_of([row], on=on)[row.pk]
    line = next(line for line in way.lines if line.gate is gate)
    return EvidencePage(
        code=row.code,
        number=row.number,
        client=row.organisation.name,
        manager=row.manager.name,
        gate=gate,
        view=_view(line, row, way, seen_by=seen_by, on=on),
        answer=next((one for one in row.gate_answers.all() if one.gate == gate), None),
        last_check=next(iter(row.relation_checks.all()), None),
        checks=tuple(map(_check, row.relation_checks.all())) if gate is Gate.RELATION else (),
        mark=next((mark for mark in standing_marks(row) if mark.gate == gate and not line.is_shut), None),
    )


def _check(row: RelationCheck) -> CheckView:
    advice = tuple(texts.ADVICE[code] for code in row.advice)
    return CheckView(row.assessed_on, texts.OUTCOMES[row.outcome], advice, row.remark)


def gated_contract(code: str, *, seen_by: Actor) -> Any:
    """The contract with all that its gates need. Raises Http404."""
    row = contracts_with_gates(seen_by).filter(code=code).first()
    if row is None:
        raise Http404
    return row


def _has_started(row: Any) -> bool:
    return row is not None and row.state != AssignmentState.LANDING and not never_began(row)


def answer_document(code: str, gate: Gate, *, seen_by: Actor) -> StoredFile:
    """What was uploaded with an answer, for the bureau. Raises Http404 where there is none."""
    row = gated_contract(code, seen_by=seen_by)
    kept = next((one.document for one in row.gate_answers.all() if one.gate == gate), None)
    if kept is None or not seen_by.is_bureau:
        raise Http404
    return kept  # type: ignore[no-any-return]


def why_of(line: GateLine) -> str:
    """In words, for whoever may know it."""
    words = texts.WHY.get(line.found.why)
    if words is None:
        return str(texts.BRIEFLY[line.found.state])
    return str(words) % {name: _shown(value) for name, value in line.found.facts.items()}


def _shown(value: object) -> object:
    if isinstance(value, date):
        return day(value)
    return euro(value) if isinstance(value, Money) else value


def _view(line: GateLine, row: Any, way: Way, *, seen_by: Actor, on: date) -> GateView:
    may_know = _may_know(line, seen_by)
    file = next((one.document for one in row.gate_answers.all() if one.gate == line.gate), None)
    return GateView(
        gate=line.gate,
        name=texts.GATES[line.gate],
        state=Badge(texts.STATES[line.found.state], texts.TONES[line.found.state]),
        owner=texts.OWNERS[line.found.owner],
        latest=line.latest,
        is_late=line.is_shut and line.latest < on,
        is_shut=line.is_shut,
        is_expired=line.found.state is GateState.EXPIRED,
        is_critical=line.gate is way.critical,
        why=why_of(line) if may_know else str(texts.BRIEFLY[line.found.state]),
        note=_note(line, row) if _may_read_note(line, seen_by) else "",
        url=_url(line, row, seen_by, on=on),
        override_url=_override_url(line, row, seen_by),
        file_url=reverse("bureau:deliver-gate-document", args=[row.code, line.gate])
        if file and seen_by.is_bureau
        else "",
    )


def _may_know(line: GateLine, actor: Actor) -> bool:
    if actor.is_bureau or line.gate in SHARED:
        return True
    if line.gate in OF_THE_MANAGER:
        return actor.role is Role.MANAGER
    return line.found.state is not GateState.OVERRIDDEN and OWN.get(line.found.owner) is actor.role


def _may_read_note(line: GateLine, actor: Actor) -> bool:
    """Who writes it reads it: a shadow manager the test, a client its answers, where no reason of the firm stands."""
    if line.found.state in MARKED or actor.is_bureau:
        return actor.is_bureau
    return (line.gate is Gate.FEASIBILITY and actor.role is Role.SHADOW) or (
        line.gate in ANSWERED and actor.role is Role.CLIENT
    )


def _note(line: GateLine, row: Any) -> str:
    """What a person wrote: the reason of a partner, else beside the evidence."""
    if line.found.state in MARKED:
        marks = [mark for mark in standing_marks(row) if mark.gate == line.gate]
        return str(marks[0].reason) if marks else ""
    if line.gate is Gate.FEASIBILITY:
        return next((test.reason for test in row.feasibility_tests.all()), "")
    if line.gate is Gate.RELATION:
        advice: list[str] = next((check.advice for check in row.relation_checks.all()), [])
        return " ".join(str(texts.ADVICE[code]) for code in advice)
    return next((one.note for one in row.gate_answers.all() if one.gate == line.gate), "")


def _override_url(line: GateLine, row: Any, actor: Actor) -> str:
    """For a partner: a gate that waits can be let through, and what was let through taken back."""
    may = actor.role is Role.PARTNER and line.found.state in AWAITED | {GateState.OVERRIDDEN}
    return reverse("bureau:deliver-override", args=[row.code, line.gate]) if may else ""


def _url(line: GateLine, row: Any, actor: Actor, *, on: date) -> str:
    """Where the evidence is given or read, on this reader's desk; "" where there is nothing to do there."""
    if actor.is_bureau:
        address = _bureau_address(line, row)
    elif actor.role is Role.SHADOW:
        is_tested = line.gate is Gate.FEASIBILITY and not has_begun(row, on=on)
        address = ("shadow:deliver-feasibility", [row.code]) if is_tested else None
    else:
        address = _own_address(line.gate, row, actor.role)
    return reverse(address[0], args=address[1]) if address and BY_ADDRESS[address[0]].knows(actor.role) else ""


def _bureau_address(line: GateLine, row: Any) -> tuple[str, list[str]] | None:
    assignment = getattr(row, "assignment", None)
    if line.gate in (*ANSWERED, Gate.RELATION):
        return "bureau:deliver-gate", [row.code, str(line.gate)]
    if line.gate in {Gate.MANDATE, Gate.FEASIBILITY}:
        page = "bureau:deliver-mandate" if line.gate is Gate.MANDATE else "bureau:ensure-appoint"
        return (page, [assignment.code]) if assignment else None
    if line.gate is Gate.SIGNATURES:
        return "bureau:contract-contract", [row.code]
    page = "bureau:people-screening" if line.gate in {Gate.CONDUCT, Gate.EMPLOYMENT} else "bureau:people-papers"
    return page, [row.manager.code]


def _own_address(gate: Gate, row: Any, role: Role) -> tuple[str, list[str]] | None:
    own: Mapping[tuple[Role, Gate], tuple[str, list[str]]] = {
        (Role.CLIENT, Gate.SIGNATURES): ("client:contract-contract", [row.code]),
        (Role.MANAGER, Gate.SIGNATURES): ("manager:contract-contract", [row.code]),
        **{(Role.CLIENT, each): ("client:deliver-gate", [row.code, str(each)]) for each in ANSWERED},
        (Role.MANAGER, Gate.DECLARATION): ("manager:people-declaration", []),
        (Role.MANAGER, Gate.INSURANCE): ("manager:people-papers", []),
    }
    return own.get((role, gate))


def is_overridden(page: EvidencePage) -> bool:
    return page.mark is not None and page.mark.kind == MarkKind.OVERRIDE
