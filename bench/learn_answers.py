"""Learns from invented questions which answer is right for their like: `stages/ask/answers/resemblance.json`.

    python bench/learn_answers.py           write the table
    python bench/learn_answers.py --check   what it would do with questions that it has not seen

The questions are those of `bench/data/phrasings.jsonl`, and the tuned ones of `bench/questions.jsonl` (odd numbers) and
`bench/questions_indirect.jsonl`. It weighs the vector of the encoder alone.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from bench.learn_resemblance import ALWAYS, FOLDS, SCALE, guessed, learned, read
from interregnum.outside.sentences import all_encoded

HERE = Path(__file__).parent
TABLE = HERE.parent / "interregnum" / "stages" / "ask" / "answers" / "resemblance.json"
LOUD = 8.0
FIELD = "answer"


def examples() -> tuple[list[str], list[str]]:
    """Questions, and the answer that is right for each."""
    tuned = [case for case in read(HERE / "questions.jsonl") if int(case["id"][-1]) % 2]
    cases = [*read(HERE / "data" / "phrasings.jsonl"), *tuned, *read(HERE / "questions_indirect.jsonl")]
    return [case["question"] for case in cases], [case["answers"][0] for case in cases]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args()
    questions, answers = examples()
    codes = sorted(set(answers))
    rows = np.hstack([np.full((len(questions), 1), ALWAYS), np.array(all_encoded(questions)) * LOUD])
    right = np.array([[code == answer for code in codes] for answer in answers], dtype=float)
    if chosen.check:
        fold = np.arange(len(answers)) % FOLDS
        best = np.zeros(len(answers), dtype=int)
        for unseen in (fold == number for number in range(FOLDS)):
            best[unseen] = guessed(rows[unseen], learned(rows[~unseen], right[~unseen], FIELD), FIELD).argmax(1)
        same = [codes[at] == answer for at, answer in zip(best, answers, strict=True)]
        print(f"the encoder alone, in {FOLDS} folds: {sum(same)} of {len(same)} right")
        return
    weights = learned(rows, right, FIELD) * SCALE
    fields = {
        FIELD: {
            code: {
                "start": round(float(weights[0, at] * ALWAYS)),
                "direction": [round(float(value) * LOUD) for value in weights[1:, at]],
                "votes": [],
            }
            for at, code in enumerate(codes)
        }
    }
    table = {"examples": len(questions), "scale": SCALE, "fields": fields}
    TABLE.write_text(json.dumps(table, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
