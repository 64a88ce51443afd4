"""The mails that the house wrote: the list, and one mail with its text."""

from functools import partial

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.desks.bureau.background import REFUSALS, mail_page
from interregnum.desks.bureau.tables import MailTable
from interregnum.jobs.post import send_again
from interregnum.jobs.queries import mails
from interregnum.kernel.refused import Refused
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.requests import Request


def mail(request: Request) -> HttpResponse:
    """Every mail, newest first."""
    return MailTable(request, mails()).answer("bureau/mail.html", is_folder=settings.KEEPS_MAIL_IN_FOLDER)


def mail_one(request: Request, code: str) -> HttpResponse:
    """One mail; a POST sends a failed one again."""
    page = mail_page(code)
    form = bind(request, Form)
    done = submit(
        request,
        form,
        partial(_again, code),
        then=lambda _none: reverse("bureau:mail-one", args=[code]),
        words=REFUSALS,
        done=_("The mail is on its way again."),
    )
    return done or render(request, "bureau/mail_one.html", {"page": page, "form": form}, status=status_of(form))


def _again(code: str) -> Refused | None:
    return None if send_again(code) else Refused.because("mail.not_failed")
