"""Both agreements as PDF: made once, kept with their hash, and put before whoever signs them first."""

from functools import cache
from importlib.resources import files

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interregnum.files.store import discard, keep
from interregnum.jobs.progress import tell_progress
from interregnum.jobs.queue import SOMEBODY_WAITS, job
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.outside.documents import pdf
from interregnum.stages.contract.actions.ask_to_sign import ask_to_sign
from interregnum.stages.contract.models import Agreement
from interregnum.stages.contract.queries import contract_facts, contract_of, document_of
from interregnum.stages.contract.queries.documents import unreadable_names
from interregnum.stages.contract.rules.states import Side


@job(called=_("Make the agreements of a contract"), priority=SOMEBODY_WAITS)
def make_documents(contract: str) -> None:
    """Make what is still missing; run twice it makes, and mails, nothing more.

    Nothing is made as long as a name in it would be shown as question marks: the bureau's page says what to do.
    """
    if unreadable_names(contract_facts(contract)):
        return
    for number, side in enumerate(Side, start=1):
        if Agreement.objects.filter(contract__code=contract, side=side, document=None).exists():
            _make(contract, side)
        tell_progress(number, len(Side))


def make_after_all(*, contract: str, by: Actor) -> Refused | None:
    """The bureau has put a name right: make what waited for it."""
    row = contract_of(contract, seen_by=by)
    if unreadable_names(contract_facts(row.code)):
        return Refused.because("contract.unreadable")
    make_documents.enqueue(row.code)
    return None


def _make(contract: str, side: Side) -> None:
    document = document_of(contract, side)
    content = pdf(agreement_template(), document.data, day=document.day)
    with transaction.atomic():
        # The lock lets one of two workers keep its document; the other finds that it is there.
        agreement = Agreement.objects.select_for_update(of=("self",)).get(contract__code=contract, side=side)
        if agreement.document_id is None:
            agreement.document = keep(
                name=document.name, content=content, media_type="application/pdf", at=agreement.contract.drawn_at
            )
            agreement.save(update_fields=["document"])
            if agreement.asked_at:
                at = timezone.now()  # noqa: TID251 - the moment at which it is mailed, which no caller may choose
                ask_to_sign(contract, side, at=at)


def make_anew(contract: str) -> None:
    """Make the documents of a contract once more and throw the old ones away: somebody in them was erased.

    What the sides signed stays known by its hash. Nobody is mailed. A scan of what was signed on paper cannot be made
    anew: it stays until the law lets it go.
    """
    made = Q(signed_at=None) | ~Q(signed_sha256="") | ~Q(scan=None)
    for agreement in Agreement.objects.filter(made, contract__code=contract).exclude(document=None):
        document, gone = document_of(contract, agreement.side), (agreement.document, agreement.sealed)
        content = pdf(agreement_template(), document.data, day=document.day)
        agreement.document = keep(
            name=document.name, content=content, media_type="application/pdf", at=agreement.contract.drawn_at
        )
        agreement.sealed = None
        agreement.save(update_fields=["document", "sealed"])
        for old in filter(None, gone):
            discard(old)


@cache
def agreement_template() -> str:
    return (files("interregnum.stages.contract") / "documents" / "agreement.typ").read_text("utf-8")
