"""What is noted of somebody who is to become a partner."""

from dataclasses import dataclass

from interregnum.kernel.fact import Fact


@dataclass(frozen=True, kw_only=True)
class PartnerProposed(Fact):
    """A partner wants to make somebody a partner; another one confirms."""

    account: str


@dataclass(frozen=True, kw_only=True)
class PartnerRefused(Fact):
    account: str
