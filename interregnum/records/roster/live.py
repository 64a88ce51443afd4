"""The roster of this process: read when it is first needed, and brought up to date each time it is asked."""

from datetime import datetime
from threading import RLock
from typing import Any

import numpy as np
from django.db.models import Count, Max

from interregnum.kernel.period import local_day
from interregnum.parameters.values import values
from interregnum.people.models import Screening
from interregnum.people.rules.screening import Outcome
from interregnum.records.lengths import Unit, ends_at
from interregnum.records.models import PoolStay
from interregnum.records.roster.columns import Columns, lines
from interregnum.records.roster.finding import Answer, Beside, Question, answer
from interregnum.stages.choose.queries.changes import Step, changes_since

# So many changes are set in place; more are sooner read anew.
PART, ALWAYS = 8, 500
NOBODY = "none"
# Of several screenings of one manager, the one that matters most.
OUTCOMES = (NOBODY, Outcome.PASSED, Outcome.OPEN, Outcome.NO_BASIS, Outcome.NOT_PASSED)


class Live:
    """One for each process."""

    def __init__(self) -> None:
        self.lock = RLock()
        self.step = Step()
        self.columns: Columns | None = None
        self.screenings: tuple[Any, ...] = ()
        self.stays: tuple[Any, ...] = ()
        self.screening, self.ends = np.zeros(0, np.int64), np.zeros(0, np.int64)

    def ask(self, question: Question) -> Answer:
        with self.lock:
            columns = self._up_to_date()
            self._beside(columns, question)
            return answer(columns, Beside(self.screening, OUTCOMES, self.ends), question)

    def _up_to_date(self) -> Columns:
        step, changed = changes_since(self.step)
        columns = self.columns
        if columns is None or changed is None or len(changed) > columns.count // PART + ALWAYS:
            columns = Columns(lines())
            self.screenings = self.stays = ()
        elif changed:
            found = list(lines(changed))
            before = columns.count
            columns.put(found, set(changed) - {line.key for line in found})
            if columns.count != before:
                self.screenings = self.stays = ()
        self.columns, self.step = columns, step
        return columns

    def _beside(self, columns: Columns, question: Question) -> None:
        """Screenings and consents are read anew when one came, was decided, renewed or went."""
        screenings = tuple(Screening.objects.aggregate(Count("pk"), Max("pk"), Count("decided_by")).values())
        if screenings != self.screenings:
            self.screening, self.screenings = _screenings(columns, some=screenings[0]), screenings
        terms = values("records.pool_months", "records.unasked_days", on=question.today)
        months, days = terms["records.pool_months"], terms["records.unasked_days"]
        marks = PoolStay.objects.aggregate(Count("pk"), Max("pk"), Max("since"), Max("reminded_at"))
        stays = (months, days, *marks.values())
        if stays != self.stays:
            self.ends, self.stays = _ends(columns, months, days, some=stays[2]), stays


def _screenings(columns: Columns, *, some: int) -> np.ndarray:
    column = np.zeros(columns.count, np.int64)
    for manager, outcome in Screening.objects.order_by().values_list("manager", "outcome") if some else ():
        row = columns.rows.get(manager)
        if row is not None:
            column[row] = max(column[row], OUTCOMES.index(outcome))
    return column


def _ends(columns: Columns, months: int, days: int, *, some: int) -> np.ndarray:
    column = np.zeros(columns.count, np.int64)
    known: dict[tuple[datetime, bool], int] = {}
    stays = PoolStay.objects.order_by().values_list("manager", "since", "is_given")
    for code, since, is_given in stays if some else ():
        row = columns.codes.get(code)
        if row is None:
            continue
        if (since, is_given) not in known:
            unit, length = (Unit.MONTHS, months) if is_given else (Unit.DAYS, days)
            known[since, is_given] = local_day(ends_at(since, unit=unit, length=length)).toordinal()
        column[row] = known[since, is_given]
    return column


HERE = Live()


def whom(question: Question) -> Answer:
    """Whom a question leaves, as the roster is at this moment."""
    return HERE.ask(question)


def warm(at: datetime) -> None:
    """Have the roster in memory before anybody asks for it."""
    HERE.ask(Question(today=local_day(at)))
