"""An attacker reads every published view of random pulses and looks for one answer, beside what is promised.

python bench/pulse_attack.py [--designs 10000]

He knows all groups, who answered, and one answer already. With the rules switched off he must find people: then it is
the rules that keep him out. No database; stops by itself.
"""

import argparse
import os
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interregnum.config.settings")

from interregnum.stages.pulse.tests.attacker import (
    Design,
    View,
    learns,
    random_design,
    same_in_each_round,
    subtracts,
    unguarded_views,
    views_of,
)


def is_broken(design: Design, views: list[View], question: int) -> bool:
    if not views:
        return False
    person = min(views[0].people)
    own = design.rounds[person[0]].answers[person[1]][question]
    return subtracts(views) or learns(views) or learns(views, own=(person, own))


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])  # type: ignore[union-attr]
    options.add_argument("--designs", type=int, default=10_000)
    designs = options.parse_args().designs
    found = {"as it is": 0, "rules off": 0, "only groups under five left out": 0}
    views = answers = 0
    begun = time.monotonic()
    for seed in range(designs):
        steady = seed % 2 == 1
        design = random_design(random.Random(seed), steady=steady)
        answers += sum(len(one.answers) for one in design.rounds) * design.questions
        kinds = {"as it is": False, "rules off": False, "only groups under five left out": False}
        for question in range(design.questions):
            shown = {
                "as it is": views_of(design, question),
                "rules off": unguarded_views(design, question, least=1),
                "only groups under five left out": unguarded_views(design, question, least=5),
            }
            views += len(shown["as it is"])
            for kind, these in shown.items():
                seen = same_in_each_round(these) if steady else these
                kinds[kind] |= is_broken(design, seen, question)
        for kind, broken in kinds.items():
            found[kind] += broken
    seconds = time.monotonic() - begun
    print(f"{designs} surveys, {answers} answers, {views} published views, {seconds:.0f} s")
    kept = found["as it is"] == 0
    works = found["rules off"] > designs / 2 and found["only groups under five left out"] > designs / 10
    print(f"{'as it is':<34}{found['as it is']:>7} give somebody away   promised 0   {'kept' if kept else 'MISSED'}")
    for kind in ("only groups under five left out", "rules off"):
        print(f"{kind:<34}{found[kind]:>7} give somebody away   must be many")
    return 0 if kept and works else 1


if __name__ == "__main__":
    raise SystemExit(main())
