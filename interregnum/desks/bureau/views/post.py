"""The mails that the house wrote: the list, and one mail with its text."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.desks.bureau.background import REFUSALS, mail_page
from interregnum.desks.bureau.forms import AgainForm
from interregnum.desks.bureau.tables import MailTable
from interregnum.jobs.mails import mails
from interregnum.jobs.post import send_again
from interregnum.kernel.refused import Refused
from interregnum.outside.mail_server import keeps_in_folder
from interregnum.people.post import has_died
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def mail(request: Request) -> HttpResponse:
    """Every mail, newest first."""
    return MailTable(request, mails()).answer("bureau/mail.html", is_folder=keeps_in_folder())


def mail_one(request: Request, code: str) -> HttpResponse:
    """One mail; a POST sends one again that failed or came back, perhaps to another address."""
    page = mail_page(code, seen_by=request.actor)
    form = bind(request, AgainForm, initial={"to": page.to})
    done = submit(
        request,
        form,
        lambda: _again(code, form.cleaned_data["to"]),
        then=lambda sent: reverse("bureau:mail-one", args=[sent]),
        words=REFUSALS,
        done=_("The mail is on its way again."),
    )
    return done or render(request, "bureau/mail_one.html", {"page": page, "form": form}, status=status_of(form))


def _again(code: str, to: str) -> str | Refused:
    if has_died(to):
        return Refused.because("mail.reader_died", "to")
    return send_again(code, to=to) or Refused.because("mail.not_in_trouble")
