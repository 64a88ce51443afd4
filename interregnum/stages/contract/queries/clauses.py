"""The words of clauses: those that hold on a day, and those that a contract was drawn with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from interregnum.stages.contract.models import ClauseVersion
from interregnum.stages.contract.rules.states import Deed


@dataclass(frozen=True)
class ClauseText:
    """A clause in the language of the reader."""

    code: str
    title: str
    text: str


def clauses_in_force(codes: Mapping[Deed, Sequence[str]], *, on: date) -> dict[str, list[tuple[str, int]]]:
    """For each agreement the (code, version) of the clauses with words in them, in the order of `codes`."""
    held: dict[tuple[str, str], ClauseVersion] = {}
    # Of each clause the latest comes last, and stays.
    for row in ClauseVersion.objects.filter(deed__in=codes, valid_from__lte=on).order_by("valid_from", "version"):
        held[row.deed, row.clause] = row
    return {
        deed.value: [(code, found.version) for code in wanted if (found := held.get((deed, code))) and found.text_nl]
        for deed, wanted in codes.items()
    }


def clauses_as_drawn(
    kept: Mapping[str, Sequence[tuple[str, int]]], deed: Deed, *, only: str = ""
) -> tuple[ClauseText, ...]:
    """The clauses of an agreement in the words that it was drawn with: none on paper; `only` one, by its code."""
    wanted = [(code, version) for code, version in kept.get(deed, ()) if only in {"", code}]
    rows = ClauseVersion.objects.filter(deed=deed, clause__in=[code for code, _version in wanted])
    found = {(row.clause, row.version): row for row in rows}
    return tuple(text_of(found[each]) for each in wanted)


def text_of(row: ClauseVersion) -> ClauseText:
    """A version in the language of the reader."""
    if get_language() == "en":
        return ClauseText(row.clause, row.title_en, row.text_en)
    return ClauseText(row.clause, row.title_nl, row.text_nl)
