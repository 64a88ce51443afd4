"""Opens the gates before a start by real evidence, as the bureau, the manager and the shadow manager give it."""

from collections.abc import Callable
from datetime import date, datetime

from interregnum.kernel.actor import Actor
from interregnum.kernel.money import Money
from interregnum.kernel.period import local_day
from interregnum.people.declarations import declare
from interregnum.people.models import Screening
from interregnum.people.papers import own_insurance, save_insurance
from interregnum.people.rules.papers import Cover, Declared, InsuranceValues
from interregnum.people.rules.screening import Basis, Outcome, ScreeningKind
from interregnum.people.screening import decide_screening, enter_screening
from interregnum.stages.contract.models import Contract
from interregnum.stages.deliver.actions.record_evidence import (
    Relation,
    assess_relation,
    judge_feasibility,
    record_answer,
)
from interregnum.stages.deliver.actions.set_mandate import DomainRight, Mandate, set_mandate
from interregnum.stages.deliver.models import GateMark
from interregnum.stages.deliver.rules.gate_evidence import Heard
from interregnum.stages.deliver.rules.gates import Answer, Gate, MarkKind, Verdict
from interregnum.stages.deliver.rules.relation import Construct, Question
from interregnum.stages.deliver.rules.states import Domain, Right
from tests.world import Cast

DECLARED = Declared(interests=(), employers=(), wants_permanent=False, introduced=(), remark="")


INSURED = InsuranceValues(insurer="Proefpolis", policy_number="P-2", amount=Money(1_000_000), ends_on=date(2027, 1, 31))


def show_papers(manager: Actor, *, at: datetime) -> None:
    """The manager declares, and is insured."""
    declare(values=DECLARED, by=manager, at=at)
    if own_insurance(Cover.PROFESSIONAL, seen_by=manager) is None:
        told = {"proof": None, "name": "", "by": manager, "at": at}
        assert save_insurance(cover=Cover.PROFESSIONAL, values=INSURED, **told) is None


def screen(cast: Cast, manager: str, *, by: Actor, at: datetime) -> None:
    """The account manager writes both screenings down, a partner decides."""
    for kind in (ScreeningKind.CONDUCT, ScreeningKind.EMPLOYMENT):
        enter_screening(
            manager=manager, kind=kind, purpose="Een bank vraagt erom.", basis=Basis.LAW, detail="Gezien.", by=by, at=at
        )
    bea = cast.actor(cast.bea)
    rows = Screening.objects.filter(manager__code=manager, outcome=Outcome.OPEN, entered_by__code=by.code)
    for code in rows.values_list("code", flat=True):
        assert decide_screening(code=code, outcome=Outcome.PASSED, by=bea, at=at) is None


def answer(contract: str, *, by: Actor, at: datetime, words: Callable[[str], str] = str) -> None:
    """What the client said of regulator, works council and successor."""
    for gate, said in (
        (Gate.REGULATOR, Answer.NOT_NEEDED),
        (Gate.WORKS_COUNCIL, Answer.NOT_NEEDED),
        (Gate.SUCCESSOR, Answer.POSITIVE),
    ):
        day = local_day(at)
        heard = Heard(answer=said, asked_on=day, answered_on=day, note=words("Gezegd door Carla."))
        proof = b"%PDF-1.7 brief" if gate is Gate.WORKS_COUNCIL else None
        assert record_answer(contract=contract, gate=gate, heard=heard, proof=proof, by=by, at=at) is None
    assess(contract, by=by, at=at, words=words)


def assess(contract: str, *, by: Actor, at: datetime, words: Callable[[str], str] = str) -> None:
    relation = Relation(
        construct=Construct.OWN_BUSINESS,
        pointing={Question.EMBEDDED},
        register_checked_on=None,
        remark=words("Zo is het op de vloer."),
    )
    assert assess_relation(contract=contract, relation=relation, by=by, at=at) is None


def make_mandate(assignment: str, *, by: Actor, at: datetime, on: date, words: Callable[[str], str] = str) -> None:
    lines = tuple(
        DomainRight(domain, Right.DECIDES, Money(25_000) if domain is Domain.MONEY else None) for domain in Domain
    )
    mandate = Mandate(words("Carla, directeur"), on, lines)
    assert set_mandate(assignment=assignment, mandate=mandate, by=by, at=at) is None


def judge(contract: str, *, by: Actor, at: datetime, words: Callable[[str], str] = str) -> None:
    told = {"verdict": Verdict.CONDITIONS, "reason": words("Als de directie beslist.")}
    assert judge_feasibility(contract=contract, by=by, at=at, **told) is None


def let_pass(contract: Contract, *, at: datetime) -> None:
    """As what already ran when the firm began to keep its gates."""
    marks = (GateMark(contract=contract, gate=gate, kind=MarkKind.BEFORE, made_at=at) for gate in Gate)
    GateMark.objects.bulk_create(marks)
