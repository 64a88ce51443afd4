"""What the pages of an import are given."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.actor import Actor
from interregnum.people.imports import faults_of
from interregnum.people.models import Import
from interregnum.people.rules.cells import guard
from interregnum.people.rules.importing import ImportKind, ImportState, RowFault
from interregnum.people.texts import COLUMNS_OF, fault_words
from interregnum.web.listing import Listing
from interregnum.web.pieces import Column, Figure, Row, Step, StepState
from interregnum.web.progress import ProgressPiece, progress_piece
from interregnum.web.requests import Request

LIST = {ImportKind.CLIENTS: "bureau:people-clients", ImportKind.ROSTER: "bureau:people-roster"}
NAME = {ImportKind.CLIENTS: _("Clients"), ImportKind.ROSTER: _("Managers")}
UPLOAD = {ImportKind.CLIENTS: "bureau:people-clients-import", ImportKind.ROSTER: "bureau:people-roster-import"}
HOW = {
    ImportKind.CLIENTS: (
        _("A row is an organisation, with a contact or without; several contacts are several rows."),
        _("An organisation is known by its name, a contact by its e-mail address: the same file twice adds nothing."),
        _("An empty cell says nothing: what is known already stays."),
        _("Nobody is invited and nobody is removed by an import."),
    ),
    ImportKind.ROSTER: (
        _("A manager is known by e-mail address: the same file twice adds nothing."),
        _("What the file has no column for stays as it is; somebody new gets 50 km, 5 days, equal roles and no cases."),
        _("Good rows come in; a row with a cell that cannot be read stays out, and you see which cell."),
        _("Nobody is removed by an import."),
        _("Whoever is new and did not consent is asked by mail, and erased when no answer comes in time."),
    ),
}
MOVING = (ImportState.TRYING, ImportState.IMPORTING)


@dataclass(frozen=True)
class ImportPage:
    """An import as far as it has come; `can_import` is false when nothing in the file is new."""

    name: str
    kind: object
    list_url: str
    again_url: str
    report_url: str
    state: ImportState
    steps: tuple[Step, ...]
    figures: tuple[Figure, ...]
    progress: ProgressPiece | None
    can_import: bool
    is_kept: bool


def import_page(row: Import, *, seen_by: Actor) -> ImportPage:
    return ImportPage(
        name=row.name,
        kind=NAME[row.kind],
        list_url=reverse(LIST[row.kind]),
        again_url=reverse(UPLOAD[row.kind]),
        report_url=reverse("bureau:people-import-report", args=[row.code]) if row.refused else "",
        state=row.state,
        steps=_steps(row.state),
        figures=_figures(row) if row.state in {ImportState.TRIED, ImportState.DONE} else (),
        progress=_progress(row, seen_by) if row.state in {*MOVING, ImportState.FAILED} else None,
        can_import=bool(row.added or row.changed),
        is_kept=row.rows is not None,
    )


def _progress(row: Import, seen_by: Actor) -> ProgressPiece | None:
    """How far the work is, for whoever started it."""
    try:
        return progress_piece(row.job, seen_by=seen_by)
    except Http404:
        return None


def _steps(state: ImportState) -> tuple[Step, ...]:
    at = {ImportState.READ: 1, ImportState.TRYING: 2, ImportState.TRIED: 2, ImportState.DONE: 4}.get(state, 3)
    labels = (_("File"), _("Columns"), _("Trial"), _("Import"))
    shown = (StepState.DONE, StepState.CURRENT, StepState.TODO)
    return tuple(Step(label, shown[1 + (number > at) - (number < at)]) for number, label in enumerate(labels))


def _figures(row: Import) -> tuple[Figure, ...]:
    is_done = row.state is ImportState.DONE
    return (
        Figure(_("New"), row.added, _("rows added") if is_done else _("rows will be added")),
        Figure(_("Changed"), row.changed, _("rows updated") if is_done else _("rows will be updated")),
        Figure(_("Unchanged"), row.unchanged, _("rows stay as they are")),
        Figure(_("Refused"), row.refused, _("rows stay out") if row.refused else ""),
    )


class FaultTable(Listing):
    """Each cell that was refused, with the reason in the reader's language."""

    columns = (
        Column("line", _("Line"), numeric=True),
        Column("column", _("Column")),
        Column("value", _("In the file")),
        Column("why", _("Why not")),
    )
    caption = _("What cannot be read")

    def __init__(self, request: Request, row: Import) -> None:
        super().__init__(request, faults_of(row))
        self.names = COLUMNS_OF[row.kind]

    def row(self, obj: Any) -> Row:
        return Row((str(obj.line), self.names.get(obj.column, "–"), obj.value, words_of(obj)))


def words_of(fault: Any) -> str:
    return fault_words(RowFault(fault.line, fault.column, fault.value, fault.code))


def report_line(fault: Any, kind: ImportKind) -> list[str]:
    """A fault as cells that are safe to open in a spreadsheet."""
    column = str(COLUMNS_OF[kind].get(fault.column, ""))
    return [str(fault.line), column, guard(fault.value), words_of(fault)]
