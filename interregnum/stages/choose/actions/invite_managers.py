"""The bureau picks one to three from the shortlist and asks each whether they may be named to this client."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.money import Money
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Reason, Refused
from interregnum.outside.calendar import dutch_holidays
from interregnum.parameters.values import value
from interregnum.people.accounts import invite
from interregnum.people.deaths import hold_living
from interregnum.people.models import Account, Manager
from interregnum.stages.choose.actions.set_aside import note_passed_over, passing_of
from interregnum.stages.choose.facts import ManagersInvited
from interregnum.stages.choose.letters import write_to_manager
from interregnum.stages.choose.models import Candidacy, Proposal, Shortlist
from interregnum.stages.choose.queries.rows import shortlist_row
from interregnum.stages.choose.rules.first_day import fault_of_day
from interregnum.web.templatetags.web import day, euro


@dataclass(frozen=True, kw_only=True)
class Invitee:
    """A manager to propose: why, for which client rate (euros a day excl. VAT), and from which day."""

    manager: str
    rationale: str
    client_rate: Money
    starts_on: date


@action
def invite_managers(
    *, shortlist: str, chosen: tuple[Invitee, ...], by: Actor, at: datetime, why: str = "", words: str = ""
) -> str | Refused:
    """Make a proposal and ask each manager for consent; returns the proposal's code.

    Whoever passes over somebody higher on the list says why.
    """
    kept = shortlist_row(shortlist, seen_by=by)
    managers = {row.manager.code: row.manager for row in kept.listed.select_related("manager")}
    most = value("choose.most_proposed", on=local_day(at))
    reasons = (*_against(chosen, managers, most=most, ceiling=kept.brief.rate_ceiling), *_no_first_days(chosen, at))
    if reasons:
        return Refused(reasons)
    if (died := hold_living([each.manager for each in chosen])) is not None:
        return died
    passing = passing_of(kept, [each.manager for each in chosen], why, words)
    if isinstance(passing, Refused):
        return passing
    proposal = open_proposal(kept, departs=passing.departs, by=by, at=at)
    if proposal is None:
        return Refused.because("choose.live_proposal")
    note_passed_over(kept, passing, words, by=by, at=at)
    for each in chosen:
        ask(proposal, managers[each.manager], each, by=by, at=at)
    fact = ManagersInvited(
        proposal=proposal.code,
        brief=kept.brief.code,
        request=kept.brief.request.code,
        managers=len(chosen),
        departs=passing.departs,
        why=str(passing.why or ""),
    )
    record(fact, by=by, at=at)
    return str(proposal.code)


def _against(
    chosen: tuple[Invitee, ...], managers: Mapping[str, Manager], *, most: int, ceiling: Money | None
) -> Iterator[Reason]:
    if not chosen:
        yield Reason("choose.nobody_picked")
    if len(chosen) > most:
        yield Reason("choose.too_many_picked", facts={"most": most})
    for each in chosen:
        if each.manager in managers:
            yield from _against_one(each, managers[each.manager], ceiling)
        else:
            yield Reason("choose.not_on_shortlist")


def _against_one(each: Invitee, manager: Manager, ceiling: Money | None) -> Iterator[Reason]:
    """The field of each reason bears the manager's code, as on the form with several managers."""
    if not each.rationale.strip():
        yield Reason("choose.rationale_missing", f"rationale_{each.manager}")
    if each.client_rate < manager.day_rate:
        yield Reason("choose.rate_below_cost", f"rate_{each.manager}", {"rate": euro(manager.day_rate)})
    if ceiling is not None and each.client_rate > ceiling:
        yield Reason("choose.rate_above_ceiling", f"rate_{each.manager}", {"ceiling": euro(ceiling)})
    if each.starts_on < manager.available_on:
        yield Reason("choose.starts_before_free", f"starts_{each.manager}", {"day": day(manager.available_on)})


def _no_first_days(chosen: tuple[Invitee, ...], at: datetime) -> Iterator[Reason]:
    for each in chosen:
        closed = dutch_holidays(each.starts_on.year)
        if fault := fault_of_day(each.starts_on, on=local_day(at), closed=closed):
            yield Reason(f"choose.starts_{fault}", f"starts_{each.manager}")


def open_proposal(kept: Shortlist, *, departs: bool, by: Actor, at: datetime) -> Proposal | None:
    """The database allows one live proposal for a brief: of two people at once, one is first."""
    try:
        with transaction.atomic():
            return Proposal.objects.create(
                brief=kept.brief,
                invited_at=at,
                shortlist=kept,
                invited_by=Account.objects.get(code=by.code),
                departs=departs,
            )
    except IntegrityError:
        return None


def ask(proposal: Proposal, manager: Manager, each: Invitee, *, by: Actor, at: datetime) -> None:
    candidacy = Candidacy.objects.create(
        proposal=proposal,
        manager=manager,
        rationale=each.rationale.strip(),
        client_rate=each.client_rate,
        manager_rate=manager.day_rate,
        starts_on=each.starts_on,
    )
    invite(email=manager.email, name=manager.name, role=Role.MANAGER, manager=manager.code, by=by, at=at)
    write_to_manager(candidacy, "mail/choose_invitation.txt")
