"""python -m tests.releases make|lay-out|prove FILE, on the data folder and the database that the environment names."""

import json
import os
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interregnum.config.settings")
# Pages are looked at without their files having been collected.
os.environ.setdefault("INTERREGNUM_DEBUG", "true")
django.setup()

from django.core.management import call_command  # noqa: E402 - after django.setup


def make(path: Path) -> None:
    """Write down what the present program leaves behind. The data folder must be new."""
    from tests.releases import lives, snapshot

    call_command("migrate", verbosity=0)
    lives.fill()
    path.write_text(json.dumps(snapshot.made(), ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")


def lay_out(path: Path) -> None:
    from tests.releases import snapshot

    snapshot.lay_out(json.loads(path.read_text("utf-8")))


def prove(path: Path) -> None:
    from tests.releases import proof

    print(json.dumps(proof.faults(json.loads(path.read_text("utf-8")))))  # noqa: T201 - read by whoever started this


WHAT = {"make": make, "lay-out": lay_out, "prove": prove}

if __name__ == "__main__":
    WHAT[sys.argv[1]](Path(sys.argv[2]))
