"""Learns from worked examples what requests of a category have in common: `stages/ask/lexicon/resemblance.json`.

    python bench/learn_resemblance.py [--also FILE.jsonl]    write the table
    python bench/learn_resemblance.py --check                what it would do on examples that it has not seen

The examples are the invented requests in `bench/data/examples.jsonl`; `--also` adds judged cases whose id does not
end in 0-4. Softmax regression on the vectors of the encoder: five directions and five starts, nothing hidden.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from interregnum.kernel.lists import Category
from interregnum.outside.sentences import encoded
from interregnum.stages.ask.rules.resemblance import gist

HERE = Path(__file__).parent
TABLE = HERE.parent / "interregnum" / "stages" / "ask" / "lexicon" / "resemblance.json"
CODES = list(Category)
SCALE = 1000
PENALTY = 1 / 5
ROUNDS = 3000
STEP = 0.3
FOLDS = 8


def read(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def learned(vectors: np.ndarray, codes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Directions and starts by gradient descent with momentum; always the same for the same examples."""
    wanted = np.eye(len(CODES))[codes]
    directions, starts = np.zeros((len(CODES), vectors.shape[1])), np.zeros(len(CODES))
    speed, start_speed = np.zeros_like(directions), np.zeros_like(starts)
    for _ in range(ROUNDS):
        height = vectors @ directions.T + starts
        shares = np.exp(height - height.max(1, keepdims=True))
        off = shares / shares.sum(1, keepdims=True) - wanted
        speed = 0.9 * speed - STEP * (off.T @ vectors + PENALTY * directions) / len(vectors)
        start_speed = 0.9 * start_speed - STEP * off.mean(0)
        directions, starts = directions + speed, starts + start_speed
    return directions, starts


def check(vectors: np.ndarray, codes: np.ndarray, accepted: list[set[str]]) -> None:
    right = 0
    for fold in range(FOLDS):
        unseen = np.arange(len(codes)) % FOLDS == fold
        directions, starts = learned(vectors[~unseen], codes[~unseen])
        best = (vectors @ directions.T + starts).argmax(1)
        right += sum(CODES[best[at]] in accepted[at] for at in np.flatnonzero(unseen))
    print(f"the encoder alone, in {FOLDS} folds: {right} of {len(codes)} categories accepted")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--also", type=Path)
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args()
    cases = read(HERE / "data" / "examples.jsonl")
    if chosen.also:
        cases += [case for case in read(chosen.also) if case["id"][-1] not in "01234"]
    vectors = np.array([encoded(gist(case["text"])) for case in cases])
    codes = np.array([CODES.index(case["category"]["primary"]) for case in cases])
    if chosen.check:
        check(vectors, codes, [set(case["category"]["accepted"]) for case in cases])
        return
    directions, starts = learned(vectors, codes)
    table = {
        "examples": len(cases),
        "scale": SCALE,
        "starts": {code: round(float(start), 3) for code, start in zip(CODES, starts, strict=True)},
        "directions": {
            code: [round(float(value) * SCALE) for value in row] for code, row in zip(CODES, directions, strict=True)
        },
    }
    TABLE.write_text(json.dumps(table, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
