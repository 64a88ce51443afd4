"""Try restored data out by the program's own commands, each in a process that knows no other data than these."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import get_language

from interregnum.flow.safekeeping.copies import Say
from interregnum.outside.safekeeping.unusable import Unusable


@dataclass(frozen=True)
class Trial:
    """The restored folder, and its database as DATABASE_URL names it."""

    data: Path
    database: str
    say: Say

    def step(self, command: str, *words: str, may_fail: bool = False) -> None:
        """Run a command on the restored data, saying what it says. Raises Unusable when it ends badly."""
        language = ("--language", get_language() or "nl") if command in {"verify", "erase-again"} else ()
        given = {"INTERREGNUM_DATA": str(self.data), "DATABASE_URL": self.database}
        given["DJANGO_SETTINGS_MODULE"] = "interregnum.config.settings"
        line = [sys.executable, "-m", "interregnum", command, *words, *language]
        done = subprocess.run(line, env=os.environ | given, capture_output=True, text=True, check=False)
        for text in (done.stdout + done.stderr).strip().splitlines():
            self.say(f"  {text}")
        if done.returncode and not may_fail:
            raise Unusable("step_failed", step=command)
