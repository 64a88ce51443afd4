"""The words of the profession: TOML files that a partner can read and edit. Read once, without a database."""

import json
import tomllib
from functools import cache
from importlib import resources

from interregnum.kernel.lists import Category
from interregnum.outside.sentences import encoded
from interregnum.stages.ask.rules.lexicon import Lexicon, lexicon_of
from interregnum.stages.ask.rules.resemblance import Examples, gist, resemblance


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


def resembles(text: str) -> dict[Category, int]:
    """A3: how much the text resembles the worked examples of each category, in shares of 100; {} for no words."""
    said = gist(text)
    return resemblance(encoded(said), _examples()) if said else {}


@cache
def _examples() -> Examples:
    """What `bench/learn_resemblance.py` learned from the invented examples in `bench/data/`."""
    file = resources.files(__name__) / "resemblance.json"
    values = json.loads(file.read_text(encoding="utf-8"))
    return Examples(
        {Category(code): [whole / values["scale"] for whole in row] for code, row in values["directions"].items()},
        {Category(code): start for code, start in values["starts"].items()},
    )
