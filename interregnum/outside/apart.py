"""Other people's files are opened in a process of their own, with limits: what both ends of that share.

Knows no Django and no settings, for the process that opens the file knows neither.
"""

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
# Isolated: no variable of the environment and no folder of somebody else says where modules come from.
PROGRAM = (
    "import json, sys; sys.path.insert(0, sys.argv[1]); "
    "from importlib import import_module; print(json.dumps(import_module(sys.argv[2]).found_in(*sys.argv[3:])))"
)


class Refusal(Exception):  # noqa: N818 - it says what the file is
    """This file is not read; `code` says why."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


@contextmanager
def opened_apart(module: str, content: bytes, *, patience: float) -> Iterator[tuple[dict[str, Any] | None, Path]]:
    """What `found_in(source, target)` of a module tells of a file, and the target in which it may have left more.

    None when the process took too much or longer than `patience` seconds, or fell over something unheard of: either way
    it did no harm.
    """
    with tempfile.TemporaryDirectory(prefix="interregnum-apart-") as folder:
        source, target = Path(folder, "source"), Path(folder, "target")
        source.write_bytes(content)
        try:
            done = subprocess.run(
                [sys.executable, "-I", "-c", PROGRAM, str(ROOT), module, str(source), str(target)],
                capture_output=True,
                check=False,
                cwd=folder,
                env={"TMPDIR": folder, "PYTHONDONTWRITEBYTECODE": "1"},
                timeout=patience,
            )
        except subprocess.TimeoutExpired:
            yield None, target
            return
        yield json.loads(done.stdout) if done.returncode == 0 else None, target


def limit(*, memory: int, seconds: int, writes: int) -> None:
    """From here on this process can take only so many bytes of memory, seconds of work and bytes of disk."""
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, writes),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
