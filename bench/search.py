"""Measures the search box of the bureau on a database of its own: 100,000 managers and 10,000 organisations.

    python bench/search.py [--managers 100000] [--organisations 10000]

The data are invented by fixed chance and thrown away afterwards. Printed: the time to make the index, and for a number
of ways to search the median and the slowest of twenty times.
"""

import argparse
import os
import random
import statistics
import tempfile
import time
from datetime import date
from importlib import import_module

import django

QUERIES = (
    "jan",
    "hendriks",
    "hendirks",
    "sanne bakker",
    "utrecht",
    "visser amsterdam",
    "0612340042",
    "bank",
    "prof bnak",
)
# Milliseconds.
PROMISED = 150
FIRST = [
    "Jan",
    "Sanne",
    "Piet",
    "Kees",
    "Fatima",
    "Daan",
    "Emma",
    "Lotte",
    "Sem",
    "Noor",
    "Bram",
    "Tess",
    "Milan",
    "Eva",
    "Lars",
    "Julia",
    "Ruben",
    "Anouk",
    "Thijs",
    "Iris",
]
LAST = [
    "Jansen",
    "Bakker",
    "Visser",
    "Smit",
    "Meijer",
    "Mulder",
    "Bos",
    "Vos",
    "Peters",
    "Hendriks",
    "Dekker",
    "Dijkstra",
    "Kok",
    "Brouwer",
    "Maas",
    "Verhoeven",
    "Koster",
    "Prins",
    "Blom",
    "Huisman",
    "Peeters",
    "Kuiper",
    "Post",
    "Kramer",
    "Willems",
    "Hofman",
    "Schouten",
    "Timmer",
    "Yilmaz",
    "Ahmed",
]
PLACES = [
    "Utrecht",
    "Amsterdam",
    "Rotterdam",
    "Zwolle",
    "Arnhem",
    "Eindhoven",
    "Groningen",
    "Breda",
    "Leiden",
    "Assen",
    "Hoorn",
    "Goes",
]
SYLLABLES = "ba de ko li ma ne po ra si ta ve wo zu hol ter berg "


def surname(chance: random.Random) -> str:
    """A usual name for every other person, for the rest one that hardly anybody else has."""
    if chance.random() < 0.5:
        return chance.choice(LAST)
    return "".join(chance.choices(SYLLABLES, k=4)).capitalize()


def fill(managers: int, organisations: int) -> None:
    models = import_module("interregnum.people.models")
    money = import_module("interregnum.kernel.money").Money
    chance = random.Random(7)
    models.Organisation.objects.bulk_create(
        [
            models.Organisation(
                name=f"{chance.choice(('Bank', 'Fonds', 'Verzekeraar'))} {surname(chance)} {number}",
                city=chance.choice(PLACES),
                kvk=f"{number:08}",
            )
            for number in range(organisations)
        ],
        batch_size=1000,
    )
    models.Manager.objects.bulk_create(
        [
            models.Manager(
                name=f"{chance.choice(FIRST)} {surname(chance)}",
                email=f"m{number}@example.org",
                phone=f"06 1234 {number:04}",
                place=chance.choice(PLACES),
                available_on=date(2026, 1, 1),
                day_rate=money(1000),
                level="senior",
                operational=40,
                adviser=20,
                coach=20,
                change=20,
            )
            for number in range(managers)
        ],
        batch_size=1000,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--managers", type=int, default=100_000)
    parser.add_argument("--organisations", type=int, default=10_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["INTERREGNUM_DATA"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interregnum.config.settings")
        django.setup()
        import_module("django.core.management").call_command("migrate", verbosity=0)
        fill(chosen.managers, chosen.organisations)
        began = time.perf_counter()
        kept = import_module("interregnum.flow.search_index").refresh_search(None)
        print(f"{kept} entries kept in {time.perf_counter() - began:.0f} seconds")
        measure()


def measure() -> None:
    found = import_module("interregnum.records.finding").found
    actor = import_module("interregnum.kernel.actor")
    partner = actor.Actor(role=actor.Role.PARTNER, code="x")
    found("warm", seen_by=partner, each=5)
    for query in QUERIES:
        spent = []
        for _ in range(20):
            began = time.perf_counter()
            groups = found(query, seen_by=partner, each=5)
            spent.append((time.perf_counter() - began) * 1000)
        hits = sum(len(group.hits) for group in groups)
        median = statistics.median(spent)
        verdict = "kept" if median <= PROMISED else "MISSED"
        line = f"median {median:6.1f} ms, slowest {max(spent):6.1f} ms, {hits} shown"
        print(f"  {query:<20} {line}   <= {PROMISED} ms  {verdict}")


if __name__ == "__main__":
    main()
