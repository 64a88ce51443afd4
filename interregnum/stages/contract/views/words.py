"""The agreement as a DOCX file: made when somebody asks for it, and never what is signed."""

from django.http import Http404, HttpResponse
from django.utils import timezone

from interregnum.kernel.period import local_day
from interregnum.stages.contract.queries.word import framework_word_download, own_word_download, word_download
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.views.own import download_of
from interregnum.web.requests import Request


def of_side(request: Request, code: str, side: str) -> HttpResponse:
    if side not in Side:
        raise Http404
    return download_of(word_download(code, Side(side), seen_by=request.actor, on=local_day(timezone.now())))


def own(request: Request, code: str) -> HttpResponse:
    return download_of(own_word_download(code, seen_by=request.actor, on=local_day(timezone.now())))


def framework(request: Request, code: str) -> HttpResponse:
    return download_of(framework_word_download(code, seen_by=request.actor, on=local_day(timezone.now())))
