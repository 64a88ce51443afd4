"""How values of the kernel stand in a table."""

from enum import StrEnum
from typing import Any

from django.db import models

from interregnum.kernel.money import Money
from interregnum.outside.chance import new_code


class CodeField(models.CharField):
    """The public code of a row, as it stands in addresses: random, unique, not guessable. Keys never leave the house."""

    def __init__(self, **options: Any) -> None:
        fixed: dict[str, Any] = {"max_length": 26, "unique": True, "editable": False, "default": new_code}
        super().__init__(**(fixed | options))


class MoneyField(models.BigIntegerField):
    """Money in code, whole cents in the table."""

    def from_db_value(self, value: int | None, *_: object) -> Money | None:
        return None if value is None else Money.from_cents(value)

    def to_python(self, value: Any) -> Money | None:
        return value if value is None or isinstance(value, Money) else Money.from_cents(int(value))

    def get_prep_value(self, value: Any) -> int | None:
        return value.cents if isinstance(value, Money) else value

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.get_prep_value(self.value_from_object(obj)))


def percent(**options: Any) -> models.PositiveSmallIntegerField:
    """A whole percentage 0..100."""
    return models.PositiveSmallIntegerField(**options)


class EnumField[E: StrEnum](models.CharField):
    """A member of a closed list of the kernel or of a stage's rules; the table holds its value, "" for none.

    A migration does not know the list (there `enum` is None): a new member changes no table.
    """

    def __init__(self, enum: type[E] | None = None, **options: Any) -> None:
        self.enum = enum
        super().__init__(**({"max_length": 20} | options))

    def _member(self, value: Any) -> Any:
        return self.enum(value) if self.enum and value else value

    def from_db_value(self, value: str | None, *_: object) -> E | str | None:
        return self._member(value)

    def to_python(self, value: Any) -> Any:
        return self._member(value)

    def get_prep_value(self, value: Any) -> Any:
        return str(self._member(value)) if value else value
