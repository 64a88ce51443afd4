"""The values that triage takes and gives: a problem in the client's words, and what the firm reads in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from interregnum.kernel.lists import Category, Context, Ground, Level, Need, Reason, Urgency
from interregnum.kernel.money import Money
from interregnum.kernel.role_mix import RoleMix


@dataclass(frozen=True)
class Problem:
    """What a client or visitor states: free words, and what was filled in beside them."""

    text: str
    level: Level | None = None
    starts: date | None = None
    days_a_week: int | None = None


@dataclass(frozen=True)
class Evidence:
    """What in the text speaks for a code of a field, and how strongly: text[start:end] == quote, always."""

    field: str
    code: str
    quote: str
    start: int
    end: int
    weight: int


@dataclass(frozen=True)
class Schedule:
    """When and how much, as far as it was said; `weeks` is the duration, `start_words` the words about the start."""

    urgency: Urgency | None = None
    start_words: str = ""
    starts: date | None = None
    days_a_week: int | None = None
    weeks: int | None = None


@dataclass(frozen=True)
class Triage:
    """The proposal that a person of the firm confirms or corrects; what was not said is None or empty.

    Confidence: 0 to 100, the share of the points found that speak for the category; `confidences` holds one for each
    field that was filled, by its name. `rate` is what the client wants to pay per `rate_per` ("hour", "day", "month").
    `language`: "nl", "en", "mixed", or "other" for one that cannot be read. `questions`: codes of what was not said,
    the one whose answer would change most first.
    """

    category: Category | None = None
    confidence: int = 0
    second: Category | None = None
    second_confidence: int = 0
    reasons: tuple[Reason, ...] = ()
    grounds: tuple[Ground, ...] = ()
    need: Need = Need.UNCLEAR
    level: Level | None = None
    disciplines: tuple[str, ...] = ()
    context: Context | None = None
    sector: str = ""
    urgency: Urgency | None = None
    start_words: str = ""
    starts: date | None = None
    days_a_week: int | None = None
    weeks: int | None = None
    place: str = ""
    rate: Money | None = None
    rate_per: str = ""
    role_mix: RoleMix | None = None
    language: str = ""
    confidences: Mapping[str, int] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    questions: tuple[str, ...] = ()
