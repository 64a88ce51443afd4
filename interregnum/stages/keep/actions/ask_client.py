"""A2: the client is asked what stayed, reminded once, called by the firm, and then it lapses. Safe to run again."""

from datetime import datetime, timedelta
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Role
from interregnum.kernel.period import local_day
from interregnum.parameters.values import value
from interregnum.people.post import write_to, write_to_bureau
from interregnum.people.site import link_to
from interregnum.stages.deliver.actions.tell import objects_of
from interregnum.stages.deliver.queries.visible import readers_of
from interregnum.stages.keep.facts import AftercareAsked, AftercareLapsed
from interregnum.stages.keep.models import Aftercare
from interregnum.stages.keep.queries.links import hash_of, token_of
from interregnum.stages.keep.rules.states import OPEN, CareState
from interregnum.stages.pulse.actions.extra_round import open_extra_round
from interregnum.stages.pulse.rules.states import Occasion

DAYS = "keep.days"
ASK, CALL = "mail/aftercare_ask.txt", "mail/aftercare_call.txt"


def ask_aftercare(at: datetime) -> int:
    """Returns how many were asked, reminded, passed on to the firm, or lapsed now."""
    on = local_day(at)
    days = value(DAYS, on=on)
    along = ("assignment__organisation", "assignment__owner", "contact")
    rows = Aftercare.objects.select_related(*along).order_by("pk")
    due = rows.filter(state=CareState.PLANNED, due_on__lte=on)
    done = sum(_ask(row, days["open"], at) for row in due)
    silent = rows.filter(state__in=OPEN)
    for row in silent.filter(asked_at__lte=at - timedelta(days=days["remind"]), reminded_at=None):
        done += _remind(row, at)
    for row in silent.filter(asked_at__lte=at - timedelta(days=days["escalate"]), escalated_at=None):
        done += _pass_on(row, at)
    return done + sum(_lapse(row, at) for row in silent.filter(open_until__lt=on))


@action
def _ask(row: Aftercare, days: int, at: datetime) -> bool:
    asked = {
        "state": CareState.ASKED,
        "asked_at": at,
        "open_until": local_day(at) + timedelta(days=days),
        "token_hash": hash_of(_token(row)),
    }
    if not Aftercare.objects.filter(pk=row.pk, state=CareState.PLANNED).update(**asked):
        return False
    _write_or_call(row, at)
    open_extra_round(row.assignment.code, occasion=Occasion.LOOK_BACK, months=row.months, at=at)
    return True


@action
def _remind(row: Aftercare, at: datetime) -> bool:
    # A contact may have gone meanwhile, and with it the link that was theirs.
    told = {"reminded_at": at, "token_hash": hash_of(_token(row))}
    if not Aftercare.objects.filter(pk=row.pk, reminded_at=None).update(**told):
        return False
    _write_or_call(row, at)
    return True


def _write_or_call(row: Aftercare, at: datetime) -> None:
    """Where nobody of the client is left to write to, the firm calls at once: waiting brings no answer."""
    if not write_link(row, at):
        _pass_on(row, at)


def _token(row: Aftercare) -> str:
    return token_of(row.code, row.contact.code if row.contact else "")


def write_link(row: Aftercare, at: datetime) -> int:
    """Part of an action: to everybody of the client with the same link, or to the contact that the firm named; in a
    mail of its own, for the link opens the answers. Returns to how many."""
    about = objects_of(row.assignment)
    readers: list[Any] = list(readers_of(row.assignment, Role.CLIENT))
    if row.contact:
        readers = [row.contact] if row.contact.is_active and row.contact.email else []
    for reader in readers:
        write_to(
            email=reader.email,
            language=reader.language,
            template=ASK,
            about=about,
            is_secret=True,
            name=reader.name,
            number=row.assignment.number,
            months=row.months,
            link=link_to("front:keep-answer", _token(row)),
        )
    if readers:
        record(AftercareAsked(assignment=row.assignment.code, months=row.months), by=HOUSE, at=at)
    return len(readers)


@action
def _pass_on(row: Aftercare, at: datetime) -> bool:
    if not Aftercare.objects.filter(pk=row.pk, escalated_at=None).update(escalated_at=at):
        return False
    write_to_bureau(
        by=HOUSE,
        template=CALL,
        owner=row.assignment.owner.code if row.assignment.owner else "",
        about=objects_of(row.assignment),
        number=row.assignment.number,
        link=link_to("bureau:keep-page", row.assignment.code),
    )
    return True


@action
def _lapse(row: Aftercare, at: datetime) -> bool:
    """What was answered in part stays and counts."""
    state = CareState.ANSWERED if row.answered_at else CareState.LAPSED
    if not Aftercare.objects.filter(pk=row.pk, state__in=OPEN).update(state=state):
        return False
    if state is CareState.LAPSED:
        record(AftercareLapsed(assignment=row.assignment.code, months=row.months), by=HOUSE, at=at)
    return True
