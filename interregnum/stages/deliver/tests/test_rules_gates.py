"""G3: each gate opens by its own evidence, and the path says what must begin first."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.stages.deliver.rules.gate_evidence import Heard, check_heard
from interregnum.stages.deliver.rules.gate_found import found
from interregnum.stages.deliver.rules.gates import (
    Answer,
    Assessed,
    Gate,
    GateFacts,
    GateOwner,
    GateState,
    Insured,
    Judged,
    MarkKind,
    Said,
    Verdict,
)
from interregnum.stages.deliver.rules.relation import Construct, Question, RelationOutcome, Thresholds, assess
from interregnum.stages.deliver.rules.shadow_need import ShadowNeed
from interregnum.stages.deliver.rules.way_to_start import way_to_start

START, ON = date(2026, 6, 1), date(2026, 4, 1)
DAYS = dict.fromkeys(Gate, 5) | {Gate.REGULATOR: 42, Gate.WORKS_COUNCIL: 28, Gate.CONDUCT: 28}
THRESHOLDS = Thresholds(attention=4, like_employment=7)
OPEN = GateFacts(
    starts_on=START,
    on=ON,
    holds_on=START,
    relation_days=90,
    asked_of={
        Gate.CONDUCT: True,
        Gate.EMPLOYMENT: True,
        Gate.REGULATOR: True,
        Gate.WORKS_COUNCIL: True,
        Gate.SUCCESSOR: True,
    },
    signed_on=ON,
    half_signed=True,
    checked_on=ON,
    clash="",
    declared_on=ON,
    declared_since=date(2025, 6, 1),
    screened={"conduct": "2026-03-01", "employment": "2026-03-01"},
    screened_since={"conduct": date(2025, 6, 1), "employment": date(2025, 6, 1)},
    insured=Insured(START, Money(1_000_000)),
    insured_least=Money(1_000_000),
    said={
        Gate.REGULATOR: Said(Answer.POSITIVE, ON, ON),
        Gate.WORKS_COUNCIL: Said(Answer.NEGATIVE, ON, ON),
        Gate.SUCCESSOR: Said(Answer.POSITIVE, None, ON),
    },
    assessed=Assessed(RelationOutcome.CLEAR, ON),
    shadow_need=ShadowNeed.REQUIRED,
    has_shadow=True,
    tested=Judged(Verdict.CONDITIONS, ON),
    mandate_lacks=False,
    announced_on=START,
    told_by=START + timedelta(days=5),
    brief_names_successor=False,
)
# For each gate: what takes its evidence away, how it stands then, and who must act.
WITHOUT = [
    (Gate.SIGNATURES, {"signed_on": None}, GateState.WAITS, GateOwner.CLIENT),
    (Gate.CONFLICTS, {"clash": "Bank"}, GateState.WAITS, GateOwner.BUREAU),
    (Gate.CONFLICTS, {"checked_on": None, "declared_on": None}, GateState.WAITS, GateOwner.BUREAU),
    (Gate.DECLARATION, {"declared_on": date(2025, 6, 1)}, GateState.EXPIRED, GateOwner.MANAGER),
    (Gate.CONDUCT, {"screened": {}}, GateState.WAITS, GateOwner.BUREAU),
    (Gate.CONDUCT, {"screened": {"conduct": "2025-05-31"}}, GateState.EXPIRED, GateOwner.BUREAU),
    (Gate.EMPLOYMENT, {"screened": {"employment": "not_passed"}}, GateState.REFUSED, GateOwner.BUREAU),
    (Gate.REGULATOR, {"said": {}}, GateState.WAITS, GateOwner.CLIENT),
    (Gate.REGULATOR, {"said": {Gate.REGULATOR: Said(Answer.ASKED, ON, None)}}, GateState.WAITS, GateOwner.CLIENT),
    (Gate.REGULATOR, {"said": {Gate.REGULATOR: Said(Answer.NEGATIVE, ON, ON)}}, GateState.REFUSED, GateOwner.CLIENT),
    (Gate.WORKS_COUNCIL, {"said": {}}, GateState.WAITS, GateOwner.CLIENT),
    (Gate.RELATION, {"assessed": None}, GateState.WAITS, GateOwner.BUREAU),
    (
        Gate.RELATION,
        {"assessed": Assessed(RelationOutcome.CLEAR, date(2025, 12, 31))},
        GateState.EXPIRED,
        GateOwner.BUREAU,
    ),
    (Gate.RELATION, {"assessed": Assessed(RelationOutcome.LIKE_EMPLOYMENT, ON)}, GateState.WAITS, GateOwner.BUREAU),
    (
        Gate.INSURANCE,
        {"insured": Insured(START - timedelta(days=1), Money(2_000_000))},
        GateState.EXPIRED,
        GateOwner.MANAGER,
    ),
    (Gate.INSURANCE, {"insured": Insured(START, Money(999_999))}, GateState.WAITS, GateOwner.MANAGER),
    (Gate.INSURANCE, {"insured": None}, GateState.WAITS, GateOwner.MANAGER),
    (Gate.FEASIBILITY, {"has_shadow": False, "tested": None}, GateState.WAITS, GateOwner.BUREAU),
    (Gate.FEASIBILITY, {"tested": None}, GateState.WAITS, GateOwner.SHADOW),
    (Gate.FEASIBILITY, {"tested": Judged(Verdict.SENT_BACK, ON)}, GateState.WAITS, GateOwner.BUREAU),
    (Gate.MANDATE, {"mandate_lacks": True}, GateState.WAITS, GateOwner.BUREAU),
    (Gate.MANDATE, {"announced_on": None}, GateState.WAITS, GateOwner.BUREAU),
    (Gate.SUCCESSOR, {"said": {}}, GateState.WAITS, GateOwner.CLIENT),
]


def test_all_evidence_opens_every_gate() -> None:
    way = way_to_start(OPEN, days=DAYS, on=ON)
    assert not way.shut
    assert way.critical is None
    assert way.first_day == START


@pytest.mark.parametrize(("gate", "lacks", "state", "owner"), WITHOUT)
def test_a_gate_opens_by_its_own_evidence_alone(
    gate: Gate, lacks: dict[str, object], state: GateState, owner: GateOwner
) -> None:
    seen = found(gate, replace(OPEN, **lacks))
    assert (seen.state, seen.owner) == (state, owner)


@pytest.mark.parametrize(("gate", "lacks", "state"), [(gate, lacks, state) for gate, lacks, state, _owner in WITHOUT])
def test_a_mark_lets_through_what_waits_and_never_what_was_refused(
    gate: Gate, lacks: dict[str, object], state: GateState
) -> None:
    marked = replace(OPEN, **lacks, marks={gate: MarkKind.OVERRIDE})
    expected = GateState.REFUSED if state is GateState.REFUSED else GateState.OVERRIDDEN
    assert found(gate, marked).state is expected


@given(st.integers(0, 400), st.integers(-200, 200), st.sampled_from([30, 90]))
def test_an_assessment_of_the_working_relation_holds_for_ninety_days(age: int, ahead: int, holds: int) -> None:
    """Ahead: in how many days the first day comes; less than nil, it runs already."""
    first_day, on = ON + timedelta(days=ahead), ON
    assessed = Assessed(RelationOutcome.ATTENTION, on - timedelta(days=age))
    facts = replace(
        OPEN, starts_on=first_day, on=on, holds_on=max(first_day, on), relation_days=holds, assessed=assessed
    )
    seen, until = found(Gate.RELATION, facts), assessed.on + timedelta(days=holds)
    assert seen.facts["until"] == until
    if age > holds:
        assert seen.state is GateState.EXPIRED
    elif until >= first_day:
        assert seen.state is GateState.OPEN
    else:
        # It asks for a new one only where that holds on the first day.
        assert (seen.state is GateState.EXPIRED) == (ahead <= holds)
    on_the_day = replace(facts, on=first_day, holds_on=first_day)
    if ahead >= 0:
        assert (found(Gate.RELATION, on_the_day).state is GateState.OPEN) == (age + ahead <= holds)


def test_what_has_expired_stands_on_the_way_with_its_owner_and_moves_the_first_day() -> None:
    late = replace(OPEN, assessed=Assessed(RelationOutcome.CLEAR, date(2026, 2, 1)))
    way = way_to_start(late, days=DAYS, on=date(2026, 5, 30))
    (line,) = way.shut
    assert (line.gate, line.found.owner, line.latest) == (Gate.RELATION, GateOwner.BUREAU, date(2026, 5, 27))
    assert (way.critical, way.first_day) == (Gate.RELATION, date(2026, 6, 4))


def test_what_a_seat_does_not_ask_is_not_needed_and_what_nobody_knows_is_asked() -> None:
    asked_of = {**dict.fromkeys(OPEN.asked_of, False), Gate.REGULATOR: None}
    facts = replace(OPEN, asked_of=asked_of, said={}, screened={}, shadow_need=ShadowNeed.FREE, tested=None)
    needed = {gate for gate in Gate if found(gate, facts).state is not GateState.NOT_NEEDED}
    assert not needed & {Gate.CONDUCT, Gate.EMPLOYMENT, Gate.WORKS_COUNCIL, Gate.FEASIBILITY}
    assert found(Gate.REGULATOR, facts).why == "regulator.unknown"


def test_the_slowest_gate_decides_the_first_day() -> None:
    asked = {Gate.REGULATOR: Said(Answer.ASKED, date(2026, 3, 10), None)}
    facts = replace(OPEN, said=asked, screened={})
    way = way_to_start(facts, days=DAYS, on=date(2026, 5, 25))
    assert [line.gate for line in way.shut][:3] == [Gate.REGULATOR, Gate.CONDUCT, Gate.WORKS_COUNCIL]
    assert way.critical is Gate.CONDUCT
    assert way.first_day == date(2026, 5, 25) + timedelta(days=28)


def test_where_evidence_says_no_there_is_no_first_day() -> None:
    way = way_to_start(replace(OPEN, screened={"conduct": "no_basis"}), days=DAYS, on=ON)
    assert (way.first_day, way.critical) == (None, Gate.CONDUCT)


@given(st.sets(st.sampled_from(Question)), st.sampled_from(Question))
def test_one_more_sign_of_employment_never_makes_it_better(pointing: set[Question], more: Question) -> None:
    order = [RelationOutcome.CLEAR, RelationOutcome.ATTENTION, RelationOutcome.LIKE_EMPLOYMENT]
    before, after = (
        assess(Construct.OWN_BUSINESS, some, register_checked_on=None, thresholds=THRESHOLDS).outcome
        for some in (pointing, pointing | {more})
    )
    assert order.index(before) <= order.index(after)


def test_direction_in_the_line_is_employment_and_posting_asks_the_register() -> None:
    in_line = {Question.DIRECTION, Question.LINE_SEAT}
    found_so = assess(Construct.OWN_BUSINESS, in_line, register_checked_on=None, thresholds=THRESHOLDS)
    assert found_so.outcome is RelationOutcome.LIKE_EMPLOYMENT
    assert found_so.advice[0] == "another_form"
    posted = [
        assess(Construct.POSTED, in_line, register_checked_on=day, thresholds=THRESHOLDS).outcome for day in (None, ON)
    ]
    assert posted == [RelationOutcome.NO_REGISTER, RelationOutcome.CLEAR]


@pytest.mark.parametrize(
    ("heard", "reasons"),
    [
        (Heard(answer=Answer.POSITIVE, asked_on=ON, answered_on=ON, note=""), set()),
        (Heard(answer=Answer.POSITIVE, asked_on=ON, answered_on=None, note=""), {"deliver.answered_when"}),
        (Heard(answer=Answer.ASKED, asked_on=None, answered_on=None, note=""), {"deliver.asked_when"}),
        (Heard(answer=Answer.NEGATIVE, asked_on=ON, answered_on=ON, note=""), {"deliver.note_of_answer"}),
        (
            Heard(answer=Answer.POSITIVE, asked_on=ON, answered_on=date(2026, 3, 1), note=""),
            {"deliver.answered_before_asked"},
        ),
        (Heard(answer=Answer.ASKED, asked_on=START, answered_on=None, note=""), {"deliver.day_to_come"}),
    ],
)
def test_an_answer_has_days_that_can_be(heard: Heard, reasons: set[str]) -> None:
    refused = check_heard(Gate.WORKS_COUNCIL, heard, on=ON)
    assert {reason.code for reason in refused.reasons} == reasons if isinstance(refused, Refused) else not reasons
