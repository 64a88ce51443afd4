"""Which statements of one file follow each other, and which tell of the same days once more."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from interregnum.kernel.money import Money


class Named(Protocol):
    @property
    def account(self) -> str: ...

    @property
    def number(self) -> str: ...


@dataclass(frozen=True)
class Span:
    """From which balance to which, and the first and last day of its lines; None for what the bank does not say."""

    opening: Money | None
    closing: Money | None
    first: date | None
    last: date | None

    def goes_before(self, other: "Span") -> bool:
        """The other one goes on where this one ends, and no day of it lies before the last one of this.

        >>> nothing, day = Money(0), date(2026, 3, 2)
        >>> one = Span(nothing, Money(5), day, day)
        >>> one.goes_before(Span(Money(5), Money(9), day, day)), one.goes_before(one)
        (True, False)
        """
        if self.closing is None or self.closing != other.opening:
            return False
        return self.last is None or other.first is None or self.last <= other.first


@dataclass
class _Chain:
    spans: list[tuple[str, Span]]
    seen: Counter[str] = field(default_factory=Counter)

    def takes(self, number: str, span: Span) -> bool:
        known = any(number == each for each, _span in self.spans)
        return not known and any(one.goes_before(span) or span.goes_before(one) for _number, one in self.spans)


class Chains:
    """The statements read so far. What is the same to the letter in two that follow each other was paid twice; in two
    that overlap it is told twice."""

    def __init__(self) -> None:
        self._of: dict[str, list[_Chain]] = {}

    def seen_before(self, statement: Named, span: Span) -> Counter[str]:
        """How often each line was read in the statements that this one follows or goes before, to be counted on."""
        chains = self._of.setdefault(statement.account, [])
        for chain in chains:
            if chain.takes(statement.number, span):
                chain.spans.append((statement.number, span))
                return chain.seen
        chains.append(_Chain([(statement.number, span)]))
        return chains[-1].seen
