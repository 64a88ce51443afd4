"""The search box: entries are kept in the same transaction as what they tell of, and found with bounded questions."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.db.models import F, QuerySet, Window
from django.db.models.functions import RowNumber
from rapidfuzz.distance import OSA

from interregnum.people.models.finding import SearchEntry, SearchPlace, SearchSlip, SearchWord
from interregnum.people.rules.search_words import SHORTEST_FORGIVEN, SHORTEST_INSIDE, slips_of, wanted

# Of words that begin as typed and of those that were perhaps meant, no more than these.
MOST_WORDS = 300
MOST_MEANT = 40
BATCH = 500


@dataclass(frozen=True)
class Entry:
    """What is kept of one object: how it is called, and the words by which it is found."""

    kind: str
    code: str
    title: str
    note: str
    words: frozenset[str]
    page_code: str = ""

    @property
    def digest(self) -> str:
        """A hash of all that is kept of it."""
        told = "\n".join((self.title, self.note, self.page_code, *sorted(self.words)))
        return sha256(told.encode()).hexdigest()


def keep(entries: Sequence[Entry]) -> None:
    """Keep these entries, in the place of what was kept of the same objects."""
    for at in range(0, len(entries), BATCH):
        _keep(entries[at : at + BATCH])


def _keep(entries: Sequence[Entry]) -> None:
    SearchEntry.objects.bulk_create(
        [
            SearchEntry(
                kind=one.kind,
                code=one.code,
                page_code=one.page_code or one.code,
                title=one.title[:200],
                note=one.note[:300],
                digest=one.digest,
            )
            for one in entries
        ],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["title", "note", "page_code", "digest"],
    )
    rows = dict(SearchEntry.objects.filter(code__in=[one.code for one in entries]).values_list("code", "pk"))
    keys = _word_keys({word for one in entries for word in one.words})
    SearchPlace.objects.filter(entry__in=rows.values()).delete()
    SearchPlace.objects.bulk_create(
        [SearchPlace(entry_id=rows[one.code], word_id=keys[word]) for one in entries for word in one.words],
        ignore_conflicts=True,
    )


def forget_in_search(codes: Collection[str]) -> int:
    """Take these objects, and the words that only they had, out of what can be found; returns how many."""
    _all, by_kind = SearchEntry.objects.filter(code__in=codes).delete()
    SearchWord.objects.filter(places=None).delete()
    return by_kind.get("people.SearchEntry", 0)


def _word_keys(words: Collection[str]) -> dict[str, int]:
    """The keys of these words; new ones are added with their slips."""
    known: dict[str, int] = {}
    listed = sorted(words)
    for at in range(0, len(listed), BATCH):
        known |= dict(SearchWord.objects.filter(text__in=listed[at : at + BATCH]).values_list("text", "pk"))
    new = sorted(set(words) - known.keys())
    SearchWord.objects.bulk_create([SearchWord(text=word) for word in new], ignore_conflicts=True, batch_size=BATCH)
    for at in range(0, len(new), BATCH):
        known |= dict(SearchWord.objects.filter(text__in=new[at : at + BATCH]).values_list("text", "pk"))
    SearchSlip.objects.bulk_create(
        [SearchSlip(text=slip, word_id=known[word]) for word in new for slip in slips_of(word)], batch_size=2000
    )
    return known


def find(query: str, *, each: int, among: QuerySet[SearchEntry] | None = None) -> list[SearchEntry]:
    """What fits all words of a query, at most `each` of a kind: beginnings of words first, then middles and slips."""
    typed, among = wanted(query), SearchEntry.objects.all() if among is None else among
    if not typed:
        return []
    beginning = [_beginning(word) for word in typed]
    found = _fitting(beginning, each, among)
    if len(found) < each:
        meant = [keys | _inside(word) | _meant(word) for word, keys in zip(typed, beginning, strict=True)]
        if meant != beginning:
            there = {one.pk for one in found}
            found += [one for one in _fitting(meant, each, among) if one.pk not in there]
    return found


def _beginning(word: str) -> frozenset[int]:
    """The words that begin so, the word itself among them."""
    after = word[:-1] + chr(ord(word[-1]) + 1)
    rows = SearchWord.objects.filter(text__gte=word, text__lt=after).order_by("text")
    return frozenset(rows.values_list("pk", flat=True)[:MOST_WORDS])


def _inside(word: str) -> frozenset[int]:
    """The words that have it in the middle or at the end, as the last digits of a number."""
    if len(word) < SHORTEST_INSIDE:
        return frozenset()
    rows = SearchWord.objects.filter(text__contains=word).order_by("text")
    return frozenset(rows.values_list("pk", flat=True)[:MOST_WORDS])


def _meant(word: str) -> frozenset[int]:
    """The words that differ from it by one letter missing, doubled, wrong or swapped."""
    if len(word) < SHORTEST_FORGIVEN or word.isdigit():
        return frozenset()
    slips = slips_of(word)
    # Two questions: one that asks for either goes through all words.
    same = SearchSlip.objects.filter(text__in={word, *slips}).values_list("word", "word__text")
    near = {*SearchWord.objects.filter(text__in=slips).values_list("pk", "text"), *same[: 10 * MOST_MEANT]}
    return frozenset(key for key, text in near if OSA.distance(word, text) == 1)


def _fitting(words: Sequence[Iterable[int]], each: int, rows: QuerySet[SearchEntry]) -> list[SearchEntry]:
    for keys in words:
        rows = rows.filter(pk__in=SearchPlace.objects.filter(word__in=list(keys)).values("entry"))
    place = Window(RowNumber(), partition_by=F("kind"), order_by=[F("title").asc(), F("pk").asc()])
    return list(rows.annotate(place=place).filter(place__lte=each).order_by("kind", "title", "pk"))
