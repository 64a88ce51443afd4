"""Measures triage against requests judged by readers: how often right, and how fast.

    python bench/triage.py --data FILE.jsonl [--misses]

Cases whose id ends in 0-4 are held aside: nobody tunes the lexicon on them. Beside the rules stands the baseline that
always answers the most frequent category and always "manager".
"""

import argparse
import json
import os
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import django

from interregnum.kernel.lists import Need
from interregnum.stages.ask.rules.lexicon import Lexicon
from interregnum.stages.ask.rules.triage import Problem, Triage, triage

ON = date(2026, 1, 5)
ASIDE = "01234"
# What readers could say: manager, adviser, unclear; whether it is our trade they judged apart.
SAID = {
    Need.MANAGER: "manager",
    Need.ADVISER: "adviser",
    Need.ADVICE_FIRST: "adviser",
    Need.NOT_NOW: "unclear",
    Need.UNCLEAR: "unclear",
}
NOT_OURS = (Need.OUT_OF_SCOPE, Need.PERMANENT)
Case = dict[str, Any]


def category_right(case: Case, found: Triage) -> bool:
    """One of the one or two categories that the readers gave."""
    return found.category in case["category"]["accepted"]


def need_right(case: Case, found: Triage) -> bool:
    """What either reader said; a request outside our trade must be told so, one where they differed may be."""
    if case["out_of_scope"]:
        return found.need in NOT_OURS
    if found.need in NOT_OURS:
        return case["out_of_scope"] is None
    return SAID[found.need] in case["need"]


MEASURES: dict[str, Callable[[Case, Triage], bool]] = {
    "category accepted": category_right,
    "category plausible": lambda case, found: found.category in case["category"]["plausible"],
    "need": need_right,
    "first reason among readers'": lambda case, found: bool(found.reasons) and found.reasons[0] in case["reasons"],
    "level": lambda case, found: found.level == case["level"],
    "first discipline among readers'": lambda case, found: found.disciplines[:1] in [(d,) for d in case["disciplines"]],
    "context": lambda case, found: found.context == case["context"],
    "urgency": lambda case, found: (found.urgency or "unknown") == case["urgency"],
}


def the_lexicon() -> Lexicon:
    """The lexicon of the stage; its queries want Django awake."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interregnum.config.settings")
    django.setup()
    words: Lexicon = import_module("interregnum.stages.ask.lexicon").shipped_lexicon()
    return words


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:5.1f} %" if whole else "    -  "


def report(name: str, cases: list[Case], found: dict[str, Triage]) -> None:
    print(f"\n{name}: {len(cases)} cases")
    for measure, right in MEASURES.items():
        hits = sum(right(case, found[case["id"]]) for case in cases)
        print(f"  {measure:<34}{percent(hits, len(cases))}  ({hits})")


def baseline(cases: list[Case], usual: str) -> None:
    categories = sum(usual in case["category"]["accepted"] for case in cases)
    needs = sum("manager" in case["need"] and not case["out_of_scope"] for case in cases)
    print(f"  baseline: always {usual}".ljust(36) + percent(categories, len(cases)))
    print("  baseline: always manager".ljust(36) + percent(needs, len(cases)))


def misses(cases: list[Case], found: dict[str, Triage]) -> None:
    for case in cases:
        got = found[case["id"]]
        if not category_right(case, got):
            print(f"category {case['id']}: {got.category} {got.confidence}, not {case['category']['accepted']}")
            print("   ", [(e.code, e.quote, e.weight) for e in got.evidence if e.field == "category"])
        if not need_right(case, got):
            print(f"need {case['id']}: {got.need}, not {case['need']}, outside our trade: {case['out_of_scope']}")
            print("   ", [(e.code, e.quote, e.weight) for e in got.evidence if e.field == "need"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="requests, one JSON object a line")
    parser.add_argument("--misses", action="store_true", help="list what is wrong in the tuned part")
    chosen = parser.parse_args()
    cases = [json.loads(line) for line in chosen.data.read_text(encoding="utf-8").splitlines() if line.strip()]
    words = the_lexicon()
    triage(Problem("Gezocht: interim manager"), lexicon=words, on=ON)
    began = time.perf_counter()
    found = {case["id"]: triage(Problem(case["text"]), lexicon=words, on=ON) for case in cases}
    spent = (time.perf_counter() - began) * 1000 / max(1, len(cases))
    tuned = [case for case in cases if case["id"][-1] not in ASIDE]
    aside = [case for case in cases if case["id"][-1] in ASIDE]
    usual = Counter(case["category"]["primary"] for case in tuned or cases).most_common(1)[0][0]
    for name, part in (("tuned", tuned), ("held aside", aside)):
        report(name, part, found)
        baseline(part, usual)
    print(f"\n{spent:.1f} milliseconds per request")
    began = time.perf_counter()
    triage(Problem("Gezocht: interim manager in een crisis. " * 5000), lexicon=words, on=ON)
    print(f"{(time.perf_counter() - began) * 1000:.0f} milliseconds for 200 kB of text")
    if chosen.misses:
        misses(tuned, found)


if __name__ == "__main__":
    main()
