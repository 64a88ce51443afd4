"""Seconds to back up, restore and verify a firm of 100,000 managers, beside what is promised.

python bench/restore.py [--managers 100000] [--facts 100000]

The managers come in by the real bulk import; the facts are sealed as the journal seals them. Takes a few minutes, in a
folder of its own that is thrown away.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

ON = date(2026, 1, 5)
AT = datetime(2026, 1, 5, 9, tzinfo=UTC)
STRETCH = 5000
A_FILE = 8000


@dataclass(frozen=True)
class Used:
    """Seconds by the clock, seconds that the cores worked, and megabytes of memory at most."""

    seconds: float
    busy: float
    memory: float


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--managers", type=int, default=100_000)
    options.add_argument("--facts", type=int, default=100_000)
    options.add_argument("--fill", action="store_true", help="only fill the firm of INTERREGNUM_DATA")
    asked = options.parse_args()
    if asked.fill:
        fill(asked.managers, asked.facts)
    else:
        measure(asked.managers, asked.facts)


def measure(managers: int, facts: int) -> None:
    folder = Path(tempfile.mkdtemp(prefix="interregnum-bench-"))
    data = folder / "var"
    try:
        os.environ |= {"INTERREGNUM_DATA": str(data), "DJANGO_SETTINGS_MODULE": "interregnum.config.settings"}
        command(data, "migrate", "--verbosity", "0")
        start = command(data, "verify")
        # In a process of its own: what it needs of memory would count as the commands'.
        started = time.monotonic()
        numbers = ["--managers", str(managers), "--facts", str(facts)]
        subprocess.run([sys.executable, __file__, "--fill", *numbers], check=True)
        print(f"{time.monotonic() - started:7.1f} s  to fill the firm", flush=True)
        size = (data / "interregnum.sqlite3").stat().st_size / 1_000_000
        print(f"{size:7.1f} MB of database: {managers} managers, {facts} facts")
        rounds(data, facts, start)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def rounds(data: Path, facts: int, start: Used) -> None:
    """Back up, restore and verify; `start` is what the program needs to verify an empty firm."""
    backed_up = command(data, "backup")
    print(f"{backed_up.seconds:7.1f} s  to back up and read back")
    [backup] = (data / "backups").glob("*.backup")
    print(f"{backup.stat().st_size / 1_000_000:7.1f} MB of backup")
    restored = command(data, "restore", str(backup))
    say("to restore in the place of the living data", restored.seconds, 600)
    verified = command(data, "verify")
    say("to verify a million facts, reckoned from these", (verified.busy - start.busy) * 1_000_000 / facts, 60)
    print(f"          of work for one core; by the clock of this machine, {verified.seconds:.1f} s for {facts} facts")
    most = max(backed_up.memory, restored.memory, verified.memory)
    print(f"{most:7.1f} MB of memory at most, in any of these commands")


def say(what: str, seconds: float, promised: float) -> None:
    verdict = "kept" if seconds <= promised else "MISSED"
    print(f"{seconds:7.1f} s  {what}; promised <= {promised:g} s: {verdict}", flush=True)


def command(data: Path, *words: str) -> "Used":
    """What a command needs on these data. Raises SystemExit when it fails."""
    started = time.monotonic()
    line = [sys.executable, "-m", "interregnum", *words]
    process = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{words[0]} ended with {process.returncode}")
    return Used(time.monotonic() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)


def fill(managers: int, facts: int) -> None:
    """Make the firm in the data folder of the environment."""
    import django

    django.setup()
    from interregnum.flow.demo.invented_roster import roster_csv
    from interregnum.flow.search_index import refresh_search
    from interregnum.kernel.actor import HOUSE
    from interregnum.outside.sheets.read import read_sheet
    from interregnum.people.imports import import_sheet
    from interregnum.people.rules.importing import ImportKind

    header, *lines = roster_csv(managers=managers, seed=7, on=ON).splitlines(keepends=True)
    # One import takes a file of 10 MB at most.
    for first in range(0, managers, A_FILE):
        sheet = read_sheet("".join([header, *lines[first : first + A_FILE]]).encode())
        report = import_sheet(kind=ImportKind.ROSTER, sheet=sheet, by=HOUSE, at=AT)
        if report.faults:
            raise SystemExit(f"not all managers came in: {report.faults[:3]}")
    refresh_search(AT)
    seal_facts(facts)


def seal_facts(facts: int) -> None:
    """Append facts as the journal does, some thousands a statement."""
    from django.db import transaction

    from interregnum.journal.chain import entry_digest, payload_digest
    from interregnum.journal.models import About, Entry, Head, Payload
    from interregnum.outside.chance import new_code, new_token

    head = Head.objects.get()
    for first in range(head.number + 1, facts + 1, STRETCH):
        entries, contents, abouts = [], [], []
        for number in range(first, min(first + STRETCH, facts + 1)):
            content, nonce = {"request": new_code(), "category": "change", "need": "manager"}, new_token()
            common = {"number": number, "kind": "RequestReceived", "actor": "house", "actor_role": "house"}
            moments = {"happened_at": AT, "recorded_at": AT}
            entry = Entry(**common, **moments, payload_digest=payload_digest(nonce, content))
            codes = [content["request"], new_code()]
            entry.digest = head.digest = entry_digest(head.digest, entry, codes)
            entries.append(entry)
            contents.append(Payload(entry=entry, nonce=nonce, content=content))
            abouts += [About(entry=entry, code=code) for code in codes]
        head.number = entries[-1].number
        with transaction.atomic():
            Entry.objects.bulk_create(entries)
            for each in (*contents, *abouts):
                each.entry_id = each.entry.pk
            Payload.objects.bulk_create(contents)
            About.objects.bulk_create(abouts)
            head.save()


if __name__ == "__main__":
    main()
