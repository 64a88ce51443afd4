"""The same when a manager leaves: two windows tick one point of what is given back."""

from interregnum.stages.handover.actions.give_back import say_given
from interregnum.stages.handover.models import GivenBack
from interregnum.stages.handover.rules.giving_back import Back
from tests.house.forms_of_handover import back_of
from tests.house.races import LATER, Act, Race, only_one, twice
from tests.life import Life


def _tick(life: Life) -> tuple[Act, Act]:
    return twice(say_given, giving_back=back_of(life), what=Back.COPIES, by=life.max, at=LATER)


OF_LEAVING: dict[str, Race] = {
    "tick what is given back": Race("reported", _tick, "handover.given_already", ("BackGiven",), only_one(GivenBack)),
}
