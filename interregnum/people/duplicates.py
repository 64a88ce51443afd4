"""Profiles that may be one person are found: at once when one came or was changed, and among all of them each night."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from itertools import batched, combinations
from typing import Any

from django.db import transaction
from django.db.models import Count, QuerySet
from django.http import Http404

from interregnum.journal.record import action, record
from interregnum.kernel.actor import BUREAU, Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import values
from interregnum.people.merge_facts import KeptApart
from interregnum.people.models import Business, Duplicate, DuplicateKey, Manager, Position
from interregnum.people.rules.duplicates import Ground, Known, grounds, keys_of, points_of
from interregnum.people.rules.merging import PairState

POINTS, FROM = "people.duplicate_points", "people.duplicate_from"
BATCH = 500
# A word that more profiles share tells nothing of any two of them.
MOST_SHARING = 25


@dataclass(frozen=True)
class Measure:
    """What each ground counts for, and from how many points on a pair is shown."""

    points: Mapping[str, int]
    least: int

    @classmethod
    def on(cls, at: datetime) -> "Measure":
        known = values(POINTS, FROM, on=local_day(at))
        return cls(known[POINTS], known[FROM])


def look_at(keys: Collection[int], at: datetime) -> int:
    """Compare these profiles with all others; returns how many pairs are new."""
    with transaction.atomic():
        _keep_keys(keys)
        texts = DuplicateKey.objects.filter(manager__in=keys).values("text")
        return _note(_pairs(texts), at, of=set(keys))


def look_for_duplicates(at: datetime) -> int:
    """All profiles; lot by lot, each in a transaction of its own, for nobody else writes while one is open."""
    active = Manager.objects.filter(is_active=True).order_by("pk").values_list("pk", flat=True)
    for some in batched(list(active), BATCH):
        with transaction.atomic():
            _keep_keys(some)
    DuplicateKey.objects.filter(manager__is_active=False).delete()
    found = sorted(_pairs())
    return sum(_note(some, at) for some in batched(found, BATCH))


def _known(keys: Collection[int]) -> dict[int, Known]:
    jobs: dict[int, set[tuple[str, date | None]]] = {}
    worked = Position.objects.filter(manager__in=keys).exclude(employer="").order_by()
    for key, employer, start in worked.values_list("manager", "employer", "start_on"):
        jobs.setdefault(key, set()).add((employer, start))
    kvk = dict(Business.objects.filter(manager__in=keys).values_list("manager", "kvk"))
    rows = Manager.objects.filter(pk__in=keys, is_active=True).order_by()
    return {
        key: Known(name, email, phone, place, kvk.get(key, ""), frozenset(jobs.get(key, ())))
        for key, name, email, phone, place in rows.values_list("pk", "name", "email", "phone", "place")
    }


def _hash(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _keep_keys(keys: Collection[int]) -> None:
    now = {(key, _hash(text)) for key, known in _known(keys).items() for text in keys_of(known)}
    kept = set(DuplicateKey.objects.filter(manager__in=keys).values_list("manager", "text"))
    if gone := kept - now:
        managers, texts = zip(*gone, strict=True)
        old = DuplicateKey.objects.filter(manager__in=set(managers), text__in=set(texts))
        old.filter(pk__in=[row.pk for row in old if (row.manager_id, row.text) in gone]).delete()
    new = [DuplicateKey(manager_id=key, text=text) for key, text in sorted(now - kept)]
    DuplicateKey.objects.bulk_create(new, ignore_conflicts=True, batch_size=BATCH)


def _pairs(texts: QuerySet[Any, Any] | None = None) -> set[tuple[int, int]]:
    """Who share one of these words, or any word, as long as they are few."""
    among = DuplicateKey.objects.filter(manager__is_active=True)
    counted = (among if texts is None else among.filter(text__in=texts)).order_by().values("text")
    shared = counted.annotate(sharing=Count("pk")).filter(sharing__gt=1, sharing__lte=MOST_SHARING).values("text")
    members: dict[str, list[int]] = {}
    rows = among.filter(text__in=shared)
    for text, key in rows.order_by("manager").values_list("text", "manager"):
        members.setdefault(text, []).append(key)
    return {pair for sharing in members.values() for pair in combinations(sharing, 2)}


def _note(pairs: Iterable[tuple[int, int]], at: datetime, *, of: set[int] | None = None) -> int:
    """Keep the pairs that have points enough; what somebody decided stays decided."""
    asked = [pair for pair in pairs if of is None or of & set(pair)]
    known: dict[int, Known] = {}
    for some in batched(sorted({key for pair in asked for key in pair}), BATCH):
        known |= _known(some)
    found = list(_scored(asked, known, Measure.on(at)))
    before = Duplicate.objects.count()
    rows = [Duplicate(first_id=a, second_id=b, points=n, grounds=why, found_at=at) for a, b, n, why in found]
    Duplicate.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["first", "second"], update_fields=["points", "grounds"]
    )
    return Duplicate.objects.count() - before


def _scored(
    pairs: Iterable[tuple[int, int]], known: Mapping[int, Known], measure: Measure
) -> Iterator[tuple[int, int, int, dict[str, int]]]:
    for one, other in pairs:
        if one in known and other in known:
            why: dict[Ground, int] = grounds(known[one], known[other])
            points = points_of(why, measure.points)
            if points >= measure.least:
                yield one, other, points, {str(ground): times for ground, times in why.items()}


def open_pairs(*, seen_by: Actor) -> QuerySet[Duplicate]:
    """The pairs that nobody has decided about, the likeliest first: for the bureau."""
    rows = Duplicate.objects.filter(state=PairState.OPEN, first__is_active=True, second__is_active=True)
    return rows.select_related("first", "second") if seen_by.role in BUREAU else rows.none()


def pair_of(code: str, *, seen_by: Actor) -> Duplicate:
    """Also one that somebody has decided about. Raises Http404 for a pair that is not there."""
    row = Duplicate.objects.select_related("first", "second").filter(code=code).first()
    if row is None or seen_by.role not in BUREAU:
        raise Http404
    return row


@action
def keep_apart(*, code: str, by: Actor, at: datetime) -> Refused | None:
    """These are two people: the pair is not shown again."""
    decided = {"state": PairState.APART, "decided_at": at, "decided_by": by.code}
    if not Duplicate.objects.filter(code=code, state=PairState.OPEN).update(**decided):
        return Refused.because("people.pair_decided")
    row = Duplicate.objects.select_related("first").get(code=code)
    record(KeptApart(manager=row.first.code, other=row.second.code), by=by, at=at)
    return None
