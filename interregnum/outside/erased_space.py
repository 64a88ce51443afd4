"""What is left of erased rows outside the tables: pages of the database file, and mail kept as files."""

import email
import email.policy
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import connection


def compact_database() -> None:
    """Write the database anew without the space of what was deleted. Not inside a transaction."""
    if connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def drop_kept_mail(needles: Iterable[str]) -> int:
    """Throw away each kept mail that goes to or speaks of one of these; gives how many."""
    words, dropped = [word.casefold() for word in needles], 0
    for path in Path(settings.MAIL_FOLDER).glob("*.eml") if words else ():
        text = _text_of(path).casefold()
        if any(word in text for word in words):
            path.unlink(missing_ok=True)
            dropped += 1
    return dropped


def drop_old_mail(before: datetime) -> int:
    """Throw away kept mail that was written before a moment; its name begins with when."""
    oldest, dropped = f"{before.astimezone(UTC):%Y%m%dT%H%M%S%f}", 0
    for path in Path(settings.MAIL_FOLDER).glob("*.eml"):
        if path.name < oldest:
            path.unlink(missing_ok=True)
            dropped += 1
    return dropped


def _text_of(path: Path) -> str:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    parts = [str(part.get_content()) for part in message.walk() if part.get_content_maintype() == "text"]
    return "\n".join([*(str(value) for value in message.values()), *parts])
