"""The progress report as a PDF, for everybody who may see the assignment."""

from functools import cache
from importlib.resources import files

from django.http import HttpResponse
from django.utils import timezone

from interregnum.outside.documents import pdf
from interregnum.stages.deliver.queries.progress import progress_report
from interregnum.web.requests import Request


def progress(request: Request, code: str) -> HttpResponse:
    report = progress_report(code, seen_by=request.actor, on=timezone.localdate())
    content = pdf(template(), report.data, day=report.day)
    headers = {"Content-Disposition": f'inline; filename="{report.name}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


@cache
def template() -> str:
    return (files("interregnum.stages.deliver") / "documents" / "progress.typ").read_text(encoding="utf-8")
