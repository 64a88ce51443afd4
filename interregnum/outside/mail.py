"""Mail, and its twin that keeps every message as a file in a folder."""

import email
import email.policy
import re
import smtplib
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

from interregnum.kernel.event import method_of
from interregnum.outside.chance import new_code
from interregnum.outside.mail_server import backend_of, firm_mail

# The name under which the record keeps what a mail server said later.
BOUNCE = "Bounce"
# "5.7" is about rules and rights: the address may be right, and the next message may pass.
POLICY = re.compile(rb"^\s*5\.7\.")
ADDRESS = re.compile(rb"^\s*5\.1\.")
SIGN_IN = {530, 534, 535, 538}


class AddressRefusedError(Exception):
    """The mail server says that this address takes no mail, now or later."""


class MessageRefusedError(Exception):
    """The mail server does not take this message, now or later; the address may be right."""


def send(
    *,
    to: str,
    subject: str,
    text: str,
    html: str = "",
    calendar: str = "",
    files: Sequence[tuple[str, str, bytes]] = (),
    key: str = "",
    written_at: datetime | None = None,
) -> None:
    """Send one message as plain text and HTML. Raises what the mail server answers, and what is refused for good.

    `calendar` is an invitation that goes along, as are `files` by name, media type and content.
    `key` names the message for ever: sent twice it is the same message, which a reader's mailbox can see.
    """
    message = _message(to=to, subject=subject, text=text, html=html, key=key, written_at=written_at)
    if calendar:
        message.attach("invitation.ics", calendar, f"text/calendar; method={method_of(calendar)}")
    for name, media_type, content in files:
        message.attach(name, content, media_type)
    try:
        message.send()
    except smtplib.SMTPRecipientsRefused as error:
        code, said = next(iter(error.recipients.values()))
        _refuse(code, said, error, otherwise=MessageRefusedError if POLICY.match(said) else AddressRefusedError)
    except smtplib.SMTPDataError as error:
        said = error.smtp_error if isinstance(error.smtp_error, bytes) else error.smtp_error.encode()
        _refuse(
            error.smtp_code, said, error, otherwise=AddressRefusedError if ADDRESS.match(said) else MessageRefusedError
        )
    except smtplib.SMTPServerDisconnected as error:
        # The library calls a server that falls silent a broken connection.
        raise TimeoutError(str(error)) if isinstance(error.__context__, TimeoutError) else error from error
    except ValueError as error:
        # An address with signs that no header can carry.
        raise AddressRefusedError(str(error)) from error


def _message(*, to: str, subject: str, text: str, html: str, key: str, written_at: datetime | None) -> "Message":
    # A line break in a subject would let a name smuggle in a header.
    message = Message(" ".join(subject.split()), text, _returns_to(key), [to], headers=_headers(key, written_at))
    message.kept_as = _name(written_at, key) if key and written_at else ""
    if html:
        message.attach_alternative(html, "text/html")
    return message


def _refuse(code: int, said: bytes, error: Exception, *, otherwise: type[Exception]) -> None:
    if code < 500 or code in SIGN_IN:
        raise error
    raise otherwise(f"{code} {said.decode(errors='replace')}") from error


class Message(EmailMultiAlternatives):
    """A message that knows under which name its twin in the folder is kept: sent twice, it is there once."""

    kept_as = ""


def _name(at: datetime, code: str) -> str:
    """Sorts by time; the code keeps two messages of one moment apart."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%S%f}-{code}"


def _returns_to(key: str) -> str | None:
    """The address to which a mail server reports that this very message could not be delivered."""
    local, _, host = settings.MAIL_RETURNS_TO.rpartition("@")
    return f"{local}+{key}@{host}" if local and key else None


def _headers(key: str, written_at: datetime | None) -> dict[str, str]:
    sender = firm_mail().sender
    host = parseaddr(sender)[1].rpartition("@")[2]
    headers = {"From": sender, "Auto-Submitted": "auto-generated"}
    headers |= {"Message-ID": f"<{key}@{host}>"} if key else {}
    return headers | ({"Date": format_datetime(written_at)} if written_at else {})


class FirmBackend(BaseEmailBackend):
    """Sends through the server that the firm has named on its page, and keeps messages in the folder until then."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        server = firm_mail().server
        backend = backend_of(server) if server else FolderBackend(alias="folder")
        return int(backend.send_messages(email_messages) or 0)


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
