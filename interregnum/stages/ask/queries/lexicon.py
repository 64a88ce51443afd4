"""The lexicon of this installation, read once from the TOML files beside this stage."""

import tomllib
from functools import cache
from importlib import resources

from interregnum.stages.ask.rules.lexicon import Lexicon, lexicon_of


@cache
def lexicon() -> Lexicon:
    """All concepts of `stages/ask/lexicon/*.toml`; a file names its field once, each concept the rest."""
    files = resources.files("interregnum.stages.ask") / "lexicon"
    rows: list[dict[str, object]] = []
    for file in sorted(files.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            table = tomllib.loads(file.read_text(encoding="utf-8"))
            rows += [{"field": table["field"], **concept} for concept in table["concept"]]
    return lexicon_of(rows)
