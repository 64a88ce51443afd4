"""Mail, and its twin that keeps every message as a file in a folder."""

import email
import email.policy
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage as ParsedMessage
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import EmailMessage
from django.utils.html import escape

from interregnum.outside.chance import new_code

LAYOUT = '<!doctype html><html><body style="font:16px/1.5 sans-serif;max-width:36em">{}</body></html>'


def send(*, to: str, subject: str, text: str) -> None:
    """Send one message, as plain text and the same words as simple HTML. Raises what the mail server answers."""
    paragraphs = "".join(f"<p>{escape(part).replace(chr(10), '<br>')}</p>" for part in text.strip().split("\n\n"))
    # A line break in a subject would let a name smuggle in a header.
    message = EmailMultiAlternatives(" ".join(subject.split()), text, None, [to])
    message.attach_alternative(LAYOUT.format(paragraphs), "text/html")
    message.send()


class FolderBackend(BaseEmailBackend):
    """Writes each message to its own file instead of sending it: the default until a mail server is named."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        folder = Path(settings.MAIL_FOLDER)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for message in email_messages:
            # The name sorts by time; the code keeps two messages of one moment apart.
            name = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{new_code()}"  # noqa: TID251 - the post marks the moment of sending
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
