"""What comes in before the first day of a story, each by its own evidence. All is invented."""

from datetime import datetime, timedelta

from interregnum.flow.demo.stories import expect
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.money import Money
from interregnum.kernel.period import local_day
from interregnum.people.declarations import declare
from interregnum.people.papers import save_insurance
from interregnum.people.rules.papers import Cover, Declared, InsuranceValues
from interregnum.people.rules.screening import Basis, Outcome, ScreeningKind
from interregnum.people.screening import decide_screening, enter_screening, screenings_of
from interregnum.stages.deliver.actions.record_evidence import (
    Relation,
    assess_relation,
    judge_feasibility,
    record_answer,
)
from interregnum.stages.deliver.queries import shut_of
from interregnum.stages.deliver.rules.gate_evidence import Heard
from interregnum.stages.deliver.rules.gates import Answer, Gate, Verdict
from interregnum.stages.deliver.rules.relation import Construct, Question

SAID = {
    Gate.REGULATOR: "DNB stemde in met de benoeming (verzonnen).",
    Gate.WORKS_COUNCIL: "De ondernemingsraad adviseerde positief en vraagt een tussenstand (verzonnen).",
}
TESTED = "Te doen, mits de directie elke week een uur vrijmaakt en de middenlaag vanaf de eerste week meepraat."


def show_papers(manager: Actor, *, at: datetime) -> None:
    """The manager declares that there is nothing to declare, and is insured for two years."""
    nothing = Declared(interests=(), employers=(), wants_permanent=False, introduced=(), remark="")
    declare(values=nothing, by=manager, at=at)
    policy = InsuranceValues(
        insurer="Schijnzeker (verzonnen)",
        policy_number="SZ-0000",
        amount=Money(1_000_000),
        ends_on=local_day(at) + timedelta(days=730),
    )
    expect(save_insurance(cover=Cover.PROFESSIONAL, values=policy, proof=None, name="", by=manager, at=at))


def screen(manager: str, *, entered_by: Actor, decided_by: Actor, at: datetime) -> None:
    """Two screenings of a manager: one person writes down what was found, another decides."""
    for kind in (ScreeningKind.CONDUCT, ScreeningKind.EMPLOYMENT):
        entered = enter_screening(
            manager=manager,
            kind=kind,
            purpose="De opdrachtgever staat onder toezicht.",
            basis=Basis.LAW,
            detail="Geen bijzonderheden.",
            by=entered_by,
            at=at,
        )
        expect(entered)
    for line in screenings_of(manager, seen_by=decided_by):
        if line.outcome == Outcome.OPEN:
            expect(decide_screening(code=line.code, outcome=Outcome.PASSED, by=decided_by, at=at))


def assess(contract: str, *, owner: Actor, at: datetime) -> None:
    """The ten questions, answered as an interim manager with more clients would."""
    relation = Relation(construct=Construct.OWN_BUSINESS, pointing={Question.EMBEDDED}, register_checked_on=None)
    expect(assess_relation(contract=contract, relation=relation, by=owner, at=at))


def open_gates(contract: str, *, owner: Actor, shadow: str, at: datetime) -> None:
    """What the client and the shadow manager answer, as far as this assignment asks for it."""
    on = local_day(at)
    shut = shut_of(contract, on=on)
    for gate in (gate for gate in SAID if gate in shut):
        heard = Heard(
            answer=Answer.POSITIVE, asked_on=on - timedelta(days=7), answered_on=on - timedelta(days=1), note=SAID[gate]
        )
        expect(record_answer(contract=contract, gate=gate, heard=heard, by=owner, at=at))
    assess(contract, owner=owner, at=at)
    if Gate.FEASIBILITY in shut:
        judge = Actor(role=Role.SHADOW, code=shadow)
        expect(judge_feasibility(contract=contract, verdict=Verdict.CONDITIONS, reason=TESTED, by=judge, at=at))
