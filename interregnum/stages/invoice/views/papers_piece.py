"""What a page of an invoice shows of its documents, with where each lack is mended."""

from dataclasses import dataclass

from django.urls import reverse

from interregnum.stages.invoice import texts
from interregnum.stages.invoice.queries.papers import PapersShown


@dataclass(frozen=True)
class Lack:
    words: object
    url: str


@dataclass(frozen=True)
class Piece:
    shown: PapersShown
    lacks: tuple[Lack, ...]
    way: object


def shown_papers(shown: PapersShown) -> Piece:
    lacks = tuple(Lack(texts.REFUSALS[code], _place(code, shown.organisation)) for code in shown.lacks)
    return Piece(shown, lacks, texts.WAYS[shown.way])


def _place(code: str, organisation: str) -> str:
    if code.startswith("invoice.firm_"):
        return reverse("bureau:firm")
    page = "invoices-client" if code.startswith("invoice.buyer_end_point") else "people-client-edit"
    return reverse(f"bureau:{page}", args=[organisation])
