"""An agreement that was signed on paper: the bureau keeps the scan, and says so wherever the signature stands."""

from datetime import date, datetime
from typing import Any

from interregnum.files.store import keep
from interregnum.journal.record import RefusedError, action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Reason, Refused
from interregnum.outside.documents import lost_signs
from interregnum.outside.scans.read import plain_scan
from interregnum.people.models import Account
from interregnum.stages.contract.actions.hold import hold, why_closed
from interregnum.stages.contract.actions.sign_agreement import after_signature
from interregnum.stages.contract.facts import FrameworkPaperKept, PaperKept
from interregnum.stages.contract.models import Agreement, Contract
from interregnum.stages.contract.queries import contract_of, next_to_sign
from interregnum.stages.contract.queries.framework_access import (
    framework_row,
    waiting_frameworks,
    why_framework_closed,
    why_not_theirs,
)
from interregnum.stages.contract.rules.signing import SignedPaper, faults_of_paper
from interregnum.stages.contract.rules.states import Side

EXTENSIONS = {"application/pdf": "pdf", "image/jpeg": "jpg"}


@action
def keep_paper(
    *,
    contract: str,
    side: Side,
    signed_name: str,
    paper_on: date,
    entitled: str,
    content: bytes,
    by: Actor,
    at: datetime,
) -> Refused | None:
    """Take the scan instead of a signature in the browser, from the side whose turn it is."""
    row = contract_of(contract, seen_by=by)
    hold(row)
    agreement = _open(row, side, on=local_day(at))
    if isinstance(agreement, Refused):
        return agreement
    signed = SignedPaper(signed_name, paper_on, entitled)
    paper = paper_of(
        f"{row.number.replace('/', '-')}-{side}",
        signed,
        drawn_on=local_day(row.drawn_at),
        content=content,
        by=by,
        at=at,
    )
    if isinstance(paper, Refused):
        return paper
    Agreement.objects.filter(pk=agreement.pk, signed_at=None).update(**paper)
    fact = PaperKept(contract=row.code, request=row.brief.request.code, side=side, sha256=paper["scan_sha256"])
    after_signature(row, fact, by=by, at=at)
    return None


@action
def keep_framework_paper(
    *, framework: str, signed: SignedPaper, content: bytes, by: Actor, at: datetime
) -> Refused | None:
    """The same of a framework agreement, which the client alone signs."""
    row = framework_row(framework, seen_by=by)
    if row.signed_at or row.document is None:
        return Refused.because("contract.already_signed" if row.signed_at else "contract.not_ready")
    for refused in (why_framework_closed(row, on=local_day(at)), why_not_theirs(row, by=by)):
        if refused is not None:
            return refused
    paper = paper_of(row.number, signed, drawn_on=local_day(row.drawn_at), content=content, by=by, at=at)
    if isinstance(paper, Refused):
        return paper
    # The filter carries the old state: of a scan, a signature and a taking back, one counts.
    if not waiting_frameworks().filter(pk=row.pk).update(**paper):
        raise RefusedError(Refused.because("contract.framework_not_open"))
    told = {"organisation": row.organisation.code, "number": row.number, "sha256": paper["scan_sha256"]}
    record(FrameworkPaperKept(**told), by=by, at=at)
    return None


def paper_of(
    name: str, signed: SignedPaper, *, drawn_on: date | None, content: bytes, by: Actor, at: datetime
) -> dict[str, Any] | Refused:
    """What is kept of a paper, whatever was signed on it; or all that stands in the way, for a file is chosen anew."""
    scan = plain_scan(content)
    faults = [*faults_of_paper(signed, drawn_on=drawn_on, on=local_day(at))]
    faults += _unshown(signed_name=signed.name, entitled=signed.entitled)
    if isinstance(scan, str):
        return Refused((*faults, Reason(scan, "file")))
    if faults:
        return Refused(tuple(faults))
    called = f"{name}-scan.{EXTENSIONS[scan.media_type]}"
    stored = keep(name=called, content=scan.content, media_type=scan.media_type, at=at)
    return {
        "signed_at": at,
        "signed_name": " ".join(signed.name.split()),
        "scan": stored,
        "scan_sha256": stored.sha256,
        "paper_on": signed.paper_on,
        "entitled": signed.entitled.strip(),
        "scanned_by": Account.objects.get(code=by.code),
    }


def _unshown(**typed: str) -> list[Reason]:
    """What stands on the page of signatures stands there as it was written."""
    lost = {name: signs for name, words in typed.items() if (signs := lost_signs(words))}
    return [Reason("contract.not_shown", name, {"signs": signs}) for name, signs in lost.items()]


def _open(row: Contract, side: Side, *, on: date) -> Agreement | Refused:
    """The agreement of a side that has its document, and whose turn it is."""
    if (closed := why_closed(row, on=on)) is not None:
        return closed
    turn = next_to_sign(row)
    if turn is None or (turn.side != side and row.agreements.get(side=side).signed_at):
        return Refused.because("contract.already_signed")
    if turn.side != side:
        return Refused.because("contract.not_your_turn")
    return turn if turn.document_id else Refused.because("contract.not_ready")
