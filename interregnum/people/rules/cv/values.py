"""What goes in and what comes out: lines of a document, and the fields that were read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# Between the pieces of a line that stand apart: cells of a table, or what a wide gap separates.
APART = "\t"


@dataclass(frozen=True)
class Line:
    """One line in reading order; `xs` says where each of its pieces begins, `gap` that it stands off from the last."""

    text: str
    xs: tuple[float, ...] = ()
    size: float = 0
    is_bold: bool = False
    is_italic: bool = False
    is_bullet: bool = False
    is_heading: bool = False
    gap: bool = False

    @property
    def pieces(self) -> tuple[str, ...]:
        return tuple(piece for part in self.text.split(APART) if (piece := part.strip()))

    @property
    def plain(self) -> str:
        return " ".join(self.text.split())


@dataclass(frozen=True)
class Streams:
    """The lines of a document, columns read apart: `main` first, then what stands beside or in boxes, then edges."""

    main: tuple[Line, ...]
    beside: tuple[tuple[Line, ...], ...] = ()
    edges: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Position:
    """`start` and `end` are YYYY-MM; `end` None while it runs, "" for what is not said."""

    employer: str
    title: str
    start: str
    end: str | None


@dataclass(frozen=True)
class Work:
    """One position before it is cleaned; the period as it was read."""

    title: str
    house: str
    start: str
    end: str | None
    is_vague: bool = False


@dataclass(frozen=True)
class Study:
    title: str
    institute: str
    year: int | None


@dataclass(frozen=True)
class Remark:
    """Something to look at before the fields are accepted; the words for `code` stand in people/cv_texts.py."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Cv:
    """What was read of a CV; `languages`, `disciplines` and `levels` are codes."""

    name: str = ""
    email: str = ""
    phone: str = ""
    city: str = ""
    languages: tuple[str, ...] = ()
    positions: tuple[Position, ...] = ()
    education: tuple[Study, ...] = ()
    disciplines: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    warnings: tuple[Remark, ...] = ()
