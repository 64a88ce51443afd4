"""Learns from worked examples what requests of a kind have in common: `stages/ask/lexicon/resemblance.json`.

    python bench/learn_resemblance.py [--also FILE.jsonl]    write the table
    python bench/learn_resemblance.py --check                what it would do with examples that it has not seen

The examples are the invented requests in `bench/data/examples.jsonl`; `--also` adds judged cases whose id does not
end in 0-4. For each field a regression with a penalty: softmax where a request has one code, logistic where it may have
several. It weighs the vectors of the encoders beside the votes of the lexicon; nothing is hidden, and the same examples
always give the same table.
"""

import argparse
import json
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from math import log
from pathlib import Path
from typing import Any

import numpy as np

from interregnum.kernel.lists import Category, Level, Need, Reason
from interregnum.stages.ask.lexicon import meant, shipped_lexicon
from interregnum.stages.ask.rules.finding import read as read_text
from interregnum.stages.ask.rules.resemblance import ONE_OF, aside, where
from interregnum.stages.ask.rules.stretches import Meaning
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
# How loudly the encoders, the votes, the concepts by name, the decisions of the rules and the words speak at the start.
# Chosen by leaving out, in turn, the examples of some writers; anything near it does as well.
LOUD = {"encoder": 2.4, "votes": 0.3, "concept": 0.2, "words": 0.3, "word": 0.7, "asking": 0.3, "tail": 0.3}
# A word by itself counts when it stands in so many examples, and the more the fewer it stands in.
RAREST = {"word": 8, "asking": 12, "tail": 12}
COMMONEST = 0.25
PENALTY = 2.0
# So large that the penalty hardly counts for a start.
ALWAYS = 4.0
ROUNDS = 100
DIRECTIONS = 3000
TINY = 1e-6
# By the first letter of an id and how many digits it has.
WRITERS = {
    **dict.fromkeys((("a", 3), ("b", 3), ("n", 3), ("q", 3)), "first writer, on whom the lexicon was widened"),
    ("t", 3): "second writer",
    **{(letter, 4): f"writer {letter}" for letter in "abcdefghijklmnopqrsuvwxyz"},
}
LIKELY = {"discipline": 0.38, "reason": 0.30}
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


def understood(text: str) -> tuple[Mapping[str, float], Meaning]:
    """What the lexicon says of a text, and what the encoders make of it."""
    lexicon = shipped_lexicon()
    return votes(read_text(text, lexicon), triage(Problem(text), lexicon=lexicon, on=ON)), meant(text)


class Numbers:
    """The examples as numbers: a row for each, the start, the vectors of both encoders, then the votes."""

    def __init__(self, cases: list[Case]) -> None:
        with ProcessPoolExecutor() as processes:
            counted, meanings = zip(
                *processes.map(understood, [case["text"] for case in cases], chunksize=16), strict=True
            )
        times = Counter(name for each in counted for name in each)
        most = COMMONEST * len(cases)
        kinds = {name: name.split(":")[0] for name in times}
        self.names = sorted(n for n, kind in kinds.items() if kind not in RAREST or RAREST[kind] <= times[n] <= most)
        rare = {name: log(len(cases) / times[name]) if kinds[name] in RAREST else 1.0 for name in self.names}
        self.rare = np.array([rare[name] for name in self.names])
        spots = np.array([where(meaning) for meaning in meanings])
        self.middle = np.array([meaning.again for meaning in meanings]).mean(0)
        again = np.array([aside(meaning.again, self.middle) for meaning in meanings])
        said = np.array([[each.get(name, 0.0) for name in self.names] for each in counted])
        self.rows = np.hstack([np.ones((len(cases), 1)), spots, again, said]).astype(np.float32)
        self.sizes = spots.shape[1], again.shape[1]
        self.wanted = {field: wanted(cases, field) for field in CODES}

    def loud(self) -> np.ndarray:
        """How loudly each column of the rows speaks."""
        spoken = [LOUD.get(name.split(":")[0], LOUD["votes"]) for name in self.names] * self.rare
        return np.concatenate([[ALWAYS], np.full(sum(self.sizes), LOUD["encoder"]), spoken]).astype(np.float32)

    def taught(self, seen: slice | np.ndarray) -> dict[str, np.ndarray]:
        """For each field the weight of each column for each code."""
        loud = self.loud()[:, None]
        spread = Spread(self.rows[seen] * loud.T)
        return {field: spread.learned(self.wanted[field][seen], field) * loud for field in CODES}


