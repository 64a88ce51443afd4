"""How long what is kept stays: each rule names its dated parameter, finds its rows, and says what goes."""

from typing import Any

from django.db.models import F, Max, Q, QuerySet
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext_lazy as _

from interregnum.jobs.models import Mail
from interregnum.people.models import Invitation
from interregnum.records.applicants import drop_application, leaving, staying
from interregnum.records.books import BOOKS
from interregnum.records.lengths import Unit
from interregnum.records.letting_go import (
    TOLD,
    delete,
    drop_contract,
    drop_package,
    drop_request,
    empty_address,
    empty_mail,
    empty_request,
    forget_reasons,
    forget_weighing,
)
from interregnum.records.models import DataRequest
from interregnum.records.pool import POOL
from interregnum.records.pulses import forget_addresses, forget_words, with_addresses, with_words
from interregnum.records.readings import forget_readings, with_readings
from interregnum.records.signing import (
    addresses,
    drop_framework,
    forget_address,
    framework_addresses,
    past_frameworks,
)
from interregnum.records.stances import forget_stances, with_stances
from interregnum.records.states import OPEN, RequestState
from interregnum.records.sweep import ERASED_HOST
from interregnum.records.term import Term
from interregnum.records.uploads import UPLOADS
from interregnum.stages.ask.models import Request
from interregnum.stages.choose.models import Candidacy, Shortlist
from interregnum.stages.choose.rules.states import CandidacyState
from interregnum.stages.contract.models import Contract
from interregnum.stages.ensure.models import Notebook
from interregnum.web.models import Submission

# What tells somebody that they were erased.
LAST_MAIL = "mail/data_erased.txt"


def _told_mails() -> QuerySet[Any]:
    rows = Mail.objects.filter(TOLD).exclude(template=LAST_MAIL).exclude(text="", html="")
    return rows.annotate(since=Coalesce("sent_at", "written_at"))


def _idle_requests() -> QuerySet[Any]:
    last = Greatest("received_at", Coalesce(Max("brief__proposals__invited_at"), "received_at"))
    return Request.objects.filter(brief__contracts=None).order_by().annotate(since=last)


def _weighed() -> QuerySet[Any]:
    rows = Shortlist.objects.filter(Q(listed__isnull=False) | ~Q(excluded={})).order_by()
    open_ones = Q(brief__proposals__decided_at=None)
    return rows.exclude(open_ones).annotate(since=Max("brief__proposals__decided_at")).filter(since__isnull=False)


