"""What somebody may find: the entries that fit, less those of objects that are not theirs to see."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.actor import Actor
from interregnum.people.models import SearchEntry
from interregnum.people.search import find
from interregnum.records.client import organisation_behind
from interregnum.records.objects import codes_of_others, objects_of

LABELS: dict[str, tuple[Promise, str]] = {
    "organisation": (_("Clients"), "bureau:people-client"),
    "contact": (_("Contacts"), "bureau:people-client"),
    "request": (_("Requests"), "bureau:ask-triage"),
    "assignment": (_("Assignments"), "bureau:deliver-assignment"),
    "contract": (_("Contracts"), "bureau:contract-contract"),
    "manager": (_("Managers"), "bureau:people-manager"),
}
# Whom one can have on the telephone.
PEOPLE = ("organisation", "contact", "manager")
# Some of what fits may be a request that was held or thrown away.
SPARE = 4


@dataclass(frozen=True)
class Hit:
    kind: str
    code: str
    title: str
    note: str
    url: str


@dataclass(frozen=True)
class Group:
    label: Promise
    hits: tuple[Hit, ...]


def found(query: str, *, seen_by: Actor, each: int) -> tuple[Group, ...]:
    """What fits a query, grouped by kind, at most `each` of one."""
    others = codes_of_others(seen_by)
    among = SearchEntry.objects.all() if others is None else SearchEntry.objects.exclude(page_code__in=others)
    rows = _theirs(find(query, each=each * SPARE, among=among), seen_by)
    groups = []
    for kind, (label, page) in LABELS.items():
        mine = [row for row in rows if row.kind == kind][:each]
        hits = tuple(Hit(kind, row.code, row.title, row.note, reverse(page, args=[row.page_code])) for row in mine)
        if hits:
            groups.append(Group(label, hits))
    return tuple(groups)


def people_found(query: str, *, seen_by: Actor, most: int = 8) -> tuple[Hit, ...]:
    """Clients, contacts and managers that fit."""
    hits = [hit for group in found(query, seen_by=seen_by, each=most) for hit in group.hits if hit.kind in PEOPLE]
    return tuple(hits[:most])


def _theirs(rows: list[SearchEntry], seen_by: Actor) -> list[SearchEntry]:
    """A contact is seen by whoever sees the organisation."""
    seen = objects_of({row.page_code for row in rows}, seen_by=seen_by)
    return [row for row in rows if row.page_code in seen]


def subject_of(code: str, *, seen_by: Actor) -> Hit | None:
    """Whom the page with this code is about, for whoever may see it: a client, contact or manager."""
    row = SearchEntry.objects.filter(code=code).first() if code else None
    if row is None or not _theirs([row], seen_by):
        return None
    if row.kind not in PEOPLE:
        organisation = organisation_behind(row.kind, code)
        return subject_of(organisation, seen_by=seen_by) if organisation else None
    return Hit(row.kind, row.code, row.title, row.note, reverse(LABELS[row.kind][1], args=[row.page_code]))
