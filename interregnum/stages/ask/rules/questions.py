"""What was not said and should be asked, the answer that would change most first."""

from interregnum.kernel.lists import Category, Need
from interregnum.stages.ask.rules.finding import Reading
from interregnum.stages.ask.rules.points import ranked
from interregnum.stages.ask.rules.values import Triage

# In this order: what cannot be read at all, what kind of help, which category, who, and then when and where.
QUESTIONS = (
    "language", "problem", "need", "category", "level", "discipline", "result", "successor", "start", "duration",
    "days", "sector",
)  # fmt: skip
_READABLE = ("nl", "en")
_CLOSE = 10
_FEW_WORDS = 5
# A second language counts from so many small words on, and from a quarter of those of the first.
_SPOKEN = 4
_SHARE = 4


def questions_of(triage: Triage, reading: Reading) -> tuple[str, ...]:
    """The codes of the questions left open by this text, in the order of `QUESTIONS`."""
    open_questions = {
        "language": not readable(reading),
        "problem": len(reading.words) < _FEW_WORDS,
        "need": triage.need in (Need.UNCLEAR, Need.ADVICE_FIRST),
        "category": triage.category is None or triage.confidence - triage.second_confidence < _CLOSE,
        "level": triage.level is None,
        "discipline": not triage.disciplines,
        "result": not reading.of("result"),
        "successor": triage.category is Category.BRIDGING and not reading.of("successor"),
        "start": not triage.start_words and triage.starts is None,
        "duration": triage.weeks is None,
        "days": triage.days_a_week is None,
        "sector": not triage.sector,
    }
    return tuple(code for code in QUESTIONS if open_questions[code])


def readable(reading: Reading) -> bool:
    """False when the small words are those of a language that the lexicon does not know, or the letters are."""
    found = ranked(points_by_word(reading), (*_READABLE, "de", "fr"))
    if found:
        return found[0][0] in _READABLE
    letters = [word.folded for word in reading.words]
    return not letters or any(letter.isascii() for word in letters for letter in word)


def language_of(reading: Reading) -> str:
    """ "nl", "en", "mixed" when both are written, "other" for what cannot be read, "" when no small word tells."""
    if not readable(reading):
        return "other"
    found = ranked(points_by_word(reading), _READABLE)
    if len(found) == len(_READABLE) and found[1][1] >= _SPOKEN and found[1][1] * _SHARE >= found[0][1]:
        return "mixed"
    return found[0][0] if found else ""


def points_by_word(reading: Reading) -> dict[str, int]:
    """Language → how many of its small words stand in the text."""
    total: dict[str, int] = {}
    for hit in reading.of("language"):
        total[hit.concept.code] = total.get(hit.concept.code, 0) + 1
    return total
