"""Measures the answers to visitors' questions: how often right, how fast, how much memory.

    python bench/answer.py [--data FILE.jsonl] [--misses]

bench/questions.jsonl holds questions of our own with the answers that are right. Those whose id ends in an even digit
are held aside: nothing is learned from them, and --misses does not show them. bench/questions_fresh.jsonl was written
last, when all was learned, and nothing was ever learned from it: it is the one that says something of questions that
nobody has seen. Those of bench/questions_hard.jsonl were written to be hard: remarks, stories and sayings in which the
word that matters is never said; nothing was learned from them either. From the other sets something was learned. A
question counts as right when the first answer is among the right ones.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from interregnum.stages.ask.answers import knowledge, resembles, shipped_entries
from interregnum.stages.ask.rules.answer import answer

HERE = Path(__file__).parent
NONE = "none"
SETS = {
    "fresh, never learned from": "questions_fresh.jsonl",
    "hard, never learned from": "questions_hard.jsonl",
    "indirect, learned from": "questions_indirect.jsonl",
    "many kinds of none, learned from": "questions_wide.jsonl",
    "close to each other, learned from": "questions_close.jsonl",
    "fresh before, learned from": "questions_before.jsonl",
    "afterwards, learned from": "questions_after.jsonl",
    "seen, learned from": "questions_seen.jsonl",
}
Case = dict[str, Any]


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:5.1f} %  ({part} of {whole})" if whole else "    -"


def answers(cases: list[Case]) -> dict[str, list[str]]:
    entries, known = shipped_entries(), knowledge()
    return {
        case["id"]: list(
            answer(case["question"], entries=entries, knowledge=known, likeness=resembles(case["question"])).codes
        )
        for case in cases
    }


def report(name: str, cases: list[Case], found: dict[str, list[str]]) -> None:
    asked = [case for case in cases if NONE not in case["answers"]]
    strangers = [case for case in cases if NONE in case["answers"]]
    first = sum(found[case["id"]][0] in case["answers"] for case in asked)
    among = sum(bool(set(found[case["id"]]) & set(case["answers"])) for case in asked)
    known = sum(found[case["id"]][0] == NONE for case in strangers)
    print(f"\n{name}: {len(cases)} questions")
    print(f"  right answer first       {percent(first, len(asked))}")
    print(f"  right answer among two   {percent(among, len(asked))}")
    print(f"  no answer recognised     {percent(known, len(strangers))}")


def misses(cases: list[Case], found: dict[str, list[str]]) -> None:
    for case in cases:
        if found[case["id"]][0] not in case["answers"]:
            print(f"  {case['id']} {case['question']!r}: {found[case['id']]}, not {case['answers']}")


def read(path: Path) -> list[Case]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="other questions, one JSON object a line")
    parser.add_argument("--misses", action="store_true", help="list what is wrong in the part that was learned from")
    chosen = parser.parse_args()
    cases = read(chosen.data or HERE / "questions.jsonl")
    answers(cases[:1])
    began = time.perf_counter()
    found = answers(cases)
    spent = (time.perf_counter() - began) * 1000 / len(cases)
    if chosen.data:
        report(chosen.data.name, cases, found)
    else:
        report("learned from", [case for case in cases if int(case["id"][-1]) % 2], found)
        report("held aside", [case for case in cases if not int(case["id"][-1]) % 2], found)
        for name, file in SETS.items():
            others = read(HERE / file)
            report(name, others, answers(others))
    print(f"\n{spent:.1f} milliseconds a question")
    began = time.perf_counter()
    answers([{"id": "long", "question": "wat als het niet klikt met de manager " * 5000}])
    print(f"{(time.perf_counter() - began) * 1000:.0f} milliseconds for 200 kB of text")
    starting(HERE / "questions.jsonl")
    if chosen.misses:
        misses([case for case in cases if chosen.data or int(case["id"][-1]) % 2], found)


def starting(path: Path) -> None:
    """The command itself: from nothing to the last line, and the most memory that it took."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "interregnum", "answer", "--jsonl", str(path)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    print(f"{time.perf_counter() - began:.2f} seconds for the whole command, start included")
    print(f"{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024} MB at most")


if __name__ == "__main__":
    main()
