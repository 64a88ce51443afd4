"""Once both sides have signed, the firm seals each document with a page of signatures behind it."""

from datetime import datetime
from functools import cache
from importlib.resources import files

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interregnum.files.store import content_of, keep
from interregnum.jobs.queue import SOMEBODY_WAITS, job
from interregnum.jobs.schedule import put_once
from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE
from interregnum.kernel.period import local_day
from interregnum.outside.documents import pdf
from interregnum.outside.signing.identity import Identity, make_identity
from interregnum.people.queries import firm
from interregnum.stages.contract.facts import AgreementSealed
from interregnum.stages.contract.models import Agreement
from interregnum.stages.contract.queries.signatures import signatures_of, unsealed


def identity(at: datetime) -> Identity:
    """The certificate that the settings name, or one that the house makes itself, once."""
    if settings.SEAL["certificate"]:
        return Identity(settings.SEAL["certificate"], settings.SEAL["password"])
    own = Identity(settings.KEYS_FOLDER / "seal.p12", is_self_made=True)
    make_identity(own.path, name=firm().name, at=at)
    return own


def seal_signed(at: datetime) -> None:
    """Put into the queue what both sides have signed and nobody has sealed."""
    for contract in unsealed():
        put_once(seal_documents, contract)


@job(called=_("Seal the documents of a contract"), priority=SOMEBODY_WAITS)
def seal_documents(contract: str) -> None:
    """Seal what is not sealed yet; run twice it does nothing more."""
    at = timezone.now()  # noqa: TID251 - the moment of sealing, which no caller may choose
    rows = Agreement.objects.select_related("contract", "document", "authority")
    for agreement in rows.filter(contract__code=contract, sealed_at=None).exclude(document=None):
        is_same = agreement.document and agreement.document.sha256 == agreement.signed_sha256
        if is_same or agreement.scan_sha256:
            _seal(agreement, at)


def _seal(agreement: Agreement, at: datetime) -> None:
    # Only here: what seals is slow to load, and no page needs it.
    from interregnum.outside.signing.seal import sealed

    assert agreement.document is not None
    page = pdf(_template(), signatures_of(agreement), day=local_day(at))
    by, stamps = identity(at), settings.SEAL["time_stamps"]
    content = sealed(content_of(agreement.document), page, by=by, at=at, reason="", time_stamps=stamps)
    keep_sealed(agreement, content, by=by.fingerprint(), is_stamped=bool(stamps), at=at)


@action
def keep_sealed(agreement: Agreement, content: bytes, *, by: str, is_stamped: bool, at: datetime) -> None:
    """Keep a sealed document; of two workers that sealed it one keeps it."""
    if not Agreement.objects.filter(pk=agreement.pk, sealed_at=None).update(sealed_at=at):
        return
    name = f"{agreement.contract.number.replace('/', '-')}-{agreement.side}-signed.pdf"
    stored = keep(name=name, content=content, media_type="application/pdf", at=at)
    Agreement.objects.filter(pk=agreement.pk).update(
        sealed=stored, sealed_sha256=stored.sha256, sealed_with=by, is_stamped=is_stamped
    )
    contract = agreement.contract
    fact = AgreementSealed(
        contract=contract.code, request=contract.brief.request.code, side=agreement.side, sha256=stored.sha256
    )
    record(fact, by=HOUSE, at=at)


@cache
def _template() -> str:
    return (files("interregnum.stages.contract") / "documents" / "signatures.typ").read_text("utf-8")
