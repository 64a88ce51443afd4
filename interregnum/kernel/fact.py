"""A fact is something that happened; it is written once and never changed."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, ClassVar

from interregnum.kernel.actor import BUREAU, Role

# The names under which a fact says which objects it is about; a timeline is found by these codes.
ABOUT = (
    "request",
    "brief",
    "shortlist",
    "proposal",
    "contract",
    "assignment",
    "organisation",
    "manager",
    "account",
    "invoice",
    "expense",
)

_KNOWN: dict[str, type["Fact"]] = {}


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Base of all facts: subclasses are past tense, frozen, and hold plain values (str, int, bool, None).

    Fields that hold the code of an object bear a name of `ABOUT`. `read_by` says who reads of it in the history of an
    object that they may see; the bureau alone unless a fact says otherwise. Its words stand in FACTS of the texts.py
    beside it, and what exactly changed in DETAILS.
    """

    read_by: ClassVar[frozenset[Role]] = BUREAU

    def __init_subclass__(cls) -> None:
        _KNOWN[cls.kind()] = cls

    @classmethod
    def kind(cls) -> str:
        """The name under which the journal keeps this fact, for example "RequestReceived"."""
        return cls.__name__

    def about(self) -> tuple[str, ...]:
        """The codes of the objects that this fact belongs to."""
        return tuple(value for field in fields(self) if field.name in ABOUT and (value := getattr(self, field.name)))

    def payload(self) -> dict[str, Any]:
        return asdict(self)


def known_facts() -> Mapping[str, type[Fact]]:
    """Kind -> class of every fact that the software knows."""
    return _KNOWN
