"""Random histories of a record: lines come, change, go, are contested and decided about, in any order."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

from interregnum.journal.record import action
from interregnum.kernel.actor import HOUSE, Actor, Role
from interregnum.people.models import Manager
from interregnum.stages.learn.actions.keep_record import remake
from interregnum.stages.learn.actions.note_lines import keep_lines
from interregnum.stages.learn.actions.say import contest, decide_contest
from interregnum.stages.learn.models import RecordLine
from interregnum.stages.learn.rules.lines import SHARES, Kind, Line

STEPS = 6


def live(seed: int, manager: Manager, assignments: list[int], *, bureau: Actor, at: datetime) -> None:
    """A few steps of chance in the record of one manager."""
    chance = Random(seed)
    own = Actor(role=Role.MANAGER, code="own", manager=manager.code)
    for step in range(STEPS):
        now = at + timedelta(days=step)
        _note(chance, manager, chance.choice(assignments), now)
        lines = list(RecordLine.objects.filter(manager=manager))
        if lines and chance.random() < 0.6:
            line = chance.choice(lines).code
            contest(line=line, words="Dit klopt niet.", by=own, at=now)
            if chance.random() < 0.7:
                is_struck = chance.random() < 0.5
                decide_contest(line=line, is_struck=is_struck, why="Nagezien.", by=bureau, at=now)


@action
def _note(chance: Random, manager: Manager, assignment: int, at: datetime) -> None:
    kinds = chance.sample(list(Kind), chance.randrange(len(Kind)))
    lines = [_line(chance, kind, at) for kind in kinds]
    told: dict[str, Any] = {"shown_on": at.date(), "by": HOUSE, "at": at}
    if keep_lines(manager, assignment, lines, **told):
        remake([manager.pk], at=at)


def _line(chance: Random, kind: Kind, at: datetime) -> Line:
    return Line(kind, chance.randrange(0, 6), at.date(), 5 if kind in SHARES else 0)
