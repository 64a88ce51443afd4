"""Random histories of a hand-over: cards come and change, successors are named and asked, pulses are published."""

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from unittest.mock import patch

from interregnum.journal.models import Entry
from interregnum.journal.record import action
from interregnum.kernel.actor import HOUSE
from interregnum.parameters.values import value
from interregnum.stages.deliver.models import Result
from interregnum.stages.handover.actions.succeed import answer_for_successor, follow_pulse, name_successor
from interregnum.stages.handover.actions.write_card import Written, write_card
from interregnum.stages.handover.models import AnchorCard, Handover
from interregnum.stages.handover.queries.rows import WEIGHTS, index_and_gate
from interregnum.stages.handover.rules.history import anchoring_after
from interregnum.stages.handover.rules.index import index_of
from interregnum.stages.pulse.facts import PulseClosed
from tests.life import Life
from tests.world import make_cast

RESULTS, STEPS = 4, 8
BEGUN = datetime(2026, 6, 15, 9, tzinfo=UTC)


@action
def hear(fact: PulseClosed, at: datetime) -> None:
    follow_pulse(fact, HOUSE, at)


class History:
    """One assignment in the hands of chance; `forget` takes all of its hand-over away, and what the journal told."""

    def __init__(self) -> None:
        life = Life(make_cast(), until="reported")
        self.assignment, self.max, self.carla = life.assignment, life.max, life.carla
        first = Result.objects.get(assignment__code=life.assignment)
        for place in range(1, RESULTS):
            told = {"unit": "dagen", "baseline": 20, "target": 5, "due_on": first.due_on, "title": f"R{place}"}
            Result.objects.create(assignment=first.assignment, position=place, **told)
        results = Result.objects.filter(assignment=first.assignment).order_by("position")
        self.results = [(one.code, one.target) for one in results]

    def live(self, seed: int) -> None:
        Handover.objects.filter(assignment__code=self.assignment).delete()
        chance, about = Random(seed), {"assignment": self.assignment}
        for step in range(STEPS):
            at = BEGUN + timedelta(days=step)
            if step == 0 or chance.random() < 0.6:
                self._card(chance, at)
            elif chance.random() < 0.5:
                name_successor(name=chance.choice(("Lies", "Ton")), by=self.carla, at=at, **about)
            else:
                told = {"agrees": chance.random() < 0.7, "words": "Gehoord."}
                answer_for_successor(**told, by=self.carla, at=at, **about)
            if chance.random() < 0.2:
                self._pulse(chance.randrange(10, 51), at)

    def _pulse(self, tenths: int, at: datetime) -> None:
        """A round was published; what its answers were is not of this stage."""
        closed = PulseClosed(assignment=self.assignment, number=1)
        with patch("interregnum.stages.handover.actions.open_handover.attitude_of", return_value=tenths):
            hear(closed, at)

    def _card(self, chance: Random, at: datetime) -> None:
        code, target = chance.choice(self.results)
        kept = AnchorCard.objects.filter(result__code=code).first()
        said: dict[str, Any] = {
            "owner": chance.choice(("", "Lies")), "sponsor": chance.choice(("", "Bas")),
            "is_measured": chance.random() < 0.5, "procedure": chance.choice(("", "Werkwijze 7")),
            "approved_on": chance.choice((None, BEGUN.date())), "is_enforced": chance.random() < 0.5,
            "trained": chance.choice((None, 5, 9)), "to_train": 10, "is_across": chance.random() < 0.5,
        }  # fmt: skip
        card = Written(norm=target, version=kept.version if kept else 0, **said)
        assert write_card(result=code, card=card, by=self.max, at=at) is None

    def is_same(self, since: int) -> bool:
        """What is stored now, and the last reading that was kept, against the facts of the journal since an entry."""
        row = Handover.objects.get(assignment__code=self.assignment)
        rows = Entry.objects.filter(number__gt=since, abouts__code=self.assignment).order_by("number").distinct()
        told = [(kind, content or {}) for kind, content in rows.values_list("kind", "payload__content")]
        on, by_journal = BEGUN.date(), anchoring_after(told)
        index = index_of(by_journal, value(WEIGHTS, on=on))
        stored, _gate = index_and_gate(row, on=on)
        reading = row.readings.order_by("-pk").first()
        parts = [[str(one.part), one.earned, one.most] for one in index.shares]
        return bool(stored == index and reading and reading.total == index.total and reading.parts == parts)

    def equal(self, seeds: range) -> list[int]:
        """The seeds whose index is not the same by the journal."""
        differ = []
        for seed in seeds:
            last = Entry.objects.order_by("-number").values_list("number", flat=True).first() or 0
            self.live(seed)
            if not self.is_same(last):
                differ.append(seed)
        return differ
