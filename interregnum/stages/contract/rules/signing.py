"""Whether a signature may be taken: which document was read, which code was sent for it, and who may sign."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from interregnum.kernel.refused import Reason, Refused


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


def faults_of_paper(signed: SignedPaper, *, drawn_on: date, on: date) -> Iterator[Reason]:
    """Why a paper is not taken: nobody is named, nothing entitles them, or it was signed on an impossible day."""
    if not signed.name.strip():
        yield Reason("contract.name_empty", "signed_name")
    if not signed.entitled.strip():
        yield Reason("contract.entitled_empty", "entitled")
    if signed.paper_on > on:
        yield Reason("contract.paper_ahead", "paper_on")
    elif signed.paper_on < drawn_on:
        yield Reason("contract.paper_too_old", "paper_on")
