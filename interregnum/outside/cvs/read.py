"""Hand a CV to the process that opens it, and take what stands in it, or its refusal, back."""

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
    "from interregnum.outside.cvs.parse import found_in; print(json.dumps(found_in(sys.argv[2])))"
)
# More than the seconds of work that it may take: a busy machine makes it wait.
PATIENCE = 60


@dataclass(frozen=True)
class Unread:
    """Why a file was not read; the words for `code` stand in people/cv_texts.py."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


def open_cv(content: bytes) -> dict[str, Any] | Unread:
    """What stands in a CV of whatever origin: pages with words, lines of a text, or plain data."""
    with tempfile.TemporaryDirectory(prefix="interregnum-cv-") as folder:
        source = Path(folder, "cv")
        source.write_bytes(content)
        try:
            done = subprocess.run(
                [sys.executable, "-I", "-c", PROGRAM, str(ROOT), str(source)],
                capture_output=True,
                check=False,
                cwd=folder,
                env={"TMPDIR": folder, "PYTHONDONTWRITEBYTECODE": "1"},
                timeout=PATIENCE,
            )
        except subprocess.TimeoutExpired:
            return Unread("cv.too_heavy")
    # Killed for taking too much, or fallen over something unheard of: either way it did no harm.
    found: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {"refused": "cv.too_heavy"}
    return Unread(found["refused"], found.get("facts", {})) if "refused" in found else found
