"""What happens to the guard over an assignment."""

from dataclasses import dataclass

from interregnum.kernel.fact import Fact


@dataclass(frozen=True, kw_only=True)
class ShadowAppointed(Fact):
    assignment: str
    account: str
