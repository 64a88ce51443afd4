"""Mails that came back: reports from a mail server's pipe or a maildir, noted on the record."""

import logging
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interregnum.jobs.post import note_bounce
from interregnum.outside.returned import MOST_BYTES, UnreadableError, read_report

log = logging.getLogger("interregnum.jobs")

WHY = {
    "large": gettext_lazy("This is larger than any report of a mail server, and was not read."),
    "no_report": gettext_lazy("This is no report that a mail could not be delivered."),
    "no_mail": gettext_lazy("This report names no mail of ours."),
    "broken": gettext_lazy("This report is broken and was not read."),
}
# So many a minute are read; a flood waits its turn.
AT_ONCE = 200


def take_report(content: bytes, *, at: datetime) -> tuple[bool, str]:
    """Note what a report says; returns whether a mail is now known to have come back, and a sentence about it."""
    try:
        found = read_report(content)
    except UnreadableError as error:
        return False, str(WHY[str(error)])
    if not found.is_final:
        return False, _("The mail server is still trying; nothing was changed.")
    if note_bounce(found.key, reason=found.reason, at=at):
        return True, _("The mail to %(address)s came back; it is on the desk of the bureau.") % {
            "address": found.address or "–"
        }
    return False, _("This mail is not known here, or it is known already that it came back.")


def read_returns(at: datetime) -> int:
    """Read what arrived in the maildir of returned mail; returns how many mails were found to have come back."""
    if not settings.RETURNS_FOLDER:
        return 0
    folder = Path(settings.RETURNS_FOLDER)
    arrived = sorted(path for path in (folder / "new").glob("*") if path.is_file() and not path.is_symlink())
    (folder / "cur").mkdir(exist_ok=True)
    return sum(_take(path, folder / "cur", at) for path in arrived[:AT_ONCE])


def _take(path: Path, read: Path, at: datetime) -> bool:
    with path.open("rb") as source:
        is_bounce, words = take_report(source.read(MOST_BYTES + 1), at=at)
    if not is_bounce:
        log.warning("%s: %s", path.name, words)
    # Seen, as a mail program would mark it; noted twice, it came back once.
    path.rename(read / f"{path.name.partition(':')[0]}:2,S")
    return is_bounce
