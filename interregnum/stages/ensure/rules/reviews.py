"""G4: what a three-party review is, and what may be done with it when."""

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum

from interregnum.kernel.actor import Role
from interregnum.kernel.period import Period, local_day
from interregnum.kernel.refused import Reason, Refused
from interregnum.stages.ask.rules.calling import OfficeHours
from interregnum.stages.choose.rules.talks import fault_of


class Side(StrEnum):
    """The three who sit together."""

    CLIENT = "client"
    MANAGER = "manager"
    SHADOW = "shadow"


class ReviewKind(StrEnum):
    """Why there is one: after landing, by the cadence, at the end of a phase of the plan, or because of signals."""

    LANDING = "landing"
    REGULAR = "regular"
    PHASE = "phase"
    SPECIAL = "special"


class ReviewState(StrEnum):
    """`OPEN`: they sit together, or write down what was said; `TO_SIGN`: each of the three has yet to sign."""

    PLANNED = "planned"
    OPEN = "open"
    TO_SIGN = "to_sign"
    SIGNED = "signed"
    SKIPPED = "skipped"
    CANCELLED = "cancelled"


class Decision(StrEnum):
    CONTINUE = "continue"
    ADJUST = "adjust"
    REPLACE = "replace"
    STOP = "stop"


ALL_SIDES = frozenset(Side)
# Once it has begun, what each prepared lies on the table.
BEGUN = frozenset({ReviewState.OPEN, ReviewState.TO_SIGN, ReviewState.SIGNED})


def side_of(role: Role) -> Side | None:
    """For whom somebody speaks; the bureau and a delegate for none of the three."""
    return {Role.CLIENT: Side.CLIENT, Role.MANAGER: Side.MANAGER, Role.SHADOW: Side.SHADOW}.get(role)


def may_read(of: Side, reader: Side | None, state: ReviewState) -> bool:
    """What somebody prepared is theirs alone until all three sit together; then it is everybody's.

    >>> may_read(Side.CLIENT, Side.MANAGER, ReviewState.PLANNED)
    False
    """
    return of == reader or state in BEGUN


def check_moment(moment: datetime, *, at: datetime, term: Period, office: OfficeHours) -> Refused | None:
    """A review lies ahead, within the term, on a working day and within office hours."""
    if local_day(moment) not in term:
        return Refused.because(
            "ensure.review_outside_term", "moment", first=f"{term.first:%d-%m-%Y}", last=f"{term.last:%d-%m-%Y}"
        )
    fault = fault_of(moment, at=at, office=office)
    return Refused.because(fault, "moment") if fault else None


def check_start(*, starts_at: datetime, at: datetime, present: Collection[Side]) -> Refused | None:
    """It begins at its moment or later, and with all three: with two it is no three-party review."""
    if at < starts_at:
        return Refused.because("ensure.review_ahead")
    lacking = ALL_SIDES - set(present)
    return Refused((Reason("ensure.review_not_three", "present", {"lacking": len(lacking)}),)) if lacking else None
