"""Measures triage against requests judged by readers: how often right, and how fast.

    python bench/triage.py [--data FILE.jsonl] [--rules-only] [--misses]

Of the cases in FILE those whose id ends in 0-4 are held aside: nobody tunes on them. Apart stand seven sets of requests
that nothing was learned from: forty for which the answer is no manager, twenty long and messy ones, forty of all kinds
that were written when the lexicon and the first examples were finished, and four sets written and judged by people who
wrote none of the examples and read by nobody who changed the program: sixty in `others.jsonl`, sixty in
`strangers.jsonl`, a hundred in `unread.jsonl` and, newest, a hundred in `public.jsonl`, retold from what stands in
public and judged by two. Last come the four and the cases held aside together: so few cases apart say little.
Beside the rules stands the baseline that always answers the most frequent category and always "manager".
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from interregnum.stages.ask.lexicon import resembles, shipped_lexicon
from interregnum.stages.ask.rules.grounded import EVIDENCE_OF, filled
from interregnum.stages.ask.rules.plain import as_answer
from interregnum.stages.ask.rules.triage import Problem, Triage, triage

HERE = Path(__file__).parent
ON = date(2026, 1, 5)
ASIDE = "01234"
UNSEEN = (
    "held aside",
    "invented: by another writer",
    "invented: by strangers",
    "invented: unread",
    "retold from public pages",
)
Case = dict[str, Any]
Found = dict[str, Triage]


def judged(case: Case, found: Triage) -> dict[str, bool]:
    """Scored leniently: any category that a reader accepted, any need that a reader gave."""
    answer = as_answer(found)
    accepted = set(case["category"]["accepted"])
    return {
        "category accepted": bool(accepted & set(answer["category"][:1])),
        "accepted within two": bool(accepted & set(answer["category"][:2])),
        "need": answer["need"] in case["need"],
        "level": answer["level"] == case["level"],
        "context": answer["context"] == case.get("context"),
        "urgency": (answer["urgency"] or "unknown") == case.get("urgency"),
        "each field with a quote": quoted(case["text"], found),
    }


def is_judged(case: Case, measure: str) -> bool:
    """What readers left open is not scored."""
    if "categor" in measure or "accepted" in measure:
        return bool(case["category"]["accepted"])
    return measure not in ("level", "context", "urgency") or bool(case.get(measure))


def quoted(text: str, found: Triage) -> bool:
    fields = {row.field for row in found.evidence if row.quote and text[row.start : row.end] == row.quote}
    return all(EVIDENCE_OF.get(name, name) in fields for name in filled(found))


def f1(pairs: Iterable[tuple[set[str], set[str]]]) -> float:
    """Micro-F1 of given and found sets of codes."""
    both = given = found = 0
    for wanted, got in pairs:
        both, given, found = both + len(wanted & got), given + len(wanted), found + len(got)
    return 2 * both / (given + found) if given + found else 1.0


def share(name: str, hits: Iterable[bool], promised: str = "") -> None:
    said = list(hits)
    if said:
        print(f"  {name:<28}{100 * sum(said) / len(said):5.1f} %  ({sum(said)} of {len(said)})  {promised}")


def report(name: str, cases: list[Case], found: Found) -> None:
    print(f"\n{name}: {len(cases)} cases")
    if not cases:
        return
    verdicts = [judged(case, found[case["id"]]) for case in cases]
    promised = {"category accepted": ">= 85", "accepted within two": ">= 95", "need": ">= 90", "level": ">= 80"}
    for measure in verdicts[0]:
        judged_cases = zip(cases, verdicts, strict=True)
        fitting = [v[measure] for case, v in judged_cases if is_judged(case, measure)]
        share(measure, fitting, promised.get(measure, ""))
    answers = [as_answer(found[case["id"]]) for case in cases]
    both = list(zip(cases, answers, strict=True))
    share("adviser found", (a["need"] == "adviser" for c, a in both if "adviser" in c["need"]), ">= 70")
    share("not our trade found", (a["out_of_scope"] for c, a in both if c["out_of_scope"]), ">= 80")
    share("false alarms", (a["out_of_scope"] for c, a in both if c["out_of_scope"] is False), "<= 3")
    for field, least in (("disciplines", 0.80), ("reasons", 0.75)):
        print(f"  {field + ', micro-F1':<28}{f1((set(c[field]), set(a[field])) for c, a in both):5.2f}    >= {least}")
    usual = Counter(case["category"]["primary"] for case in cases).most_common(1)[0][0]
    share(f"baseline: always {usual}", (usual in case["category"]["accepted"] for case in cases))
    share("baseline: always manager", ("manager" in case["need"] for case in cases))


def misses(cases: list[Case], found: Found) -> None:
    for case in cases:
        got = found[case["id"]]
        if wrong := [measure for measure, right in judged(case, got).items() if not right]:
            print(f"{case['id']}: {', '.join(wrong)}")
            print("   ", [(row.field, row.code, row.quote) for row in got.evidence])


def one(text: str, *, rules_only: bool) -> Triage:
    near = None if rules_only else resembles(text)
    return triage(Problem(text), lexicon=shipped_lexicon(), on=ON, resemblance=near)


def long_text(*, rules_only: bool) -> None:
    began = time.process_time()
    one("Gezocht: interim manager in een crisis. " * 5000, rules_only=rules_only)
    print(f"{(time.process_time() - began) * 1000:.0f} ms for 200 kB of text")


def start() -> None:
    """The command with one record: processor seconds and the most memory that it took."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.write('{"id": 1, "text": "Gezocht: interim manager voor onze schadeafdeling"}\n')
        file.flush()
        command = [sys.executable, "-m", "interregnum", "triage", "--jsonl", file.name]
        began, clock = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=HERE.parent, env=os.environ)
        ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = ended.ru_utime + ended.ru_stime - began.ru_utime - began.ru_stime
    print(f"start to first answer: {busy:.1f} s, {time.monotonic() - clock:.1f} s on the clock (promised 2 s)")
    print(f"memory: {ended.ru_maxrss // 1024} MB (promised 400)")


