"""What of a release is no longer there, or no longer works, after the upgrade to the present program."""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.urls import reverse

from interregnum.flow.safekeeping.stored import file_faults
from interregnum.journal import chain
from interregnum.people.models import Account
from interregnum.stages.ask.models import Request
from tests.house.forms_of_asking import PROBLEM
from tests.releases.snapshot import plain
from tests.world import PASSWORD, browser

# What a migration was meant to change: the column, and in which rows.
CHANGED: dict[str, Callable[[dict[str, Any]], bool]] = {
    # Three criteria more share the hundred points.
    "parameters.Parameter.value": lambda row: row["name"].startswith("choose.weights."),
}
PEOPLE = ("bea", "anton", "carla", "max", "sara")


def faults(snapshot: dict[str, Any]) -> list[str]:
    return [*_lost(snapshot), *map(str, chain.faults()), *map(str, file_faults()), *_unusable()]


def _lost(snapshot: dict[str, Any]) -> list[str]:
    """Rows that are gone, and columns that hold something else."""
    known = {model._meta.label: model for model in apps.get_models(include_auto_created=True)}
    wrong = []
    for label, rows in snapshot["tables"].items():
        model = known.get(label)
        wrong += [f"no table {label}"] if model is None else _changed(model, rows)
    return wrong


def _changed(model: type[Model], rows: list[dict[str, Any]]) -> list[str]:
    label, key = model._meta.label, model._meta.pk.attname
    fields = {field.attname: field for field in model._meta.concrete_fields}
    present = {getattr(row, key): row for row in model._default_manager.all()}
    present |= {str(number): row for number, row in present.items()}
    wrong = []
    for row in rows:
        now = present.get(row[key])
        if now is None:
            wrong.append(f"gone: {label} {row[key]}")
            continue
        wrong += [
            f"changed: {label} {row[key]} {name}"
            for name in row.keys() & fields.keys()
            if plain(fields[name], getattr(now, name)) != row[name] and not _was_meant(f"{label}.{name}", row)
        ]
    return wrong


def _was_meant(column: str, row: dict[str, Any]) -> bool:
    return column in CHANGED and CHANGED[column](row)


def _unusable() -> list[str]:
    """People sign in with the passwords of before, see their desks, and go on."""
    wrong = []
    for name in PEOPLE:
        account = Account.objects.get(email=f"{name}@example.org")
        if not account.check_password(PASSWORD):
            wrong.append(f"{name} cannot sign in")
        answer = browser(account).get(reverse("home"), follow=True, headers={"host": "localhost"})
        if answer.status_code != 200:
            wrong.append(f"the desk of {name} answers {answer.status_code}")
    carla = browser(Account.objects.get(email="carla@example.org"))
    before = Request.objects.count()
    carla.post(reverse("client:ask-problem"), PROBLEM | {"once": "na-de-opwaardering"}, headers={"host": "localhost"})
    if Request.objects.count() != before + 1:
        wrong.append("no new request can be stated")
    return wrong
