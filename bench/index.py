"""Holds the future-proof index that is stored against the one that the journal tells, on random histories.

    python bench/index.py [--histories 1000]

Each history anchors one assignment anew: cards are written and changed, successors named and asked, a pulse is closed.
Prints how many were equal beside its mark; one that is not is named by its seed.
"""

import argparse
import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from time import perf_counter

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--histories", type=int, default=1000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["INTERREGNUM_DATA"] = folder
        os.environ.setdefault("INTERREGNUM_SITE", "http://testserver")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interregnum.config.settings")
        # As the tests have it: documents are made in this process.
        import_module("pytest")
        django.setup()
        import_module("django.core.management").call_command("migrate", verbosity=0)
        history = import_module("interregnum.stages.handover.tests.histories").History()
        began = perf_counter()
        differ = history.equal(range(chosen.histories))
        took, kept = perf_counter() - began, "MISSED" if differ else "kept"
        for seed in differ:
            print(f"  seed {seed} differs")
        same = chosen.histories - len(differ)
        print(f"  {same} of {chosen.histories} histories equal, in {took:.0f} s   mark: all of them   {kept}")
        return 1 if differ else 0


if __name__ == "__main__":
    raise SystemExit(main())
