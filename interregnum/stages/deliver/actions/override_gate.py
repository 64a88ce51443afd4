"""A partner lets a gate through without its evidence, with a reason that stays; and takes that back."""

from datetime import datetime

from django.db import IntegrityError, transaction

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.deliver.facts import GateOverridden, OverrideRevoked
from interregnum.stages.deliver.models import GateMark
from interregnum.stages.deliver.queries.gate_facts import standing_marks, ways_of
from interregnum.stages.deliver.queries.gates import gated_contract
from interregnum.stages.deliver.rules.gates import AWAITED, Gate, GateState, MarkKind


@action
def override_gate(*, contract: str, gate: Gate, reason: str, by: Actor, at: datetime) -> Refused | None:
    """Only a gate that waits: one that is open needs it not, and where evidence says no nobody goes against it."""
    row = gated_contract(contract, seen_by=by)
    way = ways_of([row], on=local_day(at))[row.pk]
    state = next(line.found.state for line in way.lines if line.gate is gate)
    if state not in AWAITED:
        return Refused.because("deliver.gate_refused" if state is GateState.REFUSED else "deliver.gate_is_open")
    maker = Account.objects.get(code=by.code)
    try:
        # The table takes one standing mark a gate: of two partners at once, one is first.
        with transaction.atomic():
            # One that let it through until now, and counts no longer.
            past = [mark.pk for mark in standing_marks(row) if mark.gate == gate]
            had_past = GateMark.objects.filter(pk__in=past).update(revoked_at=at, revoked_by=maker)
            GateMark.objects.create(
                contract=row, gate=gate, kind=MarkKind.OVERRIDE, reason=reason, made_by=maker, made_at=at
            )
    except IntegrityError:
        return Refused.because("deliver.gate_is_open")
    about = {"contract": row.code, "request": row.brief.request.code, "gate": str(gate)}
    if had_past:
        record(OverrideRevoked(**about), by=by, at=at)
    record(GateOverridden(**about), by=by, at=at)
    return None


@action
def revoke_override(*, contract: str, gate: Gate, by: Actor, at: datetime) -> Refused | None:
    """The gate waits for its evidence again; that it was let through stays on record."""
    row = gated_contract(contract, seen_by=by)
    standing = GateMark.objects.filter(contract=row, gate=gate, kind=MarkKind.OVERRIDE, revoked_at=None)
    if not standing.update(revoked_at=at, revoked_by=Account.objects.get(code=by.code)):
        return Refused.because("deliver.no_override")
    record(OverrideRevoked(contract=row.code, request=row.brief.request.code, gate=str(gate)), by=by, at=at)
    return None