def wanted(cases: list[Case], field: str) -> np.ndarray:
    return np.array([[code in codes_of(case, field) for code in CODES[field]] for case in cases], dtype=np.float32)


def guessed(rows: np.ndarray, weights: np.ndarray, field: str) -> np.ndarray:
    height = rows @ weights
    if field not in ONE_OF:
        return 1 / (1 + np.exp(-height))
    share = np.exp(height - height.max(1, keepdims=True))
    return share / share.sum(1, keepdims=True)


class Spread:
    """Rows along the main directions of the examples; the least of them carry nothing that another example has."""

    def __init__(self, rows: np.ndarray) -> None:
        squares, left = np.linalg.eigh(rows @ rows.T)
        kept = squares.argsort()[::-1][:DIRECTIONS]
        kept = kept[squares[kept] > TINY * squares[-1]]
        self.rows, self.left, self.sizes = rows, left[:, kept], np.sqrt(squares[kept])

    def learned(self, right: np.ndarray, field: str) -> np.ndarray:
        """Weights by descent with momentum, each direction at the pace that it allows.

        A case without a code of the field does not count where a request has one.
        """
        counts = right.any(1, keepdims=True) if field in ONE_OF else np.ones((len(right), 1), bool)
        steepest = (0.5 if field in ONE_OF else 0.25) * self.sizes**2 + PENALTY
        along = ahead = np.zeros((len(self.sizes), right.shape[1]), np.float32)
        spread = self.left * self.sizes
        for at in range(ROUNDS):
            slope = spread.T @ (counts * (guessed(spread, ahead, field) - right)) + PENALTY * ahead
            new = ahead - slope / steepest[:, None]
            ahead, along = new + np.float32(at / (at + 3)) * (new - along), new
        return self.rows.T @ (self.left @ (along / self.sizes[:, None]))


def writer(case: Case) -> str:
    """Who wrote an example, by the letter and the length of its id; all judged cases from elsewhere are one."""
    first, digits = case["id"][0], sum(sign.isdigit() for sign in case["id"])
    return WRITERS.get((first, digits) if case["id"][1:].lstrip("abc").isdigit() else ("", 0), "readers")


def check(cases: list[Case], numbers: Numbers) -> None:
    """The examples of each writer by what those of the others taught: what triage does with a stranger's request."""
    by = np.array([writer(case) for case in cases])
    for name in dict.fromkeys(by):
        unseen = by == name
        taught = numbers.taught(~unseen)
        print(f"{name}: {unseen.sum()} examples")
        for field in CODES:
            right, found = numbers.wanted[field][unseen], guessed(numbers.rows[unseen], taught[field], field)
            score(field, right, found, [case for case, left in zip(cases, unseen, strict=True) if left])


def score(field: str, right: np.ndarray, found: np.ndarray, cases: list[Case]) -> None:
    if field not in ONE_OF:
        likely = found >= LIKELY[field]
        print(f"  {field:<12}micro-F1 {2 * (likely * right).sum() / (likely.sum() + right.sum()):.3f}")
        return
    known = right.any(1)
    if field == "category":
        right = np.array([[code in case["category"]["accepted"] for code in CODES[field]] for case in cases])
    hits = np.take_along_axis(right, np.argsort(-found, 1)[:, :2], 1)[known] > 0
    print(f"  {field:<12}{100 * hits[:, 0].mean():5.1f} %, within two {100 * hits.any(1).mean():5.1f} %")


def table(cases: list[Case], numbers: Numbers) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    ends = np.cumsum([1, *numbers.sizes])
    for field, weights in numbers.taught(slice(None)).items():
        start, *parts = np.split(weights * SCALE, ends)
        fields[field] = {
            code: {"start": round(float(start[0, at]))}
            | {
                name: [round(float(value)) for value in part[:, at]]
                for name, part in zip(("direction", "again", "votes"), parts, strict=True)
            }
            for at, code in enumerate(CODES[field])
        }
    middle = [round(float(value) * SCALE * 100) for value in numbers.middle]
    return {"examples": len(cases), "scale": SCALE, "middle": middle, "names": numbers.names, "fields": fields}


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
