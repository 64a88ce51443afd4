"""E3: the lists that a partner extends: disciplines and sub-sectors. A code that was given is never taken away."""

import re
import unicodedata
from dataclasses import dataclass, fields
from datetime import datetime
from hashlib import sha256

from django.db.models import Max

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.people.facts import ListChanged
from interregnum.people.models import Discipline, Sector

LISTS: dict[str, type[Discipline] | type[Sector]] = {"disciplines": Discipline, "sectors": Sector}
_LONGEST_CODE = 40


@dataclass(frozen=True, kw_only=True)
class EntryValues:
    """What a partner fills in: both names, and the firm's own words for it, one a line or between commas."""

    name_nl: str
    name_en: str
    words_nl: str = ""
    words_en: str = ""


@dataclass(frozen=True, kw_only=True)
class EntryLine(EntryValues):
    """An entry as the page shows it."""

    code: str
    is_active: bool


def entry_lines(name: str) -> tuple[EntryLine, ...]:
    """All entries of a list, also those that are switched off, in their order."""
    rows = LISTS[name].objects.all()
    return tuple(EntryLine(**row) for row in rows.values(*(each.name for each in fields(EntryLine))))


def mark_of(entry: EntryValues | Discipline | Sector) -> str:
    """Tells what an entry says now from what it said before."""
    return sha256("\n".join(getattr(entry, each.name) for each in fields(EntryValues)).encode()).hexdigest()


@action
def add_entry(*, name: str, values: EntryValues, by: Actor, at: datetime) -> str | Refused:
    """A new entry at the end of its list; returns its code, which is made of the English name and stays."""
    table = LISTS[name]
    code = _code_of(values.name_en)
    if _is_taken(table, values, but=""):
        return Refused.because("lists.taken", "name_nl")
    # "new" is the address of the page on which one is added.
    codes = {"new", *table.objects.values_list("code", flat=True)}
    free = next(each for each in (code, *(f"{code}_{number}" for number in range(2, 1000))) if each not in codes)
    last = table.objects.aggregate(last=Max("position"))["last"] or 0
    table.objects.create(code=free, position=last + 1, **vars(values))
    record(ListChanged(list=name, entry=free, change="added"), by=by, at=at)
    return free


@action
def change_entry(
    *, name: str, code: str, values: EntryValues, seen: str = "", by: Actor, at: datetime
) -> Refused | None:
    """Other names or words; what was said with the code keeps it and is read by the new name.

    `seen`: the mark of what the form began with; what a colleague saved since is not written over unseen.
    """
    table = LISTS[name]
    row = table.objects.select_for_update().filter(code=code).first()
    if row is None:
        return Refused.because("lists.unknown")
    if seen and mark_of(row) not in (seen, mark_of(values)):
        return Refused.because("lists.changed")
    if _is_taken(table, values, but=code):
        return Refused.because("lists.taken", "name_nl")
    table.objects.filter(code=code).update(**vars(values))
    record(ListChanged(list=name, entry=code, change="changed"), by=by, at=at)
    return None


@action
def switch_entry(*, name: str, code: str, on: bool, by: Actor, at: datetime) -> Refused | None:
    """Off: nobody can choose it and no request is read for it any more; what was said with it stays readable."""
    table = LISTS[name]
    if not on and not table.objects.filter(is_active=True).exclude(code=code).exists():
        return Refused.because("lists.last")
    if table.objects.filter(code=code, is_active=not on).update(is_active=on):
        record(ListChanged(list=name, entry=code, change="switched_on" if on else "switched_off"), by=by, at=at)
    return None


@action
def move_entry(*, name: str, code: str, up: bool, by: Actor, at: datetime) -> None:
    """One place up or down; positions are written anew, so that of two moves at once neither is lost halfway."""
    table = LISTS[name]
    order = list(table.objects.select_for_update().values_list("code", flat=True))
    if code not in order:
        return
    at_now = order.index(code)
    there = at_now - 1 if up else at_now + 1
    if not 0 <= there < len(order):
        return
    order[at_now], order[there] = order[there], order[at_now]
    for position, each in enumerate(order, 1):
        table.objects.filter(code=each).update(position=position)
    record(ListChanged(list=name, entry=code, change="moved"), by=by, at=at)


def _is_taken(table: type[Discipline] | type[Sector], values: EntryValues, *, but: str) -> bool:
    """Two entries with one name cannot be told apart in a form."""
    others = table.objects.exclude(code=but)
    dutch, english = others.filter(name_nl__iexact=values.name_nl), others.filter(name_en__iexact=values.name_en)
    return dutch.exists() or english.exists()


def _code_of(name: str) -> str:
    """A code of a name: "Data & analytics" becomes "data_analytics"; of signs alone "entry"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[: _LONGEST_CODE - 4] or "entry"
