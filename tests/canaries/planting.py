"""Puts a unique string or amount in every confidential column of some rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from django.apps import apps
from django.db import models

from interregnum.columns.fields import MoneyField
from interregnum.kernel.money import Money
from tests.canaries.readers import READERS

# Letters alone: no hyphenation, escaping or capital changes them beyond recognition.
PREFIX = "kqz"
# Amounts that are no rate.
SUMS = frozenset({"guarantee.Complaint.owed", "invoice.Extra.amount", "invoice.Fee.amount", "invoice.FeeTerm.amount"})


@dataclass(frozen=True)
class Canary:
    """What was put where; `side` says whose object it is: "own", "other" or "firm"."""

    token: str
    column: str
    side: str


@dataclass
class Cage:
    """All canaries, and the way to find them in what somebody got to see."""

    canaries: dict[str, Canary] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))
    # Euros a day below every ceiling, so that the managers still fit.
    _amounts: Iterator[int] = field(default_factory=lambda: count(1003, 7))
    # Beyond what a rate becomes with margin and VAT: such a sum would else be taken for one of these.
    _sums: Iterator[int] = field(default_factory=lambda: count(9001, 7))

    def words(self, side: str) -> "Words":
        return Words(self, side)

    def new(self, column: str, side: str, *, amount: bool = False) -> Canary:
        amounts = self._sums if column in SUMS else self._amounts
        token = str(next(amounts)) if amount else PREFIX + _letters(next(self._numbers))
        self.canaries[token] = Canary(token, column, side)
        return self.canaries[token]

    def found_in(self, text: str) -> set[Canary]:
        """Every canary in a text, however it is broken over lines or the amounts are written."""
        plain = re.sub(r"-?\s+|\u00ad", "", text) if PREFIX in text.lower().replace("\n", "") else ""
        tokens = set(re.findall(PREFIX + "[a-z]{5}", (text + plain).lower()))
        amounts = {re.sub("[.,]", "", one) for one in re.findall(r"(?<![\w.,-])\d[.,]?\d{3}(?![\w-]|[.,]\d{3})", text)}
        return {self.canaries[token] for token in (tokens | amounts) & self.canaries.keys()}

    def plant(self, model: type[models.Model], side: str, **where: object) -> None:
        """A canary behind the text, or in the place of the amount, of each column of these rows that has readers."""
        names = [field.name for field in model._meta.concrete_fields if self.column(model, field.name) in READERS]
        for row in model.objects.filter(**where):
            values = {name: self._planted(model, name, getattr(row, name), side) for name in names}
            if values:
                model.objects.filter(pk=row.pk).update(**values)

    def plant_everywhere(self, side: str, before: dict[str, set[int]]) -> None:
        """The same for all rows that came after `rows()` was asked."""
        for model in planted_models():
            self.plant(model, side, pk__in=set(_keys(model)) - before[model._meta.label])

    @staticmethod
    def column(model: type[models.Model], name: str) -> str:
        return f"{model._meta.label}.{name}"

    def _planted(self, model: type[models.Model], name: str, value: object, side: str) -> object:
        where = model._meta.get_field(name)
        if isinstance(where, models.JSONField) and not isinstance(value, str | list):
            return value
        canary = self.new(self.column(model, name), side, amount=isinstance(where, MoneyField))
        if isinstance(value, list):
            return _in_list(value, canary.token)
        if isinstance(where, MoneyField):
            return Money(int(canary.token))
        if isinstance(where, models.EmailField):
            return f"{canary.token}@example.org"
        room = (getattr(where, "max_length", None) or 10_000) - len(canary.token) - 1
        return f"{str(value or '')[:room]} {canary.token}".strip()


def _in_list(values: list[object], token: str) -> list[object]:
    """Behind the first words of the last of several records, or as another value of the list."""
    if not (values and isinstance(values[-1], dict)):
        return [*values, token]
    name = next(name for name, value in values[-1].items() if isinstance(value, str))
    return [*values[:-1], values[-1] | {name: f"{values[-1][name]} {token}"}]


@dataclass(frozen=True)
class Words:
    """Marks what people write in the course of a life, for mails and facts, which may hold none of it."""

    cage: Cage
    side: str

    def __call__(self, text: str) -> str:
        return f"{text} {self.cage.new('words', self.side).token}"


def planted_models() -> list[type[models.Model]]:
    labels = {column.rpartition(".")[0] for column in READERS if "." in column}
    return [apps.get_model(label) for label in sorted(labels)]


def rows() -> dict[str, set[int]]:
    """The keys of what there is now, by model."""
    return {model._meta.label: set(_keys(model)) for model in planted_models()}


def _keys(model: type[models.Model]) -> list[int]:
    return list(model.objects.values_list("pk", flat=True))


def _letters(number: int) -> str:
    letters = ""
    for _ in range(5):
        number, rest = divmod(number, 26)
        letters = chr(97 + rest) + letters
    return letters
