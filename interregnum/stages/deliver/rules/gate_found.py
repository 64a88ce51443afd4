"""G3: by what evidence each gate opens, who sees to it, and when it shuts again."""

from datetime import date

from interregnum.stages.deliver.rules.gates import (
    AWAITED,
    Answer,
    Found,
    Gate,
    GateFacts,
    GateOwner,
    GateState,
    MarkKind,
    Verdict,
)
from interregnum.stages.deliver.rules.relation import UNFIT, due_again
from interregnum.stages.deliver.rules.shadow_need import ShadowNeed


def found(gate: Gate, facts: GateFacts) -> Found:
    """G3: a gate opens by its own evidence; else a mark of the firm lets it through, except where evidence says no."""
    seen = _FINDERS[gate](facts)
    mark = facts.marks.get(gate)
    if seen.state not in AWAITED or mark is None:
        return seen
    state = GateState.BEFORE if mark is MarkKind.BEFORE else GateState.OVERRIDDEN
    return Found(state, seen.owner, f"{gate}.{mark}")


def _signatures(facts: GateFacts) -> Found:
    owner = GateOwner.CLIENT
    if facts.signed_on:
        return Found(GateState.OPEN, owner, "signatures.open", {"day": facts.signed_on})
    return Found(GateState.WAITS, owner, "signatures.half" if facts.half_signed else "signatures.waits")


def _conflicts(facts: GateFacts) -> Found:
    """D6: looked at anew with each declaration, so that an old check says nothing of a new tie."""
    owner = GateOwner.BUREAU
    if facts.clash:
        return Found(GateState.WAITS, owner, "conflicts.clash", {"name": facts.clash})
    days = [day for day in (facts.checked_on, facts.declared_on) if day]
    if not days:
        return Found(GateState.WAITS, owner, "conflicts.waits")
    return Found(GateState.OPEN, owner, "conflicts.open", {"day": max(days)})


def _declaration(facts: GateFacts) -> Found:
    owner = GateOwner.MANAGER
    if facts.declared_on is None:
        return Found(GateState.WAITS, owner, "declaration.waits")
    is_old = facts.declared_on <= facts.declared_since
    state = GateState.EXPIRED if is_old else GateState.OPEN
    return Found(state, owner, "declaration.old" if is_old else "declaration.open", {"day": facts.declared_on})


def _screening(facts: GateFacts, gate: Gate) -> Found:
    """Wft: who has an integrity-sensitive post starts after being assessed, temporary or not."""
    owner = GateOwner.BUREAU
    if not facts.asked_of[gate]:
        return Found(GateState.NOT_NEEDED, owner, "screening.not_needed")
    stands = facts.screened.get(str(gate), "")
    if not stands:
        return Found(GateState.WAITS, owner, "screening.waits")
    if not stands[0].isdigit():
        return Found(GateState.REFUSED, owner, "screening.refused")
    day = date.fromisoformat(stands)
    if day < facts.screened_since[str(gate)]:
        return Found(GateState.EXPIRED, owner, "screening.old", {"day": day})
    return Found(GateState.OPEN, owner, "screening.open", {"day": day})


def _conduct(facts: GateFacts) -> Found:
    return _screening(facts, Gate.CONDUCT)


def _employment(facts: GateFacts) -> Found:
    return _screening(facts, Gate.EMPLOYMENT)


def _answered(facts: GateFacts, gate: Gate, owner: GateOwner) -> Found:
    asked_of, said = facts.asked_of[gate], facts.said.get(gate)
    if said is None:
        if asked_of is False:
            return Found(GateState.NOT_NEEDED, owner, f"{gate}.not_needed")
        return Found(GateState.WAITS, owner, f"{gate}.waits" if asked_of else f"{gate}.unknown")
    days = {"day": said.answered_on or said.asked_on}
    if said.answer is Answer.NOT_NEEDED:
        return Found(GateState.NOT_NEEDED, owner, f"{gate}.said_not_needed", days)
    state = GateState.WAITS if said.answer is Answer.ASKED else GateState.OPEN
    return Found(state, owner, f"{gate}.{said.answer}", days)


def _regulator(facts: GateFacts) -> Found:
    """Wft 3:8 and 4:9: nobody is a policymaker of a supervised firm before the regulator agreed, nor against it."""
    seen = _answered(facts, Gate.REGULATOR, GateOwner.CLIENT)
    is_refused = seen.why == f"{Gate.REGULATOR}.{Answer.NEGATIVE}"
    return Found(GateState.REFUSED, seen.owner, seen.why, seen.facts) if is_refused else seen


