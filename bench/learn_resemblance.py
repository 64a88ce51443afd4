"""Learns from worked examples what requests of a kind have in common: `stages/ask/lexicon/resemblance.json`.

    python bench/learn_resemblance.py [--also FILE.jsonl]    write the table
    python bench/learn_resemblance.py --check                what it would do with examples that it has not seen

The examples are the invented requests in `bench/data/examples.jsonl`; `--also` adds judged cases whose id does not
end in 0-4. For each field a regression with a penalty: softmax where a request has one code, logistic where it may have
several. It weighs the vector of the encoder beside the votes of the lexicon; nothing is hidden, and the same examples
always give the same table.
"""

import argparse
import json
from collections import Counter
from datetime import date
from math import log
from pathlib import Path
from typing import Any

import numpy as np

from interregnum.kernel.lists import Category, Level, Need, Reason
from interregnum.stages.ask.lexicon import meant, shipped_lexicon
from interregnum.stages.ask.rules.finding import read as read_text
from interregnum.stages.ask.rules.resemblance import ONE_OF, where
from interregnum.stages.ask.rules.triage import DISCIPLINES, Problem, triage
from interregnum.stages.ask.rules.votes import votes

HERE = Path(__file__).parent
TABLE = HERE.parent / "interregnum" / "stages" / "ask" / "lexicon" / "resemblance.json"
CODES: dict[str, list[str]] = {
    "category": list(Category),
    "need": list(Need),
    "level": list(Level),
    "discipline": list(DISCIPLINES),
    "reason": list(Reason),
}
SCALE = 100
# How loudly the encoder, the votes, the concepts by name, the decisions of the rules and each word speak at the start.
# The lexicon was widened on requests that are examples too, so among them it is right more often than it will be
# elsewhere. So a second lesson is learned in which it speaks softly, and where a field has both their middle counts.
# Chosen by leaving out, in turn, parts of requests that it was not widened on.
PLAINLY = {"encoder": 5.0, "votes": 1.0, "concept": 0.7, "words": 1.0, "word": 1.0}
SOFTLY = {"encoder": 7.0, "votes": 0.5, "concept": 0.35, "words": 0.5, "word": 2.5}
LESSONS = {
    "category": (PLAINLY, SOFTLY),
    "need": (SOFTLY,),
    "level": (PLAINLY, SOFTLY),
    "discipline": (PLAINLY, SOFTLY),
    "reason": (PLAINLY, SOFTLY),
}
# An empty seat is told in many requests that ask for something else, so bridging begins lower than the examples teach.
LEAN = {("category", Category.BRIDGING): -0.3}
# A word by itself counts when it stands in so many examples, and the more the fewer it stands in.
RAREST_WORD, COMMONEST_WORD = 3, 0.25
PENALTY = 2.0
# So large that the penalty hardly counts for a start.
ALWAYS = 4.0
ROUNDS = 200
TINY = 1e-6
FOLDS = 6
LIKELY = {"discipline": 0.34, "reason": 0.44}
ON = date(2026, 1, 5)
Case = dict[str, Any]


def read(path: Path) -> list[Case]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def need_of(case: Case) -> str:
    """The finer word for the need, also for cases that were judged in broad ones."""
    if "need_detail" in case:
        return str(case["need_detail"])
    if case["out_of_scope"]:
        return "permanent" if case["need"] == ["unclear"] else "out_of_scope"
    return "adviser" if "adviser" in case["need"] else "unclear" if case["need"] == ["unclear"] else "manager"


def codes_of(case: Case, field: str) -> set[str]:
    if field == "category":
        return {case["category"]["primary"]} - {None}
    if field == "need":
        return {need_of(case)}
    return {case["level"]} - {None} if field == "level" else set(case[field + "s"])


