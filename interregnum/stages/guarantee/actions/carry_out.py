"""H1 H2 H3: what the client chose is carried out at once, as the clause was signed."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from time import perf_counter

from interregnum.journal.record import RefusedError, record
from interregnum.kernel.actor import HOUSE, Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.outside.calendar import dutch_holidays
from interregnum.stages.choose.actions.release_choice import end_choice, keep_choice
from interregnum.stages.choose.actions.succeed import (
    Sought,
    make_room,
    present_agreed,
    seek_successors,
    stop_seeking,
)
from interregnum.stages.choose.queries.blind import managers_passed
from interregnum.stages.choose.queries.rows import proposal_row
from interregnum.stages.contract.actions.honour_guarantee import honour_guarantee
from interregnum.stages.contract.queries.amendments import terms_now
from interregnum.stages.contract.queries.replaced import agreed_end
from interregnum.stages.contract.rules.clauses import Waived, has_clause
from interregnum.stages.contract.rules.ending import Leaving
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.ensure.queries.appointments import shadow_profiles
from interregnum.stages.guarantee.facts import ReplacementSought, SuccessorNamed
from interregnum.stages.guarantee.letters import tell_client, tell_manager
from interregnum.stages.guarantee.models import Complaint, StandBy
from interregnum.stages.guarantee.queries.rows import grants_of, terms_of
from interregnum.stages.guarantee.rules.clock import working_day_after
from interregnum.stages.guarantee.rules.days import Owed, owed_after
from interregnum.stages.guarantee.rules.entitlement import check_last_day, first_end
from interregnum.stages.guarantee.rules.states import CaseState

LEAVING = {CaseState.REPLACING: Leaving.REPLACED, CaseState.ENDED: Leaving.ENDED}


def carry_out(row: Complaint, state: CaseState, last_day: date | None, *, by: Actor, at: datetime) -> Refused | None:
    """Part of an action that has put the case in this state. The contract ends, and successors are looked for."""
    on, until, agreed = local_day(at), row.contract.runs_until or row.contract.ends_on, _agreed(row)
    first = first_end(
        on=on,
        runs_until=until,
        agreed_until=agreed,
        notice_days=row.contract.notice_days,
        keeps_notice=state == CaseState.ENDED and Waived.NOTICE not in grants_of(row).waives,
    )
    # Who chose to replace first and ends now, may say another day; a day that has passed stays.
    latest = max(until, first)
    day = last_day or max(row.last_day or first, first)
    if last_day and (refused := check_last_day(day, on=on, first=first, runs_until=max(latest, on))) is not None:
        return refused
    day = min(day, latest)
    if not honour_guarantee(contract=row.contract.code, leaving=LEAVING[state], last_day=day, by=by, at=at):
        return Refused.because("guarantee.not_now")
    owed = _owed(row, day, agreed)
    Complaint.objects.filter(pk=row.pk).update(last_day=day, owed_days=owed.days, owed=owed.amount)
    row.refresh_from_db()
    if state == CaseState.REPLACING:
        seek(row, None, by=by, at=at)
    else:
        seek_no_more(row, by=by, at=at)
    if state == CaseState.ENDED:
        keep_choice(row.contract.candidacy.proposal.code)
        tell_client(row, "mail/guarantee_ended.txt")
    tell_manager(row, "mail/guarantee_leaves.txt")
    return None


def _is_cut(row: Complaint) -> bool:
    """The client chose to replace before, and that alone cut the contract short: nobody had left earlier."""
    chosen_at, left_at = row.first_chosen_at, row.contract.left_at
    return row.contract.leaving == Leaving.REPLACED and bool(chosen_at and left_at and left_at >= chosen_at)


def _agreed(row: Complaint) -> date:
    """The last day of the contract as it was before the client chose anything."""
    return agreed_end(row.contract) if _is_cut(row) else row.contract.runs_until or row.contract.ends_on


def _owed(row: Complaint, day: date, until: date) -> Owed:
    """What the manager's agreement asks for days to come, where it does not mirror the guarantee. Of who had left
    already, and was replaced first, the contract was cut short then."""
    return owed_after(
        day,
        notice_days=row.contract.notice_days,
        runs_until=until,
        days_a_week=row.contract.days_a_week,
        rate=terms_now(row.contract, on=day).manager_rate,
        is_mirrored=has_clause(row.contract.clauses, Side.MANAGER, "guarantee"),
        closed=dutch_holidays(day.year),
        before=0 if _is_cut(row) else row.owed_days,
    )


def seek(row: Complaint, starts_on: date | None, *, by: Actor, at: datetime) -> None:
    """H1: draw from the same approved brief, without the manager, and ask at once; the list stands when this returns.

    Whoever stands by for this client is named in the same moment.
    """
    # Before others give way: who agreed to the bureau may be asked by the guarantee.
    passed = managers_passed(row.contract.brief.code, since=row.complained_at)
    if not make_room(row.contract.brief.code, by=by, at=at):
        raise RefusedError(Refused.because("guarantee.chosen_already"))
    begun, on, until = perf_counter(), local_day(at), agreed_end(row.contract)
    days = terms_of(row).start_working_days
    first = starts_on or working_day_after(on, days=days, closed=dutch_holidays(on.year))
    now = terms_now(row.contract)
    sought = Sought(
        brief=row.contract.brief.code,
        version=now.brief_version,
        client_rate=now.client_rate,
        days_a_week=now.days_a_week,
        starts_on=min(first, until),
        until=until,
        profiles=grants_of(row).profiles,
        without={row.manager.code, *passed, *shadow_profiles(row.assignment.code)},
        standing_by=_standing_by(row, on),
    )
    code = seek_successors(sought=sought, by=by, at=at)
    if code is None:
        raise RefusedError(Refused.because("guarantee.chosen_already"))
    row.proposal = proposal_row(code, seen_by=HOUSE) if code else None
    row.starts_on, row.picked_at = first, None
    row.listed_at = at + timedelta(seconds=perf_counter() - begun)
    row.save(update_fields=["proposal", "starts_on", "picked_at", "listed_at"])
    named = present_agreed(proposal=code, by=by, at=at) if code else 0
    asked = row.proposal.candidacies.count() if row.proposal else 0
    record(ReplacementSought(**about(row), asked=asked, named=named), by=by, at=at)
    for _each in range(named):
        record(SuccessorNamed(**about(row)), by=by, at=at)


def seek_no_more(row: Complaint, *, by: Actor, at: datetime) -> None:
    """Nobody of those asked comes any more, nor the one who was picked, when no contract came of it."""
    if row.proposal is not None:
        stop_seeking(proposal=row.proposal.code, by=by, at=at)
        end_choice(row.proposal.code, by=by, at=at)


def _standing_by(row: Complaint, on: date) -> Collection[str]:
    rows = StandBy.objects.filter(organisation=row.assignment.organisation, until__gte=on)
    return set(rows.exclude(manager=row.manager).values_list("manager__code", flat=True))


def about(row: Complaint) -> dict[str, str]:
    """What each fact of a guarantee says."""
    return {"assignment": row.assignment.code, "complaint": row.code, "contract": row.contract.code}
