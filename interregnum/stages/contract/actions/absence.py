"""A manager who cannot work for long: noted without a reason, and then the client waits, or has another looked for."""

from datetime import date, datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor
from interregnum.kernel.fact import Fact
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.post import write_to_bureau
from interregnum.people.site import link_to
from interregnum.stages.ask.queries import request_facts
from interregnum.stages.contract.actions.ask_to_sign import say_to
from interregnum.stages.contract.actions.leave import leave
from interregnum.stages.contract.facts import AbsenceAwaited, AbsenceNoted, AbsenceOver
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries import contract_of
from interregnum.stages.contract.queries.absence import AbsenceLine, is_long_of, long_absences
from interregnum.stages.contract.queries.access import goes_on, is_at_work
from interregnum.stages.contract.rules.absence import Choice, fault_of_absence
from interregnum.stages.contract.rules.ending import Leaving
from interregnum.stages.contract.rules.states import Side


@action
def note_absence(*, contract: str, since: date, by: Actor, at: datetime) -> Refused | None:
    """By the manager in person or the bureau: the first day on which no work could be done. Nothing of why."""
    row, on = contract_of(contract, seen_by=by), local_day(at)
    if not is_at_work(row, on=on) or row.runs_until is None:
        return Refused.because("contract.absent_ended")
    fault = fault_of_absence(since, starts_on=row.starts_on, runs_until=row.runs_until, on=on)
    if fault is not None:
        return fault
    # The filter carries the old state: of two who say so at once one is first.
    here = Contract.objects.filter(pk=row.pk, absent_since=None, left_at=row.left_at, runs_until=row.runs_until)
    if not here.update(absent_since=since):
        return Refused.because("contract.absent_already")
    record(_fact(AbsenceNoted, row), by=by, at=at)
    return None


@action
def note_return(*, contract: str, by: Actor, at: datetime) -> Refused | None:
    """The manager works again: the days of it are kept no longer."""
    row = contract_of(contract, seen_by=by)
    away = Contract.objects.filter(pk=row.pk, absent_since__isnull=False)
    if not away.update(absent_since=None, awaited_since=None):
        return Refused.because("contract.absent_over")
    record(_fact(AbsenceOver, row), by=by, at=at)
    return None


@action
def choose_about_absence(*, contract: str, choice: Choice, by: Actor, at: datetime) -> Refused | None:
    """The client waits, and is asked again after as many days; or goes the way of a manager who cannot go on."""
    row, on = contract_of(contract, seen_by=by), local_day(at)
    if not goes_on(row) or not is_long_of(row, on):
        return Refused.because("contract.absent_not_long")
    if choice is Choice.REPLACE:
        return leave(contract=contract, leaving=Leaving.AWAY, last_day=on, by=by, at=at)
    kept = {"absent_since": row.absent_since, "awaited_since": row.awaited_since}
    here = Contract.objects.filter(pk=row.pk, left_at=None, **kept)
    if not here.update(awaited_since=on):
        return Refused.because("contract.absent_not_long")
    record(_fact(AbsenceAwaited, row), by=by, at=at)
    return None


def _fact(kind: type[AbsenceNoted | AbsenceOver | AbsenceAwaited], row: Contract) -> Fact:
    return kind(
        contract=row.code,
        request=row.brief.request.code,
        organisation=row.organisation.code,
        manager=row.manager.code,
    )


def ask_about_absences(at: datetime) -> int:
    """Mail client and bureau, once each time that it has lasted too long; returns how many absences that were.

    Of a contract that is over the days are kept no longer.
    """
    _forget(local_day(at))
    due = long_absences(seen_by=HOUSE, on=local_day(at))
    for line in due:
        _ask(line)
    return len(due)


@action
def _forget(on: date) -> None:
    over = Contract.objects.filter(runs_until__lt=on, absent_since__isnull=False)
    over.update(absent_since=None, awaited_since=None)


@action
def _ask(line: AbsenceLine) -> None:
    row = contract_of(line.code, seen_by=HOUSE)
    once, request = f"absent {line.code} {line.from_on}", row.brief.request.code
    say_to(Side.CLIENT, line.code, "mail/contract_absent.txt", name_once=once)
    write_to_bureau(
        owner=request_facts(request).owner,
        by=HOUSE,
        template="mail/manager_absent.txt",
        about=(row.code, request, row.organisation.code, row.manager.code),
        link=link_to("bureau:contract-absence", row.code),
        number=row.number,
        name_once=once,
    )
