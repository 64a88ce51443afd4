"""What goes into matching and what comes out. Plain frozen values; every fact in them is a number, a word or a code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from interregnum.kernel.lists import Category, Context, Level, Reason
from interregnum.kernel.money import Money
from interregnum.kernel.role_mix import RoleMix
from interregnum.people.rules.roster import Profile, RosterRow
from interregnum.stages.choose.rules.concepts import concepts_in

FULL = 1000  # the most points a criterion can give

Plain = int | str | bool | tuple[str, ...]
Facts = Mapping[str, Plain]
NOTHING: Facts = MappingProxyType({})


class Needed(NamedTuple):
    """A screening that is required: a new one can be there on `ready_on`; one from before `since` is too old."""

    ready_on: date
    since: date


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a brief asks. Empty means: not asked, so nobody is excluded and nobody loses points on it.

    `slack_days` is how many days later than `starts_on` a start is still possible; `rate_ceiling` is what the client
    pays at most a day, and the client pays the manager's own rate raised by `margin_percent`; `max_km` is as the crow
    flies; `market` names the other organisations that the firm knows in the client's sub-sector; `concepts` are
    the subjects that the text of the problem speaks of; without one of `screenings` nobody may start.
    """

    category: Category
    level: Level
    role_mix: RoleMix
    starts_on: date
    days_a_week: int
    client_name: str
    slack_days: int = 0
    reasons: tuple[Reason, ...] = ()
    disciplines: tuple[str, ...] = ()
    sector: str = ""
    context: Context | None = None
    rate_ceiling: Money | None = None
    margin_percent: int = 0
    place: str = ""
    max_km: int | None = None
    languages: tuple[str, ...] = ()
    market: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    screenings: Mapping[str, Needed] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Candidate(Profile):
    """A manager as the rules see one: no address, no telephone.

    `conflicts` are the organisations that the manager declared a conflict of interest with; `consents` says that the
    manager agreed to be considered; `concepts` are the subjects that the profile's own text speaks of; `screenings` map
    a kind to the day on which it was passed, or to why it cannot be had. The name is carried for the page and counts
    nowhere.
    """

    code: str
    conflicts: tuple[str, ...] = ()
    consents: bool = True
    concepts: tuple[str, ...] = ()
    screenings: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_row(
        cls, code: str, row: RosterRow, *, conflicts: tuple[str, ...] = (), consents: bool = True
    ) -> "Candidate":
        """The same manager without the ways to reach him or her."""
        known = {name: value for name, value in vars(row).items() if name not in {"email", "phone", "summary"}}
        return cls(code=code, conflicts=conflicts, consents=consents, concepts=concepts_in(row.summary), **known)


class Judged(NamedTuple):
    """What one criterion says: 0..1000 points and the facts they rest on."""

    points: int
    facts: Facts


class Points(NamedTuple):
    """One criterion in a total: points 0..1000, weight 0..100."""

    code: str
    points: int
    weight: int
    facts: Facts

    @property
    def gained(self) -> int:
        """What this criterion adds to the total."""
        return self.weight * self.points

    @property
    def missed(self) -> int:
        """What it could still have added."""
        return self.weight * (FULL - self.points)


@dataclass(frozen=True)
class Scored:
    """A manager with a total: the sum of weight x points over the criteria; `notes` are codes worth a look."""

    candidate_code: str
    total: int
    points: tuple[Points, ...]
    notes: tuple[str, ...] = ()

    @property
    def percent(self) -> int:
        """For display only: the share of all points that could be had, 0..100 rounded down."""
        most = FULL * sum(part.weight for part in self.points)
        return 100 * self.total // most if most else 0


@dataclass(frozen=True)
class Exclusion:
    """A manager who cannot take this assignment: the first hard constraint in the way. For the bureau's eyes only,
    because the facts may hold the manager's own rate."""

    candidate_code: str
    constraint: str
    facts: Facts


@dataclass(frozen=True)
class ShortlistResult:
    """`scored`: best first, at most the limit; `excluded`: by code; `funnel`: how many are left after a constraint."""

    scored: tuple[Scored, ...]
    excluded: tuple[Exclusion, ...]
    funnel: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Weights:
    """How much each criterion counts: code -> 0..100. A criterion that is left out weighs nothing.

    Raises ValueError when a weight is out of range or all are nought; `check_weights` asks the same kindly.
    """

    of: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not all(0 <= weight <= 100 for weight in self.of.values()) or not any(self.of.values()):
            raise ValueError("weights are 0 to 100 and at least one of them counts")

    def __getitem__(self, code: str) -> int:
        return self.of.get(code, 0)


def client_rate(candidate: Candidate, wanted: Wanted) -> Money:
    """What the client pays a day excluding VAT: the manager's rate raised by the margin; 1000 and 25 % is 1250."""
    return candidate.day_rate * (Decimal(100 + wanted.margin_percent) / 100)
