"""Two profiles of one person become one, and two again when that was a mistake."""

from collections.abc import Collection, Mapping
from datetime import datetime
from json import dumps, loads
from typing import Any, cast

from django.core import serializers
from django.db.models import Count, Field, ForeignKey, QuerySet, Value

from interregnum.journal.record import action, record
from interregnum.kernel.actor import BUREAU, Actor
from interregnum.kernel.refused import Refused
from interregnum.people.figures import COUNTED, declared_of, kept, recount
from interregnum.people.merge_facts import ManagersMerged, MergeUndone
from interregnum.people.models import Case, Duplicate, Manager, Merge
from interregnum.people.rules.merging import BOTH, CHOSEN, EITHER, PairState, merged_values, most_declared
from interregnum.people.texts import MERGED
from interregnum.records.relations import Relation, relations

FIELDS = (*(field for fields in CHOSEN.values() for field in fields), *BOTH, *EITHER)
# Rows that the clock goes on with, and may take away: none is left with a profile that went up, and all come back.
DROPPED = ("records.PoolStay",)
# What may go at any moment without a word: an answer that a manager takes back is no reason against undoing.
MAY_GO = (*DROPPED, "records.GroupAnswer")


def _plain(manager: Manager, names: Collection[str]) -> dict[str, Any]:
    """Fields as they stand in a table of plain values."""
    told = loads(serializers.serialize("json", [manager]))[0]["fields"]
    return {name: told[name] for name in names}


