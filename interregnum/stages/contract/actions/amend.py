"""A signed contract is changed by a numbered addition, which both sides sign in the same way."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import Period, local_day
from interregnum.kernel.refused import Reason, Refused
from interregnum.parameters.values import value
from interregnum.people.deaths import hold_living
from interregnum.stages.choose.rules.weeks import Engagement
from interregnum.stages.contract.actions.draw_contract import open_sides
from interregnum.stages.contract.actions.make_documents import make_documents
from interregnum.stages.contract.facts import AmendmentDrawn
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries import contract_of
from interregnum.stages.contract.queries.amendments import terms_now
from interregnum.stages.contract.queries.room import has_room_for
from interregnum.stages.contract.rules.amending import Terms, fault_of_amendment
from interregnum.stages.contract.rules.states import ContractState, Side
from interregnum.web.templatetags.web import euro

KEPT = (
    "candidacy", "brief", "organisation", "manager", "notice_days", "payment_days", "guarantee", "clauses", "framework",
    "terms",
)  # fmt: skip


@action
def draw_amendment(
    *, contract: str, new: Terms, holds_from: date, reason: str, decided_by: str, by: Actor, at: datetime
) -> str | Refused:
    """Draw it up and ask the first side to sign; returns its code. Until both have signed nothing changes.

    It takes over the version of the brief that the client approved last.
    """
    row, on = contract_of(contract, seen_by=by), local_day(at)
    if (closed := _why_closed(row, on=on)) is not None:
        return closed
    new = replace(new, brief_version=row.brief.approved)
    if (died := hold_living([row.manager.code])) is not None:
        return died
    # Held until it stands: a manager who leaves meanwhile takes it back with the others.
    if Contract.objects.select_for_update(no_key=True).get(pk=row.pk).left_at:
        return Refused.because("contract.amend_left")
    now, then = terms_now(row, on=on), terms_now(row, on=holds_from)
    fault = fault_of_amendment(new, then, holds_from=holds_from, reason=reason, decided_by=decided_by, on=on)
    if fault is not None:
        return fault
    if lost := _lost_raises(new, now, then):
        return Refused(lost)
    wanted = Engagement(Period(holds_from, new.ends_on), new.days_a_week)
    if not has_room_for(wanted, manager=row.manager.code, beside=row.pk):
        return Refused.because("contract.amend_no_room", name=row.manager.name)
    amendment = _create(row, new, holds_from=holds_from, reason=reason, decided_by=decided_by, at=at)
    if amendment is None:
        return Refused.because("contract.amend_open")
    about = {"organisation": row.organisation.code, "manager": row.manager.code}
    fact = AmendmentDrawn(contract=amendment.code, amends=row.code, request=row.brief.request.code, **about)
    record(fact, by=by, at=at)
    make_documents.enqueue(amendment.code)
    return str(amendment.code)


def _why_closed(row: Contract, *, on: date) -> Refused | None:
    """Why a contract takes no amendment, whatever that would change."""
    if row.state != ContractState.SIGNED or row.amends_id:
        return Refused.because("contract.amend_unsigned")
    if row.runs_until and row.runs_until < on:
        return Refused.because("contract.amend_over", day=f"{row.runs_until:%d-%m-%Y}")
    return None


def _lost_raises(new: Terms, now: Terms, then: Terms) -> tuple[Reason, ...]:
    """The rate of today, written for a day from which a raise was told."""
    rates = [(name, *(getattr(one, name) for one in (new, now, then))) for name in ("client_rate", "manager_rate")]
    return tuple(
        Reason("contract.amend_indexed", name, {"rate": euro(told)})
        for name, written, today, told in rates
        if written == today < told
    )


def _create(
    row: Contract, new: Terms, *, holds_from: date, reason: str, decided_by: str, at: datetime
) -> Contract | None:
    """The database allows one open amendment of a contract: of two people at once, one is first."""
    on = local_day(at)
    first = Side.MANAGER if value("contract.manager_first", on=on) else Side.CLIENT
    try:
        with transaction.atomic():
            amendment = Contract.objects.create(
                amends=row,
                number=f"{row.number}/{row.amendments.count() + 1}",
                starts_on=holds_from,
                ends_on=new.ends_on,
                runs_until=new.ends_on,
                days_a_week=new.days_a_week,
                client_rate=new.client_rate,
                manager_rate=new.manager_rate,
                amend_reason=reason.strip(),
                decided_by=decided_by.strip(),
                brief_version=new.brief_version,
                drawn_at=at,
                signs_first=first,
                lapses_on=on + timedelta(days=value("contract.lapse_days", on=on)),
                **{name: getattr(row, name) for name in KEPT},
            )
    except IntegrityError:
        return None
    open_sides(amendment, at)
    return amendment
