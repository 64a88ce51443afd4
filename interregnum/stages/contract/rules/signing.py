"""Whether a signature may be taken: which document was read, which code was sent for it, and who may sign."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from interregnum.kernel.refused import Reason, Refused

OURS = re.compile(r"R-(\d{4})-", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Sent:
    """The last code that somebody was mailed for an agreement; `tries` counts this one as well."""

    document: str
    expires_at: datetime
    tries: int
    is_right: bool


@dataclass(frozen=True)
class SignedPaper:
    """Who signed a paper, on which day, and by what they were entitled to."""

    name: str
    paper_on: date
    entitled: str


def fault_of_code(sent: Sent | None, *, document: str, seen: str, most_tries: int, at: datetime) -> Refused | None:
    """Why a code is not taken. `document` is the hash of what stands there now, `seen` of what the page showed."""
    if seen != document:
        return Refused.because("contract.other_version")
    if sent is None:
        return Refused.because("contract.code_none", "code_typed")
    if sent.document != document:
        return Refused.because("contract.other_version")
    if sent.expires_at <= at:
        return Refused.because("contract.code_expired", "code_typed")
    if sent.tries > most_tries:
        return Refused.because("contract.code_spent", "code_typed")
    if not sent.is_right:
        return Refused.because("contract.code_wrong", "code_typed", left=most_tries - sent.tries)
    return None


def fault_of_number(number: str, *, year: int) -> Refused | None:
    """Why an agreement from before cannot have this number: those of this year and later are given here.

    >>> fault_of_number("R-2019-0004", year=2026) is None
    True
    """
    if not number:
        return Refused.because("contract.number_empty", "number")
    ours = OURS.match(number)
    return Refused.because("contract.number_ours", "number") if ours and int(ours[1]) >= year else None


def faults_of_paper(signed: SignedPaper, *, drawn_on: date | None, on: date) -> Iterator[Reason]:
    """Why a paper is not taken: nobody is named, nothing entitles them, or it was signed on an impossible day.

    `drawn_on` is None for a paper that was not drawn up here.
    """
    if not signed.name.strip():
        yield Reason("contract.name_empty", "signed_name")
    if not signed.entitled.strip():
        yield Reason("contract.entitled_empty", "entitled")
    if signed.paper_on > on:
        yield Reason("contract.paper_ahead", "paper_on")
    elif drawn_on and signed.paper_on < drawn_on:
        yield Reason("contract.paper_too_old", "paper_on")
