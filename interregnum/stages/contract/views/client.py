"""A client's own contract."""

from django.http import HttpRequest, HttpResponse

from interregnum.stages.contract import queries
from interregnum.stages.contract.views.own import download_of, sign_page


def contract(request: HttpRequest, code: str) -> HttpResponse:
    address = "client:contract-contract"
    return sign_page(request, code, address=address, template="contract/client/contract.html")


def document(request: HttpRequest, code: str) -> HttpResponse:
    return download_of(queries.own_document_download(code, seen_by=request.actor))
