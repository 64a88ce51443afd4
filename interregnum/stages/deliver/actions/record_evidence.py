"""Evidence at the gates that have none elsewhere: an answer from outside, an assessment, a shadow manager's test."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, datetime

from interregnum.files import store
from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import value
from interregnum.people.models import Account
from interregnum.people.rules.papers import kind_of_proof
from interregnum.stages.deliver.facts import FeasibilityTested, GateAnswered, RelationAssessed
from interregnum.stages.deliver.models import FeasibilityTest, GateAnswer, RelationCheck
from interregnum.stages.deliver.queries.gate_facts import has_begun
from interregnum.stages.deliver.queries.gates import gated_contract
from interregnum.stages.deliver.rules.gate_evidence import Heard, check_heard
from interregnum.stages.deliver.rules.gates import Answer, Gate, Verdict
from interregnum.stages.deliver.rules.relation import Construct, Question, Thresholds, assess

POINTS = "deliver.relation_points"


@dataclass(frozen=True, kw_only=True)
class Relation:
    """How the manager works here: `pointing` are the questions answered with yes."""

    construct: Construct
    pointing: Set[Question]
    register_checked_on: date | None
    remark: str = ""


@action
def record_answer(
    *, contract: str, gate: Gate, heard: Heard, proof: bytes | None = None, by: Actor, at: datetime
) -> Refused | None:
    """Write down what was answered; a file takes the place of the old one. What stands, the bureau alone changes."""
    row = gated_contract(contract, seen_by=by)
    if (refused := check_heard(gate, heard, on=local_day(at))) is not None:
        return refused
    old = GateAnswer.objects.select_related("document").filter(contract=row, gate=gate).first()
    if by.role is Role.CLIENT and old and old.answer is not Answer.ASKED:
        return Refused.because("deliver.answer_stands")
    kind = "" if proof is None else kind_of_proof(proof)
    if isinstance(kind, Refused):
        return kind
    fresh = vars(heard) | {"recorded_by": Account.objects.get(code=by.code), "recorded_at": at}
    if proof is not None:
        fresh["document"] = store.keep(name=f"{row.number}-{gate}", content=proof, media_type=kind, at=at)
    GateAnswer.objects.update_or_create(contract=row, gate=gate, defaults=fresh)
    if proof is not None and old and old.document:
        store.discard(old.document)
    about = {"contract": row.code, "request": row.brief.request.code}
    record(GateAnswered(**about, gate=str(gate), answer=str(heard.answer)), by=by, at=at)
    return None


@action
def assess_relation(*, contract: str, relation: Relation, by: Actor, at: datetime) -> Refused | None:
    """Keep one assessment beside the earlier ones; the newest holds."""
    row, on = gated_contract(contract, seen_by=by), local_day(at)
    if relation.register_checked_on and relation.register_checked_on > on:
        return Refused.because("deliver.day_to_come", "register_checked_on")
    found = assess(
        relation.construct,
        relation.pointing,
        register_checked_on=relation.register_checked_on,
        thresholds=Thresholds(**value(POINTS, on=on)),
    )
    RelationCheck.objects.create(
        contract=row,
        construct=relation.construct,
        pointing=[str(one) for one in Question if one in relation.pointing],
        register_checked_on=relation.register_checked_on,
        outcome=found.outcome,
        advice=list(found.advice),
        remark=relation.remark,
        assessed_on=on,
        assessed_by=Account.objects.get(code=by.code),
    )
    about = {"contract": row.code, "request": row.brief.request.code}
    record(RelationAssessed(**about, outcome=str(found.outcome)), by=by, at=at)
    return None


@action
def judge_feasibility(*, contract: str, verdict: Verdict, reason: str, by: Actor, at: datetime) -> Refused | None:
    """G2: the shadow manager of this assignment says whether it can be done as it is asked."""
    row = gated_contract(contract, seen_by=by)
    if by.role is not Role.SHADOW:
        return Refused.because("deliver.no_shadow_here")
    if has_begun(row, on=local_day(at)):
        return Refused.because("deliver.started_already")
    FeasibilityTest.objects.create(
        contract=row, verdict=verdict, reason=reason, tested_by=Account.objects.get(code=by.code), tested_at=at
    )
    about = {"contract": row.code, "request": row.brief.request.code}
    record(FeasibilityTested(**about, verdict=str(verdict)), by=by, at=at)
    return None
