"""The assessment of the working relation: ten questions, what they point at, and when they are asked again."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

# Work under direction of the client is posting, whoever sends the bill.
POSTS = frozenset({"posted", "employed"})


class Construct(StrEnum):
    """In what form the manager works here; the last two are paid as staff, by their own firm or by ours."""

    OWN_BUSINESS = "own_business"
    BROKERED = "brokered"
    POSTED = "posted"
    EMPLOYED = "employed"


class Question(StrEnum):
    """Supreme Court 24 March 2023 (Deliveroo): what together tells a contract of employment; yes points at one."""

    DIRECTION = "direction"
    HOURS = "hours"
    EMBEDDED = "embedded"
    LINE_SEAT = "line_seat"
    LONG = "long"
    PERSONAL = "personal"
    PAID_AS_STAFF = "paid_as_staff"
    NO_RISK = "no_risk"
    ONE_CLIENT = "one_client"
    NO_ENTREPRENEUR = "no_entrepreneur"


class RelationOutcome(StrEnum):
    CLEAR = "clear"
    ATTENTION = "attention"
    LIKE_EMPLOYMENT = "like_employment"
    NO_REGISTER = "no_register"


# With one of these nobody starts before something has changed.
UNFIT = frozenset({RelationOutcome.LIKE_EMPLOYMENT, RelationOutcome.NO_REGISTER})


@dataclass(frozen=True)
class Assessment:
    """`advice` are codes of what to do about it."""

    outcome: RelationOutcome
    advice: tuple[str, ...]


@dataclass(frozen=True)
class Thresholds:
    """From how many answers that point at employment it asks attention, and from how many it is like employment."""

    attention: int
    like_employment: int


def assess(
    construct: Construct, pointing: Set[Question], *, register_checked_on: date | None, thresholds: Thresholds
) -> Assessment:
    """Wet DBA and Deliveroo for who works on own account; Waadi 7a and Wtta for who is posted.

    The facts on the floor go before the paper: direction in a seat of the line is employment, however few the others.
    """
    if construct in POSTS:
        known = register_checked_on is not None
        return (
            Assessment(RelationOutcome.CLEAR, ()) if known else Assessment(RelationOutcome.NO_REGISTER, ("register",))
        )
    advice = _advice(pointing)
    directed = Question.DIRECTION in pointing
    in_line = bool(pointing & {Question.EMBEDDED, Question.LINE_SEAT})
    if (directed and in_line) or len(pointing) >= thresholds.like_employment:
        return Assessment(RelationOutcome.LIKE_EMPLOYMENT, ("another_form", *advice))
    if directed or len(pointing) >= thresholds.attention:
        return Assessment(RelationOutcome.ATTENTION, advice)
    return Assessment(RelationOutcome.CLEAR, advice)


def _advice(pointing: Set[Question]) -> tuple[str, ...]:
    found = []
    if pointing & {Question.DIRECTION, Question.HOURS}:
        found.append("result")
    if {Question.LINE_SEAT, Question.LONG} <= pointing:
        found.append("payroll")
    if pointing & {Question.NO_RISK, Question.ONE_CLIENT, Question.NO_ENTREPRENEUR}:
        found.append("entrepreneur")
    return tuple(found)


def due_again(assessed_on: date, *, days: int) -> date:
    """The day on which the questions are asked anew: what happens on the floor changes.

    >>> due_again(date(2026, 3, 2), days=90)
    datetime.date(2026, 5, 31)
    """
    return assessed_on + timedelta(days=days)
