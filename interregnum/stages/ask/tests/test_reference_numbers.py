"""A3: a number of the client's own at the end of a request tells nothing of what is asked."""

import random
from datetime import date

from interregnum.stages.ask.lexicon import resembles, shipped_lexicon
from interregnum.stages.ask.rules.triage import Problem, Triage, triage

WORDS = "Onze verwerking loopt vast en wij zoeken een verandermanager."


def understood(text: str) -> Triage:
    return triage(Problem(text), lexicon=shipped_lexicon(), on=date(2026, 9, 1), resemblance=resembles(text))


def test_a_reference_number_changes_neither_need_nor_category() -> None:
    numbers, asked = random.Random(4), understood(WORDS)
    for _ in range(12):
        found = understood(f"{WORDS} {numbers.getrandbits(128):032x}")
        assert (found.need, found.category) == (asked.need, asked.category)
