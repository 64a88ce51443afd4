"""A2: which ending an assignment may be closed with: only the end of its term stands before the exit gate."""

from datetime import date

from interregnum.kernel.refused import Refused
from interregnum.stages.contract.rules.ending import BY_GUARANTEE, BY_MANAGER
from interregnum.stages.handover.rules.states import Ending


def fault_of_ending(
    ending: Ending, *, on: date, ends_on: date, agreed: date, leaving: str, is_client_there: bool
) -> Refused | None:
    """`ends_on` is the last day as it stands, `agreed` that of the contract as it was signed first; `leaving` why its
    manager left. Before the last day every other ending is possible; once the term is over, only one that was noted
    before: else a word of the bureau would open the exit gate.

    >>> term = {"ends_on": date(2026, 9, 4), "agreed": date(2026, 9, 4), "leaving": "", "is_client_there": True}
    >>> fault_of_ending(Ending.EARLY, on=date(2026, 9, 3), **term) is None
    True
    >>> fault_of_ending(Ending.EARLY, on=date(2026, 9, 6), **term).reasons[0].code
    'handover.term_over'
    """
    if ending is Ending.TERM:
        return Refused.because("handover.term_runs", "ending", day=f"{ends_on:%d-%m-%Y}") if on < ends_on else None
    noted = {
        Ending.EARLY: ends_on < agreed,
        Ending.GUARANTEE: leaving in BY_GUARANTEE,
        Ending.MANAGER_LEFT: leaving in BY_MANAGER,
        Ending.CLIENT_GONE: not is_client_there,
    }
    return None if on < ends_on or noted[ending] else Refused.because("handover.term_over", "ending")
