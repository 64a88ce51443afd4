"""All documents of one assignment, each with who may see it; the reader gets their own alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor, Role
from interregnum.stages.brief.queries.papers import approved_versions
from interregnum.stages.contract.models import Agreement, Contract, Framework
from interregnum.stages.contract.queries.access import contract_of
from interregnum.stages.contract.queries.paper_sources import (
    BUREAU,
    CLIENT,
    MANAGER,
    Paper,
    desk_of,
    link_of,
    papers_beside,
)
from interregnum.stages.contract.texts import SEES, SIDES, STATES
from interregnum.web.pieces import Cell, Column, Row, Table


@dataclass(frozen=True, kw_only=True)
class PapersPage:
    code: str
    number: str
    organisation_name: str
    manager_name: str
    papers: Table


def papers_page(code: str, *, seen_by: Actor) -> PapersPage:
    """Raises Http404 for a contract that is not theirs."""
    contract = contract_of(code, seen_by=seen_by)
    desk = desk_of(seen_by.role)
    all_of_it = (
        *_papers(contract, desk, seen_by.role),
        *papers_beside((contract.amends or contract).code, seen_by=seen_by),
    )
    papers = [each for each in all_of_it if desk in each.seen_by]
    rows = [
        Row(
            (Cell(each.what, each.note), each.at or "–", ", ".join(str(SEES[who]) for who in each.seen_by)),
            url=each.url,
        )
        for each in papers
    ]
    columns = (Column("what", _("Document")), Column("at", _("Of")), Column("who", _("Who may see it")))
    return PapersPage(
        code=contract.code,
        number=contract.number,
        organisation_name=contract.organisation.name,
        manager_name=contract.manager.name,
        papers=Table(columns=columns, rows=rows, searchable=False),
    )


def _papers(contract: Contract, desk: str, role: Role) -> Iterator[Paper]:
    chosen = contract.candidacy
    brief_page = {BUREAU: "bureau:brief-edit", CLIENT: "client:brief-brief"}.get(desk, "")
    for number, at in approved_versions(contract.brief.code):
        what = _("Brief, version %(number)s") % {"number": number}
        url = link_of(role, brief_page, contract.brief.code)
        yield Paper(what=what, at=at, seen_by=(BUREAU, CLIENT), url=url, note=_("approved"))
    proposal = link_of(role, f"{desk}:choose-proposal", chosen.proposal.code)
    yield Paper(what=_("Proposal"), at=chosen.proposal.sent_at, seen_by=(BUREAU, CLIENT), url=proposal)
    invitation = link_of(role, "manager:choose-invitation" if desk == MANAGER else "bureau:choose-proposal",
                       chosen.code if desk == MANAGER else chosen.proposal.code)  # fmt: skip
    yield Paper(
        what=_("Invitation to be named"), at=chosen.proposal.invited_at, seen_by=(BUREAU, MANAGER), url=invitation
    )
    if contract.framework:
        yield from _framework(contract.framework, desk, role)
    agreements = Prefetch("agreements", Agreement.objects.select_related("document", "sealed", "scan").order_by("side"))
    for each in Contract.objects.filter(candidacy=chosen).order_by("pk").prefetch_related(agreements):
        yield from _agreements(each, desk, role)


def _framework(row: Framework, desk: str, role: Role) -> Iterator[Paper]:
    """What the contract stands under: between client and firm, so no manager reads it."""
    what, seen_by = _("Framework agreement, %(number)s") % {"number": row.number}, (BUREAU, CLIENT)
    address = f"{desk}:contract-framework"
    if row.document_id:
        note = _("signed and sealed") if row.sealed_at else _("signed on paper") if row.scan_sha256 else _("signed")
        url = link_of(role, f"{address}-document", row.code)
        yield Paper(what=what, at=row.signed_at, seen_by=seen_by, url=url, note=note)
        url = link_of(role, f"{address}-word", row.code)
        yield Paper(what=what, at=row.drawn_at, seen_by=seen_by, url=url, note=_("as DOCX, to read"))
    if row.scan_id:
        note = _("scan, on paper, from before") if row.is_from_before else _("scan of the paper")
        url = link_of(role, f"{address}-scan", row.code)
        yield Paper(what=what, at=row.paper_on, seen_by=seen_by, url=url, note=note)


def _agreements(contract: Contract, desk: str, role: Role) -> Iterator[Paper]:
    """Each side's agreement, and its scan; sealed once both have signed."""
    for row in contract.agreements.all():
        seen_by = (BUREAU, row.side.value)
        words = {"title": SIDES[row.side], "number": contract.number}
        if row.document:
            what = (_("Amendment: %(title)s, %(number)s") if contract.amends_id else _("%(title)s, %(number)s")) % words
            at = row.signed_at or contract.drawn_at
            url = _file("document", row, contract, desk, role)
            yield Paper(what=what, at=at, seen_by=seen_by, url=url, note=_how(row, contract))
        if row.scan:
            what = _("Scan of the paper, %(number)s") % words
            url = _file("scan", row, contract, desk, role)
            yield Paper(what=what, at=row.signed_at, seen_by=seen_by, url=url)


def _how(row: Agreement, contract: Contract) -> object:
    if row.sealed_at:
        return _("signed and sealed")
    if row.signed_at:
        return _("signed on paper") if row.scan_sha256 else _("signed")
    return STATES[contract.state]


def _file(page: str, row: Agreement, contract: Contract, desk: str, role: Role) -> str:
    more = [row.side.value] if desk == BUREAU else []
    return link_of(role, f"{desk}:contract-{page}", contract.code, *more)
