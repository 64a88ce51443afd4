"""The same while an assignment runs: hours, and what is wanted as its last day comes near."""

from datetime import timedelta
from functools import partial

from interregnum.stages.contract.actions.say_wish import say_wish
from interregnum.stages.contract.models import EndWish
from interregnum.stages.contract.rules.ending import Wish
from interregnum.stages.deliver.actions.answer_hours import answer_hours
from interregnum.stages.deliver.actions.write_hours import Hours, write_hours
from interregnum.stages.deliver.models import HoursWeek
from tests.house.races import A_WEEK_LATE, Act, Race, only_one, state_of, twice
from tests.life import STARTS_ON, Life
from tests.world import NOW


def _approve(life: Life) -> tuple[Act, Act]:
    """The client and its delegate."""
    delegate = life.cast.actor(life.cast.dirk)
    one, other = (
        partial(answer_hours, week=life.hours, version=1, by=by, at=A_WEEK_LATE) for by in (life.carla, delegate)
    )
    return one, other


def _send(life: Life) -> tuple[Act, Act]:
    hours = Hours(monday=STARTS_ON, minutes={STARTS_ON: 480, STARTS_ON + timedelta(days=1): 450})
    return twice(write_hours, assignment=life.assignment, hours=hours, send=True, by=life.max, at=A_WEEK_LATE)


def _wish(life: Life) -> tuple[Act, Act]:
    return twice(say_wish, contract=life.contract, wish=Wish.STOP, words="", by=life.carla, at=NOW)


RUNNING: dict[str, Race] = {
    "approve hours": Race(
        "reported", _approve, "deliver.hours_changed_meanwhile", ("HoursApproved",), state_of(HoursWeek)
    ),
    "send hours": Race("running", _send, "deliver.hours_sent", ("HoursSent",), state_of(HoursWeek)),
    "say what is wanted at the end": Race("signed", _wish, "contract.wish_said", ("EndWished",), only_one(EndWish)),
}
