"""Whether the days of a brief can be kept: nobody begins in the past, and no result is there before the start."""

from collections.abc import Iterator
from datetime import date

from interregnum.kernel.refused import Reason
from interregnum.stages.brief.rules.values import BriefValues


def faults_of_days(wanted: BriefValues, *, agreed_start: date | None, on: date) -> Iterator[Reason]:
    """What a client cannot approve. A start that was agreed before stays what it is: the assignment may run."""
    start = wanted.starts_on
    if start is None:
        return
    if start < on and start != agreed_start:
        yield Reason("brief.starts_past", "starts_on")
    for result in wanted.results:
        if result.due_on is not None and result.due_on <= start:
            yield Reason("brief.due_before_start", facts={"title": result.title})