def _works_council(facts: GateFacts) -> Found:
    """WOR 30: it must have advised; whoever appoints against the advice may, and says why."""
    return _answered(facts, Gate.WORKS_COUNCIL, GateOwner.CLIENT)


def _relation(facts: GateFacts) -> Found:
    """Asked anew each quarter. Before the start it shuts as soon as a new assessment would hold on the first day."""
    owner, assessed = GateOwner.BUREAU, facts.assessed
    if assessed is None:
        return Found(GateState.WAITS, owner, "relation.waits")
    until = due_again(assessed.on, days=facts.relation_days)
    told = {"day": assessed.on, "until": until}
    if assessed.outcome in UNFIT:
        return Found(GateState.WAITS, owner, f"relation.{assessed.outcome}", told)
    if until < facts.on:
        return Found(GateState.EXPIRED, owner, "relation.expired", told)
    if until < facts.holds_on <= due_again(facts.on, days=facts.relation_days):
        return Found(GateState.EXPIRED, owner, "relation.too_early", told)
    return Found(GateState.OPEN, owner, f"relation.{assessed.outcome}", told)


def _insurance(facts: GateFacts) -> Found:
    """H3: insured on the first day and from then on, and for what the clause as signed asks."""
    owner = GateOwner.MANAGER
    if facts.insured is None:
        return Found(GateState.WAITS, owner, "insurance.waits")
    told = {"day": facts.insured.until, "amount": facts.insured.amount, "least": facts.insured_least}
    if facts.insured.until < facts.holds_on:
        return Found(GateState.EXPIRED, owner, "insurance.over", told)
    if facts.insured.amount < facts.insured_least:
        return Found(GateState.WAITS, owner, "insurance.short", told)
    return Found(GateState.OPEN, owner, "insurance.open", told)


def _feasibility(facts: GateFacts) -> Found:
    """G2: the shadow manager goes through the wording of the brief before the start, and tests risks."""
    if facts.shadow_need is ShadowNeed.FREE and facts.tested is None:
        return Found(GateState.NOT_NEEDED, GateOwner.SHADOW, "feasibility.not_needed")
    if not facts.has_shadow:
        return Found(GateState.WAITS, GateOwner.BUREAU, "feasibility.nobody")
    if facts.tested is None:
        return Found(GateState.WAITS, GateOwner.SHADOW, "feasibility.waits")
    is_back = facts.tested.verdict is Verdict.SENT_BACK
    owner = GateOwner.BUREAU if is_back else GateOwner.SHADOW
    state = GateState.WAITS if is_back else GateState.OPEN
    return Found(state, owner, f"feasibility.{facts.tested.verdict}", {"day": facts.tested.on})


def _mandate(facts: GateFacts) -> Found:
    owner = GateOwner.BUREAU
    if facts.signed_on is None:
        return Found(GateState.WAITS, owner, "mandate.unsigned")
    if facts.mandate_lacks:
        return Found(GateState.WAITS, owner, "mandate.waits")
    if facts.announced_on is None or facts.announced_on > facts.told_by:
        return Found(GateState.WAITS, owner, "mandate.not_announced", {"day": facts.told_by})
    return Found(GateState.OPEN, owner, "mandate.open", {"day": facts.announced_on})


def _successor(facts: GateFacts) -> Found:
    """A2: what nobody inherits is gone when the manager leaves."""
    if facts.brief_names_successor and Gate.SUCCESSOR not in facts.said:
        return Found(GateState.OPEN, GateOwner.CLIENT, "successor.brief")
    return _answered(facts, Gate.SUCCESSOR, GateOwner.CLIENT)


_FINDERS = {
    Gate.SIGNATURES: _signatures,
    Gate.CONFLICTS: _conflicts,
    Gate.DECLARATION: _declaration,
    Gate.CONDUCT: _conduct,
    Gate.EMPLOYMENT: _employment,
    Gate.REGULATOR: _regulator,
    Gate.WORKS_COUNCIL: _works_council,
    Gate.RELATION: _relation,
    Gate.INSURANCE: _insurance,
    Gate.FEASIBILITY: _feasibility,
    Gate.MANDATE: _mandate,
    Gate.SUCCESSOR: _successor,
}
