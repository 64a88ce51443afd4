"""G2: a shadow manager resigns, died or has no account any more: the appointment ends at once and a successor is
proposed; the notebook stays closed."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext, gettext_noop, override

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor, Role
from interregnum.kernel.refused import Refused
from interregnum.people.deaths import ManagerDied
from interregnum.people.facts import AccountClosed, RoleTaken
from interregnum.people.models import Seat
from interregnum.people.post import write_to_bureau
from interregnum.people.site import link_to
from interregnum.stages.deliver.actions.tell import objects_of
from interregnum.stages.deliver.queries.visible import assignment_of, visible_to
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.ensure.actions.notebook_letters import call_talk_off, tell_of_end
from interregnum.stages.ensure.facts import ShadowResigned
from interregnum.stages.ensure.models import PastShadow, ShadowAppointment, Sounding
from interregnum.stages.ensure.notebook_facts import SoundingClosed
from interregnum.stages.ensure.queries.notebook_desks import open_soundings

DIED = gettext_noop("The shadow manager has died.")
GONE = gettext_noop("Can work here as a shadow manager no more.")


@action
def resign_shadow_manager(*, assignment: str, why: str, by: Actor, at: datetime) -> Refused | None:
    """By the shadow manager alone. The bureau gets the page with who could follow; a notebook is of two people, so
    whoever follows begins another one: what was asked in this one and is open ends, and the manager hears so."""
    row = assignment_of(assignment, seen_by=by)
    appointment = ShadowAppointment.objects.filter(assignment=row, shadow__code=by.code).first()
    if appointment is None:
        return Refused.because("ensure.not_the_shadow")
    _end(row, appointment, why.strip(), by=by, at=at)
    return None


@action
def end_by_death(fact: ManagerDied, by: Actor, at: datetime) -> None:
    """Who died guards nothing any more; whoever noted it hears as well which assignments wait for somebody else."""
    _end_all(ShadowAppointment.objects.filter(shadow__seats__manager__code=fact.manager), DIED, at=at)


@action
def end_without_account(fact: AccountClosed | RoleTaken, by: Actor, at: datetime) -> None:
    """Whose account is closed, or who is a shadow manager no more, guards in name only: the bureau hears so."""
    rows = ShadowAppointment.objects.filter(shadow__code=fact.account)
    can_work = Seat.objects.filter(account__code=fact.account, account__is_active=True, role=Role.SHADOW)
    if not can_work.exists():
        has_died = rows.filter(shadow__seats__manager__died_at__isnull=False).exists()
        _end_all(rows, DIED if has_died else GONE, at=at)


def _end_all(rows: QuerySet[ShadowAppointment], words: str, *, at: datetime) -> None:
    with override(settings.LANGUAGE_CODE):
        why = gettext(words)
    rows = rows.exclude(assignment__state=AssignmentState.CLOSED).select_related("shadow")
    for appointment in rows.distinct().order_by("pk"):
        row = visible_to(HOUSE).get(pk=appointment.assignment_id)
        _end(row, appointment, why, by=HOUSE, at=at)


def _end(row: Any, appointment: ShadowAppointment, why: str, *, by: Actor, at: datetime) -> None:
    shadow = appointment.shadow
    told = {name: getattr(appointment, name) for name in ("shadow", "reason", "appointed_at")}
    PastShadow.objects.create(assignment=row, ended_at=at, ended_why=why, **told)
    for sounding in open_soundings(row, shadow=shadow):
        Sounding.objects.filter(pk=sounding.pk).update(closed_at=at)
        record(SoundingClosed(assignment=row.code, minutes=sounding.minutes), by=by, at=at)
        call_talk_off(sounding, at=at)
        tell_of_end(sounding)
    appointment.delete()
    record(ShadowResigned(assignment=row.code, account=shadow.code), by=by, at=at)
    write_to_bureau(
        owner=row.owner.code if row.owner else "",
        by=by,
        template="mail/shadow_resigned.txt",
        about=objects_of(row),
        number=row.number,
        link=link_to("bureau:ensure-appoint", row.code),
    )
