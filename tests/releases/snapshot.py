"""A release as text: how far its migrations went, every row of every table, and the files. Made and laid out again."""

import base64
import hashlib
import inspect
from datetime import date
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model

# What the framework fills in by itself, and who happened to be signed in.
OWN = {"contenttypes", "auth", "sessions"}


def made() -> dict[str, Any]:
    """The present program and the present data."""
    loader = MigrationExecutor(connection).loader
    leaves = sorted(key for key in loader.graph.leaf_nodes())
    ours = [key for key in sorted(loader.graph.nodes) if loader.graph.nodes[key].__module__.startswith("interregnum")]
    return {
        "migrations": [list(key) for key in leaves],
        "sources": {".".join(key): source_of(loader.graph.nodes[key]) for key in ours},
        "tables": {model._meta.label: rows_of(model) for model in tables(apps)},
        "files": {path: base64.b64encode(content).decode() for path, content in stored().items()},
    }


def source_of(migration: object) -> str:
    """The fingerprint of a migration's text: one that was released does not change any more."""
    return hashlib.sha256(inspect.getsource(inspect.getmodule(migration)).encode()).hexdigest()  # type: ignore[arg-type]


def tables(known: Any) -> list[type[Model]]:
    return [model for model in known.get_models(include_auto_created=True) if model._meta.app_label not in OWN]


def rows_of(model: type[Model]) -> list[dict[str, Any]]:
    fields = model._meta.concrete_fields
    return [
        {field.attname: plain(field, getattr(row, field.attname)) for field in fields}
        for row in model._default_manager.order_by("pk")
    ]


def plain(field: Any, value: Any) -> Any:
    """A value as text can hold it; a moment to the microsecond, for the journal's seals cover it."""
    value = value if field.get_internal_type() == "JSONField" else field.get_prep_value(value)
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, dict | list | str | int | float | None) else str(value)


def stored() -> dict[str, bytes]:
    root = Path(settings.FILES_ROOT)
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def lay_out(snapshot: dict[str, Any]) -> None:
    """Make an empty database and an empty folder what they were at that release."""
    executor = MigrationExecutor(connection)
    state = executor.migrate([tuple(key) for key in snapshot["migrations"]])
    models = {model._meta.label: model for model in tables(state.apps)}
    with connection.constraint_checks_disabled(), transaction.atomic():
        with connection.cursor() as cursor:
            for model in models.values():
                cursor.execute(f'DELETE FROM "{model._meta.db_table}"')
        for label, rows in snapshot["tables"].items():
            _fill(models[label], rows)
        with connection.cursor() as cursor:
            for sql in connection.ops.sequence_reset_sql(no_style(), list(models.values())):
                cursor.execute(sql)
    for path, content in snapshot["files"].items():
        target = Path(settings.FILES_ROOT) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(base64.b64decode(content))


def _fill(model: type[Model], rows: list[dict[str, Any]]) -> None:
    fields: dict[str, Any] = {field.attname: field for field in model._meta.concrete_fields}
    for field in fields.values():
        # A moment that is filled in by itself was filled in long ago.
        field.auto_now = field.auto_now_add = False
    model._default_manager.bulk_create(
        model(**{name: value_of(fields[name], value) for name, value in row.items()}) for row in rows
    )


def value_of(field: Any, value: Any) -> Any:
    return value if field.get_internal_type() == "JSONField" else field.to_python(value)
