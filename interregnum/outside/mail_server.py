"""The mail server that the firm named itself, how it is asked for, and what it answers to a test."""

import ipaddress
import smtplib
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from django.core.mail.backends.smtp import EmailBackend

PATIENCE = 10
# The ports of mail: whoever may type a server must not be able to knock on any other door of the house.
PORTS = frozenset({25, 465, 587, 2525})


class Encryption(StrEnum):
    """How the line to the mail server is kept private: from the first byte, after a greeting, or not."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


@dataclass(frozen=True)
class Server:
    host: str
    port: int
    encryption: Encryption
    user: str = ""
    password: str = ""


@dataclass(frozen=True)
class FirmMail:
    """From whom mails come, as in their header; and the server that takes them, None when the firm named none."""

    sender: str = ""
    server: Server | None = None


_ask: list[Callable[[], FirmMail]] = []


def answer_by(function: Callable[[], FirmMail]) -> None:
    """Install whoever knows what the firm has named: the table of firms stands on a higher floor."""
    _ask[:] = [function]


def firm_mail() -> FirmMail:
    """What the firm has named; the environment goes before it."""
    found = _ask[0]() if _ask else FirmMail()
    sender = settings.DEFAULT_FROM_EMAIL if settings.SENDER_IS_FIXED or not found.sender else found.sender
    return FirmMail(sender, found.server if settings.KEEPS_MAIL_IN_FOLDER else None)


def keeps_in_folder() -> bool:
    """Whether mails stay in a folder of this machine, because neither environment nor firm names a server."""
    return settings.KEEPS_MAIL_IN_FOLDER and firm_mail().server is None


def backend_of(server: Server) -> EmailBackend:
    _refuse_odd_addresses(server.host)
    return EmailBackend(
        alias="firm",
        host=server.host,
        port=server.port,
        username=server.user,
        password=server.password,
        use_tls=server.encryption is Encryption.STARTTLS,
        use_ssl=server.encryption is Encryption.TLS,
        timeout=PATIENCE,
    )


def _refuse_odd_addresses(host: str) -> None:
    """No mail server lives at an address that a cloud gives its secrets out at, or that means everybody."""
    try:
        lives_at = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        # Trouble of the server, which somebody mends; as it comes it would be taken for a bad address of the reader.
        raise OSError("no name of a mail server") from error
    for *_, address in lives_at:
        found = ipaddress.ip_address(str(address[0]).partition("%")[0])
        if found.is_link_local or found.is_multicast or found.is_unspecified:
            raise OSError("no address of a mail server")


def answer_of(error: BaseException) -> tuple[str, str]:
    """Why a test failed, as a code, and the sentence of the mail server where it is one.

    Whether nobody is there, a door is shut or somebody else lives there is told alike: it is nobody's map of the house.
    """
    match error:
        case smtplib.SMTPAuthenticationError():
            return "mail.no_sign_in", _said(error.smtp_code, error.smtp_error)
        case smtplib.SMTPRecipientsRefused():
            return "mail.not_taken", _said(*next(iter(error.recipients.values())))
        case smtplib.SMTPConnectError():
            return "mail.nobody", ""
        case smtplib.SMTPResponseException():
            return "mail.not_taken", _said(error.smtp_code, error.smtp_error)
        case smtplib.SMTPNotSupportedError() | ssl.SSLError():
            return "mail.no_secure_line", ""
        case _:
            return "mail.nobody", ""


def _said(code: int, words: bytes | str) -> str:
    """The answer in one line, only where it looks like one of a mail server."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    line = "".join(sign for sign in " ".join(text.split()) if sign.isprintable())[:200]
    return f"{code} {line}".strip() if 400 <= code <= 599 else ""
