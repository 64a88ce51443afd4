"""How an invoice says that no commission was paid or received, in both languages of the house."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from interregnum.kernel.period import local_day

WORDS = (
    "{manager}, {month:%m-%Y}: geen commissie betaald of ontvangen, verklaard op {on:%d-%m-%Y} / "
    "no commission paid or received, stated on {on:%d-%m-%Y}"
)


@dataclass(frozen=True)
class Stated:
    """Whether a manager on an invoice stated that no commission was paid or received over a month of it."""

    manager: str
    email: str
    month: date
    at: datetime | None


def words_of(stated: Iterable[Stated], *, until: datetime) -> str:
    """A line for each that was stated when the invoice was issued: what is stated later does not change it."""
    return "\n".join(
        WORDS.format(manager=one.manager, month=one.month, on=local_day(one.at))
        for one in stated
        if one.at is not None and one.at <= until
    )
