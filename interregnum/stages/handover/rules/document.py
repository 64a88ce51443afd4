"""A2: the hand-over document: how it stands after its answers, and the first hundred days after the manager left."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from interregnum.stages.handover.rules.states import PaperState, Signer


def state_after(answers: Mapping[Signer, bool]) -> PaperState:
    """One refusal is enough to send it back; both must accept.

    >>> state_after({Signer.CLIENT: True}), state_after({Signer.CLIENT: True, Signer.SUCCESSOR: False})
    (<PaperState.SENT: 'sent'>, <PaperState.REFUSED: 'refused'>)
    """
    if not all(answers.values()):
        return PaperState.REFUSED
    return PaperState.ACCEPTED if set(answers) == set(Signer) else PaperState.SENT


def silent(answers: Mapping[Signer, bool]) -> frozenset[Signer]:
    """Whose answer is still waited for; after one refusal nobody's, for another version comes.

    >>> silent({Signer.CLIENT: True}), silent({Signer.CLIENT: False})
    (frozenset({<Signer.SUCCESSOR: 'successor'>}), frozenset())
    """
    return frozenset(Signer) - set(answers) if all(answers.values()) else frozenset()


class Moment(StrEnum):
    """What happens on a day of the calendar."""

    LAST_DAY = "last_day"
    TAKES_OVER = "takes_over"
    MEASURE = "measure"
    DECISION = "decision"
    TASK = "task"
    LOOK_BACK = "look_back"
    TOGETHER = "together"


@dataclass(frozen=True, order=True)
class Entry:
    on: date
    moment: Moment
    about: str = ""


def first_days(
    last_day: date, *, days: int, every: int, known: Collection[Entry] = (), owners: Collection[str] = ()
) -> tuple[Entry, ...]:
    """The calendar of the first `days` days: who takes over what, each result measured every so many days, what is
    known already, and a talk at the end. What fell due before stands on the first day.

    >>> [str(one.on) for one in first_days(date(2026, 9, 4), days=100, every=40)]
    ['2026-09-04', '2026-10-14', '2026-11-23', '2026-12-13']
    """
    first, end = last_day + timedelta(days=1), last_day + timedelta(days=days)
    found = [Entry(last_day, Moment.LAST_DAY), Entry(end, Moment.TOGETHER)]
    found += [Entry(first, Moment.TAKES_OVER, one) for one in owners]
    found += [Entry(last_day + timedelta(days=at), Moment.MEASURE) for at in range(every, days, every)]
    found += [Entry(max(one.on, first), one.moment, one.about) for one in known if one.on <= end]
    return tuple(sorted(found))
