"""What happens to what is kept of people."""

from dataclasses import dataclass

from interregnum.kernel.fact import Fact


@dataclass(frozen=True, kw_only=True)
class DataAsked(Fact):
    """`wanted`: access or erasure."""

    account: str
    wanted: str


@dataclass(frozen=True, kw_only=True)
class DataGranted(Fact):
    account: str


@dataclass(frozen=True, kw_only=True)
class DataRefused(Fact):
    account: str
    wanted: str


@dataclass(frozen=True, kw_only=True)
class PackageFetched(Fact):
    account: str


@dataclass(frozen=True, kw_only=True)
class PersonErased(Fact):
    """The codes stay: they say nothing of anybody any more. `again`: after a backup was restored."""

    account: str
    manager: str
    rows: int
    files: int
    again: bool


@dataclass(frozen=True, kw_only=True)
class ConsentRenewed(Fact):
    """A manager wants to stay on the roster for another term."""

    manager: str


@dataclass(frozen=True, kw_only=True)
class HoldSet(Fact):
    about_object: str

    def about(self) -> tuple[str, ...]:
        return (self.about_object,)


@dataclass(frozen=True, kw_only=True)
class HoldLifted(Fact):
    about_object: str

    def about(self) -> tuple[str, ...]:
        return (self.about_object,)


@dataclass(frozen=True, kw_only=True)
class TermsApplied(Fact):
    """What went because its term was over: the rule -> how many."""

    counts: dict[str, int]
