"""The same when a manager leaves: two windows tick one point of what is given back."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from importlib import import_module

import pytest

from interregnum.stages.contract.actions.give_notice import give_notice
from interregnum.stages.contract.models import Contract
from interregnum.stages.handover.actions.give_back import say_given
from interregnum.stages.handover.models import GivenBack
from interregnum.stages.handover.rules.giving_back import Back
from tests.house.forms_of_handover import back_of
from tests.house.races import LATER, Act, Race, only_one, state_of, twice
from tests.life import STARTS_ON, Life


def _tick(life: Life) -> tuple[Act, Act]:
    return twice(say_given, giving_back=back_of(life), what=Back.COPIES, by=life.max, at=LATER)


def _notice(life: Life) -> tuple[Act, Act]:
    """Client and firm."""
    told = {"contract": life.contract, "last_day": STARTS_ON + timedelta(days=90), "at": LATER}
    return partial(give_notice, by=life.carla, **told), partial(give_notice, by=life.anton, **told)


def _as_if_it_ran(patch: pytest.MonkeyPatch) -> None:
    """Neither the filter asks for the old state, nor does whoever comes second read that notice was given."""
    state_of(Contract)(patch)
    module = import_module("interregnum.stages.contract.actions.give_notice")
    notice_of = module.notice_of
    patch.setattr(module, "notice_of", lambda row: replace(notice_of(row), is_left=False))


OF_LEAVING: dict[str, Race] = {
    "tick what is given back": Race("reported", _tick, "handover.given_already", ("BackGiven",), only_one(GivenBack)),
    "give ordinary notice": Race("reported", _notice, "contract.notice_left", ("NoticeGiven",), _as_if_it_ran),
}
