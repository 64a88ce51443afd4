"""Both sides have signed: the assignment is there, with a first mandate and the phases of its category."""

from datetime import datetime

from django.utils.translation import override

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor, Role
from interregnum.kernel.period import Period
from interregnum.people.models import Account
from interregnum.stages.contract.facts import ContractSigned
from interregnum.stages.contract.queries import ContractFacts, contract_facts
from interregnum.stages.contract.queries.access import contract_of
from interregnum.stages.contract.queries.amendments import results_now
from interregnum.stages.deliver import texts
from interregnum.stages.deliver.actions.carry_on import carry_on
from interregnum.stages.deliver.actions.tell import tell
from interregnum.stages.deliver.facts import AssignmentOpened
from interregnum.stages.deliver.models import Assignment, MandateLine, Phase, Result
from interregnum.stages.deliver.queries.visible import readers_of
from interregnum.stages.deliver.rules.plan_template import plan_template
from interregnum.stages.deliver.rules.states import Domain, Right


@action
def open_assignment(fact: ContractSigned, by: Actor, at: datetime) -> str:
    """Open the assignment of a signed contract; returns its code. Asked again, it is the same one."""
    facts = contract_facts(fact.contract)
    if facts.replaces:
        return carry_on(facts, by=by, at=at)
    row, is_new = Assignment.objects.get_or_create(
        contract=contract_of(fact.contract, seen_by=HOUSE), defaults=_fields(facts)
    )
    if not is_new:
        return str(row.code)
    MandateLine.objects.bulk_create(
        MandateLine(assignment=row, domain=domain, right=Right.PROPOSES) for domain in Domain
    )
    Phase.objects.bulk_create(_phases(row))
    Result.objects.bulk_create(_results(row))
    record(
        AssignmentOpened(
            assignment=row.code,
            contract=facts.contract,
            request=facts.request,
            organisation=facts.organisation,
            manager=facts.manager,
        ),
        by=by,
        at=at,
    )
    for role, address in ((Role.CLIENT, "client:deliver-assignment"), (Role.MANAGER, "manager:deliver-assignment")):
        tell(row, role, template="mail/assignment_opened.txt", address=address)
    return str(row.code)


def asked_of(facts: ContractFacts) -> dict[str, object]:
    """What the version of the brief asks that a contract carries out."""
    operational, adviser, coach, change = facts.role_mix
    return {
        "category": facts.category,
        "assurance": facts.assurance,
        "problem": facts.problem,
        "result_wanted": facts.result_wanted,
        "operational": operational,
        "adviser": adviser,
        "coach": coach,
        "change": change,
    }


def _fields(facts: ContractFacts) -> dict[str, object]:
    contract = contract_of(facts.contract, seen_by=HOUSE)
    return asked_of(facts) | {
        # C-2026-0007 and A-2026-0007 belong together.
        "number": f"A-{facts.number.partition('-')[2]}",
        "organisation": contract.organisation,
        "manager": contract.manager,
        "owner": Account.objects.filter(code=facts.owner).first(),
        "starts_on": facts.starts_on,
        "ends_on": facts.ends_on,
    }


def _phases(row: Assignment) -> list[Phase]:
    """The phases of the template in the language of the manager, who goes on to rewrite them."""
    reader = next(iter(readers_of(row, Role.MANAGER)), None)
    template = plan_template(row.category, term=Period(row.starts_on, row.ends_on))
    with override(reader.language if reader else "nl"):
        return [
            Phase(
                assignment=row,
                position=position,
                title=str(texts.PHASES[phase.code][0]),
                checkpoint=str(texts.PHASES[phase.code][1]),
                ends_on=phase.ends_on,
            )
            for position, phase in enumerate(template.phases)
        ]


def _results(row: Assignment) -> list[Result]:
    """What was contracted and can be measured already; the manager completes the rest in the plan."""
    return [
        Result(
            assignment=row,
            position=position,
            title=one.title,
            unit=one.unit,
            baseline=one.baseline,
            target=one.target,
            due_on=one.due_on,
            contracted=one.title,
        )
        for position, one in enumerate(results_now(row.contract))
        if one.baseline is not None and one.target is not None and one.due_on is not None
        if one.unit.strip() and one.baseline != one.target
    ]
