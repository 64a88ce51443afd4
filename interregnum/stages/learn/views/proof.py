"""The proof of the firm, and the list behind each figure: on the screen, as CSV and as a workbook."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.outside.documents import pdf
from interregnum.people.permissions import BY_ADDRESS
from interregnum.people.rules.cells import guard
from interregnum.stages.learn.proof_table import ProofFilter, ProofList
from interregnum.stages.learn.proof_texts import MEASURES
from interregnum.stages.learn.queries.proof import closed_rows, known_of, proof_page
from interregnum.stages.learn.queries.proof_year import proof_of_year, proof_years
from interregnum.stages.learn.rules.measures import Measure
from interregnum.web.downloads import WORKBOOK, csv_lines, workbook
from interregnum.web.requests import Request


def proof(request: Request) -> HttpResponse:
    form = ProofFilter(request.GET, label_suffix="")
    chosen = form.chosen()
    page = proof_page(chosen, on=timezone.localdate())
    asked = "&".join(f"{name}={said}" for name, said in chosen.items() if name != "measure")
    return render(request, "learn/proof.html", {"page": page, "form": form, "asked": asked, "years": proof_years()})


def of_year(request: Request, year: int, language: str) -> HttpResponse:
    found = proof_of_year(year, language, on=timezone.localdate())
    content = pdf(_template(), found.data, day=found.day)
    return HttpResponse(content, content_type="application/pdf", headers=_named(found.name))


@cache
def _template() -> str:
    return (files("interregnum.stages.learn") / "documents" / "proof.typ").read_text("utf-8")


def proof_list(request: Request, measure: str) -> HttpResponse:
    table = _table(request, measure)
    return table.answer("learn/proof_list.html", name=MEASURES[table.measure])


def export(request: Request, measure: str) -> StreamingHttpResponse:
    table = _table(request, measure)
    lines = ([guard(cell) for cell in line] for line in _lines(table))
    headers = _named(f"proof-{measure}.csv")
    return StreamingHttpResponse(csv_lines(_head(), lines), content_type="text/csv; charset=utf-8", headers=headers)


def export_workbook(request: Request, measure: str) -> HttpResponse:
    content = workbook(str(_("Proof")), _head(), _lines(_table(request, measure)))
    headers = _named(f"proof-{measure}.xlsx")
    return HttpResponse(content, content_type=WORKBOOK, headers=headers)


def _table(request: Request, measure: str) -> ProofList:
    if measure not in set(Measure):
        raise Http404
    may = BY_ADDRESS["bureau:learn-proof-export"].allows(request.actor.role, "GET")
    names = {"export_url": "bureau:learn-proof-export", "workbook_url": "bureau:learn-proof-workbook"} if may else {}
    urls: dict[str, Any] = {key: reverse(name, args=[measure]) for key, name in names.items()}
    return ProofList(request, known_of(closed_rows({}), Measure(measure)), Measure(measure), **urls)


def _named(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}


def _head() -> list[str]:
    return [_("Assignment"), _("Client"), _("Category"), _("Ended"), _("Figure")]


def _lines(table: ProofList) -> Iterator[tuple[str, ...]]:
    return map(table.cells, table.narrowed().iterator(chunk_size=500))
