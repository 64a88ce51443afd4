"""The words of the profession: TOML files that a partner can read and edit. Read once, without a database."""

import tomllib
from functools import cache
from importlib import resources

from interregnum.stages.ask.rules.lexicon import Lexicon, lexicon_of


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
