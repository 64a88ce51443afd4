"""Files that hold a person though no row says whose they are: CVs of who signed up, CVs not taken over, and sheets."""

import json

from django.db.models import Q

from interregnum.files import store
from interregnum.files.models import StoredFile
from interregnum.people.cvs import forget_cv
from interregnum.people.imports import forget
from interregnum.people.models import Application, CvFile, Import
from interregnum.records.persons import Person


def drop_loose_files(person: Person) -> int:
    """Before the rows and words go by which they are found; gives how many."""
    cvs, sheets = _cvs(person), _sheets(person)
    for cv in cvs:
        forget_cv(cv)
    for sheet in sheets:
        forget(sheet)
    return len(cvs) + len(sheets)


def _cvs(person: Person) -> list[CvFile]:
    signed_up = Q(pk=None)
    for email in person.emails:
        signed_up |= Q(email__iexact=email)
    theirs = set(Application.objects.filter(signed_up).exclude(cv=None).values_list("cv", flat=True))
    rows = CvFile.objects.select_related("file").filter(manager=None)
    return [row for row in rows if row.pk in theirs or _names(person, _written(row.read, row.lines))]


def _sheets(person: Person) -> list[Import]:
    rows = Import.objects.select_related("rows").exclude(rows=None)
    return [row for row in rows if row.rows and _names(person, _rows(row.rows))]


def _rows(stored: StoredFile) -> str:
    try:
        return _written(*map(json.loads, store.content_of(stored).splitlines()))
    except (OSError, store.DamagedError):
        return ""


def _written(*values: object) -> str:
    return json.dumps(values, ensure_ascii=False, default=str)


def _names(person: Person, text: str) -> bool:
    folded = text.casefold()
    return any(word.casefold() in folded for word in person.sure_needles)
