"""As the last day comes near each side says what it wants; what the bureau says is what happens."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.contract.actions.ask_to_sign import say_over
from interregnum.stages.contract.facts import EndRecorded, EndWished
from interregnum.stages.contract.models import EndWish
from interregnum.stages.contract.queries import contract_of
from interregnum.stages.contract.queries.access import goes_on
from interregnum.stages.contract.queries.ending import asked_of
from interregnum.stages.contract.rules.ending import Asked, Wish


@action
def say_wish(*, contract: str, wish: Wish, words: str, by: Actor, at: datetime) -> Refused | None:
    """Said once for each last day. The bureau's word for an end is told to both sides."""
    row, asked = contract_of(contract, seen_by=by), asked_of(by)
    if row.left_at:
        return Refused.because("contract.wish_left")
    if not goes_on(row) or row.runs_until is None:
        return Refused.because("contract.wish_unsigned")
    if row.runs_until < local_day(at):
        return Refused.because("contract.wish_over")
    values = {"wish": wish, "words": words.strip(), "said_by": Account.objects.get(code=by.code), "said_at": at}
    _wish, is_new = EndWish.objects.get_or_create(contract=row, runs_until=row.runs_until, asked=asked, defaults=values)
    if not is_new:
        return Refused.because("contract.wish_said")
    about = {"contract": row.code, "request": row.brief.request.code}
    record(EndWished(asked=asked, wish=wish, **about), by=by, at=at)
    if asked == Asked.BUREAU and wish != Wish.EXTEND:
        record(EndRecorded(ends_on=row.runs_until.isoformat(), **about), by=by, at=at)
        say_over(contract, "mail/contract_ends.txt")
    return None
