"""Opening an account, choosing a language and a theme, and the way home."""

from urllib.parse import urlsplit, urlunsplit

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.conf import settings
from django.contrib.auth import get_user_model
from django.http import HttpResponse, HttpResponseRedirect
from django.middleware.csrf import rotate_token
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from interregnum.kernel.refused import Refused
from interregnum.people import accounts
from interregnum.web.account_forms import PasswordForm
from interregnum.web.gate import SEAT
from interregnum.web.navigation import DESK
from interregnum.web.requests import Request

YEAR = 365 * 24 * 60 * 60


def home(request: Request) -> HttpResponse:
    """The desk of the role that this person holds first."""
    return redirect(f"{DESK[request.actor.role]}:home")


def invitation(request: Request, token: str) -> HttpResponse:
    """Opening the link changes nothing, for mail scanners open links too; sending the form does."""
    at = timezone.now()
    account = accounts.invited(token, at=at)
    if account is None:
        return render(request, "web/invitation_over.html", status=410)
    form = PasswordForm(request.POST if request.method == "POST" else None, account=account)
    if request.method == "POST" and form.is_valid():
        opened = accounts.accept_invitation(token=token, password=form.cleaned_data["password"], at=at)
        if isinstance(opened, Refused):
            return render(request, "web/invitation_over.html", status=410)
        record_authentication(request, opened, "password")
        signed_in: HttpResponse = perform_login(request, opened, email_verification="none")
        return signed_in
    return render(
        request, "web/invitation.html", {"form": form, "account": account}, status=422 if form.errors else 200
    )


def set_language(request: Request) -> HttpResponse:
    """Remember the language in the browser and, when signed in, on the account, for mails."""
    chosen = request.POST.get("language", "")
    response = HttpResponseRedirect(_in_language(_next(request), chosen))
    if chosen in dict(settings.LANGUAGES):
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, chosen, max_age=YEAR, samesite="Lax")
        if request.user.is_authenticated:
            get_user_model().objects.filter(pk=request.user.pk).update(language=chosen)
    return response


def theme(request: Request) -> HttpResponse:
    """Remember light, dark, or as the system has it."""
    chosen = request.POST.get("theme", "")
    response = HttpResponseRedirect(_next(request))
    if chosen in {"light", "dark"}:
        response.set_cookie("theme", chosen, max_age=YEAR, samesite="Lax")
    else:
        response.delete_cookie("theme", samesite="Lax")
    return response


def seat(request: Request) -> HttpResponseRedirect:
    """Work for another of one's clients; a form that stands open for the one before is not taken any more."""
    chosen = request.POST.get("seat", "")
    if chosen not in {actor.organisation for actor in request.seats}:
        return redirect("home")
    request.session[SEAT] = chosen
    rotate_token(request)
    return redirect(_next(request, otherwise=reverse("client:home")))


def _next(request: Request, *, otherwise: str = "/") -> str:
    wanted = request.POST.get("next", "")
    return wanted if url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}) else otherwise


def _in_language(path: str, language: str) -> str:
    """The address of the same page in another language, for pages that have one for each."""
    parts = urlsplit(path)
    try:
        name = resolve(parts.path).view_name
    except Resolver404:
        return path
    stem, _, own = name.rpartition("-")
    if language in dict(settings.LANGUAGES) and own in dict(settings.LANGUAGES):
        return urlunsplit(parts._replace(path=reverse(f"{stem}-{language}")))
    return path
