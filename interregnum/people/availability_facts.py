"""What is said and found about when managers are free."""

from dataclasses import dataclass

from interregnum.kernel.fact import Fact


@dataclass(frozen=True, kw_only=True)
class AvailabilitySaid(Fact):
    """A manager said from when they are free, by a link or on their own page."""

    manager: str


@dataclass(frozen=True, kw_only=True)
class AvailabilityMoved(Fact):
    """An assignment takes the days of a manager, who is free from a later day than they said."""

    manager: str
    available_on: str


@dataclass(frozen=True, kw_only=True)
class AwaySaid(Fact):
    """A manager said which days they are away, or that they are not after all (`is_gone`)."""

    manager: str
    is_gone: bool = False
