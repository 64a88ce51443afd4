"""All documents of one assignment, each with who may see it; the reader gets their own alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor, Role
from interregnum.people.permissions import BY_ADDRESS
from interregnum.stages.brief.queries.papers import approved_versions
from interregnum.stages.contract.models import Agreement, Contract, Framework
from interregnum.stages.contract.queries.access import SIDE_OF, contract_of
from interregnum.stages.contract.texts import SEES, SIDES, STATES
from interregnum.web.pieces import Cell, Column, Row, Table

BUREAU, CLIENT, MANAGER = "bureau", "client", "manager"


@dataclass(frozen=True, kw_only=True)
class Paper:
    """`seen_by`: the desks whose people may read it; `url` is "" where the reader has no page for it."""

    what: object
    note: object
    at: datetime | None
    seen_by: tuple[str, ...]
    url: str


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
    desk = str(SIDE_OF.get(seen_by.role, BUREAU))
    papers = [each for each in _papers(contract, desk, seen_by.role) if desk in each.seen_by]
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
        yield _paper(what, at, (BUREAU, CLIENT), _link(role, brief_page, contract.brief.code), note=_("approved"))
    proposal = _link(role, f"{desk}:choose-proposal", chosen.proposal.code)
    yield _paper(_("Proposal"), chosen.proposal.sent_at, (BUREAU, CLIENT), proposal)
    invitation = _link(role, "manager:choose-invitation" if desk == MANAGER else "bureau:choose-proposal",
                       chosen.code if desk == MANAGER else chosen.proposal.code)  # fmt: skip
    yield _paper(_("Invitation to be named"), chosen.proposal.invited_at, (BUREAU, MANAGER), invitation)
    if contract.framework:
        yield _framework(contract.framework, desk, role)
    for each in Contract.objects.filter(candidacy=chosen).order_by("pk"):
        yield from _agreements(each, desk, role)


def _framework(row: Framework, desk: str, role: Role) -> Paper:
    """What the contract stands under: between client and firm, so no manager reads it."""
    what = _("Framework agreement, %(number)s") % {"number": row.number}
    url = _link(role, f"{desk}:contract-framework-document", row.code) if row.document_id else ""
    note = _("signed and sealed") if row.sealed_at else _("signed on paper") if row.scan_sha256 else _("signed")
    return _paper(what, row.signed_at, (BUREAU, CLIENT), url, note=note)


def _agreements(contract: Contract, desk: str, role: Role) -> Iterator[Paper]:
    """Each side's agreement, and its scan; sealed once both have signed."""
    for row in contract.agreements.select_related("document", "sealed", "scan").order_by("side"):
        seen_by = (BUREAU, row.side.value)
        words = {"title": SIDES[row.side], "number": contract.number}
        if row.document:
            what = (_("Amendment: %(title)s, %(number)s") if contract.amends_id else _("%(title)s, %(number)s")) % words
            at = row.sealed_at or contract.drawn_at
            yield _paper(what, at, seen_by, _file("document", row, contract, desk, role), note=_how(row, contract))
        if row.scan:
            what = _("Scan of the paper, %(number)s") % words
            yield _paper(what, row.signed_at, seen_by, _file("scan", row, contract, desk, role))


def _how(row: Agreement, contract: Contract) -> object:
    if row.sealed_at:
        return _("signed and sealed")
    if row.signed_at:
        return _("signed on paper") if row.scan_sha256 else _("signed")
    return STATES[contract.state]


def _file(page: str, row: Agreement, contract: Contract, desk: str, role: Role) -> str:
    more = [row.side.value] if desk == BUREAU else []
    return _link(role, f"{desk}:contract-{page}", contract.code, *more)


def _link(role: Role, address: str, *args: str) -> str:
    """The address of a page that this role may open, else ""."""
    row = BY_ADDRESS.get(address)
    return reverse(address, args=args) if row and row.allows(role, "GET") else ""


def _paper(what: object, at: datetime | None, seen_by: tuple[str, ...], url: str, *, note: object = "") -> Paper:
    return Paper(what=what, note=note, at=at, seen_by=seen_by, url=url)
