"""The roster in memory says what the tables say: found by the same filters, counted the same, and never behind."""

from datetime import date, timedelta
from random import Random

import pytest

from interregnum.kernel.money import Money
from interregnum.people.models import Manager, Screening
from interregnum.records.models import PoolStay
from interregnum.records.roster import Facet, Question, Sort
from interregnum.records.roster.live import Live
from tests import world

VALUES = {
    Facet.LEVEL: ("executive", "senior", "middle"),
    Facet.DISCIPLINE: ("finance", "marketing", "back_office"),
    Facet.CATEGORY: ("change", "crisis"),
    Facet.LANGUAGE: ("nl", "en", "de"),
    Facet.CITY: ("utrecht", "den haag", "zwolle"),
    Facet.DAYS: ("3", "4", "5"),
    Facet.AVAILABLE: ("now", "four_weeks", "three_months", "later"),
}


@pytest.fixture
def pool(db) -> list[Manager]:
    chance = Random(3)
    made = [
        Manager(
            name=f"{chance.choice(('Anna', 'Béa', 'Koen'))} {chance.choice(('de Boer', 'Müller'))} {number}",
            email=f"p{number}@example.org",
            place=chance.choice(("Utrecht", "Den Haag", "Zwolle")),
            available_on=world.TODAY + timedelta(days=chance.randrange(-30, 150)),
            days_a_week=chance.randint(3, 5),
            day_rate=Money(chance.randrange(800, 1500, 100)),
            level=chance.choice(VALUES[Facet.LEVEL]),
            disciplines=chance.sample(VALUES[Facet.DISCIPLINE], chance.randint(1, 2)),
            languages=chance.sample(VALUES[Facet.LANGUAGE], chance.randint(1, 3)),
            categories=dict.fromkeys(chance.sample(VALUES[Facet.CATEGORY], chance.randint(0, 2)), 1),
            operational=40,
            adviser=20,
            coach=20,
            change=20,
        )
        for number in range(60)
    ]
    Manager.objects.bulk_create(made)
    return list(Manager.objects.order_by("pk"))


def has(row: Manager, facet: Facet, value: str) -> bool:
    if facet is Facet.AVAILABLE:
        away = (row.available_on - world.TODAY).days
        return value == (
            "now" if away <= 0 else "four_weeks" if away <= 28 else "three_months" if away <= 91 else "later"
        )
    field = {
        Facet.LEVEL: {row.level},
        Facet.DISCIPLINE: row.disciplines,
        Facet.CATEGORY: row.categories,
        Facet.LANGUAGE: row.languages,
        Facet.CITY: {row.place.casefold()},
        Facet.DAYS: {str(row.days_a_week)},
    }
    return value in field[facet]


def fits(row: Manager, chosen: dict[Facet, frozenset[str]]) -> bool:
    return all(any(has(row, facet, value) for value in values) for facet, values in chosen.items())


@pytest.mark.parametrize("seed", range(12))
def test_filters_and_counts_are_those_of_the_table_itself(pool, seed):
    chance = Random(seed)
    facets = chance.sample(list(VALUES), chance.randint(0, 3))
    chosen = {facet: frozenset(chance.sample(VALUES[facet], chance.randint(1, 2))) for facet in facets}
    found = Live().ask(Question(today=world.TODAY, chosen=chosen))
    assert set(found.keys.tolist()) == {row.pk for row in pool if fits(row, chosen)}
    for facet, values in VALUES.items():
        others = {other: values for other, values in chosen.items() if other is not facet}
        expected = {value: sum(fits(row, others) and has(row, facet, value) for row in pool) for value in values}
        assert found.counts[facet] == {value: count for value, count in expected.items() if count}


def test_words_are_found_anywhere_without_accents_and_a_masked_search_knows_places_alone(pool):
    live, today = Live(), world.TODAY
    assert len(live.ask(Question(today=today, words=("muller", "bea"))).keys) == sum(
        "Müller" in row.name and "Béa" in row.name for row in pool
    )
    assert live.ask(Question(today=today, words=("p7@",))).keys.tolist() == [pool[7].pk]
    masked = Question(today=today, words=("muller",), masked=True)
    assert not len(live.ask(masked).keys)
    assert len(live.ask(Question(today=today, words=("zwol",), masked=True)).keys) == sum(
        row.place == "Zwolle" for row in pool
    )


def test_the_order_is_that_of_the_column_and_backwards(pool):
    live = Live()
    found = live.ask(Question(today=world.TODAY, sort=Sort.RATE)).keys.tolist()
    assert found == [row.pk for row in sorted(pool, key=lambda row: (row.day_rate, row.pk))]
    assert live.ask(Question(today=world.TODAY, sort=Sort.RATE, descending=True)).keys.tolist() == found[::-1]


def test_what_changed_is_seen_at_once_whoever_changed_it(pool):
    live, question = Live(), Question(today=world.TODAY, chosen={Facet.CITY: frozenset({"goes"})})
    assert not len(live.ask(question).keys)
    Manager.objects.filter(pk=pool[3].pk).update(place="Goes", languages=["fr"])
    new = world.make_manager(name="Nieuw", email="nieuw@example.org", place="Goes")
    found = live.ask(question)
    assert found.keys.tolist() == [new.pk, pool[3].pk] or found.keys.tolist() == [pool[3].pk, new.pk]
    assert found.counts[Facet.LANGUAGE]["fr"] == 1
    Manager.objects.filter(pk=new.pk).update(is_active=False)
    pool[3].delete()
    assert not len(live.ask(question).keys)


def test_screenings_and_consents_that_end_are_counted_as_they_are_now(cast):
    live, question = Live(), Question(today=world.TODAY)
    assert live.ask(question).counts[Facet.SCREENING] == {"open": 1, "none": 1}
    Screening.objects.update(outcome="passed", decided_by=cast.bea, decided_on=world.TODAY)
    PoolStay.objects.create(manager=cast.max_profile.code, since=world.NOW - timedelta(days=350))
    found = live.ask(question)
    assert found.counts[Facet.SCREENING] == {"passed": 1, "none": 1}
    assert found.counts[Facet.POOL] == {"four_weeks": 1, "none": 1}
    PoolStay.objects.update(since=world.NOW)
    assert live.ask(question).counts[Facet.POOL] == {"later": 1, "none": 1}
    asked = Question(today=date(2030, 1, 1), chosen={Facet.POOL: frozenset({"over"})})
    assert live.ask(asked).keys.tolist() == [cast.max_profile.pk]
