"""What questions are read with: clues in TOML files that a partner can read and edit, and the shipped questions.

Read once, without a database and without waking Django.
"""

import ast
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from math import sumprod
from typing import TYPE_CHECKING

from interregnum.outside.sentences import encoded, encoded_to_be_found, encoded_to_search
from interregnum.stages.ask.answers.examples import Examples, traits
from interregnum.stages.ask.rules.answer import LONGEST_QUESTION, Entry, Likeness
from interregnum.stages.ask.rules.answer_passage import sentences
from interregnum.stages.ask.rules.answer_words import Knowledge, stems_of
from interregnum.stages.ask.rules.lexicon import lexicon_of

if TYPE_CHECKING:
    import numpy as np

# The columns of a question that are searched, in the order of the shipped rows.
COLUMNS = ("code", "question_nl", "question_en", "search_nl", "search_en", "answer_nl", "answer_en")


@cache
def knowledge() -> Knowledge:
    """The clues of the TOML files: a file names its code once, each clue the rest."""
    rows: list[dict[str, object]] = []
    common: frozenset[str] = frozenset()
    for file in sorted(resources.files(__name__).iterdir(), key=lambda file: file.name):
        if not file.name.endswith(".toml"):
            continue
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        common |= frozenset(str(table.get("words", "")).split())
        # A name is unique within its file alone.
        rows += [
            {"field": "answer", "code": table["code"], **clue, "name": f"{table['code']}: {clue['name']}"}
            for clue in table.get("clue", ())
        ]
    return Knowledge(lexicon_of(rows), common)


@cache
def shipped_entries() -> tuple[Entry, ...]:
    """The questions that the software comes with, as the migrations put them into the table."""
    return tuple(entry_of(row) for row in _shipped_rows())


def entry_of(row: Sequence[str]) -> Entry:
    """What is searched of one question, from its columns."""
    code, *texts = row
    common = knowledge().common
    question, search, said = (stems_of(" ".join(texts[at : at + 2]), common) for at in (0, 2, 4))
    return Entry(code, question, search, said)


def resembles(question: str, own: Mapping[str, Sequence[str]] | None = None) -> Likeness:
    """I1: which invented questions a question resembles, and how near the firm's `own` ones lie, texts by code."""
    question, known = question[:LONGEST_QUESTION], _examples()
    meaning = encoded(question)
    shares = known.shares(meaning, encoded_to_search(question), traits(question, knowledge(), shipped_entries()))
    near = {
        code: round(100 * max(0.0, *(sumprod(meaning, _encoded(text)) for text in texts if text)))
        for code, texts in (own or {}).items()
        if code not in shares and any(texts)
    }
    return Likeness(shares, near)


def nearness_to(question: str) -> Callable[[str], float]:
    """How near a sentence of an answer lies to the question, from 0 to 1."""
    asked = encoded_to_search(question)
    return lambda sentence: float(asked @ _searched(sentence))


@lru_cache(maxsize=500)
def _searched(sentence: str) -> "np.ndarray":
    """Sentences of the answers are few and shown often; those that the software comes with were read beforehand."""
    known: np.ndarray | None = _examples().found.get(sentence)
    return encoded_to_be_found(sentence) if known is None else known


def shipped_sentences() -> list[str]:
    """The sentences of the answers that the software comes with, each once."""
    return sorted({part for row in _shipped_rows() for said in row[-2:] for part in sentences(said)})


@lru_cache(maxsize=500)
def _encoded(text: str) -> Sequence[float]:
    """Texts of the firm are few and asked for often."""
    return encoded(text)


@cache
def _examples() -> Examples:
    """What `bench/learn_answers.py` learned from the invented questions in `bench/data/`."""
    import numpy as np

    with (resources.files(__name__) / "resemblance.npz").open("rb") as file, np.load(file, allow_pickle=False) as table:
        return Examples({name: table[name] for name in table.files})


def _shipped_rows() -> Iterator[Sequence[str]]:
    """A released migration never changes, so it is read as text: to import it would wake the whole of Django."""
    folder = resources.files("interregnum.stages.ask") / "migrations"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".py"):
            for line in ast.parse(file.read_text(encoding="utf-8")).body:
                if isinstance(line, ast.Assign) and ast.unparse(line.targets[0]) == "QUESTIONS":
                    yield from ast.literal_eval(line.value)
