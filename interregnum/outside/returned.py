"""Reports of mail servers that a mail could not be delivered (RFC 3464), read from whatever arrives under that name.

Anybody can write to the address to which such reports go: what comes in is small, is read without trusting a header,
and says something only about a mail whose code it knows.
"""

import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.utils import parseaddr

# The report and what it quotes of our own mail; a mail of ours has some kilobytes.
MOST_BYTES = 1_000_000
MOST_PARTS = 20
MOST_WORDS = 200
# The codes of this house (outside/chance.py), in our Message-ID or in the address to which a mail returns.
KEY = re.compile(r"[<+]([a-z0-9]{16,26})@")
STATUS = re.compile(r"^\s*([245])\.\d{1,3}\.\d{1,3}")


class UnreadableError(Exception):
    """No report that can be understood; its word says why: "large", "no_report", "no_mail" or "broken"."""


@dataclass(frozen=True)
class Returned:
    """A mail that came back: `key` is its code, `is_final` says that no further try will be made."""

    key: str
    address: str
    reason: str
    is_final: bool


def read_report(content: bytes) -> Returned:
    """What a report says. Raises UnreadableError."""
    if len(content) > MOST_BYTES:
        raise UnreadableError("large")
    # Parts within parts within parts: the library would take its time for them.
    if content.lower().count(b"content-type") > MOST_PARTS:
        raise UnreadableError("broken")
    try:
        return _read(message_from_bytes(content))
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError) as error:
        raise UnreadableError("broken") from error


def _read(message: Message) -> Returned:
    parts = list(message.walk())
    status = next((part for part in parts if part.get_content_type() == "message/delivery-status"), None)
    if status is None:
        raise UnreadableError("no_report")
    key = _key_of(message, parts)
    if not key:
        raise UnreadableError("no_mail")
    # The first block tells of the message, the next ones of each reader.
    blocks = [block for block in status.walk() if block is not status and block["Action"]]
    if not blocks:
        raise UnreadableError("no_report")
    block = next((each for each in blocks if _word(each["Action"]) == "failed"), blocks[0])
    found = STATUS.match(str(block["Status"] or ""))
    is_final = _word(block["Action"]) == "failed" and not (found and found[1] == "4")
    return Returned(key, _address(block), _reason(block), is_final)


def _key_of(message: Message, parts: list[Message]) -> str:
    """The code of our mail: from the address to which the report came, else from the headers that it quotes."""
    texts = [str(message["To"] or "")]
    for part in parts:
        if part.get_content_type() == "text/rfc822-headers":
            texts.append(str(message_from_bytes(bytes(part.get_payload(decode=True) or b""))["Message-ID"] or ""))
        elif part is not message:
            texts.append(str(part["Message-ID"] or ""))
    found = (KEY.search(text) for text in texts)
    return next((match[1] for match in found if match), "")


def _address(block: Message) -> str:
    """`rfc822; name@example.org`, as written to first."""
    value = str(block["Original-Recipient"] or block["Final-Recipient"] or "")
    return parseaddr(value.rpartition(";")[2])[1][:254]


def _reason(block: Message) -> str:
    said = str(block["Diagnostic-Code"] or "").rpartition(";")[2] or str(block["Status"] or "")
    return " ".join("".join(sign for sign in said if sign.isprintable() or sign.isspace()).split())[:MOST_WORDS]


def _word(value: object) -> str:
    return str(value or "").strip().lower()
