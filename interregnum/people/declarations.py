"""D6 D7: what managers declare of their interests and plans, dated, and asked anew each year."""

from datetime import datetime

from django.db.models import Max, Q

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.months import months_later
from interregnum.kernel.period import local_day
from interregnum.parameters.values import value
from interregnum.people.facts import DeclarationMade
from interregnum.people.models import Declaration, Manager, Seat
from interregnum.people.post import write_to
from interregnum.people.rules.papers import Declared
from interregnum.people.site import link_to

MONTHS = "people.declaration_months"


def declarations_of(manager: str, *, seen_by: Actor) -> tuple[Declaration, ...]:
    """Newest first; for the bureau, and for the manager whose they are."""
    if not (seen_by.is_bureau or (seen_by.role is Role.MANAGER and seen_by.manager == manager)):
        return ()
    return tuple(Declaration.objects.filter(manager__code=manager)[:20])


def is_due(newest: datetime | None, *, at: datetime) -> bool:
    """Whether a declaration has become too old, or there is none."""
    months = value(MONTHS, on=local_day(at))
    return newest is None or local_day(newest) <= months_later(local_day(at), -months)


@action
def declare(*, values: Declared, by: Actor, at: datetime) -> str:
    """The manager declares; from now on the choice obeys this. Returns the code of the declaration."""
    manager = Manager.objects.get(code=by.manager)
    lists = {name: list(getattr(values, name)) for name in ("interests", "employers", "introduced")}
    row = Declaration.objects.create(
        manager=manager, made_at=at, wants_permanent=values.wants_permanent, remark=values.remark, **lists
    )
    Manager.objects.filter(pk=manager.pk).update(
        conflicts=lists["interests"], former_employers=lists["employers"], wants_permanent=values.wants_permanent
    )
    record(DeclarationMade(manager=manager.code), by=by, at=at)
    return row.code


@action
def ask_declarations(at: datetime) -> int:
    """Ask who has an account and declared nothing for a year, once a month at most; returns how many are due."""
    on = local_day(at)
    before = months_later(on, -value(MONTHS, on=on))
    rows = Manager.objects.filter(is_active=True, seats__account__is_active=True).order_by().distinct()
    newest = rows.annotate(newest=Max("declarations__made_at"))
    due = list(newest.filter(Q(newest=None) | Q(newest__date__lte=before)))
    for manager in due:
        seat = Seat.objects.filter(manager=manager, account__is_active=True).select_related("account").first()
        write_to(
            email=manager.email,
            language=seat.account.language if seat else "nl",
            template="mail/declaration_due.txt",
            about=manager.code,
            name_once=f"declaration {manager.code} {on:%Y-%m}",
            name=manager.name,
            link=link_to("manager:people-declaration"),
        )
    return len(due)
