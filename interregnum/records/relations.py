"""All that points at a manager's profile, asked of the tables themselves: by reference, or by its code."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from django.apps import apps
from django.db.models import CheckConstraint, Field, Model, Q, UniqueConstraint

from interregnum.people.models import Manager

# What stays with the profile that it was made of, and why.
STAYS = {
    "people.DuplicateKey.manager": "made anew of each profile",
    "people.Duplicate.first": "the pair that was found",
    "people.Duplicate.second": "the pair that was found",
    "people.Merge.winner": "the merge itself",
    "learn.Record.manager": "made anew of the lines of each profile",
    "people.Merge.loser": "the merge itself",
}
# Columns that hold the code of a profile instead of a reference.
BY_CODE = (
    "jobs.Mail.about", "jobs.MailAbout.code", "records.GroupAnswer.manager", "records.Hold.about",
    "records.PoolStay.manager",
)  # fmt: skip
# Columns with codes that stay as they are: what was written then is read by the address that leads on, and the rest is
# made anew of the profile.
CODE_STAYS = {
    "choose.ManagerRow.code": "made anew of each profile",
    "choose.PastRow.code": "made anew of each profile",
    "people.Manager.code": "the profile's own",
    "people.SearchEntry.code": "made anew of each profile",
    "people.SearchEntry.page_code": "made anew of each profile",
    "journal.About.code": "facts are not changed: the history of the one tells that of the other too",
}


@dataclass(frozen=True)
class Relation:
    """A column that says of which profile a row is; `by_code` when it holds the code."""

    model: type[Model]
    column: str
    by_code: bool = False

    @property
    def name(self) -> str:
        return f"{self.model._meta.label}.{self.column}"

    def value(self, manager: Manager) -> Any:
        return manager.code if self.by_code else manager.pk

    def rows(self, manager: Manager) -> Any:
        name = self.column if self.by_code else f"{self.column}_id"
        return self.model._default_manager.filter(**{name: self.value(manager)})

    def in_the_way(self, manager: Manager, other: Manager) -> set[Any]:
        """Keys of rows of `other` that cannot become those of `manager`, who has such a row already."""
        found: set[Any] = set()
        for beside, where in self._once():
            theirs, own = self.rows(other).filter(where), self.rows(manager).filter(where)
            if beside:
                there = set(own.values_list(*beside))
                found |= {row.pk for row in theirs if tuple(getattr(row, name) for name in beside) in there}
            elif own.exists():
                found |= set(theirs.values_list("pk", flat=True))
        return found

    def _once(self) -> Iterator[tuple[tuple[str, ...], Q]]:
        """For each rule that allows one row: the other columns of it, and of which rows it holds."""
        field = self.model._meta.get_field(self.column)
        if getattr(field, "unique", False):
            yield (), Q()
        for rule in self.model._meta.constraints:
            if isinstance(rule, UniqueConstraint) and self.column in rule.fields:
                beside = tuple(_column(self.model, name) for name in rule.fields if name != self.column)
                yield beside, rule.condition or Q()
            elif not isinstance(rule, UniqueConstraint | CheckConstraint):
                raise TypeError(f"a rule that merging does not know: {rule}")


def _column(model: type[Model], name: str) -> str:
    return str(cast(Field[Any, Any], model._meta.get_field(name)).attname)


def _of(name: str) -> Relation:
    app, model, column = name.split(".")
    return Relation(apps.get_model(app, model), column, by_code=True)


def relations() -> tuple[Relation, ...]:
    """Every relation that moves when two profiles become one."""
    pointing = [
        Relation(one.related_model, one.field.name)  # type: ignore[arg-type]
        for one in Manager._meta.get_fields(include_hidden=True)
        if one.is_relation and one.auto_created and not one.concrete and hasattr(one, "field")
    ]
    return tuple(one for one in (*pointing, *map(_of, BY_CODE)) if one.name not in STAYS)
