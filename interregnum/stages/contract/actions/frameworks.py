"""The framework agreement with a client: drawn up by the bureau, signed by the client with a code, as a contract is."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interregnum.files.store import discard, keep
from interregnum.jobs.queue import SOMEBODY_WAITS, job
from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.outside.documents import lost_signs, pdf
from interregnum.parameters.values import value, values
from interregnum.people.models import Account, Authority, Contact, Organisation
from interregnum.people.site import link_to
from interregnum.stages.contract.actions.end_frameworks import make_room
from interregnum.stages.contract.actions.framework_mails import ask_framework
from interregnum.stages.contract.actions.make_documents import agreement_template
from interregnum.stages.contract.actions.send_code import count_try_of, mail_code, use_up
from interregnum.stages.contract.actions.sign_agreement import signature_of
from interregnum.stages.contract.facts import FrameworkCodeSent, FrameworkDrawn, FrameworkSigned
from interregnum.stages.contract.models import Framework, Series
from interregnum.stages.contract.queries.authority import authority_for
from interregnum.stages.contract.queries.clauses import clauses_in_force
from interregnum.stages.contract.queries.framework_access import framework_row, waiting_frameworks, why_framework_closed
from interregnum.stages.contract.queries.frameworks import framework_document
from interregnum.stages.contract.rules.kinds import FRAMEWORK_CODES
from interregnum.stages.contract.rules.states import Deed

TERMS = ("contract.notice_days", "contract.payment_days", "contract.guarantee", "contract.terms")


@action
def draw_framework(*, organisation: str, contact: str, by: Actor, at: datetime) -> str | Refused:
    """Draw it up for a contact to sign; one that waits is replaced by it. Returns its code."""
    row = Organisation.objects.select_for_update().get(code=organisation)
    signer = Contact.objects.filter(code=contact, organisation=row, is_active=True).exclude(email="").first()
    if signer is None:
        return Refused.because("contract.no_signer", "contact")
    if names := [name for name in (row.name, signer.name) if lost_signs(name)]:
        return Refused.because("contract.framework_unreadable", names=", ".join(names))
    if (refused := make_room(row, by=by, at=at)) is not None:
        return refused
    on = local_day(at)
    framework = Framework.objects.create(
        number=_next_number(on.year),
        organisation=row,
        contact=signer,
        language=signer.language,
        clauses=clauses_in_force({Deed.FRAMEWORK: FRAMEWORK_CODES}, on=on),
        terms=values(*TERMS, on=on),
        drawn_at=at,
        drawn_by=Account.objects.filter(code=by.code).first(),
        lapses_on=on + timedelta(days=value("contract.lapse_days", on=on)),
    )
    record(FrameworkDrawn(organisation=row.code, number=framework.number), by=by, at=at)
    make_framework.enqueue(framework.code)
    return str(framework.code)


def _next_number(year: int) -> str:
    """The next number of a year, without gaps: the row stays locked until the framework is committed or undone."""
    Series.objects.get_or_create(year=year)
    Series.objects.filter(year=year).update(last_framework=F("last_framework") + 1)
    return f"R-{year}-{Series.objects.get(year=year).last_framework:04d}"


@job(called=_("Make a framework agreement"), priority=SOMEBODY_WAITS)
def make_framework(code: str) -> None:
    """Make its document and mail whoever signs it; run twice it does nothing more."""
    document = framework_document(code)
    content = pdf(agreement_template(), document.data, day=document.day)
    with transaction.atomic():
        row = Framework.objects.select_for_update(of=("self",)).select_related("organisation", "contact").get(code=code)
        if row.document_id is not None or row.withdrawn_at:
            return
        row.document = keep(name=document.name, content=content, media_type="application/pdf", at=row.drawn_at)
        row.save(update_fields=["document"])
        at = timezone.now()  # noqa: TID251 - the moment at which it is mailed, which no caller may choose
        ask_framework(row, "mail/framework_sign.txt", at=at)


def make_framework_anew(code: str) -> None:
    """Make its document once more and throw the old one away: somebody in it was erased. Nobody is mailed.

    What the client signed stays known by its hash.
    """
    row = Framework.objects.select_related("document", "sealed").get(code=code)
    if row.document is None:
        return
    document, gone = framework_document(code), (row.document, row.sealed)
    content = pdf(agreement_template(), document.data, day=document.day)
    row.document = keep(name=document.name, content=content, media_type="application/pdf", at=row.drawn_at)
    row.sealed = None
    row.save(update_fields=["document", "sealed"])
    for old in filter(None, gone):
        discard(old)


@action
def send_framework_code(*, framework: str, by: Actor, at: datetime) -> str | Refused:
    """Mail a code to sign it with; gives it to whoever replays a life. No page may show it."""
    row = framework_row(framework, seen_by=by)
    authority = _authority(row, by=by, at=at)
    if isinstance(authority, Refused):
        return authority
    code = mail_code(row, row, link=link_to("client:contract-framework", row.code), by=by, at=at)
    if not isinstance(code, Refused) and row.document:
        about = {"organisation": row.organisation.code, "number": row.number}
        record(FrameworkCodeSent(sha256=row.document.sha256, **about), by=by, at=at)
    return code


def count_framework_try(*, framework: str, by: Actor) -> None:
    count_try_of(framework_row(framework, seen_by=by), by=by)


@action
def sign_framework(
    *, framework: str, name_typed: str, code_typed: str, seen: str, address: str = "", by: Actor, at: datetime
) -> Refused | None:
    """Keep who agreed to which bytes (`seen`: their hash on the page), when and from which network `address`."""
    row = framework_row(framework, seen_by=by)
    authority = _authority(row, by=by, at=at)
    if isinstance(authority, Refused):
        return authority
    signature = signature_of(
        row,
        name_typed=name_typed,
        code_typed=code_typed,
        seen=seen,
        address=address,
        authority=authority,
        by=by,
        at=at,
    )
    if isinstance(signature, Refused):
        return signature
    # The filter carries the old state: of two signatures, or a signature and a taking back, one counts.
    if not waiting_frameworks().filter(pk=row.pk).update(**signature):
        return Refused.because("contract.framework_not_open")
    use_up(row, by=by, at=at)
    told = {"organisation": row.organisation.code, "number": row.number, "sha256": signature["signed_sha256"]}
    record(FrameworkSigned(**told), by=by, at=at)
    return None


def _authority(row: Framework, *, by: Actor, at: datetime) -> Authority | Refused:
    """By what somebody signs for the client now, or why not."""
    if by.role != Role.CLIENT:
        return Refused.because("contract.not_your_side")
    if row.document is None:
        return Refused.because("contract.not_ready")
    if row.signed_at:
        return Refused.because("contract.already_signed")
    if (closed := why_framework_closed(row, on=local_day(at))) is not None:
        return closed
    return authority_for(row.organisation, by=by)