def read(path: Path) -> list[Case]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="requests judged by readers, one JSON object a line")
    parser.add_argument("--rules-only", action="store_true", help="without the encoder")
    parser.add_argument("--misses", action="store_true", help="list what is wrong in the tuned part")
    chosen = parser.parse_args()
    cases = read(chosen.data) if chosen.data else []
    parts = {
        "tuned": [case for case in cases if case["id"][-1] not in ASIDE],
        "held aside": [case for case in cases if case["id"][-1] in ASIDE],
        "invented: no manager": read(HERE / "data" / "forty.jsonl"),
        "invented: long and messy": read(HERE / "data" / "long.jsonl"),
        "invented: written afterwards": read(HERE / "data" / "fresh.jsonl"),
        "invented: by another writer": read(HERE / "data" / "others.jsonl"),
        "invented: by strangers": read(HERE / "data" / "strangers.jsonl"),
        "invented: unread": read(HERE / "data" / "unread.jsonl"),
        "retold from public pages": read(HERE / "data" / "public.jsonl"),
    }
    one("Gezocht: interim manager", rules_only=chosen.rules_only)
    everything: Found = {}
    for name, part in parts.items():
        # Processor time, because other programs share the machine.
        began = time.process_time()
        found = {case["id"]: one(case["text"], rules_only=chosen.rules_only) for case in part}
        spent = time.process_time() - began
        everything |= found
        report(name, part, found)
        if part:
            print(f"  {spent * 1000 / len(part):.1f} ms a request (promised 50, with the encoder 500)")
        if chosen.misses and name == "tuned":
            misses(part, found)
    report("unseen, all together", [case for name in UNSEEN for case in parts[name]], everything)
    long_text(rules_only=chosen.rules_only)
    start()


if __name__ == "__main__":
    main()