TERMS: tuple[Term, ...] = (
    Term(
        "rejected",
        _("Why a manager was put forward and not chosen, and what they answered"),
        "records.rejected_days",
        Unit.DAYS,
        lambda: (
            Candidacy.objects.exclude(state=CandidacyState.CHOSEN)
            .exclude(rationale="", answer="")
            .filter(proposal__decided_at__isnull=False)
            .annotate(since=F("proposal__decided_at"))
        ),
        forget_reasons,
        ("manager__code", "proposal__code", "proposal__brief__code", "proposal__brief__request__code"),
    ),
    Term(
        "weighed",
        _("Who was weighed for a shortlist, and with how many points"),
        "records.rejected_days",
        Unit.DAYS,
        _weighed,
        forget_weighing,
        ("code", "brief__code", "brief__request__code"),
    ),
    *POOL,
    Term(
        "application",
        _("Who signed up: never confirmed, held as spam, accepted, or declined without consent to stay"),
        "records.application_days",
        Unit.DAYS,
        leaving,
        drop_application,
        ("code",),
    ),
    Term(
        "application that stays",
        _("Who signed up, was declined and consented to stay"),
        "records.pool_months",
        Unit.MONTHS,
        staying,
        drop_application,
        ("code",),
    ),
    Term(
        "stances",
        _("Who stood where on an assignment, and who resisted; what was told of groups stays"),
        "records.stances_months",
        Unit.MONTHS,
        with_stances,
        forget_stances,
        ("code", "contract__code", "organisation__code", "manager__code"),
    ),
    Term(
        "signal readings",
        _("What signals read of an assignment, day by day; what warnings were worth stays in the proof of the firm"),
        "records.readings_months",
        Unit.MONTHS,
        with_readings,
        forget_readings,
        ("code", "contract__code", "organisation__code", "manager__code"),
    ),
    Term(
        "notebooks",
        _("What interim manager and shadow manager wrote in confidence; what was released stays"),
        "records.notebook_months",
        Unit.MONTHS,
        lambda: Notebook.objects.order_by("pk").annotate(since=F("assignment__ends_on")),
        lambda row, _at: row.delete(),
        ("assignment__code", "assignment__organisation__code", "manager__code"),
    ),
    Term(
        "pulse addresses",
        _("Addresses of employees who were asked in a pulse, and the mails to them; results stay"),
        "records.pulse_address_days",
        Unit.DAYS,
        with_addresses,
        forget_addresses,
        ("assignment__code", "assignment__contract__code", "assignment__organisation__code"),
    ),
    Term(
        "pulse words",
        _("What employees wrote in a round of a pulse; figures stay"),
        "records.pulse_words_days",
        Unit.DAYS,
        with_words,
        forget_words,
        ("survey__assignment__code", "survey__assignment__contract__code", "survey__assignment__organisation__code"),
    ),
    Term(
        "idle",
        _("Requests that led to no contract"),
        "records.idle_request_months",
        Unit.MONTHS,
        _idle_requests,
        drop_request,
        ("code", "brief__code", "organisation__code"),
    ),
    Term(
        "mail", _("Texts of mails that were sent"), "records.mail_days", Unit.DAYS, _told_mails, empty_mail, ("about",)
    ),
    Term(
        "last mail",
        _("The address of somebody who was erased, once they were told"),
        "",
        Unit.DAYS,
        lambda: (
            Mail.objects.filter(TOLD, template=LAST_MAIL)
            .exclude(to__endswith=f"@{ERASED_HOST}")
            .annotate(since=Coalesce("sent_at", "written_at"))
        ),
        empty_address,
    ),
    Term(
        "invitation",
        _("Invitations that are over"),
        "records.invitation_days",
        Unit.DAYS,
        lambda: Invitation.objects.annotate(since=F("expires_at")),
        delete,
        ("account__code",),
    ),
    Term(
        "form",
        _("That a form was sent"),
        "records.form_days",
        Unit.DAYS,
        lambda: Submission.objects.annotate(since=F("sent_at")),
        delete,
    ),
    Term(
        "package",
        _("Packages of one's own data that can be fetched no more"),
        "",
        Unit.DAYS,
        lambda: DataRequest.objects.filter(state=RequestState.READY).annotate(since=F("expires_at")),
        drop_package,
    ),
    Term(
        "data request",
        _("Who asked for their own data"),
        "records.data_request_months",
        Unit.MONTHS,
        lambda: (
            DataRequest.objects.exclude(state__in=OPEN)
            .exclude(email__endswith=f"@{ERASED_HOST}")
            .annotate(since=Coalesce("decided_at", "asked_at"))
        ),
        empty_request,
        ("code", "account"),
    ),
    Term(
        "signing address",
        _("The network address from which somebody signed"),
        "records.signing_address_months",
        Unit.MONTHS,
        addresses,
        forget_address,
        ("contract__code",),
    ),
    Term(
        "framework address",
        _("The network address from which somebody signed a framework agreement"),
        "records.signing_address_months",
        Unit.MONTHS,
        framework_addresses,
        forget_address,
        ("code", "organisation__code"),
    ),
    Term(
        "framework",
        _("Framework agreements that hold no more, once no contract under them is kept"),
        "records.fiscal_years",
        Unit.BOOK_YEARS,
        past_frameworks,
        drop_framework,
        ("code", "organisation__code"),
    ),
    *UPLOADS,
    *BOOKS,
    Term(
        "fiscal",
        _("Contracts with their assignment, reports, signatures and documents"),
        "records.fiscal_years",
        Unit.BOOK_YEARS,
        lambda: (
            # A contract stays as long as anything that was billed of it.
            Contract.objects.filter(amends=None, assignment__invoices=None, assignment__extras=None)
            .filter(assignment__payables=None)
            .order_by()
            .select_related("brief__request")
            .annotate(since=Coalesce("runs_until", "ends_on"))
        ),
        drop_contract,
        ("code", "assignment__code", "organisation__code", "manager__code", "brief__code", "brief__request__code"),
    ),
)
