"""What somebody reads who wants to end a contract by ordinary notice: from which day on, and what is still billed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.money import Money
from interregnum.kernel.refused import Reason, Refused
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries.access import contract_of
from interregnum.stages.contract.queries.amendments import terms_now
from interregnum.stages.contract.queries.authority import authority_for
from interregnum.stages.contract.queries.pages import assignment_of_contract
from interregnum.stages.contract.rules.ending import Notice, earliest_end, fault_of_notice, why_no_notice
from interregnum.stages.contract.rules.states import ContractState
from interregnum.stages.contract.texts import REFUSALS


@dataclass(frozen=True, kw_only=True)
class NoticePage:
    """`refused`: why it cannot be ended so, with what can be done instead; `last_day` is the one that is looked at, and
    `not_then` why another one that was asked for cannot be."""

    code: str
    number: str
    organisation_name: str
    manager_name: str
    days: int
    earliest: date
    last_day: date
    runs_until: date
    days_a_week: int
    client_rate: Money
    refused: str
    assignment: str
    not_then: str


def notice_page(code: str, *, wanted: str = "", seen_by: Actor, on: date) -> NoticePage:
    """Raises Http404 for a contract that is not theirs."""
    row = contract_of(code, seen_by=seen_by)
    notice, terms = notice_of(row), terms_now(row, on=on)
    faults = (why_unsigned(row), why_no_notice(notice, on=on), why_not_theirs(row, by=seen_by))
    reasons = next((fault.reasons for fault in faults if fault is not None), ())
    earliest = earliest_end(notice, on=on)
    not_then = _fault_of(wanted, notice, on=on)
    return NoticePage(
        code=row.code,
        number=row.number,
        organisation_name=row.organisation.name,
        manager_name=row.manager.name,
        days=notice.days,
        earliest=earliest,
        last_day=date.fromisoformat(wanted) if wanted and not_then is None else earliest,
        runs_until=notice.runs_until,
        days_a_week=terms.days_a_week,
        client_rate=terms.client_rate,
        refused=_words(reasons),
        assignment=assignment_of_contract(row),
        not_then=_words(not_then.reasons) if not_then is not None else "",
    )


def why_unsigned(row: Contract) -> Refused | None:
    is_signed = row.state == ContractState.SIGNED and row.amends_id is None and row.runs_until is not None
    return None if is_signed else Refused.because("contract.notice_unsigned")


def why_not_theirs(row: Contract, *, by: Actor) -> Refused | None:
    """Of a client whoever may sign for it ends a contract, as recorded."""
    found = authority_for(row.organisation, by=by) if by.role is Role.CLIENT else None
    return found if isinstance(found, Refused) else None


def notice_of(row: Contract) -> Notice:
    # A later stage keeps what is open under the guarantee, hence by relation.
    here = Contract.objects.filter(pk=row.pk)
    claimed = Q(complaints__isnull=False, complaints__closed_at=None)
    by_assignment = Q(assignment__complaints__isnull=False, assignment__complaints__closed_at=None)
    return Notice(
        starts_on=row.starts_on,
        runs_until=row.runs_until or row.ends_on,
        days=row.notice_days,
        is_left=row.left_at is not None,
        is_claimed=here.filter(claimed | by_assignment).exists(),
    )


def _fault_of(wanted: str, notice: Notice, *, on: date) -> Refused | None:
    """Why the day that is asked for is not the last one; none is asked for at first."""
    try:
        return fault_of_notice(notice, date.fromisoformat(wanted), on=on) if wanted else None
    except ValueError:
        return Refused.because("contract.no_day")


def _words(reasons: Iterable[Reason]) -> str:
    return " ".join(str(REFUSALS[one.code]) % dict(one.facts) for one in reasons)
