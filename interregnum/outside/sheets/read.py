"""Hand a sheet to the process that reads it, and take its rows or its refusal back."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
# Isolated: no variable of the environment and no folder of somebody else says where modules come from.
PROGRAM = (
    "import json, sys; sys.path.insert(0, sys.argv[1]); "
    "from interregnum.outside.sheets.parse import found_in; print(json.dumps(found_in(*sys.argv[2:])))"
)
# More than the seconds of work that it may take: a busy machine makes it wait.
PATIENCE = 120


@dataclass(frozen=True)
class Sheet:
    """Headings, and the rows below them: a line of JSON for each, [line, [cell, …]]; empty ones are left out."""

    headings: list[str]
    rows: bytes
    total: int


@dataclass(frozen=True)
class Refused:
    """Why a file was not read; the words for `code` stand in people/texts.py."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


def read_sheet(content: bytes) -> Sheet | Refused:
    """Read a CSV or XLSX file of whatever origin."""
    with tempfile.TemporaryDirectory(prefix="interregnum-sheet-") as folder:
        source, target = Path(folder, "sheet"), Path(folder, "rows")
        source.write_bytes(content)
        try:
            done = subprocess.run(
                [sys.executable, "-I", "-c", PROGRAM, str(ROOT), str(source), str(target)],
                capture_output=True,
                check=False,
                cwd=folder,
                env={"TMPDIR": folder, "PYTHONDONTWRITEBYTECODE": "1"},
                timeout=PATIENCE,
            )
        except subprocess.TimeoutExpired:
            return Refused("sheet.too_heavy")
        # Killed for taking too much, or fallen over something unheard of: either way it did no harm.
        found: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {"refused": "sheet.too_heavy"}
        if "refused" in found:
            return Refused(found["refused"], found.get("facts", {}))
        return Sheet(found["headings"], target.read_bytes(), found["total"])
