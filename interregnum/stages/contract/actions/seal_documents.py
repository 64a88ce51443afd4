"""What was signed the firm seals, with a page of signatures behind it: of a contract once both sides have signed."""

from collections.abc import Callable
from datetime import datetime
from functools import cache, partial
from importlib.resources import files
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interregnum.files.store import content_of, keep
from interregnum.jobs.queue import SOMEBODY_WAITS, job
from interregnum.jobs.schedule import put_once
from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE
from interregnum.kernel.fact import Fact
from interregnum.kernel.period import local_day
from interregnum.outside.documents import pdf
from interregnum.outside.signing.identity import Identity, make_identity
from interregnum.people.queries import firm
from interregnum.stages.contract.facts import AgreementSealed, FrameworkSealed
from interregnum.stages.contract.models import Agreement, Framework
from interregnum.stages.contract.queries.signatures import (
    framework_signatures,
    signatures_of,
    unsealed,
    unsealed_frameworks,
)


def identity(at: datetime) -> Identity:
    """The certificate that the settings name, or one that the house makes itself, once."""
    if settings.SEAL["certificate"]:
        return Identity(settings.SEAL["certificate"], settings.SEAL["password"])
    own = Identity(settings.KEYS_FOLDER / "seal.p12", is_self_made=True)
    make_identity(own.path, name=firm().name, at=at)
    return own


def seal_signed(at: datetime) -> None:
    """Put into the queue what was signed, by both sides where there are two, and nobody has sealed."""
    for contract in unsealed():
        put_once(seal_documents, contract)
    for framework in unsealed_frameworks():
        put_once(seal_framework, framework)


@job(called=_("Seal the documents of a contract"), priority=SOMEBODY_WAITS)
def seal_documents(contract: str) -> None:
    """Seal what is not sealed yet; run twice it does nothing more."""
    rows = Agreement.objects.select_related("contract__brief__request", "document", "authority")
    for row in rows.filter(contract__code=contract, sealed_at=None).exclude(document=None):
        if row.scan_sha256 or is_as_signed(row):
            about = {"contract": contract, "request": row.contract.brief.request.code, "side": row.side}
            name = f"{row.contract.number.replace('/', '-')}-{row.side}-signed.pdf"
            _seal(row, signatures_of(row), name, partial(AgreementSealed, **about))


@job(called=_("Seal a framework agreement"), priority=SOMEBODY_WAITS)
def seal_framework(framework: str) -> None:
    """Run twice it does nothing more."""
    row = Framework.objects.select_related("organisation", "document", "authority").get(code=framework)
    if row.sealed_at is None and (row.scan_sha256 or is_as_signed(row)):
        about = {"organisation": row.organisation.code, "number": row.number}
        page = framework_signatures(row)
        _seal(row, page, f"{row.number}-signed.pdf", partial(FrameworkSealed, **about))


def is_as_signed(row: Agreement | Framework) -> bool:
    """A document that was made anew, since somebody in it was erased, is not what was agreed to."""
    return row.document is not None and row.document.sha256 == row.signed_sha256


def _seal(row: Agreement | Framework, page: dict[str, Any], name: str, fact: Callable[..., Fact]) -> None:
    """Seal a document with the page of signatures behind it, which is kept under `name`."""
    # Only here: what seals is slow to load, and no page needs it.
    from interregnum.outside.signing.seal import sealed

    at = timezone.now()  # noqa: TID251 - the moment of sealing, which no caller may choose
    assert row.document is not None
    by, stamps = identity(at), settings.SEAL["time_stamps"]
    last = pdf(_template(), page, day=local_day(at))
    content = sealed(content_of(row.document), last, by=by, at=at, reason="", time_stamps=stamps)
    _keep_sealed(row, content, name, fact, by=by.fingerprint(), is_stamped=bool(stamps), at=at)


@action
def _keep_sealed(
    row: Agreement | Framework,
    content: bytes,
    name: str,
    fact: Callable[..., Fact],
    *,
    by: str,
    is_stamped: bool,
    at: datetime,
) -> None:
    """Keep a sealed document; of two workers that sealed it one keeps it."""
    rows = type(row).objects.filter(pk=row.pk)
    if not rows.filter(sealed_at=None).update(sealed_at=at):
        return
    stored = keep(name=name, content=content, media_type="application/pdf", at=at)
    rows.update(sealed=stored, sealed_sha256=stored.sha256, sealed_with=by, is_stamped=is_stamped)
    record(fact(sha256=stored.sha256), by=HOUSE, at=at)


@cache
def _template() -> str:
    return (files("interregnum.stages.contract") / "documents" / "signatures.typ").read_text("utf-8")
