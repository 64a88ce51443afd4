"""The values of the practice that a pulse goes by."""

from datetime import date

from interregnum.parameters.values import value, values
from interregnum.stages.deliver.rules.groups import LEAST
from interregnum.stages.pulse.rules.signals import Bounds

FLOOR = "deliver.group_floor"
EVERY, OPEN, WORDS_FROM = "pulse.every_days", "pulse.open_days", "pulse.words_from"
FALL, SILENCE = "pulse.fall_tenths", "pulse.silence_percent"
# From fewer answers no words are ever told, whatever a firm chooses.
LEAST_FOR_WORDS = 10


def floor_on(on: date) -> int:
    """How many people are told of together at least; never below five."""
    return max(LEAST, int(value(FLOOR, on=on)))


def alarms_on(on: date) -> tuple[Bounds, Bounds]:
    """From which fall, and from which silence on a pulse asks for attention."""
    known = values(FALL, SILENCE, on=on)
    falls, silences = (Bounds(known[name]["pulse_notice"], known[name]["pulse_large"]) for name in (FALL, SILENCE))
    return falls, silences


def words_from(on: date) -> int:
    return max(LEAST_FOR_WORDS, int(value(WORDS_FROM, on=on)))
