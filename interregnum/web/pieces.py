"""The values that the pieces of a page are drawn from: made by queries and views, read by web/templates/web/pieces/."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any


class Tone(StrEnum):
    """What a badge, meter or notice wants to say; always beside a word."""

    NEUTRAL = "neutral"
    INFO = "info"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True)
class Badge:
    text: object
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True)
class Cell:
    """A cell of a table with a second, quieter line or an address of its own."""

    text: object
    note: object = ""
    url: str = ""


@dataclass(frozen=True)
class Column:
    key: str
    label: object
    sortable: bool = False
    numeric: bool = False


@dataclass(frozen=True)
class Choice:
    """One value that a list can be narrowed to, and how many lines it would then have."""

    value: str
    label: object
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class FacetBox:
    """The values of one filter with their counts; `key` is its name in the address."""

    key: str
    label: object
    choices: Sequence[Choice]


@dataclass(frozen=True)
class Row:
    """A cell is anything a template can print: text, number, Money, date, Badge or Cell."""

    cells: Sequence[object]
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A list with search, filters, order and pages; `sort` is a column's key, with "-" before it for descending."""

    columns: Sequence[Column]
    rows: Sequence[Row]
    base_url: str = ""
    id: str = "list"
    caption: object = ""
    sort: str = ""
    query: str = ""
    searchable: bool = True
    filters: Any = None
    facets: Sequence[FacetBox] = ()
    page: Any = None
    export_url: str = ""
    workbook_url: str = ""
    whole_url: str = ""
    empty_title: object = ""
    empty_text: object = ""
    empty_url: str = ""
    empty_label: object = ""
    everything_url: str = ""
    tools: str = ""
    columns_to_choose: Sequence[Choice] = ()
    kept_query: str = ""

    @property
    def chosen(self) -> int:
        """How many values of the filters are chosen."""
        return sum(choice.is_chosen for box in self.facets for choice in box.choices)


class StepState(StrEnum):
    DONE = "done"
    CURRENT = "current"
    TODO = "todo"


@dataclass(frozen=True)
class Step:
    label: object
    state: StepState = StepState.TODO
    url: str = ""


@dataclass(frozen=True)
class Event:
    """One line of a timeline, newest first; `detail` says what changed."""

    at: date | datetime
    what: object
    who: object = ""
    url: str = ""
    detail: object = ""


@dataclass(frozen=True)
class Tab:
    label: object
    url: str
    is_current: bool = False
    count: int = 0


@dataclass(frozen=True)
class Figure:
    label: object
    number: object
    note: object = ""


@dataclass(frozen=True)
class Definition:
    label: object
    value: object


@dataclass(frozen=True)
class ToDo:
    """What needs this person now: one line, one link; `due` says when, in a badge."""

    what: object
    url: str
    note: object = ""
    due: Badge | None = None


@dataclass(frozen=True)
class Meter:
    """A share of a whole: `part` of `whole`, drawn as a bar with its words beside it."""

    label: object
    part: float
    whole: float = 100
    text: object = ""
    tone: Tone = Tone.NEUTRAL

    @property
    def width(self) -> str:
        share = self.part / self.whole if self.whole else 0
        return f"{min(max(share, 0), 1) * 100:.1f}%"


@dataclass(frozen=True)
class NavItem:
    label: object
    url: str
    is_current: bool = False
    count: int = 0


@dataclass(frozen=True)
class FieldGroup:
    """The fields of a form under one legend; the last group holds those that no fieldset names."""

    legend: object = ""
    fields: list[Any] = field(default_factory=list)
