"""A roster file between its trial and its import: kept for a while, then gone, for it is full of people."""

from datetime import datetime, timedelta

from interregnum.files import store
from interregnum.files.models import StoredFile
from interregnum.kernel.refused import Refused
from interregnum.people.rules.roster import LARGEST_BYTES

# A media type of its own, so that what was left behind can be found and thrown away.
MEDIA_TYPE = "text/x-roster-on-trial"
KEPT_FOR = timedelta(hours=1)
# Excel writes either UTF-8 with a mark in front or the Windows alphabet of Western Europe.
ENCODINGS = ("utf-8-sig", "cp1252")


def text_of(content: bytes) -> str | Refused:
    """The text of an uploaded file of at most 5 MB; anything that is no text is refused."""
    if len(content) > LARGEST_BYTES:
        return Refused.because("people.roster_too_large", "file", megabytes=LARGEST_BYTES // 1_000_000)
    if not content.strip():
        return Refused.because("people.roster_empty", "file")
    if b"\x00" in content:
        return Refused.because("people.roster_no_text", "file")
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return Refused.because("people.roster_no_text", "file")


def keep_upload(content: bytes, *, at: datetime) -> str | Refused:
    """Keep an uploaded roster until it is confirmed; returns its code. Throws away what nobody came back for."""
    text = text_of(content)
    if isinstance(text, Refused):
        return text
    for old in StoredFile.objects.filter(media_type=MEDIA_TYPE, stored_at__lt=at - KEPT_FOR):
        store.discard(old)
    kept = store.keep(name="roster.csv", content=text.encode(), media_type=MEDIA_TYPE, at=at)
    return str(kept.code)


def upload_of(code: str, *, at: datetime) -> str | None:
    """The text of a kept roster, or None when it is gone or too old."""
    kept = StoredFile.objects.filter(code=code, media_type=MEDIA_TYPE, stored_at__gte=at - KEPT_FOR).first()
    try:
        return store.content_of(kept).decode() if kept else None
    except FileNotFoundError:
        return None


def drop_upload(code: str) -> None:
    for kept in StoredFile.objects.filter(code=code, media_type=MEDIA_TYPE):
        store.discard(kept)
