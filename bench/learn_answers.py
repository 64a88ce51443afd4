"""Learns from invented questions which answer is right for their like: `stages/ask/answers/resemblance.npz`.

    python bench/learn_answers.py           write the table
    python bench/learn_answers.py --check   what it would do with questions that it has not seen

The questions are those of `bench/data/phrasings.jsonl`, of the batches `bench/questions*.jsonl` that are no longer
fresh, and what the patterns in `bench/data/question_patterns.txt` make (always the same). Least squares with a penalty;
`--check` judges each batch by what the others taught, without whatever resembles a question of that batch: no question
is judged by its translation.
"""

import argparse
import json
import random
import re
from math import log
from pathlib import Path
from typing import Any

import numpy as np

from interregnum.outside.sentences import all_encoded, encoded_to_be_found, encoded_to_search
from interregnum.stages.ask.answers import knowledge, shipped_entries, shipped_sentences
from interregnum.stages.ask.answers.examples import (
    DRAWERS,
    MEANING,
    SPELLING,
    Traits,
    joined,
    pointed,
    traits,
)  # fmt: skip
from interregnum.stages.ask.rules.answer import NONE

HERE = Path(__file__).parent
TABLE = HERE.parent / "interregnum" / "stages" / "ask" / "answers" / "resemblance.npz"
LEARNED = (
    "questions_indirect.jsonl",
    "questions_after.jsonl",
    "questions_seen.jsonl",
    "questions_wide.jsonl",
    "questions_close.jsonl",
    "questions_before.jsonl",
)
PENALTY = 5.0
AXES = 224
EACH = 5
FOLDS, TWINS = 4, 0.75
# Tried by `--check`: how far to lean to no answer.
LEANS = (-0.06, 0.0, 0.06, 0.12)
Case = tuple[str, str]


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def cases_of(path: Path) -> list[Case]:
    return cases_in(read(path))


def cases_in(rows: list[dict[str, Any]]) -> list[Case]:
    return [(row["question"], row["answers"][0]) for row in rows]


def patterns() -> list[Case]:
    """What the patterns make: some of each, always the same."""
    letters: dict[str, list[str]] = {}
    chance, code, made = random.Random(7), "", []
    for line in (HERE / "data" / "question_patterns.txt").read_text("utf-8").splitlines():
        if line.startswith("@"):
            letters[line[1]] = line[3:].split("|")
        elif line.startswith("#"):
            code = line[1:]
        elif line and not line.startswith("%"):
            found = {filled(line, letters, chance) for _ in range(EACH * 2)}
            made += [(text, code) for text in sorted(found)[:EACH]]
    return made


def filled(pattern: str, letters: dict[str, list[str]], chance: random.Random) -> str:
    while "{" in pattern:
        pattern = re.sub(r"\{([^{}]*)\}", lambda choice: chance.choice(choice[1].split("|")), pattern)
    names = "".join(letters)
    text = re.sub(rf"\b([{names}])\b(?!')", lambda letter: chance.choice(letters[letter[1]]), pattern)
    text = re.sub(r"\?\?+", "?", text)
    # A choice of tails begins with "?": what follows it makes the question longer.
    text = re.sub(r"\?(\s*[a-z])", r"\1", text)
    text = re.sub(r"\s+([?.,])", r"\1", re.sub(r"\s+", " ", text)).strip()
    return text[0].upper() + text[1:]


class Numbers:
    """The questions as numbers, and how alike each two are."""

    def __init__(self, cases: list[Case]) -> None:
        known, entries = knowledge(), shipped_entries()
        self.seen = [traits(question, known, entries) for question, _ in cases]
        self.codes = sorted({code for _, code in cases})
        meanings = np.array(all_encoded([question for question, _ in cases]))
        searched = np.array([encoded_to_search(question) for question, _ in cases])
        self.middle = searched.mean(0)
        vectors = joined(meanings, searched, self.middle)
        self.near = meanings @ meanings.T
        self.axes = np.linalg.eigh(vectors.T @ vectors)[1][:, -AXES:].astype(np.float16)
        spots = vectors @ self.axes.astype(float)
        self.step = np.abs(spots).max(1, keepdims=True) / 127
        self.spots = np.round(spots / self.step).astype(np.int8)
        self.rare = rarity(self.seen)
        self.names = sorted({name for each in self.seen for name in each.clues})
        self.clues = np.array([[name in each.clues for name in self.names] for each in self.seen], dtype=float)
        self.points = np.array([pointed(each, self.codes) for each in self.seen])
        pieces = np.zeros((len(cases), DRAWERS), dtype=np.float32)
        for at, each in enumerate(self.seen):
            pieces[at, list(each.pieces)] = self.rare[list(each.pieces)]
        self.lengths = np.maximum(np.linalg.norm(pieces, axis=1), 1e-6)
        spelled = (pieces @ pieces.T) / np.outer(self.lengths, self.lengths)
        meant = (self.spots * self.step) @ (self.spots * self.step).T
        self.alike = 1 + MEANING * meant**2 + SPELLING * spelled**2
        self.alike += self.clues @ self.clues.T + self.points @ self.points.T
        self.right = np.array([[1.0 if code == answer else -1.0 for code in self.codes] for _, answer in cases])

    def learned(self, rows: np.ndarray) -> np.ndarray:
        """How much each of these questions says for each answer."""
        among = self.alike[np.ix_(rows, rows)]
        return np.linalg.solve(among + PENALTY * np.eye(len(rows)), self.right[rows])


