"""The stored documents of a contract, for whoever may hold them."""

from dataclasses import dataclass

from django.http import Http404

from interregnum.files.store import content_of
from interregnum.kernel.actor import Actor
from interregnum.stages.contract.queries.access import SIDE_OF, agreement_of, contract_of
from interregnum.stages.contract.rules.states import Side


@dataclass(frozen=True)
class Download:
    name: str
    media_type: str
    content: bytes


def document_download(code: str, side: Side, *, seen_by: Actor) -> Download:
    """The stored document of a side; a client and a manager get their own alone. Raises Http404 for anything else."""
    contract = contract_of(code, seen_by=seen_by)
    if SIDE_OF.get(seen_by.role, side) != side:
        raise Http404
    agreement = agreement_of(contract, side)
    document = agreement.sealed or agreement.document
    if document is None:
        raise Http404
    return Download(document.name, document.media_type, content_of(document))


def own_document_download(code: str, *, seen_by: Actor) -> Download:
    return document_download(code, SIDE_OF[seen_by.role], seen_by=seen_by)


def scan_download(code: str, side: Side, *, seen_by: Actor) -> Download:
    """The scan of a side that was signed on paper; as the documents. Raises Http404 for anything else."""
    contract = contract_of(code, seen_by=seen_by)
    if SIDE_OF.get(seen_by.role, side) != side:
        raise Http404
    scan = contract.agreements.select_related("scan").get(side=side).scan
    if scan is None:
        raise Http404
    return Download(scan.name, scan.media_type, content_of(scan))
