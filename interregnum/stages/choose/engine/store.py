"""The narrow table is kept as the profiles are: each note of a change is worked off before anybody reads."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import batched

from django.db import transaction
from django.db.models import Max

from interregnum.outside.chance import new_code
from interregnum.stages.choose.engine.columns import NUMBERS, written
from interregnum.stages.choose.engine.names import Kind
from interregnum.stages.choose.engine.profiles import profiles
from interregnum.stages.choose.models import ManagerRow, MatchName, MatchStep, ProfileChange
from interregnum.stages.choose.rules.numbers import numbers_of
from interregnum.stages.choose.rules.values import Candidate

BATCH = 1000
LONGEST = 300
LISTED = {Kind.DISCIPLINE: "disciplines", Kind.SECTOR: "sectors", Kind.LANGUAGE: "languages", Kind.CONCEPT: "concepts"}
KEPT = ("code", "changed", "active", *NUMBERS, "marks", "employers", "conflicts")


def work_off() -> None:
    """Make the narrow rows of all profiles that were changed since the last time, in the asker's transaction."""
    if not ProfileChange.objects.exists():
        return
    with transaction.atomic():
        step = _next_step()
        notes = list(ProfileChange.objects.values_list("pk", "manager"))
        # The notes were read first: a change that is committed after this has a note of its own.
        for managers in batched(sorted({manager for _note, manager in notes}), BATCH):
            _keep(managers, step)
        for some in batched(notes, BATCH):
            ProfileChange.objects.filter(pk__in=[note for note, _manager in some]).delete()


def _next_step() -> int:
    """One writer after the other: a step is never seen before the one that precedes it."""
    MatchStep.objects.get_or_create(number=0)
    MatchStep.objects.select_for_update().get(number=0)
    number: int = MatchStep.objects.aggregate(last=Max("number"))["last"] + 1
    MatchStep.objects.create(number=number, token=new_code())
    return number


def _keep(managers: Sequence[int], step: int) -> None:
    found = list(profiles(managers))
    numbers = numbers_of_names(name for _key, candidate, _active in found for name in names_of(candidate))
    rows = [row_of(key, candidate, active=active, numbers=numbers, step=step) for key, candidate, active in found]
    ManagerRow.objects.bulk_create(rows, update_conflicts=True, unique_fields=["manager"], update_fields=KEPT)
    # Of who is gone an empty row is kept, so that every process hears of it.
    gone = set(managers) - {key for key, _candidate, _active in found}
    ManagerRow.objects.filter(pk__in=gone).update(changed=step, active=0, marks="", employers="", conflicts="")


def names_of(candidate: Candidate) -> Iterator[tuple[str, str]]:
    """Every name in a profile that the dictionary has a number for."""
    for kind, field in LISTED.items():
        yield from ((kind, code) for code in getattr(candidate, field))
    yield from ((Kind.ORGANISATION, name[:LONGEST]) for name in candidate.former_employers + candidate.conflicts)


def numbers_of_names(names: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """The number of each name; new ones get one."""
    wanted = set(names)
    texts = [text for _kind, text in wanted]
    known = _known(texts)
    new = sorted(wanted - known.keys())
    MatchName.objects.bulk_create([MatchName(kind=kind, text=text) for kind, text in new], ignore_conflicts=True)
    return _known(texts) if new else known


def _known(texts: Sequence[str]) -> dict[tuple[str, str], int]:
    rows = MatchName.objects.filter(text__in=texts).values_list("kind", "text", "pk")
    return {(kind, text): number for kind, text, number in rows}


def row_of(
    key: int, candidate: Candidate, *, active: bool, numbers: Mapping[tuple[str, str], int], step: int
) -> ManagerRow:
    """The narrow row of one manager; `numbers` is the dictionary of all names in it."""
    marks = [numbers[kind, code] for kind, field in LISTED.items() for code in getattr(candidate, field)]
    employers, conflicts = (
        [numbers[Kind.ORGANISATION, name[:LONGEST]] for name in names]
        for names in (candidate.former_employers, candidate.conflicts)
    )
    return ManagerRow(
        manager=key,
        code=candidate.code,
        changed=step,
        active=int(active),
        marks=written(marks),
        employers=written(employers),
        conflicts=written(conflicts),
        **vars(numbers_of(candidate)),
    )