def rarity(seen: list[Traits]) -> np.ndarray:
    times = np.zeros(DRAWERS)
    for each in seen:
        times[list(each.pieces)] += 1
    # What stands in one question alone teaches nothing of others.
    return np.array([log(len(seen) / count) if count > 1 else 0.0 for count in times], dtype=np.float32)


def groups(near: np.ndarray) -> np.ndarray:
    """A number for each question; those that resemble each other bear the same one."""
    parent = list(range(len(near)))

    def top(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for one, other in zip(*np.where(np.triu(near, 1) > TWINS), strict=True):
        parent[top(one)] = top(other)
    return np.array([top(at) for at in range(len(near))])


def check(numbers: Numbers, batches: list[str]) -> None:
    """Each batch by what the others taught, and the largest in folds; nothing that resembles a question is taught."""
    written = len(batches)
    group, batch = groups(numbers.near[:written, :written]), np.array(batches)
    fold = np.random.default_rng(0).integers(0, FOLDS, written)[group]
    heights = np.zeros((written, len(numbers.codes)))
    parts = [np.where(batch == name)[0] for name in dict.fromkeys(batches) if name != batches[0]]
    parts += [np.where((batch == batches[0]) & (fold == number))[0] for number in range(FOLDS)]
    for unseen in parts:
        like = np.isin(group, group[unseen])
        taught = np.concatenate([np.where(~like)[0], np.arange(written, len(numbers.right))])
        heights[unseen] = numbers.alike[np.ix_(unseen, taught)] @ numbers.learned(taught)
    none, right = numbers.codes.index(NONE), numbers.right[:written].argmax(1)
    for lean in LEANS:
        same = (heights + lean * (np.arange(len(numbers.codes)) == none)).argmax(1) == right
        print(f"leaning to none by {lean:+.2f}")
        for name in dict.fromkeys(batches):
            of_it = batch == name
            shares = [100 * same[of_it & part].mean() for part in (right != none, right == none)]
            print(f"  {name}: right first {shares[0]:.1f} %, none {shares[1]:.1f} %")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args()
    tuned = [case for case in read(HERE / "questions.jsonl") if int(case["id"][-1]) % 2]
    written = {"phrasings": cases_of(HERE / "data" / "phrasings.jsonl"), "questions": cases_in(tuned)}
    written |= {name: cases_of(HERE / name) for name in LEARNED}
    numbers = Numbers([case for cases in written.values() for case in cases] + patterns())
    if chosen.check:
        check(numbers, [name for name, cases in written.items() for _ in cases])
        return
    everything = np.arange(len(numbers.right))
    says = numbers.learned(everything)
    pieces = [sorted(drawer for drawer in each.pieces if numbers.rare[drawer]) or [0] for each in numbers.seen]
    np.savez_compressed(
        TABLE,
        codes=np.array(numbers.codes),
        clues=np.array(numbers.names),
        middle=numbers.middle.astype(np.float32),
        axes=numbers.axes,
        spots=numbers.spots,
        step=numbers.step.astype(np.float32),
        rare=numbers.rare,
        drawers=np.array([drawer for each in pieces for drawer in each], dtype=np.uint16),
        starts=np.cumsum([0, *(len(each) for each in pieces[:-1])]).astype(np.int32),
        lengths=numbers.lengths.astype(np.float32),
        says=says.astype(np.float32),
        sentences=np.array(shipped_sentences()),
        found=np.array([encoded_to_be_found(sentence) for sentence in shipped_sentences()]).astype(np.float16),
        of_clues=(numbers.clues.T @ says).astype(np.float32),
        of_points=(numbers.points.T @ says).astype(np.float32),
    )


if __name__ == "__main__":
    main()
