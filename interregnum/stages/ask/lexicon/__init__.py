"""The words of the profession: TOML files that a partner can read and edit. Read once, without a database."""

import json
import tomllib
from functools import cache
from importlib import resources

from interregnum.outside.sentences import all_encoded, encoded_again
from interregnum.stages.ask.rules.lexicon import Lexicon, lexicon_of
from interregnum.stages.ask.rules.masking import Familiar
from interregnum.stages.ask.rules.resemblance import Examples, Resemblance, learned_from
from interregnum.stages.ask.rules.stretches import Meaning, head, sentences
from interregnum.stages.ask.rules.votes import beginning, ending

# Fields whose words are names of seats, departments and kinds of help: they have a capital within a sentence as well.
_WITH_A_CAPITAL = frozenset({"context", "discipline", "interim", "level", "role", "sector"})


@cache
def shipped_lexicon() -> Lexicon:
    """The lexicon that the software comes with."""
    return lexicon_of(shipped_rows())


def shipped_rows() -> list[dict[str, object]]:
    """All concepts of the TOML files; a file names its field once, each concept the rest."""
    rows: list[dict[str, object]] = []
    for file in sorted(resources.files(__name__).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            table = tomllib.loads(file.read_text(encoding="utf-8"))
            rows += [{"field": table["field"], **concept} for concept in table["concept"]]
    return rows


def resembles(text: str) -> Resemblance | None:
    """A3: the text as the encoders understand it, to be held beside the worked examples; None for no words."""
    return Resemblance(meant(text), _examples()) if head(text) else None


def meant(text: str) -> Meaning:
    """What one encoder makes of the head and the sentences of a text, and the other of its head."""
    spoken = sentences(text)
    whole, *parts = all_encoded([head(text), *(text[stretch.start : stretch.end] for stretch in spoken)])
    return Meaning(whole, tuple(zip(spoken, parts, strict=True)), encoded_again(head(text)))


@cache
def familiar() -> Familiar:
    """Which words are nobody's name: the whole words of the lexicon, and those of the examples, which hold no names.

    Those of the examples count by their beginning, long ones by their end too, as they do for triage. What the lexicon
    leaves open says nothing here: "lean*" would let Leanne pass.
    """
    lexicon = shipped_lexicon()
    said = _examples().places.keys()
    whole = {choice for pattern in lexicon.patterns for step in pattern.steps for choice in step.split("|")}
    titles = {
        step for pattern in lexicon.patterns if pattern.concept.field in _WITH_A_CAPITAL for step in pattern.steps
    }

    def known(word: str) -> bool:
        return word in whole or beginning(word) in said or ending(word) in said

    return Familiar(known, lambda word: known(word) and not titles.isdisjoint(lexicon.shapes.fitting(word)))


@cache
def _examples() -> Examples:
    """What `bench/learn_resemblance.py` learned from the examples in `bench/data/`."""
    values = json.loads((resources.files(__name__) / "resemblance.json").read_text(encoding="utf-8"))
    return learned_from(values["names"], values["middle"], values["fields"], scale=values["scale"])
