"""H1 H2: the closed lists of a guarantee: how it stands, what the client chooses, and what must be known afterwards."""

from enum import StrEnum

from interregnum.kernel.refused import Refused


class CaseState(StrEnum):
    """OPEN waits for the client's choice; TALKING and IMPROVING are choices that leave the other ones open."""

    OPEN = "open"
    TALKING = "talking"
    IMPROVING = "improving"
    REPLACING = "replacing"
    REPLACED = "replaced"
    ENDED = "ended"
    # The client is content again.
    SETTLED = "settled"
    # The bureau closed it: nobody is left to choose.
    DROPPED = "dropped"


class Choice(StrEnum):
    """What the client chooses: at once, or when it is ready to. UNSURE takes the days that the clause gives."""

    REPLACE = "replace"
    END = "end"
    TALK = "talk"
    IMPROVE = "improve"
    UNSURE = "unsure"


class Dropped(StrEnum):
    """Why the bureau closes a guarantee without a choice of the client."""

    BANKRUPT = "bankrupt"
    MISTAKE = "mistake"
    OTHER = "other"


RUNNING = (CaseState.OPEN, CaseState.TALKING, CaseState.IMPROVING, CaseState.REPLACING)
# In these the client has not chosen between going on, replacing and ending.
UNDECIDED = (CaseState.OPEN, CaseState.TALKING, CaseState.IMPROVING)
# What the clause as signed was carried out for: the cause must be written down.
CARRIED_OUT = (CaseState.REPLACING, CaseState.REPLACED, CaseState.ENDED)
# In these the assignment goes on, or is to go on, with another manager.
REPLACEMENT = (CaseState.REPLACING, CaseState.REPLACED)
STATE_OF = {
    Choice.UNSURE: CaseState.OPEN,
    Choice.TALK: CaseState.TALKING,
    Choice.IMPROVE: CaseState.IMPROVING,
    Choice.REPLACE: CaseState.REPLACING,
    Choice.END: CaseState.ENDED,
}


def choices_in(state: CaseState, *, has_days: bool = True, has_died: bool = False) -> tuple[Choice, ...]:
    """H1 H2: what may be chosen next. Improvement is never a duty, and replacing may still become ending. When no day
    is left that anybody could work, only ending is; of a manager who died nobody asks to improve.

    >>> choices_in(CaseState.REPLACING)
    (<Choice.END: 'end'>,)
    """
    if state == CaseState.REPLACING:
        return (Choice.END,)
    if state not in UNDECIDED:
        return ()
    if not has_days:
        return (Choice.END,)
    here = {CaseState.OPEN: Choice.UNSURE, CaseState.TALKING: Choice.TALK, CaseState.IMPROVING: Choice.IMPROVE}[state]
    never = {here, Choice.UNSURE} | ({Choice.IMPROVE} if has_died else set())
    return tuple(choice for choice in Choice if choice not in never)


def fault_of_choice(
    choice: Choice, state: CaseState, *, has_days: bool, has_died: bool, is_picked: bool
) -> Refused | None:
    """H1 H2: why this cannot be chosen now; None when it can."""
    if choice not in choices_in(state):
        return Refused.because("guarantee.not_now")
    if choice not in choices_in(state, has_days=has_days):
        return Refused.because("guarantee.no_days_left", "choice")
    if choice not in choices_in(state, has_days=has_days, has_died=has_died):
        return Refused.because("guarantee.died_choose", "choice")
    return Refused.because("guarantee.picked") if is_picked else None
