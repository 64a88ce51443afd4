"""Mail, and its twin that keeps every message as a file in a folder."""

import email
import email.policy
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage as ParsedMessage
from email.utils import format_datetime, parseaddr
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import EmailMessage
from django.utils.html import escape

from interregnum.outside.chance import new_code

LAYOUT = '<!doctype html><html><body style="font:16px/1.5 sans-serif;max-width:36em">{}</body></html>'


def send(*, to: str, subject: str, text: str, key: str = "", written_at: datetime | None = None) -> None:
    """Send one message, as plain text and the same words as simple HTML. Raises what the mail server answers.

    `key` names the message for ever: sent twice it is the same message, which a reader's mailbox can see.
    """
    paragraphs = "".join(f"<p>{escape(part).replace(chr(10), '<br>')}</p>" for part in text.strip().split("\n\n"))
    # A line break in a subject would let a name smuggle in a header.
    message = Message(" ".join(subject.split()), text, None, [to], headers=_headers(key, written_at))
    message.kept_as = _name(written_at, key) if key and written_at else ""
    message.attach_alternative(LAYOUT.format(paragraphs), "text/html")
    message.send()


class Message(EmailMultiAlternatives):
    """A message that knows under which name its twin in the folder is kept: sent twice, it is there once."""

    kept_as = ""


def _name(at: datetime, code: str) -> str:
    """Sorts by time; the code keeps two messages of one moment apart."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%S%f}-{code}"


def _headers(key: str, written_at: datetime | None) -> dict[str, str]:
    host = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    headers = {"Message-ID": f"<{key}@{host}>"} if key else {}
    return headers | ({"Date": format_datetime(written_at)} if written_at else {})


class FolderBackend(BaseEmailBackend):
    """Writes each message to its own file instead of sending it: the default until a mail server is named."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        folder = Path(settings.MAIL_FOLDER)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for message in email_messages:
            name = getattr(message, "kept_as", "") or _name(datetime.now(UTC), new_code())  # noqa: TID251 - sent now
            if (folder / f"{name}.eml").exists():
                continue
            part = folder / f"{name}.part"
            part.write_bytes(message.message().as_bytes())
            part.rename(folder / f"{name}.eml")
        return len(email_messages)


@dataclass(frozen=True)
class KeptMail:
    """One message of the folder."""

    name: str
    to: str
    subject: str
    sent: str
    text: str


def kept_mail(*, first: int = 0, limit: int = 25) -> tuple[list[KeptMail], int]:
    """The messages in the folder, newest first, from number `first`; and how many there are in all."""
    paths = sorted(Path(settings.MAIL_FOLDER).glob("*.eml"), reverse=True)
    return [_read(path) for path in paths[first : first + limit]], len(paths)


def _read(path: Path) -> KeptMail:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(message, ParsedMessage)
    body = message.get_body(("plain",))
    text = body.get_content() if body else ""
    return KeptMail(path.stem, str(message["to"]), str(message["subject"]), str(message["date"]), text)
