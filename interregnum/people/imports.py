"""The way of a sheet into the tables: read, its columns named, tried out, taken over in batches, reported."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import batched

from django.db.models import F, QuerySet
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interregnum.files import store
from interregnum.jobs.progress import start, tell_progress
from interregnum.jobs.queue import SOMEBODY_WAITS, HopelessError, job
from interregnum.journal.record import action
from interregnum.kernel.actor import ALL_OF_THE_FIRM, HOUSE, Actor, Role
from interregnum.kernel.refused import Refused
from interregnum.outside.sheets.read import Refused as Unread
from interregnum.outside.sheets.read import Sheet
from interregnum.people.consents import refused_consent
from interregnum.people.import_kinds import KINDS, Taker
from interregnum.people.models import Import, ImportFault
from interregnum.people.rules.consent import NOBODY_ASKED, Consent
from interregnum.people.rules.importing import (
    Columns,
    Fields,
    ImportKind,
    ImportState,
    Line,
    Outcome,
    RowFault,
    guessed,
    lacking,
    read_lines,
)

MEDIA_TYPE = "application/x-rows"
BATCH = 500
TRIABLE = (ImportState.READ, ImportState.TRIED, ImportState.FAILED)


@action
def keep_sheet(
    *, kind: ImportKind, name: str, sheet: Sheet | Unread, by: Actor, at: datetime, consent: Consent = NOBODY_ASKED
) -> str | Refused:
    """Keep the rows of a file that was read until they are taken over; returns the code of the import.

    Reading takes seconds in which the database must not wait: so it is done before.
    """
    if not isinstance(sheet, Sheet):
        return Refused.because(sheet.code, "file", **sheet.facts)
    if (refused := refused_consent(consent, at=at)) is not None:
        return refused
    fields = KINDS[kind].fields()
    row = Import.objects.create(
        kind=kind,
        name=name[:200],
        uploaded_by=by.code,
        uploaded_at=at,
        rows=store.keep(name="rows", content=sheet.rows, media_type=MEDIA_TYPE, at=at),
        headings=[heading[:120].replace("\x00", "") for heading in sheet.headings],
        consented_on=consent.given_on,
        consent_source=consent.source,
        total=sheet.total,
    )
    row.columns = _remembered(row) or guessed(row.headings, fields)
    row.save(update_fields=["columns"])
    return row.code


def _remembered(row: Import) -> Columns:
    """The columns that were named the last time for a file with the same headings."""
    before = Import.objects.filter(kind=row.kind, state=ImportState.DONE).order_by("-pk")[:50]
    return next((one.columns for one in before if one.headings == row.headings), {})


@action
def name_columns(*, code: str, columns: Columns, by: Actor) -> Refused | None:
    """Say which column holds what; a column serves once, and what no row can do without must have one."""
    row = Import.objects.get(code=code)
    lacks = lacking(columns, KINDS[row.kind].fields())
    if lacks:
        return Refused(tuple(Refused.because("import.column_needed", name).reasons[0] for name in lacks))
    twice = [name for name, place in columns.items() if list(columns.values()).count(place) > 1]
    if twice:
        return Refused(tuple(Refused.because("import.column_twice", name).reasons[0] for name in twice))
    fresh = {"added": 0, "changed": 0, "unchanged": 0, "refused": 0, "done": 0, "state": ImportState.TRYING}
    if not Import.objects.filter(code=code, state__in=TRIABLE).update(columns=dict(columns), **fresh):
        return Refused.because("import.under_way")
    row.faults.all().delete()
    _enqueue(code, by)
    return None


@action
def take_over(*, code: str, by: Actor) -> Refused | None:
    """Import what was tried, or go on where an import was broken off."""
    fresh = {"added": 0, "changed": 0, "unchanged": 0, "refused": 0, "done": 0}
    tried = Import.objects.filter(code=code, state=ImportState.TRIED)
    if not tried.update(state=ImportState.IMPORTING, **fresh):
        return Refused.because("import.under_way")
    ImportFault.objects.filter(of__code=code).delete()
    _enqueue(code, by)
    return None


def _enqueue(code: str, by: Actor) -> None:
    Import.objects.filter(code=code).update(job=start(go_through, code, by.code, by.role, by=by.code))


def _broken_off(code: str, *_by: str) -> None:
    Import.objects.filter(code=code, state__in=[ImportState.TRYING, ImportState.IMPORTING]).update(
        state=ImportState.FAILED
    )


@job(called=_("Go through an imported file"), priority=SOMEBODY_WAITS, given_up=_broken_off)
def go_through(code: str, by: str = HOUSE.code, role: str = HOUSE.role) -> None:
    """Try or take over the rows that had no turn yet, as the deed of who wanted it (`by`, the code of an account).

    Killed anywhere, it goes on after the last whole batch.
    """
    row = Import.objects.select_related("rows").filter(code=code).first()
    if row is None or row.state not in {ImportState.TRYING, ImportState.IMPORTING}:
        return
    if row.rows is None:
        raise HopelessError("the rows are gone")
    at = timezone.now()  # noqa: TID251 - the moment of the work, which no caller may choose
    run(row, by=Actor(role=Role(role), code=by), at=at)


def run(row: Import, *, by: Actor, at: datetime) -> None:
    taker, first = KINDS[row.kind].taker(Consent(row.consented_on, row.consent_source)), row.done
    lines = enumerate(taker.checked(_lines(row)))
    # The rows before the first one are read again: what stands higher up decides what is double.
    rest = (line for number, line in lines if number >= first)
    for batch in batched(rest, BATCH):
        _batch(row, batch, taker, by=by, at=at)
        tell_progress(row.done, row.total)
    done = ImportState.TRIED if row.state is ImportState.TRYING else ImportState.DONE
    Import.objects.filter(pk=row.pk, state=row.state).update(state=done)


def _lines(row: Import) -> Iterator[Line]:
    assert row.rows
    rows = map(json.loads, store.content_of(row.rows).splitlines())
    return read_lines(rows, KINDS[row.kind].fields(), row.columns, width=len(row.headings))


@action
def _batch(row: Import, lines: tuple[Line, ...], taker: Taker, *, by: Actor, at: datetime) -> None:
    """So many rows with their report and the count of them, all or nothing."""
    good, bad = [line for line in lines if not line.faults], [line for line in lines if line.faults]
    outcomes = taker.take(good, is_trial=row.state is ImportState.TRYING, by=by, at=at)
    counts = {outcome: F(outcome) + outcomes.count(outcome) for outcome in Outcome if outcome is not Outcome.REFUSED}
    mine = Import.objects.filter(pk=row.pk, state=row.state, done=row.done)
    # The filter carries where this worker thinks that we are: of two at the same file one is right.
    if not mine.update(done=row.done + len(lines), refused=F("refused") + len(bad), **counts):
        raise HopelessError("somebody else goes through this file")
    ImportFault.objects.bulk_create(
        ImportFault(of=row, line=fault.line, column=fault.column, value=fault.value, code=fault.code)
        for line in bad
        for fault in line.faults
    )
    row.done += len(lines)


@dataclass(frozen=True)
class ImportReport:
    """What a file does, or would do: counts of rows, and every fault with its line."""

    added: int
    changed: int
    unchanged: int
    refused: int
    faults: tuple[RowFault, ...] = field(default=())


def import_sheet(
    *,
    kind: ImportKind,
    sheet: Sheet | Unread,
    name: str = "",
    by: Actor,
    at: datetime,
    dry_run: bool = False,
    consent: Consent = NOBODY_ASKED,
) -> ImportReport | Refused:
    """The whole way at once, for whoever waits at a terminal; the columns as they are guessed."""
    code = keep_sheet(kind=kind, name=name, sheet=sheet, by=by, at=at, consent=consent)
    if isinstance(code, Refused):
        return code
    row = Import.objects.select_related("rows").get(code=code)
    lacks = lacking(row.columns, KINDS[kind].fields())
    if not lacks:
        row.state = ImportState.TRYING if dry_run else ImportState.IMPORTING
        row.save(update_fields=["state"])
        run(row, by=by, at=at)
    report = report_of(row)
    forget(row)
    return Refused.because("import.columns_needed", names=", ".join(lacks)) if lacks else report


def report_of(row: Import) -> ImportReport:
    row.refresh_from_db()
    faults = tuple(RowFault(one.line, one.column, one.value, one.code) for one in row.faults.all())
    return ImportReport(row.added, row.changed, row.unchanged, row.refused, faults)


def forget(row: Import) -> None:
    """Throw the rows of a file and its report away; its headings and columns stay, to be remembered."""
    row.faults.all().delete()
    if row.rows:
        store.discard(row.rows)


def import_of(code: str, *, seen_by: Actor) -> Import:
    """One's own import, or for who may know of everything any. Raises Http404."""
    row = Import.objects.select_related("rows").filter(code=code).first()
    if row is None or not (seen_by.role in ALL_OF_THE_FIRM or row.uploaded_by == seen_by.code):
        raise Http404
    return row


def columns_found(row: Import) -> list[str]:
    """The headings of a file, each with the first thing that stands below it."""
    rows = store.content_of(row.rows).splitlines()[:20] if row.rows else []
    first = [json.loads(line)[1] for line in rows]
    found = []
    for place, heading in enumerate(row.headings):
        below = next((cells[place] for cells in first if place < len(cells) and cells[place]), "")
        found.append(f"{heading or '–'} ({below[:30]})" if below else heading or "–")
    return found


def fields_of(row: Import) -> Fields:
    return KINDS[row.kind].fields()


def faults_of(row: Import) -> QuerySet[ImportFault]:
    return row.faults.all()
