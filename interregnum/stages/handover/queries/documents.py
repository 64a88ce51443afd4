"""The hand-over document as its pages show it, and as it goes out as PDF and DOCX."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from django.http import Http404
from django.utils.translation import get_language

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.outside.documents import pdf
from interregnum.outside.word_file import Part, Rows, word_file
from interregnum.parameters.values import value
from interregnum.stages.handover.models import Handover, HandoverDocument
from interregnum.stages.handover.queries.links import document_of_link
from interregnum.stages.handover.queries.paper import TERMS, paper_of
from interregnum.stages.handover.queries.rows import handover_row
from interregnum.stages.handover.rules.states import PaperState, Signer, SuccessorState
from interregnum.stages.handover.texts import PAPERS, SIGNERS
from interregnum.web.pieces import Badge

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WORDS = ("opening", "agreements", "risks", "days", "contacts")


@dataclass(frozen=True)
class AnswerLine:
    signer: object
    agrees: bool
    reason: str
    lacks: str
    answered_at: datetime


@dataclass(frozen=True, kw_only=True)
class DocumentPage:
    """`paper` is None before there is anything to read; `said` what the manager wrote so far, for the form; `waits_for`
    who has still to accept; `back` what was said of the version that was sent back last."""

    assignment: str
    number: str
    client: str
    manager: str
    version: int
    badge: Badge | None
    paper: Mapping[str, Any] | None
    answers: tuple[AnswerLine, ...]
    back: tuple[AnswerLine, ...]
    waits_for: tuple[object, ...]
    has_successor: bool
    has_email: bool
    may_write: bool
    may_answer: bool
    is_closed: bool
    is_draft: bool
    said: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Download:
    name: str
    media_type: str
    content: bytes


def document_page(assignment: str, *, seen_by: Actor, at: datetime) -> DocumentPage:
    """Raises Http404 for an assignment that is not theirs, or whose hand-over has not begun."""
    row = handover_row(assignment, seen_by=seen_by)
    shown, writes = shown_document(row, seen_by), seen_by.role is Role.MANAGER and row.closed_at is None
    return _page(row, shown, at, writes=writes, answers=seen_by.role is Role.CLIENT and row.closed_at is None)


def shown_document(row: Handover, seen_by: Actor) -> HandoverDocument | None:
    """The manager sees the newest version, a draft too; the others the newest one that was sent."""
    found = [one for one in row.documents.all() if seen_by.role is Role.MANAGER or one.state != PaperState.DRAFT]
    return found[-1] if found else None


def successor_page(token: str, *, at: datetime) -> DocumentPage | None:
    """What a successor without an account reads and answers; None for a link that is over."""
    document = document_of_link(token, closed_after=at - timedelta(days=value(TERMS, on=local_day(at))["days"]))
    if document is None:
        return None
    is_open = document.handover.closed_at is None
    return _page(document.handover, document, at, writes=False, answers=is_open, signer=Signer.SUCCESSOR)


def _page(
    row: Handover,
    shown: HandoverDocument | None,
    at: datetime,
    *,
    writes: bool,
    answers: bool,
    signer: Signer = Signer.CLIENT,
) -> DocumentPage:
    about, said = row.assignment, list(shown.answers.all()) if shown else []
    known = {one.signer for one in said}
    is_sent = shown is not None and shown.state == PaperState.SENT
    return DocumentPage(
        assignment=about.code,
        number=about.number,
        client=about.organisation.name,
        manager=about.manager.name,
        version=shown.number if shown else 0,
        badge=PAPERS[shown.state] if shown else None,
        paper=_paper(row, shown or HandoverDocument(number=1), local_day(at)) if shown or writes else None,
        answers=tuple(_line(one) for one in said),
        back=_back(row, shown) if writes else (),
        waits_for=tuple(SIGNERS[one] for one in Signer if one not in known) if is_sent else (),
        has_successor=row.successor_state != SuccessorState.UNKNOWN,
        has_email=bool(row.successor_email),
        may_write=writes,
        may_answer=answers and is_sent and signer not in known,
        is_closed=row.closed_at is not None,
        is_draft=shown is None or shown.state == PaperState.DRAFT,
        said=_said(shown) if writes else {},
    )


def _said(shown: HandoverDocument | None) -> dict[str, Any]:
    """What stands in the form: the draft, or what the newest version said; a new draft begins at nought."""
    if shown is None:
        return {"version": 0}
    version = shown.version if shown.state == PaperState.DRAFT else 0
    return {name: getattr(shown, name) for name in WORDS} | {"version": version}


def _back(row: Handover, shown: HandoverDocument | None) -> tuple[AnswerLine, ...]:
    """Why the newest version that was answered came back, as long as no newer one was sent."""
    sent = [one for one in row.documents.all() if one.state != PaperState.DRAFT]
    if not sent or sent[-1].state != PaperState.REFUSED or sent[-1] == shown:
        return ()
    return tuple(_line(one) for one in sent[-1].answers.all() if not one.agrees)


def _line(one: Any) -> AnswerLine:
    return AnswerLine(SIGNERS[one.signer], one.agrees, one.reason, one.lacks, one.answered_at)


def _paper(row: Handover, document: HandoverDocument, on: date) -> dict[str, Any]:
    """As it was sent; a draft as all of it stands today."""
    if document.state == PaperState.DRAFT:
        return paper_of(row, document, on=on)
    told: Mapping[str, dict[str, Any]] = document.told
    return told.get(get_language() or "nl") or told["nl"]


def document_file(assignment: str, kind: str, *, seen_by: Actor, at: datetime) -> Download:
    """`kind` is "pdf" or "docx". Raises Http404 for an assignment that is not theirs, or before there is a document."""
    row = handover_row(assignment, seen_by=seen_by)
    shown = shown_document(row, seen_by)
    if shown is None and seen_by.role is not Role.MANAGER:
        raise Http404
    return _file(row, shown or HandoverDocument(number=1), kind, at)


def successor_file(token: str, *, at: datetime) -> Download | None:
    document = document_of_link(token, closed_after=at - timedelta(days=value(TERMS, on=local_day(at))["days"]))
    return _file(document.handover, document, "pdf", at) if document else None


def _file(row: Handover, document: HandoverDocument, kind: str, at: datetime) -> Download:
    day = local_day(document.sent_at or at)
    data = _paper(row, document, day)
    if kind == "pdf":
        return Download(f"{data['name']}.pdf", PDF, pdf(template(), data, day=day))
    told = word_file(_parts(data), title=data["title"], author=data["firm"], language=data["language"], day=day)
    return Download(f"{data['name']}.docx", WORD, told)


def _parts(data: Mapping[str, Any]) -> Iterator[Part | Rows]:
    yield Part(data["title"], "Title")
    yield Part(f"{data['subject']} · {data['number']} · {data['version']}", "Small")
    yield Part(data["lead"])
    for one in data["sections"]:
        yield Part(one["title"], "Heading1")
        if one["rows"]:
            yield Rows([one["head"], *one["rows"]], has_head=True)
        elif one["nothing"]:
            yield Part(one["nothing"])
        if one["words"]:
            yield Part(one["words"].replace("\r\n", "\n"))


@cache
def template() -> str:
    return (files("interregnum.stages.handover") / "documents" / "document.typ").read_text("utf-8")
