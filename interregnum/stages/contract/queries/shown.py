"""The values of merge fields as they read in a sentence, in the language that is active."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from interregnum.kernel.money import Money
from interregnum.stages.contract.rules.clauses import Span, Spans
from interregnum.stages.contract.texts.wording import words_of_span, words_of_spans
from interregnum.web.templatetags.web import day, euro
from interregnum.web.words import word_of


def shown_values(values: Mapping[str, object]) -> dict[str, str]:
    return {name: _in_words(value) for name, value in values.items()}


def _in_words(value: object) -> str:
    match value:
        case Span():
            return words_of_span(value)
        case Spans():
            return words_of_spans(value)
        case Money():
            return euro(value)
        case datetime() | date():
            return day(value, "long")
        case StrEnum():
            return str(word_of(value))
        case _:
            return str(value)
