"""The first visit, before there is a firm; and the logo that every page shows."""

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language

from interregnum.kernel.refused import Refused
from interregnum.people.firm import begin_firm, logo_content
from interregnum.people.texts import REFUSALS
from interregnum.web.forms import bind, status_of
from interregnum.web.requests import Request
from interregnum.web.set_up_forms import BeginForm

# A logo has a new address whenever it changes.
KEPT = "public, max-age=31536000, immutable"


def begin(request: Request) -> HttpResponse:
    """Whoever has the code begins the firm and is its first partner; after that this page leads to the sign-in."""
    if request.firm:
        return redirect("home") if request.firm.is_set_up else render(request, "web/set_up_begun.html")
    form = bind(request, BeginForm, initial={"language": get_language()})
    if request.method == "POST" and form.is_valid():
        # The form's own name guards against nothing here: the firm itself can be made only once.
        account = begin_firm(**form.value(), at=timezone.now())
        if not isinstance(account, Refused):
            record_authentication(request, account, "password")
            signed_in: HttpResponse = perform_login(
                request, account, email_verification="none", redirect_url="/bureau/firm/"
            )
            return signed_in
        form.refuse(account, REFUSALS)
    return render(request, "web/set_up.html", {"form": form}, status=status_of(form))


def logo(request: Request, code: str) -> HttpResponse:
    content = logo_content(code)
    if content is None:
        return HttpResponse(status=410)
    headers = {"Cache-Control": KEPT, "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type="image/png", headers=headers)
