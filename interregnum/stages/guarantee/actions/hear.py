"""The manager is heard, and what lay under it is written down: obligatory, and nothing of the choice waits for it."""

from datetime import datetime

from django.db.models import Q

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.deaths import DeathWithdrawn, ManagerDied, note_death
from interregnum.people.models import Account
from interregnum.stages.guarantee.actions.carry_out import about
from interregnum.stages.guarantee.facts import CauseFound, CauseMended, ManagerHeard, ManagerSilent, ManagerSpokenTo
from interregnum.stages.guarantee.letters import tell_manager, tell_of_death
from interregnum.stages.guarantee.models import Complaint, Hearing, RootCause
from interregnum.stages.guarantee.queries.rows import case_row, cases_of, own_case
from interregnum.stages.guarantee.rules.reasons import NOT_THE_MANAGER, Cause
from interregnum.stages.guarantee.rules.states import CARRIED_OUT, RUNNING


@action
def note_talk(*, complaint: str, by: Actor, at: datetime) -> Refused | None:
    """The bureau has spoken with the manager in person; from now on the manager reads the reason."""
    row = case_row(complaint, seen_by=by)
    if row.manager.died_at:
        return Refused.because("guarantee.died")
    if not Complaint.objects.filter(pk=row.pk, spoken_at=None).update(spoken_at=at):
        return Refused.because("guarantee.spoken")
    record(ManagerSpokenTo(**about(row)), by=by, at=at)
    tell_manager(row, "mail/guarantee_hearing.txt")
    return None


@action
def say(*, complaint: str, words: str, by: Actor, at: datetime) -> Refused | None:
    """The manager's own words, once; also when the case has closed."""
    return _hear(own_case(complaint, seen_by=by), by=by, at=at, words=words.strip())


@action
def note_not_heard(*, complaint: str, why: str, by: Actor, at: datetime) -> Refused | None:
    """The bureau notes why the manager cannot be heard, as when somebody is ill; or cannot write, who was heard."""
    row, why = case_row(complaint, seen_by=by), why.strip()
    said = Hearing.objects.filter(complaint=row, not_heard="").exclude(words="")
    if why and said.update(not_heard=why):
        record(ManagerSilent(**about(row)), by=by, at=at)
        return None
    return _hear(row, by=by, at=at, not_heard=why)


def _hear(row: Complaint, *, by: Actor, at: datetime, **told: str) -> Refused | None:
    if not any(told.values()):
        return Refused.because("guarantee.words_needed", next(iter(told)))
    account = Account.objects.get(code=by.code)
    # One hearing a case: of two windows the first one stands.
    _hearing, is_new = Hearing.objects.get_or_create(
        complaint=row, defaults={**told, "said_by": account, "said_at": at}
    )
    if not is_new:
        return Refused.because("guarantee.heard")
    record(ManagerHeard(**about(row), is_heard="words" in told), by=by, at=at)
    return None


@action
def note_died(*, complaint: str, by: Actor, at: datetime) -> Refused | None:
    """By the bureau, for every contract and case of this manager at once."""
    is_new = note_death(manager=case_row(complaint, seen_by=by).manager.code, by=by, at=at)
    return None if is_new else Refused.because("guarantee.died")


@action
def follow_died(fact: ManagerDied, by: Actor, at: datetime) -> None:
    """Nobody can be heard any more; whoever guards the assignment reads that the hand-over can be written for them."""
    told = {"said_by": Account.objects.get(code=by.code), "said_at": at}
    rows = cases_of(HOUSE).filter(Q(closed_at=None) | Q(state__in=CARRIED_OUT), manager__code=fact.manager)
    Complaint.objects.filter(manager__code=fact.manager, last_day__gt=local_day(at)).update(last_day=local_day(at))
    for row in rows.order_by("pk"):
        if Hearing.objects.get_or_create(complaint=row, defaults=told)[1]:
            record(ManagerHeard(**about(row), is_heard=False), by=by, at=at)
        if row.state in RUNNING:
            tell_of_death(row, by=by)


@action
def follow_death_withdrawn(fact: DeathWithdrawn, by: Actor, at: datetime) -> None:
    """The manager can be heard again, who was not because of it."""
    Hearing.objects.filter(complaint__manager__code=fact.manager, words="", not_heard="").delete()


@action
def find_cause(*, complaint: str, cause: Cause, words: str, lesson: str, by: Actor, at: datetime) -> Refused | None:
    """By the bureau, when it has heard the manager or noted why that could not be done."""
    row = case_row(complaint, seen_by=by)
    if row.state not in CARRIED_OUT:
        return Refused.because("guarantee.not_carried_out")
    if not Hearing.objects.filter(complaint=row).exists():
        return Refused.because("guarantee.not_heard_yet")
    found = {"cause": cause, "words": words.strip(), "lesson": lesson.strip(), "found_at": at}
    account = Account.objects.get(code=by.code)
    _cause, is_new = RootCause.objects.get_or_create(complaint=row, defaults={**found, "found_by": account})
    if not is_new:
        return Refused.because("guarantee.cause_there")
    record(CauseFound(**about(row), cause=cause), by=by, at=at)
    return None


@action
def mend_cause(*, complaint: str, how: str, by: Actor, at: datetime) -> Refused | None:
    """By the bureau: what was changed in the organisation; until then the assignment gives a signal."""
    row = case_row(complaint, seen_by=by)
    stays = RootCause.objects.filter(complaint=row, cause__in=NOT_THE_MANAGER, mended_at=None)
    if not stays.update(mended_how=how.strip(), mended_at=at, mended_by=Account.objects.get(code=by.code)):
        return Refused.because("guarantee.nothing_to_mend")
    record(CauseMended(**about(row)), by=by, at=at)
    return None
