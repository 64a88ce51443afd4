"""An import of 10,000 rows, a hundred of them bad: how long it takes, how much memory, and whether it is exact.

python bench/imports.py             clients and managers, each a CSV file, an XLSX file, and one killed in the middle
"""

import io
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROWS, EVERY = 10_000, 100
CLIENTS, ROSTER = "clients", "roster"
HEADINGS = {
    CLIENTS: ("organisatie", "branche", "plaats", "kvk", "kan btw terugvragen", "contactpersoon", "e-mail", "functie"),
    ROSTER: (
        *("naam", "e-mail", "telefoon", "plaats", "reisafstand", "beschikbaar vanaf", "dagen per week", "dagtarief"),
        *("niveau", "vakgebieden", "deelsectoren", "talen", "rolverdeling", "zaken per categorie", "wil vaste baan"),
    ),
}
# What is wrong in a bad row: the place of the cell, and what stands there.
BAD = {
    CLIENTS: (
        *({3: "12"}, {6: "geen adres"}, {1: "kaas"}, {4: "misschien"}, {0: ""}, {0: "x" * 5_000}, {5: ""}),
        {3: "10000001"},
    ),
    ROSTER: (
        *({1: "geen adres"}, {4: "ver"}, {5: "gisteren of zo"}, {6: "9"}, {7: "veel"}, {8: "keizer"}, {9: "kaas"}),
        {0: ""},
    ),
}


def main() -> None:
    if len(sys.argv) > 1:
        return one(sys.argv[1], Path(sys.argv[2]))
    print(f"{'figure':<52} {'measured':>10}   promised")
    for what in (CLIENTS, ROSTER):
        for kind, content in (("csv", as_csv(what)), ("xlsx", as_xlsx(what))):
            with tempfile.TemporaryDirectory(prefix="interregnum-bench-") as folder:
                Path(folder, f"{what}.{kind}").write_bytes(content)
                begin("migrate", folder).wait()
                measured(what, kind, folder)
                if kind == "csv":
                    killed(what, folder)
    return None


def rows(what: str) -> list[list[str]]:
    """Invented organisations with a contact each, or managers; every hundredth has one bad cell."""
    found, make, bad = [], organisation if what == CLIENTS else manager, BAD[what]
    for number in range(ROWS):
        row = make(number)
        if number % EVERY == EVERY - 1:
            for place, cell in bad[number // EVERY % len(bad)].items():
                row[place] = cell
        found.append(row)
    return found


def organisation(number: int) -> list[str]:
    row = [f"Proeforganisatie {number:05}", "bank", "Utrecht", str(10_000_000 + number), "ja"]
    return [*row, f"Proef Persoon {number}", f"proef{number}@example.org", "Directeur"]


def manager(number: int) -> list[str]:
    row = [f"Proef Manager {number:05}", f"manager{number}@example.org", f"+31 6 0{number:07}", "Utrecht", "60"]
    row += ["2027-01-04", "4", str(900 + number % 500), "senior", "finance", "bank", "nl"]
    return [*row, "operational:40|adviser:0|coach:0|change:60", "change:2", "nee"]


def as_csv(what: str) -> bytes:
    return "\r\n".join(";".join(row) for row in (list(HEADINGS[what]), *rows(what))).encode("cp1252")


def as_xlsx(what: str) -> bytes:
    import openpyxl

    book, content = openpyxl.Workbook(write_only=True), io.BytesIO()
    sheet = book.create_sheet()
    for row in (list(HEADINGS[what]), *rows(what)):
        sheet.append(row)
    book.save(content)
    return content.getvalue()


def begin(step: str, folder: str) -> "subprocess.Popen[bytes]":
    environment = os.environ | {"INTERREGNUM_DATA": folder, "DJANGO_SETTINGS_MODULE": "interregnum.config.settings"}
    return subprocess.Popen([sys.executable, __file__, step, folder], env=environment, cwd=ROOT)


def measured(what: str, kind: str, folder: str) -> None:
    for again in (False, True):
        started = time.monotonic()
        process = begin(f"{what}.{kind}", folder)
        _, status, used = os.wait4(process.pid, 0)
        figures = Path(folder, "figures").read_text().split()
        expected = ["0", "9900", "100"] if again else ["9900", "0", "100"]
        if status or figures[:3] != expected:
            raise SystemExit(f"not exact: {figures} instead of {expected}")
        which = f"{what}, {kind}"
        say(
            f"import {which}, {'the same again' if again else '10,000 rows, 100 bad'}",
            time.monotonic() - started,
            "s",
            60,
        )
        say(f"  of which this machine worked for it: {which}", used.ru_utime + used.ru_stime, "s", 60)
        say(f"memory of it, with the process that reads: {which}", used.ru_maxrss / 1000 + float(figures[3]), "MB", 300)


def killed(what: str, folder: str) -> None:
    """Kill -9 in the middle of an import into an empty firm, go on, and count."""
    with tempfile.TemporaryDirectory(prefix="interregnum-bench-") as fresh:
        Path(fresh, f"{what}.csv").write_bytes(Path(folder, f"{what}.csv").read_bytes())
        begin("migrate", fresh).wait()
        process, marker = begin(f"{what}.csv", fresh), Path(fresh, "batches")
        while not (marker.exists() and marker.stat().st_size >= 7):
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
        process.wait()
        begin("on", fresh).wait()
        figures = Path(fresh, "figures").read_text().split()
        if figures[:3] != ["9900", "0", "100"] or figures[4:] != ["9900"]:
            raise SystemExit(f"not exact after a kill: {figures}")
        say(f"{what} after a kill -9 and going on", int(figures[4]), "", 9900)


def say(what: str, figure: float, unit: str, promised: float) -> None:
    verdict = "kept" if figure <= promised else "MISSED"
    print(f"{what:<52} {figure:>7.1f} {unit:<3} <= {promised:g} {unit}  {verdict}", flush=True)


def one(step: str, folder: Path) -> None:
    """In a process of its own: what the worker does."""
    import django
    from django.core.management import call_command

    django.setup()
    if step == "migrate":
        return call_command("migrate", verbosity=0)
    from interregnum.people import imports
    from interregnum.people.models import Import, Manager, Organisation
    from interregnum.people.rules.importing import ImportKind

    batch = imports._batch

    def marked(*args: object, **options: object) -> None:
        batch(*args, **options)
        with (folder / "batches").open("a") as file:
            file.write(".")

    imports._batch = marked
    if step != "on":
        keep(folder / step)
    row = Import.objects.order_by("-pk")[0]
    imports.go_through.call(row.code)
    report = imports.report_of(row)
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    figures = (report.added, report.changed + report.unchanged, report.refused, child)
    there = (Organisation if row.kind == ImportKind.CLIENTS else Manager).objects.count()
    (folder / "figures").write_text(" ".join(map(str, (*figures, there))))
    return None


def keep(path: Path) -> None:
    from django.utils import timezone

    from interregnum.kernel.actor import HOUSE
    from interregnum.outside.sheets.read import read_sheet
    from interregnum.people.imports import keep_sheet
    from interregnum.people.models import Import
    from interregnum.people.rules.importing import ImportKind, ImportState

    sheet = read_sheet(path.read_bytes())
    kind = ImportKind.CLIENTS if path.stem == CLIENTS else ImportKind.ROSTER
    code = keep_sheet(kind=kind, name=path.name, sheet=sheet, by=HOUSE, at=timezone.now())
    Import.objects.filter(code=code).update(state=ImportState.IMPORTING)


if __name__ == "__main__":
    main()