def _set(manager: Manager, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        field = cast(Field[Any, Any], manager._meta.get_field(name))
        setattr(manager, name, field.to_python(value))
    manager.save(update_fields=[*values])


def _locked(*codes: str) -> dict[str, Manager]:
    return {row.code: row for row in Manager.objects.select_for_update().filter(code__in=codes).order_by("pk")}


@action
def merge_managers(*, winner: str, loser: str, from_loser: Collection[str], by: Actor, at: datetime) -> str | Refused:
    """One profile goes up in another; `from_loser` names fields that are taken from it. Returns the merge's code."""
    rows = _locked(winner, loser)
    stays, goes = rows.get(winner), rows.get(loser)
    if stays is None or goes is None or stays is goes or not stays.is_active:
        return Refused.because("people.merged_already")
    if not Manager.objects.filter(pk=goes.pk, is_active=True).update(is_active=False):
        return Refused.because("people.merged_already")
    changes = merged_values(_plain(stays, FIELDS), _plain(goes, FIELDS), from_loser)
    declared = most_declared(kept(declared_of(stays)), kept(declared_of(goes)))
    before = _plain(stays, [*changes, "declared", *COUNTED])
    row = Merge(winner=stays, loser=goes, before=before, after=changes | {"declared": declared}, merged_at=at)
    row.merged_by = by.code
    row.moved, row.dropped = _move(stays, goes)
    _exchange_addresses(stays, goes, changes)
    _set(stays, row.after)
    recount(stays.pk)
    row.save()
    _decide(stays, goes, PairState.MERGED, by=by, at=at)
    record(ManagersMerged(manager=winner, other=loser), by=by, at=at)
    return row.code


def _exchange_addresses(stays: Manager, goes: Manager, changes: Mapping[str, Any]) -> None:
    """No two profiles have one address: who gives it away gets the other's, so that both still lead here."""
    if "email" in changes:
        Manager.objects.filter(pk=goes.pk).update(email=f"{goes.code}@merged.invalid")
        mine = stays.email
        Manager.objects.filter(pk=stays.pk).update(email=changes["email"])
        Manager.objects.filter(pk=goes.pk).update(email=mine)


def _move(stays: Manager, goes: Manager) -> tuple[list[list[Any]], list[Any]]:
    """All that points at one points at the other from now on; what the other has already stays where it is."""
    moved: list[list[Any]] = []
    dropped: list[Any] = []
    for relation in relations():
        if relation.model._meta.label in DROPPED:
            dropped += loads(serializers.serialize("json", relation.rows(goes)))
        rows = relation.rows(goes).exclude(pk__in=relation.in_the_way(stays, goes))
        keys = list(rows.values_list("pk", flat=True))
        relation.model._default_manager.filter(pk__in=keys).update(**{relation.column: relation.value(stays)})
        moved += [[relation.name, key] for key in keys]
        if relation.model._meta.label in DROPPED:
            relation.rows(goes).delete()
    return moved, dropped


@action
def undo_merge(*, code: str, by: Actor, at: datetime) -> Refused | None:
    """Two profiles again, each as it was; what came to the winner since stays there."""
    row = Merge.objects.select_related("winner", "loser").filter(code=code).first()
    if row is None or not Merge.objects.filter(pk=row.pk, undone_at=None).update(undone_at=at, undone_by=by.code):
        return Refused.because("people.merge_undone")
    rows = _locked(row.winner.code, row.loser.code)
    stays, goes = rows[row.winner.code], rows[row.loser.code]
    if (refused := _since(row, stays)) is not None:
        return refused
    if not _move_back(row, stays, goes):
        return Refused.because("people.merge_gone")
    if "email" in row.before:
        _exchange_addresses(stays, goes, {"email": goes.email})
    _set(stays, row.before)
    Manager.objects.filter(pk=goes.pk).update(is_active=True)
    _bring_back(row.dropped)
    _count_again(row, stays, goes)
    _decide(stays, goes, PairState.OPEN, by=by, at=at)
    record(MergeUndone(manager=stays.code, other=goes.code), by=by, at=at)
    return None


def _since(row: Merge, stays: Manager) -> Refused | None:
    """What happened to the profile that stayed, and would be lost."""
    if not stays.is_active:
        return Refused.because("people.merge_went_on")
    now = _plain(stays, row.after)
    changed = [name for name in row.after if now[name] != row.after[name]]
    named = dict.fromkeys(str(MERGED[name]) for name in changed)
    return Refused.because("people.merge_changed", fields=", ".join(named)) if changed else None


def _count_again(row: Merge, stays: Manager, goes: Manager) -> None:
    """Both, for cases came or were judged since; where no case was ever counted the figures were declared."""
    came = Case.objects.filter(manager=stays, written_at__gt=row.merged_at).exists()
    if came or row.before["declared"] is not None:
        recount(stays.pk)
    if goes.declared is not None:
        recount(goes.pk)


def _bring_back(rows: list[Any]) -> None:
    for one in serializers.deserialize("json", dumps(rows)):
        if not type(one.object)._default_manager.filter(pk=one.object.pk).exists():
            one.save()


def _move_back(row: Merge, stays: Manager, goes: Manager) -> bool:
    """False when something that came with the merge is elsewhere or gone."""
    known: dict[str, Relation] = {relation.name: relation for relation in relations()}
    for name in dict.fromkeys(name for name, _key in row.moved):
        relation, keys = known[name], [key for moved, key in row.moved if moved == name]
        back = relation.rows(stays).filter(pk__in=keys).update(**{relation.column: relation.value(goes)})
        if back != len(keys) and relation.model._meta.label not in MAY_GO:
            return False
    return True


def _decide(one: Manager, other: Manager, state: PairState, *, by: Actor, at: datetime) -> None:
    first, second = sorted((one.pk, other.pk))
    decided = {"state": state, "decided_at": at, "decided_by": by.code}
    if state is PairState.OPEN:
        decided = {"state": state, "decided_at": None, "decided_by": ""}
    Duplicate.objects.filter(first=first, second=second).update(**decided)


type Held = Mapping[int, Mapping[str, int]]
# What hangs on a profile, as people know it.
HELD = ("assignments", "contracts", "candidacies", "cases", "positions", "cvs", "notes")


def held_by(*managers: int) -> Held:
    """Key of a profile -> what hangs on it -> how much of it; in one question."""
    counts = []
    for name in HELD:
        field = cast(ForeignKey[Any, Any], Manager._meta.get_field(name).remote_field)
        rows = field.model._default_manager.filter(**{f"{field.name}__in": managers}).order_by()
        counts.append(rows.values_list(f"{field.name}_id").annotate(n=Count("pk"), what=Value(name)))
    found: dict[int, dict[str, int]] = {manager: {} for manager in managers}
    for manager, number, what in counts[0].union(*counts[1:], all=True).order_by():
        found[manager][what] = number
    return found


def last_merges(*, seen_by: Actor) -> QuerySet[Merge]:
    """What was merged and stands, the last first: for those who merge."""
    rows = Merge.objects.filter(undone_at=None).select_related("winner", "loser")
    return rows if seen_by.role in BUREAU else rows.none()


def merge_of(code: str, *, seen_by: Actor) -> Merge | None:
    rows = Merge.objects.select_related("winner", "loser").filter(code=code)
    return rows.first() if seen_by.role in BUREAU else None
