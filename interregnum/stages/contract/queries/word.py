"""The agreement as a DOCX file, for a lawyer who wants to write in it: the words of the document that is signed."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import override

from interregnum.kernel.actor import Actor
from interregnum.outside.word_file import Part, Rows, word_file
from interregnum.stages.contract.queries.access import SIDE_OF, contract_of
from interregnum.stages.contract.queries.documents import Document, document_of
from interregnum.stages.contract.queries.downloads import Download
from interregnum.stages.contract.queries.framework_access import framework_row
from interregnum.stages.contract.queries.frameworks import framework_document
from interregnum.stages.contract.rules.states import Side
from interregnum.web.templatetags.web import day

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def word_download(code: str, side: Side, *, seen_by: Actor, on: date) -> Download:
    """A client and a manager get their own side alone. Raises Http404 for anything else."""
    contract = contract_of(code, seen_by=seen_by)
    # What was brought in on paper has no words here.
    if SIDE_OF.get(seen_by.role, side) != side or not contract.clauses:
        raise Http404
    return word_of(document_of(contract.code, side), on=on)


def word_of(document: Document, *, on: date) -> Download:
    """The words of any agreement that is made here, as a DOCX file that says on which day it was made."""
    data = document.data
    with override(data["language"]):
        parts = [*_head(data, on), *_clauses(data), *_annexes(data)]
    content = word_file(
        parts,
        title=f"{data['kind']} {data['number']}",
        author=data["firm"],
        language=data["language"],
        day=document.day,
    )
    return Download(document.name.removesuffix(".pdf") + ".docx", MEDIA_TYPE, content)


def own_word_download(code: str, *, seen_by: Actor, on: date) -> Download:
    return word_download(code, SIDE_OF[seen_by.role], seen_by=seen_by, on=on)


def framework_word_download(code: str, *, seen_by: Actor, on: date) -> Download:
    """Raises Http404 for one that is not there, or not theirs."""
    row = framework_row(code, seen_by=seen_by)
    # What was signed on paper before has no words here.
    if row.is_from_before:
        raise Http404
    return word_of(framework_document(row.code), on=on)


def _head(data: dict[str, Any], on: date) -> Iterator[Part | Rows]:
    yield Part(data["kind"], "Title")
    yield Part(f"{data['subject']} · {data['number']} · {data['drawn']}", "Small")
    told = _("A copy to write in, made on %(day)s. What holds is the signed PDF in Interregnum, not this file.")
    yield Part(told % {"day": day(on, "long")}, "Small")
    yield Part(data["parties_title"], "Heading1")
    yield Rows([[role, "\n".join(filter(None, (name, place)))] for role, name, place in data["parties"]])
    yield Rows(data["terms"])


def _clauses(data: dict[str, Any]) -> Iterator[Part]:
    for number, clause in enumerate(data["clauses"], start=1):
        yield Part(clause["title"], "Heading1", number=str(number))
        for place, paragraph in enumerate(clause["paragraphs"], start=1):
            yield Part(paragraph["text"], number=f"{number}.{place}")
            if paragraph["quote"]:
                yield Part(paragraph["quote"].replace("\r\n", "\n"), "Quote")


def _annexes(data: dict[str, Any]) -> Iterator[Part | Rows]:
    for number, annex in enumerate(data["annexes"], start=1):
        yield Part(f"{data['annex']} {number}", "Small", on_a_new_page=number == 1)
        yield Part(annex["title"], "Heading1")
        if annex.get("rows"):
            yield Rows(annex["rows"])
        if annex.get("head"):
            yield Rows([annex["head"], *annex["table"]], has_head=True)
        yield from (Part(text) for text in annex["paragraphs"])
