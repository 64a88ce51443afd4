"""What a desk shows: first what needs this person now, then how things stand."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interregnum.stages.deliver.queries import AssignmentLine
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


def assignments_table(lines: Sequence[AssignmentLine], address: object, *, empty_text: object) -> Table:
    """Running assignments as rows; `address` makes the link of one from its code."""
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
                    Cell(line.client, note=line.manager),
                    word_of(line.category),
                    line.weeks_left,
                    line.last_monday or "",
                    state_of(line),
                ),
                url=address(line.code),  # type: ignore[operator]
            )
            for line in lines
        ],
        searchable=False,
        empty_title=_("No assignment now"),
        empty_text=empty_text,
    )


def state_of(line: AssignmentLine) -> Badge:
    """One word for how an assignment stands, as far as the reports tell."""
    if line.late:
        return Badge(_("Report late"), Tone.BAD)
    if line.plan_state != "agreed":
        return Badge(_("Plan not agreed"), Tone.WARN)
    if line.last_mood == "hard":
        return Badge(_("Hard going"), Tone.WARN)
    return Badge(_("On course"), Tone.GOOD)
