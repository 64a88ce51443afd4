"""What is known of an assignment on a day: what the measures of the early warning are taken of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from interregnum.stages.deliver.rules.drift import Drift
from interregnum.stages.deliver.rules.states import PlanState


class Who(StrEnum):
    """Who must act."""

    MANAGER = "manager"
    CLIENT = "client"
    BUREAU = "bureau"
    SHADOW = "shadow"


@dataclass(frozen=True)
class Measured:
    """`number` is None while it is not known. `facts` make the sentence of its evidence; `name`: whom in person."""

    number: float | None
    who: Who
    facts: Mapping[str, object] = field(default_factory=dict)
    name: str = ""


@dataclass(frozen=True)
class Behind:
    """A result that runs behind: so many points of its way, or past its day."""

    title: str
    points: int
    is_overdue: bool


@dataclass(frozen=True)
class Waiting:
    """An open decision: of whom, how many days it is open, and how many days past its own day."""

    what: str
    whom: str
    days: int
    late: int = 0


@dataclass(frozen=True)
class Ready:
    """The newest look at the people of a circle: its lowest step, from 1 to 5."""

    who: str
    lowest: int


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What is known of an assignment at the end of a day. None, or an empty row, is what nobody knows.

    `sponsor` are the minutes that the client had in the last weeks in which it was said, `sponsor_asked` those that the
    brief asks, `met_on` the days on which client and manager met, `cancels` how often in a row the client called off.
    `reviews_moved` is how often one review was moved, whoever did it, since the last that took place;
    `reviews_unprepared` to how many in a row somebody came unprepared, `unprepared` who to the last one.
    `deviations` are the days that each departure from the contract waits. `worked` are the days worked in each of the
    last weeks, `spoke_on` the last talk of manager and shadow manager. `unmet` are the days since resistance was seen
    without an approach, `unseen` those since an effect was to be said; `fallen` and `against` count stakeholders with
    much influence, None where nobody was noted. `ownerless` are the results that nobody
    in the line owns, None before the hand-over began. `old_days` is how long the old way goes on past its end,
    `cause_days` how long the cause of a replacement stays that lies with the organisation.
    """

    on: date
    starts_on: date
    ends_on: date
    missed: int = 0
    reviews_missed: int = 0
    reviews_moved: int = 0
    reviews_unprepared: int = 0
    unprepared: Sequence[str] = ()
    behind: Sequence[Behind] = ()
    plan_state: PlanState = PlanState.AGREED
    announced_on: date | None = None
    drift: Drift | None = None
    decisions: Sequence[Waiting] = ()
    sponsor: Sequence[int] = ()
    sponsor_asked: int = 0
    met_on: Sequence[date] = ()
    says_sponsor: bool = False
    cancels: int = 0
    deviations: Sequence[int] = ()
    client_score: int | None = None
    manager_score: int | None = None
    score_before: int | None = None
    fallen: int | None = None
    against: int | None = None
    pulse_fall: float | None = None
    pulse_answered: float | None = None
    attendance: int | None = None
    old_days: int | None = None
    has_heir: bool = True
    ownerless: int | None = None
    budget: int | None = None
    worked: Sequence[int] = ()
    is_guarded: bool = False
    spoke_on: date | None = None
    undeclared: int = 0
    declared_late: int = 0
    redecided_on: date | None = None
    long_months: int = 12
    leavers: int | None = None
    odds: int | None = None
    cause_days: int | None = None
    hours_days: int = -1
    unmet: Sequence[int] = ()
    unseen: Sequence[int] = ()
    ready: Sequence[Ready] = ()

    @property
    def day(self) -> int:
        """Days since the first day."""
        return (self.on - self.starts_on).days
