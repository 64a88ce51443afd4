"""What came in as a file and was not taken over, and mail that could not be sent: for which term each is kept."""

from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from interregnum.jobs.models import Mail
from interregnum.jobs.states import MailState
from interregnum.people.cvs import forget_cv
from interregnum.people.imports import forget
from interregnum.people.models import CvFile, Import
from interregnum.records.lengths import Unit
from interregnum.records.letting_go import empty_mail
from interregnum.records.term import Term


def failed_mails() -> QuerySet[Any]:
    rows = Mail.objects.filter(state=MailState.FAILED).exclude(text="", html="")
    return rows.annotate(since=F("written_at"))


def sheets() -> QuerySet[Any]:
    return Import.objects.select_related("rows").filter(rows__isnull=False).annotate(since=F("uploaded_at"))


def loose_cvs() -> QuerySet[Any]:
    return CvFile.objects.select_related("file").filter(settled_at=None).annotate(since=F("uploaded_at"))


def drop_sheet(row: Import, at: datetime) -> None:
    """The rows and what was wrong in them; headings and columns stay, to be remembered."""
    forget(row)


def drop_cv(row: CvFile, at: datetime) -> None:
    forget_cv(row)


UPLOADS: tuple[Term, ...] = (
    Term(
        "failed mail",
        _("Texts of mails that could not be sent"),
        "records.failed_mail_days",
        Unit.DAYS,
        failed_mails,
        empty_mail,
        ("about",),
    ),
    Term("import", _("Sheets that were uploaded to be imported"), "records.import_days", Unit.DAYS, sheets, drop_sheet),
    Term(
        "cv",
        _("CVs of which nothing was taken over"),
        "records.cv_days",
        Unit.DAYS,
        loose_cvs,
        drop_cv,
        ("code", "manager__code"),
    ),
)