class Numbers:
    """The examples as numbers: a row for each, the start, the vector of the encoder, then the votes."""

    def __init__(self, cases: list[Case]) -> None:
        lexicon = shipped_lexicon()
        counted = [
            votes(read_text(case["text"], lexicon), triage(Problem(case["text"]), lexicon=lexicon, on=ON))
            for case in cases
        ]
        times = Counter(name for each in counted for name in each)
        most = COMMONEST_WORD * len(cases)
        self.names = sorted(n for n in times if not n.startswith("word:") or RAREST_WORD <= times[n] <= most)
        rare = {name: log(len(cases) / times[name]) if name.startswith("word:") else 1.0 for name in self.names}
        self.rare = np.array([rare[name] for name in self.names])
        spots = np.array([where(meant(case["text"])) for case in cases])
        said = np.array([[each.get(name, 0.0) for name in self.names] for each in counted])
        self.rows, self.size = np.hstack([np.ones((len(cases), 1)), spots, said]), spots.shape[1]

    def loud(self, lesson: dict[str, float]) -> np.ndarray:
        """How loudly each column of the rows speaks."""
        spoken = [lesson.get(name.split(":")[0], lesson["votes"]) for name in self.names] * self.rare
        return np.concatenate([[ALWAYS], np.full(self.size, lesson["encoder"]), spoken])

    def taught(self, right: np.ndarray, field: str, seen: slice | np.ndarray) -> np.ndarray:
        """The weight of each column for each code: the middle of what the lessons teach about the rows seen."""
        louds = [self.loud(lesson)[:, None] for lesson in LESSONS[field]]
        lessons = [learned(self.rows[seen] * loud.T, right[seen], field) * loud for loud in louds]
        middle = np.array(lessons).mean(0)
        middle[0] += [LEAN.get((field, code), 0.0) for code in CODES[field]]
        return middle


def wanted(cases: list[Case], field: str) -> np.ndarray:
    return np.array([[code in codes_of(case, field) for code in CODES[field]] for case in cases], dtype=float)


def guessed(rows: np.ndarray, weights: np.ndarray, field: str) -> np.ndarray:
    height = rows @ weights
    if field not in ONE_OF:
        return 1 / (1 + np.exp(-height))
    share = np.exp(height - height.max(1, keepdims=True))
    return share / share.sum(1, keepdims=True)


def learned(rows: np.ndarray, right: np.ndarray, field: str) -> np.ndarray:
    """Weights by descent with momentum, along the main directions of the examples, each at the pace that it allows.

    A case without a code of the field is left out where a request has one.
    """
    if field in ONE_OF:
        rows, right = rows[right.any(1)], right[right.any(1)]
    squares, left = np.linalg.eigh(rows @ rows.T)
    left, sizes = left[:, squares > TINY], np.sqrt(squares[squares > TINY])
    steepest = (0.5 if field in ONE_OF else 0.25) * sizes**2 + PENALTY
    along = ahead = np.zeros((len(sizes), right.shape[1]))
    spread = left * sizes
    for at in range(ROUNDS):
        slope = spread.T @ (guessed(spread, ahead, field) - right) + PENALTY * ahead
        new = ahead - slope / steepest[:, None]
        ahead, along = new + at / (at + 3) * (new - along), new
    return rows.T @ (left @ (along / sizes[:, None]))


def check(cases: list[Case], numbers: Numbers) -> None:
    """Each example by what the others taught; those that were written together are left out together."""
    fold = np.arange(len(cases)) * FOLDS // len(cases)
    for field in CODES:
        right = wanted(cases, field)
        found = np.zeros_like(right)
        for unseen in (fold == number for number in range(FOLDS)):
            found[unseen] = guessed(numbers.rows[unseen], numbers.taught(right, field, ~unseen), field)
        if field in ONE_OF:
            known = right.any(1)
            if field == "category":
                right = np.array([[code in case["category"]["accepted"] for code in CODES[field]] for case in cases])
            hits = np.take_along_axis(right, np.argsort(-found, 1)[:, :2], 1)[known] > 0
            print(f"{field:<12}{100 * hits[:, 0].mean():5.1f} %, within two {100 * hits.any(1).mean():5.1f} %")
        else:
            likely = found >= LIKELY[field]
            print(f"{field:<12}micro-F1 {2 * (likely * right).sum() / (likely.sum() + right.sum()):.3f}")


def table(cases: list[Case], numbers: Numbers) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for field, codes in CODES.items():
        weights = numbers.taught(wanted(cases, field), field, slice(None)) * SCALE
        directions, counted = weights[1 : numbers.size + 1], weights[numbers.size + 1 :]
        fields[field] = {
            code: {
                "start": round(float(weights[0, at])),
                "votes": [round(float(value)) for value in counted[:, at]],
                "direction": [round(float(value)) for value in directions[:, at]],
            }
            for at, code in enumerate(codes)
        }
    return {"examples": len(cases), "scale": SCALE, "names": numbers.names, "fields": fields}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--also", type=Path)
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args()
    cases = read(HERE / "data" / "examples.jsonl")
    if chosen.also:
        cases += [case for case in read(chosen.also) if case["id"][-1] not in "01234"]
    numbers = Numbers(cases)
    if chosen.check:
        check(cases, numbers)
        return
    TABLE.write_text(json.dumps(table(cases, numbers), separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
