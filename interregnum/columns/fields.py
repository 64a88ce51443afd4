"""How values of the kernel stand in a table."""

from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal, overload

from django.db import models

from interregnum.kernel.money import Money
from interregnum.outside.chance import new_code

if TYPE_CHECKING:
    # Only the type checker knows what may go into a column (Set) and what comes out (Get); Django's own classes take
    # no brackets at run time.
    class _Code(models.CharField[str, str]): ...

    class _Cents[Set, Get](models.BigIntegerField[Set, Get]): ...

    class _Word[Set, Get](models.CharField[Set, Get]): ...
else:
    _Code = models.CharField

    class _Cents[Set, Get](models.BigIntegerField): ...

    class _Word[Set, Get](models.CharField): ...


class CodeField(_Code):
    """The public code of a row, as it stands in addresses: random, unique, not guessable. Keys stay in the house."""

    def __init__(self, **options: Any) -> None:
        fixed: dict[str, Any] = {"max_length": 26, "unique": True, "editable": False, "default": new_code}
        super().__init__(**(fixed | options))


class MoneyField[Set, Get](_Cents[Set, Get]):
    """Money in code, whole cents in the table."""

    @overload
    def __init__(self: "MoneyField[Money, Money]", *, null: Literal[False] = False, **options: Any) -> None: ...
    @overload
    def __init__(self: "MoneyField[Money | None, Money | None]", *, null: Literal[True], **options: Any) -> None: ...
    def __init__(self, **options: Any) -> None:
        super().__init__(**options)

    def from_db_value(self, value: int | None, *_: object) -> Money | None:
        return None if value is None else Money.from_cents(value)

    def to_python(self, value: Any) -> Money | None:
        return value if value is None or isinstance(value, Money) else Money.from_cents(int(value))

    def get_prep_value(self, value: Any) -> int | None:
        return value.cents if isinstance(value, Money) else value

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.get_prep_value(self.value_from_object(obj)))


def percent(**options: Any) -> "models.PositiveSmallIntegerField[int, int]":
    """A whole percentage 0..100."""
    return models.PositiveSmallIntegerField(**options)


class EnumField[Set, Get](_Word[Set, Get]):
    """A member of a closed list of the kernel or of a stage's rules; the table holds its value, "" for none.

    A migration does not know the list (there `enum` is None): a new member changes no table.
    """

    def __init__[E: StrEnum](self: "EnumField[E | str, E]", enum: type[E] | None = None, **options: Any) -> None:
        self.enum = enum
        super().__init__(**({"max_length": 20} | options))

    def _member(self, value: Any) -> Any:
        return self.enum(value) if self.enum and value else value

    def from_db_value(self, value: str | None, *_: object) -> Any:
        return self._member(value)

    def to_python(self, value: Any) -> Any:
        return self._member(value)

    def get_prep_value(self, value: Any) -> Any:
        return str(self._member(value)) if value else value
