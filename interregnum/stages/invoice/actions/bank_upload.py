"""A file of the bank is kept until the worker has read it: refused in words, or each of its lines once."""

import hashlib
from datetime import datetime
from itertools import batched

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interregnum.files import store
from interregnum.jobs.progress import start, tell_progress
from interregnum.jobs.queue import SOMEBODY_WAITS, HopelessError, job
from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.payment import Payment as Incoming
from interregnum.kernel.refused import Refused
from interregnum.outside.bank import BankFile as Read
from interregnum.outside.bank import UnreadableError, read_camt
from interregnum.people.accounts import actors_of
from interregnum.people.models import Account, Firm
from interregnum.stages.invoice.actions.bank_book import book_batch
from interregnum.stages.invoice.bank_facts import BankFileRead, BankFileUploaded
from interregnum.stages.invoice.models import BankFile, BankLine
from interregnum.stages.invoice.queries.bank import AT_THE_BANK, open_invoices
from interregnum.stages.invoice.rules.bank_ledger import Ledger
from interregnum.stages.invoice.rules.bank_lines import FileState

MEDIA_TYPE = "application/x-bank-file"
# A year of a busy account is a few megabytes.
LARGEST_BYTES = 25_000_000
BATCH = 500


@action
def upload_bank_file(*, name: str, content: bytes, by: Actor, at: datetime) -> str | Refused:
    """Returns the code of the job that reads it."""
    if len(content) > LARGEST_BYTES:
        return Refused.because("bank.large", "file", megabytes=LARGEST_BYTES // 1_000_000)
    if not content.strip():
        return Refused.because("bank.empty", "file")
    if not Firm.objects.get().iban:
        return Refused.because("bank.no_account", "file")
    fingerprint = hashlib.sha256(content).hexdigest()
    stored = store.keep(name="bank", content=content, media_type=MEDIA_TYPE, at=at)
    try:
        with transaction.atomic():
            row = BankFile.objects.create(
                name=name[:200].replace("\x00", ""),
                fingerprint=fingerprint,
                content=stored,
                uploaded_at=at,
                uploaded_by=Account.objects.get(code=by.code),
            )
    except IntegrityError:
        store.discard(stored)
        return Refused.because("bank.file_twice", "file")
    record(BankFileUploaded(file=row.code), by=by, at=at)
    return start(read_bank_file, row.code, by=by.code)


def _given_up(code: str) -> None:
    """It may be uploaded again: what was booked of it is known by its lines."""
    BankFile.objects.filter(code=code, state=FileState.READING).update(state=FileState.REFUSED, fault="broken_off")


@job(called=_("Read a file of the bank"), priority=SOMEBODY_WAITS, given_up=_given_up)
def read_bank_file(code: str) -> None:
    """Killed anywhere, it goes on with the lines that are not kept yet."""
    row = BankFile.objects.select_related("content", "uploaded_by").filter(code=code, state=FileState.READING).first()
    if row is None:
        return
    if row.content is None:
        raise HopelessError("the file is gone")
    by = next((one for one in actors_of(row.uploaded_by) if one.role in AT_THE_BANK), None)
    at = timezone.now()  # noqa: TID251 - the moment of the work, which no caller may choose
    if by is None:
        raise HopelessError("whoever uploaded it has no place at the bank any more")
    try:
        read = read_camt(store.content_of(row.content))
    except UnreadableError as error:
        _close(row, fault=error.code, by=by, at=at)
        return
    if fault := _fault_of(read):
        _close(row, fault=fault, by=by, at=at)
        return
    _keep_lines(row, read, by=by, at=at)


def _fault_of(read: Read) -> str:
    own = Firm.objects.get().iban.replace(" ", "").upper()
    return "account" if any(each.account != own for each in read.statements) else ""


def _keep_lines(row: BankFile, read: Read, *, by: Actor, at: datetime) -> None:
    kept = dict(
        BankLine.objects.filter(line_id__in=[one.line_id for one in read.payments]).values_list("line_id", "file_id")
        if len(read.payments) < BATCH
        else BankLine.objects.values_list("line_id", "file_id")
    )
    fresh: list[Incoming] = [one for one in read.payments if one.line_id not in kept]
    ledger = Ledger(open_invoices())
    for done, batch in enumerate(batched(fresh, BATCH), start=1):
        book_batch(row, batch, ledger, by=by, at=at)
        tell_progress(min(done * BATCH, len(fresh)), len(fresh))
    row.lines_new = BankLine.objects.filter(file=row).count()
    row.known = len(read.payments) + read.repeated - row.lines_new
    row.left_out = read.left_out
    row.unfit = sum(one.fits is False for one in read.statements)
    row.save(update_fields=["lines_new", "known", "left_out", "unfit"])
    _close(row, fault="", by=by, at=at)


@action
def _close(row: BankFile, *, fault: str, by: Actor, at: datetime) -> None:
    """The file itself goes: its lines are kept, and the bank has it."""
    state = FileState.REFUSED if fault else FileState.READ
    if not BankFile.objects.filter(pk=row.pk, state=FileState.READING).update(state=state, fault=fault, content=None):
        return
    if row.content:
        store.discard(row.content)
    record(BankFileRead(file=row.code, lines=row.lines_new, fault=fault), by=by, at=at)
