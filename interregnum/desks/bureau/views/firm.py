"""The firm itself: its data, its look, its mail server. During the set-up the same pages, one after the other."""

from django.conf import settings
from django.contrib import messages
from django.core.cache import cache
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.desks.bureau.firm_forms import DetailsForm, LookForm, MailForm
from interregnum.desks.bureau.firm_pages import firm_page
from interregnum.outside.mail_test import send_test
from interregnum.outside.pictures import LARGEST_BYTES
from interregnum.people.firm import firm_data, open_firm, save_details, save_look, save_mail
from interregnum.people.queries import email_of
from interregnum.people.texts import MAIL_ANSWERS, REFUSALS
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.requests import Request

MOST_TESTS, WITHIN = 10, 300


def details(request: Request) -> HttpResponse:
    form = bind(request, DetailsForm, initial=dict(firm_data().values))
    done = submit(
        request,
        form,
        lambda: save_details(values=form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: _next(request, "bureau:firm", "bureau:firm-look"),
        words=REFUSALS,
        done=_("Saved."),
    )
    return done or _page(request, form, "bureau:firm")


def look(request: Request) -> HttpResponse:
    data = firm_data()
    form = bind(request, LookForm, initial={"first": data.languages[0], "other": len(data.languages) > 1})
    if not data.has_logo:
        del form.fields["without_logo"]
    done = submit(
        request,
        form,
        lambda: save_look(
            logo=form.cleaned_data["logo"].read(LARGEST_BYTES + 1) if form.cleaned_data["logo"] else None,
            without_logo=form.cleaned_data.get("without_logo", False),
            languages=form.languages(),
            by=request.actor,
            at=timezone.now(),
        ),
        then=lambda _none: _next(request, "bureau:firm-look", "bureau:firm-mail"),
        words=REFUSALS,
        done=_("Saved."),
    )
    return done or _page(request, form, "bureau:firm-look")


def mail(request: Request) -> HttpResponse:
    """The last step of the set-up: with the site and the mail server saved, the firm is open."""
    data = firm_data()
    site = {"site": data.values["site"] or request.build_absolute_uri("/").rstrip("/")}
    form = bind(request, MailForm, initial=dict(data.values) | (site if not data.is_set_up else {}))
    done = submit(
        request,
        form,
        lambda: save_mail(values=form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: _after_mail(request),
        words=REFUSALS,
        done=_("Saved."),
    )
    return done or _page(request, form, "bureau:firm-mail")


def _after_mail(request: Request) -> str:
    if request.POST.get("do") == "open" and open_firm(by=request.actor, at=timezone.now()):
        return reverse("bureau:home")
    return reverse("bureau:firm-mail")


def _next(request: Request, here: str, then: str) -> str:
    """During the set-up the next step, later the same page."""
    return reverse(here if request.firm and request.firm.is_set_up else then)


def try_mail(request: Request) -> HttpResponseRedirect:
    """Send a message to the partner who asks for it, and say in words what the mail server answered."""
    to = email_of(request.actor.code)
    key = f"mail-tests-{request.actor.code}"
    cache.add(key, 0, WITHIN)
    code, said = send_test(to=to) if cache.incr(key) <= MOST_TESTS else ("mail.too_often", "")
    words = str(MAIL_ANSWERS[code]) % {"to": to, "said": said or "–"}
    (messages.success if code in {"mail.taken", "mail.kept"} else messages.error)(request, words)
    return redirect("bureau:firm-mail")


def _page(request: Request, form: Form, here: str) -> HttpResponse:
    fixed = {"site": settings.SITE_IS_FIXED, "server": not settings.KEEPS_MAIL_IN_FOLDER}
    fixed |= {"sender": settings.SENDER_IS_FIXED, "any": settings.SITE_IS_FIXED or not settings.KEEPS_MAIL_IN_FOLDER}
    context = {"form": form, "page": firm_page(firm_data(), here=here), "fixed": fixed}
    return render(request, "bureau/firm.html", context, status=status_of(form))
