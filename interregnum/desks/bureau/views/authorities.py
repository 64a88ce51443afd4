"""Who may sign for a client: what was found about one contact."""

from collections.abc import Callable
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.desks.bureau.authority_forms import AuthorityForm, EndForm
from interregnum.people.authorities import authority_recorded, end_authority, record_authority
from interregnum.people.authority_texts import BASES, SCOPES
from interregnum.people.clients import client_values, contact_values
from interregnum.people.texts import REFUSALS
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.pieces import Definition
from interregnum.web.requests import Request
from interregnum.web.templatetags.web import day


def authority(request: Request, code: str) -> HttpResponse:
    """What holds of a contact; recording it anew, or ending it."""
    known = contact_values(code, seen_by=request.actor)
    form, end = bind(request, AuthorityForm), EndForm()
    if request.POST.get("do") == "end":
        form, end = AuthorityForm(), bind(request, EndForm)
        done = _submit(request, end, code, lambda at: end_authority(contact=code, by=request.actor, at=at))
    else:
        done = _submit(
            request,
            form,
            code,
            lambda at: record_authority(contact=code, found=form.value(), by=request.actor, at=at),
        )
    page = {"form": form, "end": end, "code": code, "name": known["name"], "holds": _holds(request, code)}
    page["organisation"] = client_values(known["of"], seen_by=request.actor)["name"]
    return done or render(request, "bureau/authority.html", page, status=max(status_of(form), status_of(end)))


def _submit(request: Request, form: Form, code: str, act: Callable[[datetime], object]) -> HttpResponse | None:
    return submit(
        request,
        form,
        lambda: act(timezone.now()),
        then=lambda _code: reverse("bureau:people-authority", args=[code]),
        words=REFUSALS,
        done=_("Saved."),
    )


def _holds(request: Request, code: str) -> tuple[Definition, ...]:
    row = authority_recorded(code, seen_by=request.actor)
    if row is None:
        return ()
    return (
        Definition(_("This contact may sign"), SCOPES[row.scope]),
        Definition(_("That stands in"), BASES[row.basis]),
        Definition(
            _("Which one"), _("%(name)s of %(day)s") % {"name": row.extract, "day": day(row.extract_on, "long")}
        ),
        Definition(_("Who gave it to us"), row.told_by),
        Definition(
            _("Recorded"),
            _("%(day)s by %(name)s") % {"day": day(row.recorded_at, "long"), "name": row.recorded_by or "–"},
        ),
    )
