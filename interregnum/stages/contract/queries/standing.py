"""Who is waiting for whom: how a contract stands on its way to two signatures, in words for everybody."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from interregnum.kernel.period import local_day
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries.access import is_at_work
from interregnum.stages.contract.queries.facts import ContractFacts
from interregnum.stages.contract.rules.ending import Leaving
from interregnum.stages.contract.rules.states import OVER, ContractState, Side
from interregnum.stages.contract.rules.turns import in_order, last_day_to_sign
from interregnum.stages.contract.texts import AMENDS_LEFT
from interregnum.web.pieces import Definition
from interregnum.web.templatetags.web import day


@dataclass(frozen=True, kw_only=True)
class Standing:
    """`turn`: for which side it waits, None for nobody; `words` says so. `end_reason`: why it was taken back.
    `works_still`: the last day of its manager has not come."""

    turn: Side | None
    words: str
    is_over: bool
    ended_at: datetime | None
    end_reason: str
    lapses_on: date | None
    works_still: bool


def standing_of(contract: Contract, facts: ContractFacts, *, turn: Side | None, on: date) -> Standing:
    is_open = contract.state == ContractState.DRAWN
    return Standing(
        turn=turn if is_open else None,
        words=_words(contract, facts, turn) if turn and is_open else "",
        is_over=contract.state in OVER,
        ended_at=contract.ended_at,
        end_reason=contract.end_reason or _left_behind(contract),
        lapses_on=contract.lapses_on if is_open else None,
        works_still=is_at_work(contract, on=on),
    )


def _left_behind(contract: Contract) -> str:
    """An amendment that was taken back without a word of the bureau had nothing left to change."""
    return str(AMENDS_LEFT) if contract.amends and contract.state == ContractState.WITHDRAWN else ""


def _words(contract: Contract, facts: ContractFacts, turn: Side) -> str:
    names = {Side.CLIENT: facts.organisation_name, Side.MANAGER: facts.manager_name}
    first, second = in_order(contract.signs_first)
    words = _("%(first)s signs first, then %(second)s. The contract waits for %(who)s.")
    said = words % {"first": names[first], "second": names[second], "who": names[turn]}
    last = last_day_to_sign(contract.lapses_on)
    return f"{said} {until(last)}" if last else said


def until(last: date) -> str:
    """The last day to sign anything, in the words of every page."""
    return _("It can be signed until %(day)s. After that day it lapses.") % {"day": day(last, "long")}


def early_end(contract: Contract) -> list[Definition]:
    """What both sides read of an early end: who gave ordinary notice and when, and who agreed to a sooner day."""
    found = []
    if contract.notice_until and contract.left_at:
        who = {Leaving.BY_CLIENT: _("by the client"), Leaving.BY_FIRM: _("by the bureau")}.get(contract.leaving)
        # What ended it before that day stands in the place of who gave notice.
        last = "" if who else _("with %(day)s as the last day") % {"day": day(contract.notice_until)}
        said = filter(None, (who, day(local_day(contract.left_at)), last))
        found.append(Definition(_("Ordinary notice given"), ", ".join(said)))
    if contract.decided_by:
        found.append(Definition(_("The client agreed to an earlier day"), contract.decided_by))
    return found
