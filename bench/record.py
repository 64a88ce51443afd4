"""Holds the record of a manager that is stored against the one that the journal tells, on random histories.

    python bench/record.py [--histories 1000]

Prints how many were equal; one that is not is named by its seed.
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
# A record of many assignments is one of a few managers; each history goes on where the one before ended.
MANAGERS = 20


def equal(histories: int) -> int:
    world, life = import_module("tests.world"), import_module("tests.life")
    replay = import_module("interregnum.stages.learn.queries.replay")
    live = import_module("interregnum.stages.learn.tests.histories").live
    cast = world.make_cast()
    life.Life(cast, until="signed")
    keys = list(import_module("interregnum.stages.deliver.models").Assignment.objects.values_list("pk", flat=True))
    people = [world.make_manager(name=f"M{place}", email=f"m{place}@example.org") for place in range(MANAGERS)]
    same = 0
    for seed in range(histories):
        manager = people[seed % MANAGERS]
        live(seed, manager, keys, bureau=cast.actor(cast.bea), at=world.NOW)
        is_same = replay.record_by_journal(manager.code) == replay.record_stored(manager.code)
        same += is_same
        if not is_same:
            print(f"  seed {seed} differs")
    return same


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
        began = perf_counter()
        same = equal(chosen.histories)
        took = perf_counter() - began
        kept = "kept" if same == chosen.histories else "MISSED"
        print(f"  {same} of {chosen.histories} histories equal, in {took:.0f} s   mark: all of them   {kept}")
        return 0 if same == chosen.histories else 1


if __name__ == "__main__":
    raise SystemExit(main())
