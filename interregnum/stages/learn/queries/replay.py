"""B2: the sums of a record as the journal tells them."""

from interregnum.journal.models import Entry
from interregnum.people.merged import gathered_in
from interregnum.stages.learn.models import Record
from interregnum.stages.learn.rules.lines import Kind
from interregnum.stages.learn.rules.record import Sums, read
from interregnum.stages.learn.rules.replay import KINDS, replayed


def record_by_journal(manager: str) -> dict[Kind, Sums]:
    """Of this profile and of all that went up in it; to be held against what is stored."""
    rows = Entry.objects.filter(abouts__code__in=gathered_in(manager), kind__in=KINDS).order_by("number").distinct()
    told = rows.values_list("kind", "payload__content")
    # What was erased has no content left.
    return replayed((kind, content or {}) for kind, content in told)


def record_stored(manager: str) -> dict[Kind, Sums]:
    row = Record.objects.filter(manager__code=manager).first()
    return read(row.sums) if row else {}


def firm_sums() -> dict[Kind, Sums]:
    """Of all records together: what small numbers shrink toward."""
    found: dict[Kind, Sums] = {}
    for sums in Record.objects.values_list("sums", flat=True):
        for kind, one in read(sums).items():
            found[kind] = found.get(kind, Sums()) + one
    return found
