"""What goes of a row when its term is over."""

from datetime import datetime

from django.db.models import Model, Q

from interregnum.files import store
from interregnum.jobs.models import Mail
from interregnum.jobs.states import OVER
from interregnum.kernel.actor import HOUSE
from interregnum.people.search import forget_in_search
from interregnum.records.classes import Class
from interregnum.records.erase import erase_person
from interregnum.records.fields import fields_of
from interregnum.records.models import DataRequest, PoolStay
from interregnum.records.persons import person_of
from interregnum.records.signing import documents_of
from interregnum.records.states import RequestState
from interregnum.records.sweep import ERASED_HOST, emptied
from interregnum.stages.ask.models import Request
from interregnum.stages.brief.models import Brief
from interregnum.stages.choose.models import Candidacy, Proposal, Shortlist
from interregnum.stages.contract.models import Contract
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.learn.models import CaseConsent

# What somebody was told, or will never be.
TOLD = Q(state__in=[*OVER])


def forget_reasons(row: Candidacy, at: datetime) -> None:
    Candidacy.objects.filter(pk=row.pk).update(rationale="", answer="")


def forget_weighing(row: Shortlist, at: datetime) -> None:
    row.listed.all().delete()
    Shortlist.objects.filter(pk=row.pk).update(excluded={})


def delete(row: Model, at: datetime) -> None:
    row.delete()


def empty_mail(row: Mail, at: datetime) -> None:
    Mail.objects.filter(pk=row.pk).update(text="", html="", calendar="")
    row.files.all().delete()


def empty_address(row: Mail, at: datetime) -> None:
    changed = emptied(row, fields_of(Mail, Class.PERSONAL), "Anonymus")
    row.save(update_fields=changed)


def drop_package(row: DataRequest, at: datetime) -> None:
    stored = row.package
    DataRequest.objects.filter(pk=row.pk).update(package=None, state=RequestState.EXPIRED)
    if stored is not None:
        store.discard(stored)


def empty_request(row: DataRequest, at: datetime) -> None:
    changed = emptied(row, fields_of(DataRequest, Class.PERSONAL), "Anonymus")
    row.save(update_fields=changed)


def drop_request(row: Request, at: datetime) -> None:
    """With its brief, lists and proposals, and what was mailed about any of them."""
    briefs, proposals = Brief.objects.filter(request=row), Proposal.objects.filter(brief__request=row)
    forget_about({row.code, *briefs.values_list("code", flat=True), *proposals.values_list("code", flat=True)})
    row.delete()


def drop_contract(row: Contract, at: datetime) -> None:
    """With its assignment, reports, signatures and documents; the request goes with the last contract of it."""
    request = row.brief.request
    documents, assignments = documents_of(row), Assignment.objects.filter(contract=row)
    codes = set(assignments.values_list("code", flat=True))
    forget_about({row.code, *codes})
    # What a client said of a case is kept apart from it, as long as what it was about.
    CaseConsent.objects.filter(assignment__in=codes).delete()
    assignments.delete()
    row.delete()
    for document in documents:
        store.discard(document)
    if not Contract.objects.filter(brief__request=request).exists():
        drop_request(request, at)


def forget_about(codes: set[str]) -> None:
    """What else tells of these objects: how they are found, and to whom was mailed about them."""
    forget_in_search(codes)
    told = Mail.objects.filter(TOLD, Q(about__in=codes) | Q(abouts__code__in=codes))
    for mail in told.exclude(to__endswith=f"@{ERASED_HOST}").distinct():
        empty_address(mail, mail.written_at)


def leave_the_roster(row: PoolStay, at: datetime) -> None:
    erase_person(person_of(managers=[row.manager]), by=HOUSE, at=at)
    row.delete()
