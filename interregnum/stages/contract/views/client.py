"""A client's own contract."""

from django.http import HttpResponse

from interregnum.stages.contract import queries
from interregnum.stages.contract.views.own import download_of, sign_page
from interregnum.web.requests import Request


def contract(request: Request, code: str) -> HttpResponse:
    address = "client:contract-contract"
    return sign_page(request, code, address=address, template="contract/client/contract.html")


def document(request: Request, code: str) -> HttpResponse:
    return download_of(queries.own_document_download(code, seen_by=request.actor))
