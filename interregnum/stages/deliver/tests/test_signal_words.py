"""The evidence of a signal is a sentence as a reader writes it, in both languages."""

import pytest
from django.utils.translation import override

from interregnum.stages.deliver.rules.seen import Who
from interregnum.stages.deliver.rules.signals import Signal, SignalLevel
from interregnum.stages.deliver.signal_texts import evidence_of


@pytest.mark.mission("G4")
@pytest.mark.parametrize(
    ("language", "code", "facts", "words"),
    [
        ("nl", "pulse_fall", {"points": 0.3}, "met 0,3 van 5"),
        ("en", "pulse_fall", {"points": 0.3}, "by 0.3 of 5"),
        ("nl", "cause_stays", {"days": 1}, "1 dag nadat"),
        ("en", "cause_stays", {"days": 1}, "1 day after"),
        ("nl", "cause_stays", {"days": 15}, "15 dagen nadat"),
        ("nl", "effect_unseen", {"days": 0}, "vandaag"),
        ("nl", "effect_unseen", {"days": 1}, "1 dag geleden"),
        ("en", "effect_unseen", {"days": 14}, "14 days ago"),
    ],
)
def test_numbers_stand_in_the_sentence_as_a_reader_writes_them(
    language: str, code: str, facts: dict[str, object], words: str
) -> None:
    with override(language):
        assert words in evidence_of(Signal(code, code, SignalLevel.AMBER, Who.BUREAU, facts))
