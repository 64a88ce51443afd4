"""Which contracts somebody may know of."""

from datetime import date

from django.db.models import Q, QuerySet
from django.http import Http404

from interregnum.kernel.actor import ALL_OF_THE_FIRM, Actor, Role
from interregnum.people.queries import profile_at
from interregnum.stages.contract.models import Agreement, Contract
from interregnum.stages.contract.rules.ending import works_still
from interregnum.stages.contract.rules.states import ContractState, Side
from interregnum.stages.contract.rules.turns import whose_turn

SIDE_OF = {Role.CLIENT: Side.CLIENT, Role.MANAGER: Side.MANAGER}


def visible_to(actor: Actor) -> QuerySet[Contract]:
    """The firm all, an account manager own and ownerless ones, a client and a manager their own."""
    contracts = Contract.objects.select_related(
        "organisation", "manager", "brief__request", "candidacy__proposal", "amends"
    )
    contracts = contracts.defer(*profile_at("manager"))
    match actor.role:
        case role if role in ALL_OF_THE_FIRM:
            return contracts
        case Role.ACCOUNT_MANAGER:
            return contracts.filter(Q(brief__request__owner=None) | Q(brief__request__owner__code=actor.code))
        case Role.CLIENT:
            return contracts.filter(organisation__code=actor.organisation)
        case Role.MANAGER:
            return contracts.filter(manager__code=actor.manager)
        case _:
            return contracts.none()


def contract_of(code: str, *, seen_by: Actor) -> Contract:
    """Raises Http404 for a contract that is not there, or not theirs."""
    contract = visible_to(seen_by).filter(code=code).first()
    if contract is None:
        raise Http404
    return contract


def contract_of_candidacy(candidacy: str) -> Contract | None:
    """What was drawn for whoever was chosen; told to nobody by itself."""
    return Contract.objects.filter(candidacy__code=candidacy).first()


def goes_on(contract: Contract) -> bool:
    """Signed by both, and its manager has not left; an amendment is no contract of its own."""
    return contract.state == ContractState.SIGNED and contract.amends_id is None and contract.left_at is None


def is_at_work(contract: Contract, *, on: date) -> bool:
    """Whether there is work to be away from: also for who leaves, until that day has come."""
    if contract.state != ContractState.SIGNED or contract.amends_id is not None or contract.runs_until is None:
        return False
    return works_still(contract.left_at, contract.runs_until, on=on)


def agreement_of(contract: Contract, side: Side) -> Agreement:
    return contract.agreements.select_related("document", "sealed", "signed_by").get(side=side)


def next_to_sign(contract: Contract) -> Agreement | None:
    """The agreement whose turn it is; None when both sides have signed."""
    rows = {row.side: row for row in contract.agreements.all()}
    turn = whose_turn(contract.signs_first, signed=[side for side, row in rows.items() if row.signed_at])
    return rows[turn] if turn else None


def contracts_table(*, seen_by: Actor) -> QuerySet[Contract]:
    """Rows of the list of contracts, for the web's table."""
    return visible_to(seen_by).prefetch_related("agreements")


def late_contracts(on: date) -> QuerySet[Contract]:
    """What waits for signatures and was not signed in time; of before its last day to sign was kept nothing is late."""
    begun = Q(lapses_on__isnull=False, amends=None, starts_on__lt=on)
    return Contract.objects.filter(Q(lapses_on__lte=on) | begun, state=ContractState.DRAWN)


def unsigned(*, seen_by: Actor, on: date) -> QuerySet[Agreement]:
    """Agreements that this person can sign now: their own side's, whose turn it is, with the document ready."""
    agreements = Agreement.objects.select_related("contract__organisation", "contract__manager")
    return agreements.defer(*profile_at("contract__manager")).filter(
        contract__in=visible_to(seen_by).filter(state=ContractState.DRAWN).exclude(pk__in=late_contracts(on)),
        side=SIDE_OF.get(seen_by.role, ""),
        asked_at__isnull=False,
        document__isnull=False,
        signed_at=None,
    )
