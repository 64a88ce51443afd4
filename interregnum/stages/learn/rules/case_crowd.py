"""How many others a case could be of: what too few share is not told."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

# What is left out first, when too few share all of it.
LEFT_OUT = ("year", "level", "discipline", "sector", "category")


@dataclass(frozen=True)
class Told:
    """What a case tells beside its words; "" and 0 are not told."""

    category: str = ""
    sector: str = ""
    discipline: str = ""
    level: str = ""
    year: int = 0

    def facts(self) -> Mapping[str, object]:
        return {name: value for name in LEFT_OUT if (value := getattr(self, name))}


def sharing(told: Told, others: Collection[tuple[str, Told]]) -> int:
    """How many organisations have an assignment of which the same can be told."""
    wanted = told.facts()
    return len({whose for whose, one in others if all(getattr(one, name) == said for name, said in wanted.items())})


def generalised(own: Told, others: Collection[tuple[str, Told]], *, least: int) -> Told:
    """`others` are assignments with the organisation whose they are, this one among them; as much as `least` share.

    >>> generalised(Told("change", year=2024), [("a", Told("change", year=2024)), ("b", Told("change"))], least=2)
    Told(category='change', sector='', discipline='', level='', year=0)
    """
    told = own
    for name in LEFT_OUT:
        if sharing(told, others) >= least:
            return told
        told = Told(**{key: value for key, value in told.__dict__.items() if key != name})
    return told
