"""I1: what a question has in common with invented questions of which the right answer is known.

Two questions are alike by what they mean (two encoders, heard as one), by their spelling (pieces of words) and by the
clues in them. What is learned gives each invented question a say in every answer, and each clue a weight. Numbers
alone; the table is made by `bench/learn_answers.py`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING, Any
from zlib import crc32

from interregnum.stages.ask.rules.answer import Entry
from interregnum.stages.ask.rules.answer_words import Knowledge, shared_points, spoken
from interregnum.stages.ask.rules.finding import read
from interregnum.stages.ask.rules.words import words

if TYPE_CHECKING:
    import numpy as np

# Pieces of words of so many letters fall into so many drawers; two that share one do little harm.
SIZES, DRAWERS = (3, 4, 5), 8192
# How loudly likeness of meaning and of spelling speak beside the clues; both are squared, so that near ones count most.
MEANING, SPELLING = 200.0, 25.0
# Points of clues and shared words for an answer count in fives, two of them at most.
POINTS_IN, POINTS_MOST = 5.0, 2.0
SHARPNESS = 4.0


@dataclass(frozen=True)
class Traits:
    """What is seen of a question without an encoder: drawers of its pieces, names of its clues, points by answer."""

    pieces: Mapping[int, int]
    clues: frozenset[str]
    points: Mapping[str, float]


def traits(question: str, knowledge: Knowledge, entries: Sequence[Entry]) -> Traits:
    """The traits of a question, by the clues and the answers that the software comes with."""
    said = spoken(question, knowledge, entries)
    found = {hit.concept.name: hit.concept for hit in read(said.text, knowledge.lexicon).hits}
    points: dict[str, float] = defaultdict(float)
    for concept in found.values():
        points[concept.code] += concept.weight
    for entry in entries:
        points[entry.code] += sum(worth for _kind, _word, worth in shared_points(said, entry, entries))
    return Traits(Counter(_pieces(question)), frozenset(found), points)


def _pieces(question: str) -> Iterator[int]:
    seen: set[str] = set()
    for word in words(question):
        bounded = f"^{word.folded}$"
        seen |= {bounded[at : at + size] for size in SIZES for at in range(len(bounded) - size + 1)}
    yield from (crc32(piece.encode()) % DRAWERS for piece in sorted(seen))


class Examples:
    """What was learned, as the table keeps it."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        import numpy as np

        self.codes = [str(code) for code in table["codes"]]
        self.clues = {str(name): at for at, name in enumerate(table["clues"])}
        self.middle = table["middle"].astype(np.float32)
        self.axes = table["axes"].astype(np.float32)
        self.spots = table["spots"].astype(np.float32) * table["step"].astype(np.float32)
        self.rare, self.drawers, self.starts = table["rare"], table["drawers"].astype(np.int64), table["starts"]
        self.lengths = table["lengths"].astype(np.float32)
        self.says = table["says"].astype(np.float32)
        # Sentences of the answers, as the second encoder sees them.
        self.found = dict(zip(map(str, table["sentences"]), table["found"].astype(np.float32), strict=True))
        self.of_clues, self.of_points = table["of_clues"], table["of_points"]

    def shares(self, meaning: Sequence[float], searched: "np.ndarray", seen: Traits) -> dict[str, int]:
        """Shares of 100 by code, that of no answer among them; from what each encoder makes of a question."""
        import numpy as np

        spot = joined(np.asarray([meaning], dtype=np.float32), searched[None, :], self.middle)[0]
        meant = (self.spots @ (spot @ self.axes)) ** 2
        alike = 1 + MEANING * meant + SPELLING * self._spelled(seen.pieces) ** 2
        height = alike @ self.says + pointed(seen, self.codes) @ self.of_points
        for name in seen.clues & self.clues.keys():
            height = height + self.of_clues[self.clues[name]]
        heights = dict(zip(self.codes, map(float, height), strict=True))
        top = max(heights.values())
        weights = {code: exp(SHARPNESS * (value - top)) for code, value in heights.items()}
        return {code: round(100 * weight / sum(weights.values())) for code, weight in weights.items()}

    def _spelled(self, pieces: Mapping[int, int]) -> "np.ndarray":
        """The cosine of the spelling with that of each example."""
        import numpy as np

        mine = np.zeros(DRAWERS, dtype=np.float32)
        for drawer in pieces:
            mine[drawer] = self.rare[drawer]
        length = float(np.sqrt(mine @ mine)) or 1.0
        alike: np.ndarray = np.add.reduceat((mine * self.rare)[self.drawers], self.starts) / (self.lengths * length)
        return alike


def joined(meanings: "np.ndarray", searched: "np.ndarray", middle: "np.ndarray") -> "np.ndarray":
    """The vectors of both encoders as one of length 1, a row for each question.

    The second puts all texts into one corner, so that its vectors are measured from the `middle` of the examples.
    """
    import numpy as np

    aside = searched - middle
    aside = aside / np.maximum(np.linalg.norm(aside, axis=1, keepdims=True), 1e-6)
    both: np.ndarray = np.concatenate([meanings, aside], axis=1) / np.sqrt(2, dtype=np.float32)
    return both


def pointed(seen: Traits, codes: Sequence[str]) -> "np.ndarray":
    """The points as numbers, in the order of the codes."""
    import numpy as np

    return np.array([min(seen.points.get(code, 0.0) / POINTS_IN, POINTS_MOST) for code in codes], dtype=np.float32)
