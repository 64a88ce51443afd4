"""Electronic invoices held to the rules before they go out, in a process of its own: `check.py` says by which.

The engine of the rules takes its whole process with it when it is used from a thread: it never runs in ours.
"""

import atexit
import json
import selectors
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO, Any, Self, cast

from interregnum.outside.apart import ROOT

PROGRAM = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from interregnum.outside.einvoice.check import serve; sys.exit(serve())"
)  # Reading the rules takes about two seconds; a busy machine takes longer.
SECONDS_TO_START, SECONDS_A_FILE = 60.0, 30.0


class CheckFailedError(Exception):
    """The check did not come to an end, so nothing is known of the file; the words say how, for who runs the house."""


@dataclass(frozen=True)
class Fault:
    """`source` is the rule set (xsd, cen, peppol, own), `rule` its name there, such as BR-CO-16."""

    source: str
    rule: str
    words: str
    place: str = ""


class Checker:
    """A process with the rules read, for as many files as one likes: ten milliseconds each after the first.

    Use it in a `with`. One file is checked at a time: not to be shared between threads.
    """

    def __init__(self, *, patience: float = SECONDS_A_FILE) -> None:
        self.patience = patience

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory(prefix="interregnum-check-")
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", PROGRAM, str(ROOT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self._folder.name,
            env={"TMPDIR": self._folder.name, "PYTHONDONTWRITEBYTECODE": "1"},
        )
        try:
            self._answer(SECONDS_TO_START)
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def faults(self, xml: bytes) -> tuple[Fault, ...]:
        """Everything wrong with a file; nothing when it may go out. Raises CheckFailedError."""
        to_it = cast(IO[bytes], self._process.stdin)
        try:
            to_it.write(len(xml).to_bytes(8, "big") + xml)
            to_it.flush()
        except OSError as error:
            raise CheckFailedError(f"the check ended: {error}") from error
        return tuple(Fault(**each) for each in self._answer(self.patience))

    def _answer(self, patience: float) -> Any:
        heard = cast(IO[bytes], self._process.stdout)
        with selectors.DefaultSelector() as waiting:
            waiting.register(heard, selectors.EVENT_READ)
            if not waiting.select(patience):
                self._process.kill()
                raise CheckFailedError(f"no answer within {patience:g} seconds")
        if not (line := heard.readline()):
            raise CheckFailedError(f"the check ended with code {self._process.wait(5)}")
        return json.loads(line)

    def _end(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            try:
                cast(IO[bytes], pipe).close()
            except OSError:  # What could not be written any more to a process that ended.
                continue
        self._folder.cleanup()


_one_at_a_time = threading.Lock()
_kept: list[Checker] = []


def faults_by_kept(xml: bytes) -> tuple[Fault, ...]:
    """Everything wrong with one file, by a process that stays for the next one: the worker has many, one by one.

    It ends with this process. Raises CheckFailedError, and the next file gets a new process.
    """
    with _one_at_a_time:
        if not _kept:
            _kept.append(Checker().__enter__())
        try:
            return _kept[0].faults(xml)
        except CheckFailedError:
            _end_kept()
            raise


@atexit.register
def _end_kept() -> None:
    while _kept:
        _kept.pop().__exit__()


def faults_of(xml: bytes) -> tuple[Fault, ...]:
    """Everything wrong with one file, in a process for it alone: about two seconds. Raises CheckFailedError."""
    with Checker() as checker:
        return checker.faults(xml)


def faults_of_all(files: Iterable[bytes]) -> list[tuple[Fault, ...]]:
    """Everything wrong with each of many files, in their order, in one process. Raises CheckFailedError."""
    with Checker() as checker:
        return [checker.faults(xml) for xml in files]
