"""The progress report for the client's board: two pages, whoever prints it, and nobody's name on them."""

import io
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from pypdf import PdfReader

from interregnum.stages.deliver.models import Assignment, Phase, Result, Stakeholder
from tests.house.forms_of_assignments import asked_resistance_of
from tests.life import Life
from tests.world import NOW, Cast, browser

DESKS = (("manager", "max"), ("client", "carla"), ("shadow", "sara"), ("bureau", "bea"))


@pytest.fixture
def life(cast: Cast) -> Any:
    with time_machine.travel(NOW + timedelta(days=12), tick=False):
        yield Life(cast, until="reported")


def printed(cast: Cast, life: Life, desk: str, who: str, language: str = "nl") -> list[str]:
    """The text of each page."""
    address = reverse(f"{desk}:deliver-progress", args=[life.assignment])
    answer = browser(getattr(cast, who), language=language).get(address)
    assert answer.status_code == 200, (desk, answer.status_code)
    assert answer["Content-Type"] == "application/pdf"
    return [page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages]


def test_each_of_the_four_prints_the_same_two_pages(cast: Cast, life: Life) -> None:
    first = printed(cast, life, "client", "carla")
    assert len(first) == 2
    assert "Voortgangsrapport" in first[0] and life.cast.max_profile.name in first[0]
    assert all(printed(cast, life, desk, who) == first for desk, who in DESKS)


def test_it_is_in_the_language_of_who_prints_it(cast: Cast, life: Life) -> None:
    assert "Progress report" in printed(cast, life, "client", "carla", "en")[0]


def test_no_stakeholder_is_named_on_it_not_even_for_who_may_know_the_name(cast: Cast, life: Life) -> None:
    asked_resistance_of(life)
    who = Stakeholder.objects.get()
    manager = browser(cast.max).get(reverse("manager:deliver-stakes", args=[life.assignment])).text
    assert who.name in manager
    assert all(who.name not in text for text in printed(cast, life, "manager", "max"))


def test_however_much_there_is_it_stays_on_two_pages_and_counts_what_is_left_out(cast: Cast, life: Life) -> None:
    row = Assignment.objects.get(code=life.assignment)
    Assignment.objects.filter(pk=row.pk).update(problem="Een lang probleem met veel woorden. " * 200)
    for place in range(30):
        title = (f"Resultaat {place} met een naam die over meer dan een regel van het blad gaat " * 3)[:160]
        Result.objects.create(
            assignment=row, position=place + 20, title=title, unit="dagen", baseline=Decimal(19), target=Decimal(5),
            due_on=row.ends_on,
        )  # fmt: skip
        Phase.objects.create(
            assignment=row, position=place + 20, title=title[:120], ends_on=row.ends_on, checkpoint="Besproken"
        )
    pages = printed(cast, life, "client", "carla")
    assert len(pages) == 2
    assert "Niet op deze twee bladzijden" in pages[1]


@pytest.mark.parametrize(("desk", "who"), [("client", "otto"), ("manager", "olga"), ("shadow", "oscar")])
def test_nobody_else_prints_it(cast: Cast, life: Life, desk: str, who: str) -> None:
    address = reverse(f"{desk}:deliver-progress", args=[life.assignment])
    assert browser(getattr(cast, who)).get(address).status_code == 404
