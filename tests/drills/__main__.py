"""One process of a drill, on the database that the environment names: python -m tests.drills WHAT."""

import json
import os
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interregnum.config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402 - after django.setup
from django.db.models import Count  # noqa: E402
from django_tasks_db.models import DBTaskResult  # noqa: E402

from interregnum.jobs.models import Mail  # noqa: E402
from tests.drills import jobs  # noqa: E402
from tests.drills.prepared import prepare  # noqa: E402
from tests.drills.reckoning import reckon  # noqa: E402


def state() -> dict[str, int]:
    rows = DBTaskResult.objects.filter(task_path__in=[jobs.note.module_path, "interregnum.jobs.post.send_mail"])
    counts = {row["status"]: row["n"] for row in rows.order_by().values("status").annotate(n=Count("pk"))}
    return counts | {"MAILS_SENT": Mail.objects.filter(state="sent").count()}


match sys.argv[1:]:
    case ["fill", count, mails]:
        call_command("migrate", verbosity=0)
        jobs.enqueue(int(count), mails=int(mails))
    case ["worker"]:
        call_command("worker")
    case ["prepare", count]:
        print(json.dumps(prepare(int(count))))  # noqa: T201 - read by whoever started this
    case ["reckon", ledger]:
        print(json.dumps(reckon(Path(ledger))))  # noqa: T201
    case ["state"]:
        print(json.dumps(state()))  # noqa: T201 - read by whoever started this
