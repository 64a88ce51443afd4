"""The code of the first visit: whoever reads it in the terminal owns the machine, and so the firm."""

import hmac
import os
from pathlib import Path

from django.conf import settings

from interregnum.outside.chance import new_code


def _path() -> Path:
    return Path(settings.KEYS_FOLDER) / "set-up-code"


def set_up_code() -> str:
    """The code, made the first time; readable by its owner alone, in no backup."""
    path = _path()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(new_code())
    except FileExistsError:
        pass
    return path.read_text("ascii")


def is_set_up_code(typed: str) -> bool:
    """False as well when there is none: nobody sets a firm up that nobody started."""
    try:
        return hmac.compare_digest(typed.strip().lower().encode(), _path().read_bytes())
    except FileNotFoundError:
        return False


def use_set_up_code() -> None:
    """It is good for one firm."""
    _path().unlink(missing_ok=True)
