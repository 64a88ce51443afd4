"""The fields of tables by their class, as classes.py gives it."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Field, Model

from interregnum.records.classes import TABLES, Class, Table

NAMED = {"public": Class.PUBLIC, "business": Class.BUSINESS, "personal": Class.PERSONAL, "sensitive": Class.SENSITIVE}
UNKNOWN = Table()


def table_of(model: type[Model]) -> Table:
    return TABLES.get(model._meta.label, UNKNOWN)


def class_of(field: "Field") -> Class | None:  # type: ignore[type-arg]
    """The class of a field; None when nobody has given it one yet."""
    table, rest = table_of(field.model), None
    for name, of in NAMED.items():
        words = getattr(table, name).split()
        if field.name in words:
            return of
        rest = of if "*" in words else rest
    if rest is None and (field.primary_key or field.is_relation or field.name == "code"):
        return Class.BUSINESS
    return rest


def fields_of(model: type[Model], least: Class) -> Iterator["Field"]:  # type: ignore[type-arg]
    """The columns of a table from a class upwards; what has no class yet counts as personal."""
    for field in model._meta.concrete_fields:
        if (class_of(field) or Class.PERSONAL) >= least:
            yield field


def unclassed() -> list[str]:
    """The fields that nobody has given a class, as app.Model.field."""
    return [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if class_of(field) is None
    ]
