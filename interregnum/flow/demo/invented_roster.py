"""Invented interim managers. Nobody of them exists, and everybody can see that."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from random import Random

from interregnum.kernel.lists import Category, Level, Reason
from interregnum.kernel.money import Money
from interregnum.kernel.role_mix import RoleMix
from interregnum.people.rules.roster import HEADER, RosterRow, roster_line

FIRST = (
    "Aafke", "Bram", "Carlijn", "Daan", "Elske", "Floor", "Gijs", "Hanneke", "Ivo",
    "Jorinde", "Koen", "Lotte", "Maarten", "Noor", "Olivier", "Petra", "Quirijn", "Roos",
    "Sander", "Tessa", "Umar", "Vera", "Wouter", "Yasmin", "Zeno", "Anouk", "Bilal",
    "Cato", "Dirk", "Esra",
)  # fmt: skip
INVENTED = (
    "Verzonnen", "Bedenksel", "Proefpersoon", "Denkbeeld", "Fantast", "Voorbeeld", "Fictief", "Nepstra", "Papier",
    "Schijnbaar", "Zogenaamd", "Testinga", "Hersenspin", "Fabelaar", "Luchtkasteel", "Sprookjes", "Nergenshuis",
    "Niemandsma",
)  # fmt: skip
BEFORE, AFTER = ("", "", "van ", "de ", "van der "), ("", "", "-Test", "-Proef", "stra")
ORGANISATIONS = (
    "Voorbeeldbank N.V.",
    "Denkbeeldige Spaarbank N.V.",
    "Proefpolis Verzekeringen N.V.",
    "Nergens Levensverzekeringen N.V.",
    "Pensioenfonds Verzonnen Vak",
    "Papieren Pensioenuitvoering B.V.",
    "Luchtkasteel Vermogensbeheer B.V.",
    "Niemandsland Hypotheken B.V.",
    "Schijnlease B.V.",
    "Fabelbetaal B.V.",
    "Tussenpersoon Testinga B.V.",
    "Zogenaamd Advies B.V.",
)
PLACES = {
    "Amsterdam": 20, "Utrecht": 16, "Rotterdam": 12, "Den Haag": 10, "Amersfoort": 7, "Haarlem": 5, "Eindhoven": 5,
    "Zwolle": 5, "Arnhem": 5, "Breda": 4, "'s-Hertogenbosch": 4, "Hilversum": 3, "Leiden": 3, "Groningen": 3,
    "Apeldoorn": 3, "Tilburg": 2, "Leeuwarden": 2, "Enschede": 2, "Maastricht": 1, "Middelburg": 1,
}  # fmt: skip
DISCIPLINES = {
    "general_management": 5, "back_office": 5, "finance": 5, "process_management": 5, "human_resources": 4,
    "sales": 3, "product_management": 3, "marketing": 3,
}  # fmt: skip
SECTORS = {
    "bank": 6, "insurer": 6, "pension": 4, "asset_manager": 3, "intermediary": 3, "mortgage": 3, "payments": 2,
    "leasing": 2,
}  # fmt: skip
LEVELS = {"senior": 28, "middle": 24, "executive": 16, "programme": 12, "specialist": 10, "team": 6, "supervisory": 4}
# The manager's own rate a day, from the bands of the trade.
RATES = {
    "supervisory": (1300, 2000), "executive": (1300, 2000), "senior": (950, 1400), "programme": (950, 1500),
    "specialist": (850, 1400), "middle": (750, 1050), "team": (750, 900),
}  # fmt: skip
CATEGORIES = {"change": 30, "bridging": 25, "project": 25, "expertise": 14, "crisis": 10}
REASONS_OF = {
    "change": ("organisation_design", "performance"),
    "bridging": ("keep_running",),
    "project": ("run_project",),
    "crisis": ("restore_order",),
    "expertise": ("performance", "run_project"),
}
ROLES = {
    "change": (25, 20, 15, 40), "bridging": (65, 10, 20, 5), "project": (45, 20, 10, 25), "crisis": (60, 15, 5, 20),
    "expertise": (25, 50, 20, 5),
}  # fmt: skip


def pick(chance: Random, weighted: Mapping[str, int], number: int = 1) -> tuple[str, ...]:
    """Some different ones, the heavier the likelier."""
    left = dict(weighted)
    chosen: list[str] = []
    for _ in range(number):
        one = chance.choices(list(left), list(left.values()))[0]
        del left[one]
        chosen.append(one)
    return tuple(chosen)


def mix(chance: Random, category: str) -> RoleMix:
    """The roles of the category with some of it moved from one role to another, in steps of five."""
    shares = list(ROLES[category])
    giver, taker = chance.sample(range(4), 2)
    moved = min(shares[giver], 5 * chance.randrange(5))
    shares[giver] -= moved
    shares[taker] += moved
    return RoleMix(*shares)


def proven(chance: Random, categories: Sequence[str]) -> tuple[Mapping[Category, int], Mapping[Reason, int]]:
    """Cases per category, and the reasons behind them; most experience is in the first category."""
    cases = {name: max(1, chance.randint(1, 7) - 2 * place) for place, name in enumerate(categories)}
    reasons: dict[str, int] = {}
    for name, number in cases.items():
        for _ in range(number):
            reason = chance.choice(REASONS_OF[name])
            reasons[reason] = reasons.get(reason, 0) + 1
    return of_list(Category, cases), of_list(Reason, reasons)


def of_list[Listed: StrEnum](closed_list: type[Listed], numbers: Mapping[str, int]) -> dict[Listed, int]:
    return {closed_list(name): number for name, number in numbers.items()}


def manager(chance: Random, number: int, on: date) -> RosterRow:
    """One invented person; `number` makes the address unique."""
    first, family = chance.choice(FIRST), chance.choice(INVENTED)
    level = pick(chance, LEVELS)[0]
    categories = pick(chance, CATEGORIES, chance.choice((1, 2, 2, 3)))
    by_category, by_reason = proven(chance, categories)
    cases = sum(by_category.values())
    disciplines = pick(chance, DISCIPLINES, chance.choice((1, 2, 2, 3)))
    sectors = pick(chance, SECTORS, chance.choice((1, 2, 2, 3)))
    return RosterRow(
        name=f"{first} {chance.choice(BEFORE)}{family}{chance.choice(AFTER)}",
        email=f"{first}.{family}.{number}@example.org".lower(),
        phone=f"+31 6 0000 {number:04d}",
        place=pick(chance, PLACES)[0],
        travel_km=chance.choice((40, 60, 80, 100, 150, 200)),
        # A third is free now, most others within a season.
        available_on=on + timedelta(days=chance.choice((0, 0, 0, chance.randint(1, 45), chance.randint(1, 150)))),
        days_a_week=chance.choices((2, 3, 4, 5), (5, 20, 45, 30))[0],
        day_rate=Money(chance.randrange(*RATES[level], 25)),
        level=Level(level),
        disciplines=disciplines,
        sectors=sectors,
        languages=("nl", *(("en",) if chance.random() < 0.75 else ()), *(("de",) if chance.random() < 0.15 else ())),
        role_mix=mix(chance, categories[0]),
        categories=by_category,
        reasons=by_reason,
        first_result_weeks=chance.randint(1, 16) if chance.random() < 0.85 else None,
        deadlocks_broken=min(cases, chance.choice((0, 0, 1, 1, 2, 3, 4))),
        cases_with_referee=chance.randint(0, min(cases, 6)),
        former_employers=tuple(chance.sample(ORGANISATIONS, chance.randint(0, 3))),
        wants_permanent=chance.random() < 0.04,
        summary=f"Verzonnen voor de demonstratie. Rondde {cases} keer een opdracht als interim-manager af.",
    )


def roster_csv(*, managers: int, seed: int, on: date, first: int = 1) -> str:
    """A roster of invented managers as CSV; availability is counted from `on`; same numbers, same roster."""
    chance, out = Random(seed), io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(roster_line(manager(chance, number, on)) for number in range(first, first + managers))
    return out.getvalue()
