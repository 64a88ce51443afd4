"""What stops every page at once and is nobody's mistake: the database does not answer, or the disk is full."""

import errno
from collections.abc import Iterator
from enum import Enum

from django.db import InterfaceError, OperationalError

# PostgreSQL's own code of a full disk; an embedded database says it in words alone.
DISK_FULL = "53100"
FULL_WORDS = ("disk is full", "no space left")
# The embedded database also says "operational" of a fault in our own statements: only these words mean that it is busy.
BUSY_WORDS = ("is locked", "unable to open database file")
# What it says when the file beside it, which all readers share, cannot grow.
DISK_WORDS = ("disk i/o error",)


class Trouble(Enum):
    """The status of the answer: 503 is over in a moment, 507 when somebody has made room."""

    AWAY = 503
    FULL = 507


def trouble_of(error: BaseException | None) -> Trouble | None:
    """Which trouble an error tells of; None when it is a fault of the program."""
    reason = reason_of(error)
    return _told_by(reason) if reason else None


def reason_of(error: BaseException | None) -> BaseException | None:
    """What lies behind an error and is a trouble; None when nothing of the kind does."""
    return next((each for each in _causes(error) if _told_by(each)), None)


def _told_by(error: BaseException) -> Trouble | None:
    if isinstance(error, OSError):
        return Trouble.FULL if error.errno in {errno.ENOSPC, errno.EDQUOT} else None
    return _of_database(error) if isinstance(error, (OperationalError, InterfaceError)) else None


def _of_database(error: Exception) -> Trouble | None:
    told, cause = str(error).lower(), error.__cause__
    if getattr(cause, "sqlstate", None) == DISK_FULL or any(words in told for words in FULL_WORDS + DISK_WORDS):
        return Trouble.FULL
    is_embedded = type(cause).__module__.startswith(("sqlite3", "pysqlite3"))
    return Trouble.AWAY if not is_embedded or any(words in told for words in BUSY_WORDS) else None


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
