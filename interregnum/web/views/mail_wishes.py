"""Mail to me: which mail somebody wants, and when."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.people.wishes import choose_mail, wishes_by_code
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request
from interregnum.web.wishes_form import WishesForm


def mail_wishes(request: Request) -> HttpResponse:
    """One's own choice, for all roles that one has."""
    wishes = wishes_by_code(request.actor.code)
    form = bind(request, WishesForm, wishes=wishes, roles=frozenset(actor.role for actor in request.actors))
    done = submit(
        request,
        form,
        lambda: choose_mail(wishes=form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("mail_wishes"),
        words={},
        done=_("Kept. The next mail follows it."),
    )
    return done or render(request, "web/mail_wishes.html", {"form": form}, status=status_of(form))
