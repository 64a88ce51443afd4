"""What moved of a result in a week, as somebody types it: a figure in its unit, or half a sentence."""

import re
from dataclasses import dataclass
from decimal import Decimal

from interregnum.kernel.refused import Reason

# A figure as people write it, Dutch or English, with what stands behind it.
FIGURE = re.compile(r"^(?P<figure>[-−]?\d{1,3}(?:[. ]\d{3})+(?:,\d+)?|[-−]?\d+(?:[.,]\d+)?)\s*(?P<rest>.*)$", re.DOTALL)
PERCENT = ("percent", "procent", "%")
# So many times the larger of baseline and target a figure may be: beyond it lies a slip of the finger.
FURTHEST = 10
MOST_DECIMALS = Decimal("0.01")
# The largest figure that there is a place for.
MOST_KEPT = Decimal("9999999999.99")


@dataclass(frozen=True)
class Measure:
    """In what a result is measured, from where to where."""

    unit: str
    baseline: Decimal
    target: Decimal

    @property
    def is_percent(self) -> bool:
        return any(word in self.unit.casefold() for word in PERCENT)

    @property
    def lowest(self) -> Decimal:
        """As far below zero as above it: a profit, a margin or a score of whoever recommends you falls below it too."""
        return -self.highest

    @property
    def highest(self) -> Decimal:
        most = max(abs(self.baseline), abs(self.target))
        furthest = max(Decimal(100), most) if self.is_percent else max(most, Decimal(1)) * FURTHEST
        return min(furthest, MOST_KEPT)


@dataclass(frozen=True)
class Moved:
    """A figure or words; neither for a result of which nothing is said."""

    value: Decimal | None = None
    said: str = ""


def read_moved(typed: str, measure: Measure) -> Moved | Reason:
    """A figure, alone or with its own unit; or half a sentence. A figure with one strange word is a wrong unit.

    >>> read_moved("17,5 dagen", Measure("dagen", Decimal(19), Decimal(5)))
    Moved(value=Decimal('17.5'), said='')
    >>> read_moved("Beide teams werken mee", Measure("dagen", Decimal(19), Decimal(5))).said
    'Beide teams werken mee'
    """
    text = " ".join(typed.split())
    found = FIGURE.match(text)
    if not text or found is None:
        return Moved(said=text)
    rest = found["rest"].strip(" .")
    if rest and not _is_unit(rest, measure):
        if len(rest.split()) > 1:
            return Moved(said=text)
        return Reason("deliver.moved_unit", facts={"typed": text, "unit": measure.unit})
    value = _number(found["figure"])
    if not measure.lowest <= value <= measure.highest:
        bounds: dict[str, object] = {"lowest": measure.lowest, "highest": measure.highest}
        return Reason("deliver.moved_range", facts=bounds | {"typed": text})
    return Moved(value=value.quantize(MOST_DECIMALS))


def _is_unit(rest: str, measure: Measure) -> bool:
    said, unit = rest.casefold(), measure.unit.casefold()
    return said == unit or said == unit.split()[0] or (measure.is_percent and said in PERCENT)


def _number(figure: str) -> Decimal:
    """1.234,5 and 1 234,5 are Dutch; 17.5 is English; a point with three digits behind it parts thousands."""
    plain = figure.replace("−", "-").replace(" ", "")
    if re.fullmatch(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain):
        plain = plain.replace(".", "")
    return Decimal(plain.replace(",", "."))
