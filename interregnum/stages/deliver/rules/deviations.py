"""What a plan of approach says otherwise than the assignment as it was contracted: never silent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from interregnum.kernel.refused import Reason, Refused
from interregnum.stages.deliver.rules.plan import Plan, ResultLine


class DeviationKind(StrEnum):
    """Which thing differs; a result by its title."""

    DROPPED = "dropped"
    ADDED = "added"
    TITLE = "title"
    UNIT = "unit"
    BASELINE = "baseline"
    TARGET = "target"
    DUE = "due"
    END = "end"


class DeviationAnswer(StrEnum):
    """What the client says of a difference; nothing yet is ""."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    # The contract is to say so too: the bureau draws an amendment.
    RECONTRACT = "recontract"


@dataclass(frozen=True)
class Contracted:
    """A result as the client approved it in the brief; None was left open, and may be filled in.

    `code` is that of the result of the assignment that was made of it, "" for none.
    """

    title: str
    unit: str = ""
    baseline: Decimal | None = None
    target: Decimal | None = None
    due_on: date | None = None
    code: str = ""


@dataclass(frozen=True)
class Deviation:
    """`before` as contracted, `after` as planned: words, numbers as words, days as YYYY-MM-DD."""

    kind: DeviationKind
    subject: str
    before: str = ""
    after: str = ""


def deviations(contracted: Sequence[Contracted], plan: Plan, *, ends_on: date) -> tuple[Deviation, ...]:
    """Every difference, in the order of the contract; then what was added, and a later end."""
    found: list[Deviation] = []
    left = list(plan.results)
    for one in contracted:
        line = _match(one, left)
        if line is None:
            found.append(Deviation(DeviationKind.DROPPED, one.title))
        else:
            left.remove(line)
            found += _changed(one, line)
    found += [Deviation(DeviationKind.ADDED, line.title) for line in left if contracted]
    last = max((line.ends_on for line in plan.phases), default=ends_on)
    if last > ends_on:
        found.append(Deviation(DeviationKind.END, "", ends_on.isoformat(), last.isoformat()))
    return tuple(found)


def fault_of_answers(answers: Sequence[str]) -> Refused | None:
    """Why a plan cannot be agreed: a line without an answer, or one that the client does not want."""
    if "" in answers:
        return Refused.because("deliver.deviation_unanswered")
    refused = sum(answer == DeviationAnswer.REFUSED for answer in answers)
    return Refused((Reason("deliver.deviation_refused", facts={"number": refused}),)) if refused else None


def _match(one: Contracted, lines: Sequence[ResultLine]) -> ResultLine | None:
    """By the result that was made of it, or else by its title."""
    by_code = (line for line in lines if one.code and line.code == one.code)
    by_title = (line for line in lines if _key(line.title) == _key(one.title))
    return next(by_code, None) or next(by_title, None)


def _key(title: str) -> str:
    return " ".join(title.split()).casefold()


def _changed(one: Contracted, line: ResultLine) -> list[Deviation]:
    pairs: tuple[tuple[DeviationKind, object, object], ...] = (
        (DeviationKind.TITLE, _key(one.title), _key(line.title)),
        (DeviationKind.UNIT, _key(one.unit), _key(line.unit)),
        (DeviationKind.BASELINE, one.baseline, line.baseline),
        (DeviationKind.TARGET, one.target, line.target),
        (DeviationKind.DUE, one.due_on, line.due_on),
    )
    shown = {DeviationKind.TITLE: (one.title, line.title), DeviationKind.UNIT: (one.unit, line.unit)}
    return [
        Deviation(kind, one.title, *(shown.get(kind) or (_plain(before), _plain(after))))
        for kind, before, after in pairs
        if before not in (None, "") and before != after
    ]


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value.isoformat() if isinstance(value, date) else str(value)
