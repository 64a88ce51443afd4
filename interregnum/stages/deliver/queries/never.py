"""An assignment whose manager left before its first day: closed, not worked for a day, and proof of nothing."""

from django.db.models import F, Q

from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.rules.states import AssignmentState

# Who succeeds somebody and leaves before the own first day, leaves an assignment that did begin.
NEVER = Q(state=AssignmentState.CLOSED, contract__replaces=None, contract__runs_until__lt=F("contract__starts_on"))


def never_began(row: Assignment) -> bool:
    """The same of a row. Its contract is read of hardly any: one that never began has a single day."""
    if row.state != AssignmentState.CLOSED or row.ends_on > row.starts_on:
        return False
    contract = row.contract
    return contract.replaces_id is None and (contract.runs_until or contract.ends_on) < contract.starts_on
