"""The addresses of a record: a line that its manager contests, and that the bureau reads already."""

from collections.abc import Callable
from typing import Any

from interregnum.kernel.actor import Role
from interregnum.kernel.lists import Category
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.learn.models import Closed, RecordLine
from interregnum.stages.learn.rules.lines import Kind
from tests.house import forms_of_library as library
from tests.world import NOW, TODAY


def line_of(life: Any, kind: Kind = Kind.RESULTS, **more: Any) -> str:
    assignment = Assignment.objects.get(code=life.assignment)
    told = {"number": 1, "of": 2, "on": TODAY, "noted_at": NOW, "shown_on": TODAY}
    row, _is_new = RecordLine.objects.get_or_create(
        manager=life.cast.max_profile, assignment=assignment, kind=kind, defaults=told | more
    )
    return str(row.code)


def contested_of(life: Any) -> str:
    return line_of(life, Kind.DEADLOCKS, contest="Dit deed ik niet.", contested_at=NOW)


def profile_of(life: Any) -> str:
    return str(life.cast.max_profile.code)


def had_of_learning(life: Any) -> None:
    """All that the addresses need of a life, so that asking for them writes nothing."""
    library.case_of(life)
    line_of(life)
    contested_of(life)
    case_of(life)


def case_of(life: Any) -> None:
    """A year of which the firm can prove something."""
    brief = Assignment.objects.values_list("contract__brief", flat=True).get(code=life.assignment)
    told = {"category": Category.CHANGE, "year": TODAY.year, "closed_on": TODAY, "filled": 1}
    Closed.objects.get_or_create(brief_id=brief, defaults=told)


def all_of_learning(life: Any) -> None:
    """The same, with all that people write in it."""
    had_of_learning(life)
    library.all_of_library(life)
    RecordLine.objects.filter(code=contested_of(life)).update(
        comment="Dat was de directie.", verdict="Klopt.", is_struck=True, decided_at=NOW, decided_by=life.cast.anton
    )


MEASURED: dict[str, dict[str, str]] = {
    f"bureau:learn-proof-{page}": {"measure": "reached"} for page in ("list", "export", "workbook")
}
MEASURED |= {"bureau:learn-proof-year": {"year": str(TODAY.year), "language": "nl"}}
FORMS_OF_LEARNING: dict[str, dict[str, Any]] = library.FORMS_OF_LIBRARY | {
    "manager:learn-line": {"words": "Dat was de directie."},
    "bureau:learn-line": {"decision": "stands", "why": "Zo stond het in de verslagen."},
}
WHOM_OF_LEARNING = library.WHOM_OF_LIBRARY | {
    "manager:learn-line": (Role.MANAGER, "reported"),
    "bureau:learn-line": (Role.ACCOUNT_MANAGER, "reported"),
}
MADE_OF_LEARNING: dict[str, Callable[[Any], str]] = library.MADE_OF_LIBRARY | {
    "manager:learn-line": line_of,
    "bureau:learn-line": contested_of,
    "bureau:learn-record": profile_of,
}
