"""Everything that is kept of one person, as they may have it: a file for machines, a page to read, and their files."""

import io
import json
import zipfile
from datetime import date, datetime
from importlib.resources import files
from typing import Any

from django.db.models import DateField, Field, Model
from django.utils.translation import gettext as _
from django.utils.translation import override

from interregnum.files.models import StoredFile
from interregnum.files.store import content_of
from interregnum.journal.models import Entry
from interregnum.journal.timeline import moment_of
from interregnum.kernel.period import local_day
from interregnum.outside.documents import pdf
from interregnum.records.classes import Class
from interregnum.records.fields import class_of, table_of
from interregnum.records.persons import Person, rows_of, tables_of_persons
from interregnum.web.history import sentence_of

# Beside what is personal, what tells which row it is and when.
MARKS = frozenset({"code", "number", "state", "role"})


def package_of(person: Person, *, name: str, language: str, at: datetime) -> bytes:
    """A ZIP file with data.json, data.pdf and the person's own files."""
    with override(language):
        rows, deeds = gathered(person), deeds_of(person)
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as target:
            told = {"made_at": at.isoformat(), "rows": rows, "deeds": deeds}
            target.writestr("data.json", json.dumps(told, ensure_ascii=False, indent=2))
            target.writestr("data.pdf", _document(rows, deeds, name=name, language=language, on=local_day(at)))
            for stored in files_of(person):
                target.writestr(f"files/{stored.code}-{stored.name}", content_of(stored))
    return content.getvalue()


def gathered(person: Person) -> dict[str, list[dict[str, Any]]]:
    """Table -> its rows of this person, with the fields that are theirs. No key to anything, and nobody else's."""
    found = {}
    for model, table in tables_of_persons():
        rows = [_row(row) for row in rows_of(model, person)] if table.shown else []
        if rows := [row for row in rows if row]:
            found[model._meta.label] = rows
    return found


def _row(row: Model) -> dict[str, Any]:
    return {field.name: _plain(getattr(row, field.attname)) for field in row._meta.concrete_fields if _is_theirs(field)}


def _is_theirs(field: "Field[Any, Any]") -> bool:
    if field.is_relation or field.primary_key:
        return False
    table = table_of(field.model)
    named, kept = table.theirs.split(), table.sensitive.split()
    is_named = field.name in named or ("*" in named and field.name not in kept)
    return is_named or class_of(field) is Class.PERSONAL or isinstance(field, DateField) or field.name in MARKS


def _plain(value: Any) -> Any:
    match value:
        case date():
            return value.isoformat()
        case None | bool() | int() | list() | dict():
            return value
        case _:
            return str(value)


def deeds_of(person: Person) -> list[dict[str, str]]:
    """What this person did, by the journal: moments and sentences, in which no other is named."""
    entries = Entry.objects.filter(actor__in=person.accounts).select_related("payload").order_by("number")
    return [{"at": entry.happened_at.isoformat(), "what": str(sentence_of(moment_of(entry)))} for entry in entries]


def files_of(person: Person) -> list[StoredFile]:
    """The files that the person's own rows point at."""
    found: dict[str, StoredFile] = {}
    for model, table in tables_of_persons():
        names = [field.name for field in model._meta.concrete_fields if field.related_model is StoredFile]
        if not names or not table.shown or model._meta.label == "records.DataRequest":
            continue
        for row in rows_of(model, person).select_related(*names):
            kept = (getattr(row, name) for name in names)
            found |= {stored.code: stored for stored in kept if stored is not None}
    return list(found.values())


def _document(rows: dict[str, Any], deeds: list[dict[str, str]], *, name: str, language: str, on: date) -> bytes:
    parts = [
        {
            "title": label.partition(".")[2],
            "rows": [
                [[key, _shown(value)] for key, value in row.items() if value not in (None, "", [], {})] for row in lines
            ],
        }
        for label, lines in rows.items()
    ]
    done = {"title": _("What you did"), "rows": [[[deed["at"][:10], deed["what"]]] for deed in deeds]}
    data = {"title": _("Your data"), "name": name, "language": language, "day": on.isoformat()}
    template = (files("interregnum.records") / "documents" / "package.typ").read_text("utf-8")
    return pdf(template, data | {"parts": [*parts, done]}, day=on)


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
