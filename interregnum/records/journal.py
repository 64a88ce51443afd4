"""The journal as pages list it: the facts of one object or of the whole firm, each in words."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from interregnum.journal.models import About, Entry
from interregnum.journal.timeline import moment_of
from interregnum.kernel.actor import Actor
from interregnum.kernel.fact import known_facts
from interregnum.people.models import Account
from interregnum.people.queries import people_of
from interregnum.records.objects import Found, codes_called, codes_of_others, objects_of
from interregnum.web.history import detail_of, kinds_for, sentence_of, who, words_of

# How many entries are put into words at a time when all of them are wanted.
STRETCH = 500


@dataclass(frozen=True)
class Line:
    """One fact in words. `is_erased`: what it held was deleted with a person."""

    number: int
    happened_at: Any
    recorded_at: Any
    kind: str
    what: object
    detail: object
    who: object
    about: tuple[Found, ...]
    is_erased: bool
    digest: str


def entries(*, seen_by: Actor, about: Collection[str] = ()) -> QuerySet[Entry]:
    """The facts that this person may read, newest first; `about` narrows to an object that is theirs to see, by its
    code and those of the profiles that went up in it. What is also about somebody else's portfolio is left out."""
    rows = Entry.objects.filter(kind__in=kinds_for(seen_by.role)).order_by("-number")
    if about:
        rows = rows.filter(pk__in=About.objects.filter(code__in=about).values("entry"))
    others = codes_of_others(seen_by)
    if others is not None:
        rows = rows.exclude(pk__in=About.objects.filter(code__in=others).values("entry"))
    return rows.select_related("payload").prefetch_related("abouts")


def with_word(rows: QuerySet[Entry], word: str, *, seen_by: Actor) -> QuerySet[Entry]:
    """Those about an object, or done by a person, whose name holds this word."""
    people = Account.objects.filter(Q(name__icontains=word) | Q(email__icontains=word)).values("code")
    about = Entry.objects.filter(abouts__code__in=codes_called(word, seen_by=seen_by)).values("pk")
    return rows.filter(Q(actor__in=people) | Q(pk__in=about))


def lines_of(found: Iterable[Entry], *, seen_by: Actor) -> Sequence[Line]:
    """Entries in words, with two questions for all of them together."""
    found = list(found)
    people = people_of(entry.actor for entry in found)
    objects = objects_of({about.code for entry in found for about in entry.abouts.all()}, seen_by=seen_by)
    return [_line(entry, people, objects, seen_by) for entry in found]


def all_lines(rows: QuerySet[Entry], *, seen_by: Actor) -> Iterator[Line]:
    """Every line of a list, a stretch at a time: a file of a million lines never stands in memory."""
    last: int | None = None
    while True:
        stretch = list((rows if last is None else rows.filter(number__lt=last)).order_by("-number")[:STRETCH])
        if not stretch:
            return
        yield from lines_of(stretch, seen_by=seen_by)
        last = stretch[-1].number


def kind_choices(*, seen_by: Actor) -> list[tuple[str, str]]:
    """The kinds that this person may read, by their sentence."""
    known = known_facts()
    named = ((kind, _plain(str(words_of(known[kind]).sentence))) for kind in kinds_for(seen_by.role))
    return sorted(named, key=lambda choice: choice[1])


def _plain(sentence: str) -> str:
    """A sentence without its places: "Week … was reported"."""
    return sentence % _Dots()


class _Dots(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "…"


def _line(entry: Entry, people: Any, objects: Mapping[str, Found], seen_by: Actor) -> Line:
    moment = moment_of(entry)
    return Line(
        number=entry.number,
        happened_at=entry.happened_at,
        recorded_at=entry.recorded_at,
        kind=entry.kind,
        what=sentence_of(moment),
        detail=detail_of(moment),
        who=who(moment, people, seen_by=seen_by),
        about=tuple(objects[about.code] for about in entry.abouts.all() if about.code in objects),
        is_erased=not hasattr(entry, "payload"),
        digest=entry.digest,
    )
