"""The gates of a contract as a list: those that are shut first, the one that must begin soonest on top."""

from django.utils.translation import gettext as _

from interregnum.stages.deliver.queries.gates import GatesPage, GateView
from interregnum.web.pieces import Badge, Cell, Column, Row, Table, Tone
from interregnum.web.templatetags.web import day


def gate_table(page: GatesPage) -> Table:
    columns = [
        Column("gate", _("Gate")),
        Column("owner", _("Who sees to it")),
        Column("latest", _("Begin by")),
        Column("state", _("State")),
    ]
    if page.is_bureau:
        columns.append(Column("more", _("More")))
    rows = [Row(_cells(view, is_bureau=page.is_bureau), url=view.url) for view in page.gates]
    return Table(id="gates", columns=columns, rows=rows, searchable=False)


def _cells(view: GateView, *, is_bureau: bool) -> tuple[object, ...]:
    why = f"{view.why} {view.note}".strip()
    latest: object = view.latest if view.is_shut else "–"
    if view.is_late:
        latest = Badge(day(view.latest), Tone.BAD)
    cells = (Cell(view.name, note=why), view.owner, latest, view.state)
    return (*cells, _more(view)) if is_bureau else cells


def _more(view: GateView) -> object:
    if view.override_url:
        return Cell(_("Let it through") if view.is_shut else _("Take back"), url=view.override_url)
    return Cell(_("Document"), url=view.file_url) if view.file_url else ""
