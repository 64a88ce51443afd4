"""The same on a record: a manager in two windows, and two of the bureau."""

import pytest

from interregnum.stages.learn.actions import say
from interregnum.stages.learn.actions.say import contest, decide_contest
from interregnum.stages.learn.models import RecordLine
from tests.house.forms_of_learning import contested_of, line_of
from tests.house.races import LATER, Act, Race, both, state_of, twice
from tests.life import Life


def _contest(life: Life) -> tuple[Act, Act]:
    return twice(contest, line=line_of(life), words="Dit deed ik niet.", by=life.max, at=LATER)


def _decide(life: Life) -> tuple[Act, Act]:
    return both(life, decide_contest, line=contested_of(life), is_struck=True, why="Klopt.")


def _uncontested(patch: pytest.MonkeyPatch) -> None:
    """Neither what was read nor the filter of the change asks whether somebody contested it already."""
    patch.setattr(say, "may_contest", lambda row: True)
    state_of(RecordLine)(patch)


OF_LEARNING: dict[str, Race] = {
    "contest a line of a record": Race(
        "reported",
        _contest,
        "learn.contested",
        ("RecordLineContested",),
        _uncontested,
    ),
    "decide about a contested line": Race(
        "reported",
        _decide,
        "learn.decided",
        ("RecordContestDecided",),
        state_of(RecordLine),
    ),
}
