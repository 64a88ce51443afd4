"""My account, security: the second factors of an account, where it is signed in, and the steps between."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.decorators import login_stage_required
from allauth.mfa.base import views as mfa
from allauth.mfa.base.internal.flows import delete_and_cleanup
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django.views.generic.edit import FormView

from interregnum.people import second_factor
from interregnum.people.adapter import WAIT, until
from interregnum.people.lost_factor import lacks_two_others, report_loss
from interregnum.people.sessions import end_all_sessions, end_session, sessions_of
from interregnum.web.requests import Request, account_of


def confirmed[**P](view: Callable[P, HttpResponseBase]) -> Callable[P, HttpResponseBase]:
    """Asks for password or factor first, unless that was done within five minutes; then the page itself opens again.

    A form is never sent on by itself afterwards: the gate would not see it.
    """

    @wraps(view)
    def asked(*args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        request: Any = args[0]
        if not second_factor.was_here_just_now(request):
            return redirect(f"{_confirm_url(request)}?next={request.path}")
        return view(*args, **kwargs)

    return asked


def _confirm_url(request: Request) -> str:
    ways = get_adapter().get_reauthentication_methods(request.user)
    # With a factor rather than the password: that is what another person at this keyboard has not got.
    return str((ways[-1] if second_factor.has_factor(account_of(request)) else ways[0])["url"])


def security(request: Request) -> HttpResponse:
    """Second factors, sessions and the password on one page."""
    account = account_of(request)
    page = {
        "factors": second_factor.factors_of(account),
        "has_app": any(each.type == "totp" for each in second_factor.factors_of(account)),
        "codes_left": second_factor.codes_left(account),
        "must_have": second_factor.must_have_factor(account),
        "sessions": sessions_of(account, this=request.session.session_key),
    }
    return render(request, "web/security.html", {"page": page})


def first(request: Request) -> HttpResponse:
    """The bureau's pages open after a second factor was set up: which one?"""
    if second_factor.has_factor(account_of(request)):
        return redirect("mfa_index")
    return render(request, "web/factor_first.html")


@require_POST
def sessions(request: Request) -> HttpResponse:
    """End one session, or all but this one."""
    chosen = request.POST.get("session", "")
    if chosen == "others":
        end_all_sessions(account_of(request))
        update_session_auth_hash(request, account_of(request))
        messages.success(request, _("You are signed out everywhere else."))
    else:
        end_session(account_of(request), chosen)
        messages.success(request, _("That session has ended."))
    return redirect("mfa_index")


@require_POST
@confirmed
def remove(request: Request) -> HttpResponse:
    """Take away one of one's own factors; the last one of somebody at the bureau stays."""
    chosen = request.POST.get("factor", "")
    row = next((each for each in second_factor.factors_of(account_of(request)) if str(each.pk) == chosen), None)
    if row and not second_factor.FactorAdapter().can_delete_authenticator(row):
        messages.error(request, second_factor.FactorAdapter.error_messages["cannot_delete_authenticator"])
    elif row:
        delete_and_cleanup(request, row)
        _note(request, row.type, is_added=False)
        messages.success(request, _("Removed. It cannot be used to sign in any more."))
    return redirect("mfa_index")


def _note(request: Request, factor: str, *, is_added: bool) -> None:
    account = account_of(request)
    second_factor.note_change(account=account, factor=factor, is_added=is_added, by=request.actor, at=timezone.now())


class AddApp(totp.ActivateTOTPView):
    """A code from an app: the first code that fits switches it on, and is used up by that."""

    def dispatch(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if any(each.type == "totp" for each in second_factor.factors_of(account_of(request))):
            return redirect("mfa_index")
        return FormView.dispatch(self, request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        row = next(each for each in second_factor.factors_of(account_of(self.request)) if each.type == "totp")
        row.wrap().validate_code(form.cleaned_data["code"])
        second_factor.note_shown(self.request, account_of(self.request), id=row.pk, type=row.type)
        _note(self.request, row.type, is_added=True)
        return response


class AddPasskey(webauthn.AddWebAuthnView):
    def dispatch(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return FormView.dispatch(self, request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        second_factor.note_shown(self.request, account_of(self.request), type="webauthn")
        _note(self.request, "webauthn", is_added=True)
        return response


def recovery_codes(request: Request) -> HttpResponse:
    """Shown once, right after they were made."""
    if not second_factor.codes_left(account_of(request)):
        return redirect("mfa_index")
    shown: HttpResponse = recovery.view_recovery_codes(request)
    return shown


def _lost(request: Any) -> HttpResponse:
    """Between password and second factor: somebody cannot show it any more. Opening the page asks nothing yet."""
    account = request._login_stage.login.user
    if request.method == "POST":
        report_loss(account=account.code, by=None, at=timezone.now())
    page = {"is_asked": request.method == "POST", "email": account.email, "is_alone": lacks_two_others(account)}
    return render(request, "web/factor_lost.html", page)


def too_many(request: Request) -> HttpResponse:
    """Called by the sign-in library when an address or an account tried too often."""
    page = {"until": until(timezone.now())}
    wait = str(int((WAIT + timedelta(minutes=1)).total_seconds()))
    response = render(request, "web/too_many.html", {"page": page}, status=429)
    response.headers["Retry-After"] = wait
    return response


lost = login_stage_required(stage=AuthenticateStage.key, redirect_urlname="account_login")(_lost)
add_app = never_cache(confirmed(AddApp.as_view()))
add_passkey = never_cache(confirmed(AddPasskey.as_view()))
view_codes = never_cache(confirmed(recovery_codes))
make_codes = never_cache(confirmed(recovery.generate_recovery_codes))
authenticate = mfa.authenticate
reauthenticate = mfa.reauthenticate
reauthenticate_passkey = webauthn.reauthenticate_webauthn
sign_in_with_passkey = webauthn.login_webauthn
