"""A person departs from the order of a list, and says why: by taking somebody out or back in, or by picking lower."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.people.models import Manager
from interregnum.stages.choose.facts import ManagerSetAside
from interregnum.stages.choose.models import Departure, Proposal, Shortlist
from interregnum.stages.choose.queries.departures import aside_of, deed_of
from interregnum.stages.choose.queries.rows import shortlist_row
from interregnum.stages.choose.rules.override import check_why, passed_over
from interregnum.stages.choose.rules.states import CandidacyState, Deed, Why


@action
def set_aside(
    *, shortlist: str, manager: str, back: bool, why: str, words: str, by: Actor, at: datetime
) -> Refused | None:
    """Take a manager out of a list by hand, or put him or her `back`; the list itself stays as it was drawn."""
    row = shortlist_row(shortlist, seen_by=by)
    # Of two people at once the second waits here, and then sees what the first did.
    Shortlist.objects.select_for_update().get(pk=row.pk)
    listed = row.listed.filter(manager__code=manager).select_related("manager").first()
    if listed is None:
        return Refused.because("choose.not_on_shortlist")
    if (deed_of(row, manager) == Deed.SET_ASIDE) != back:
        return Refused.because("choose.aside_already")
    reason = check_why(why, words)
    if isinstance(reason, Refused):
        return reason
    _note(row, [listed.manager], Deed.PUT_BACK if back else Deed.SET_ASIDE, reason, words, by=by, at=at)
    brief = row.brief
    fact = ManagerSetAside(
        shortlist=row.code, brief=brief.code, request=brief.request.code, manager=manager, back=back, why=reason
    )
    record(fact, by=by, at=at)
    return None


@dataclass(frozen=True)
class Passing:
    """`departs`: others than the first of the list are picked; `over` are those whom nobody set aside before."""

    departs: bool
    over: tuple[Manager, ...] = ()
    why: Why | None = None


def passing_of(row: Shortlist, picked: Sequence[str], why: str, words: str) -> Passing | Refused:
    """Whom a choice passes over, and why; nothing is written yet."""
    people = {each.manager.code: each.manager for each in row.listed.select_related("manager")}
    over, aside = passed_over(list(people), picked), aside_of(row)
    if aside & set(picked):
        return Refused.because("choose.is_aside")
    unexplained = tuple(people[code] for code in over if code not in aside)
    if not unexplained:
        return Passing(bool(over))
    reason = check_why(why, words)
    return reason if isinstance(reason, Refused) else Passing(True, unexplained, reason)


def note_passed_over(row: Shortlist, passing: Passing, words: str, *, by: Actor, at: datetime) -> None:
    if passing.why is not None:
        _note(row, passing.over, Deed.PASSED_OVER, passing.why, words, by=by, at=at)


def note_not_chosen(proposal: Proposal, chosen: str, *, by: Actor, at: datetime) -> None:
    """The client, who sees no order, chose somebody lower on the list than others who were presented."""
    if proposal.shortlist is None:
        return
    presented = proposal.candidacies.exclude(state__in=[CandidacyState.INVITED, CandidacyState.REFUSED])
    listed = proposal.shortlist.listed.filter(manager__in=presented.values("manager")).select_related("manager")
    people = {each.manager.code: each.manager for each in listed}
    over = [people[code] for code in passed_over(list(people), [chosen])]
    _note(proposal.shortlist, over, Deed.NOT_CHOSEN, Why.CLIENT_CHOSE, "", by=by, at=at)


def _note(
    row: Shortlist, managers: Sequence[Manager], deed: Deed, why: Why, words: str, *, by: Actor, at: datetime
) -> None:
    Departure.objects.bulk_create(
        Departure(shortlist=row, manager=manager, deed=deed, why=why, words=words.strip()[:2000], by=by.code, at=at)
        for manager in managers
    )
