"""What a desk shows: first what needs this person now, then how things stand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interregnum.kernel.actor import Actor
from interregnum.stages.contract.queries import ContractLine
from interregnum.stages.deliver.queries import AssignmentLine
from interregnum.stages.deliver.queries.signals import verdicts_by_code
from interregnum.stages.deliver.rules.reporting import week_number
from interregnum.web.pieces import Badge, Cell, Column, Figure, Row, Table, ToDo, Tone
from interregnum.web.words import word_of


@dataclass(frozen=True)
class Section:
    title: object
    table: Table


@dataclass(frozen=True)
class Link:
    label: object
    url: str


@dataclass(frozen=True, kw_only=True)
class DeskPage:
    name: str
    today: date
    todos: Sequence[ToDo] = ()
    nothing: object = ""
    figures: Sequence[Figure] = ()
    sections: Sequence[Section] = ()
    links: Sequence[Link] = field(default_factory=tuple)


def first_name(name: str) -> str:
    return name.split()[0] if name.split() else ""


def due(day: date, *, today: date) -> Badge:
    """How far off a day is, in words; late is said in so many words."""
    days = (day - today).days
    if days < 0:
        return Badge(ngettext("%(days)s day late", "%(days)s days late", -days) % {"days": -days}, Tone.BAD)
    if days == 0:
        return Badge(_("today"), Tone.WARN)
    words = ngettext("in %(days)s day", "in %(days)s days", days) % {"days": days}
    return Badge(words, Tone.WARN if days <= 3 else Tone.NEUTRAL)


def assignments_table(
    lines: Sequence[AssignmentLine],
    address: Callable[[str], str],
    *,
    actor: Actor,
    on: date,
    empty_text: object,
    whose: Callable[[AssignmentLine], Cell] = lambda line: Cell(line.client, note=line.manager),
) -> Table:
    """Running assignments as rows; `address` makes the link of one from its code, `whose` its first cell."""
    stands = verdicts_by_code([line.code for line in lines], seen_by=actor, on=on)
    return Table(
        columns=(
            Column("assignment", _("Assignment")),
            Column("category", _("Category")),
            Column("left", _("Weeks left"), numeric=True),
            Column("last", _("Last report")),
            Column("state", _("State")),
        ),
        rows=[
            Row(
                (
                    whose(line),
                    word_of(line.category),
                    line.weeks_left,
                    _("Week %(week)s") % {"week": week_number(line.last_monday)} if line.last_monday else "–",
                    stands[line.code],
                ),
                url=address(line.code),
            )
            for line in lines
        ],
        searchable=False,
        empty_title=_("No assignment now"),
        empty_text=empty_text,
    )


def _tone(line: ContractLine) -> Tone:
    if line.is_over:
        return Tone.NEUTRAL
    return Tone.GOOD if line.is_signed else Tone.WARN


def contracts_section(
    lines: Sequence[ContractLine], address: Callable[[str], str], *, other: Callable[[ContractLine], str]
) -> list[Section]:
    """The contracts to be found again after signing, with whom; no section where there is none yet."""
    if not lines:
        return []
    table = Table(
        id="contracts",
        columns=(
            Column("contract", _("Contract")),
            Column("starts", _("Starts on")),
            Column("ends", _("Ends on")),
            Column("state", _("State")),
        ),
        rows=[
            Row(
                (
                    Cell(line.number, note=other(line)),
                    line.starts_on,
                    line.ends_on,
                    Badge(line.state, _tone(line)),
                ),
                url=address(line.code),
            )
            for line in lines
        ],
        searchable=False,
    )
    return [Section(_("Your contracts"), table)]
