"""The bureau's requests, and the triage of one."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.kernel.refused import Refused
from interregnum.stages.ask import queries, texts
from interregnum.stages.ask.actions.confirm_triage import Verdict, confirm_triage
from interregnum.stages.ask.actions.judge_field import judge_field, withdraw_judgement
from interregnum.stages.ask.forms import ConfirmForm, JudgeForm, joined
from interregnum.stages.ask.queries.triage import verdict_values
from interregnum.stages.ask.rules.judging import FIELDS
from interregnum.stages.ask.views.answering import Trouble, first_error, with_typed
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def triage(request: Request, code: str) -> HttpResponse:
    at = timezone.now()
    page = queries.triage_page(code, seen_by=request.actor, at=at)
    form = bind(request, ConfirmForm, initial=_begun(page))
    done = submit(
        request,
        form,
        lambda: confirm_triage(
            request=code,
            verdict=Verdict(organisation_name=form.cleaned_data["organisation_name"], **verdict_values(page.values)),
            by=request.actor,
            at=at,
            seen=form.cleaned_data["seen"],
        ),
        then=lambda _none: _after_confirming(request, code),
        words=texts.REFUSALS,
    )
    form.send_next("seen", page.newest)
    return done or render(request, "ask/bureau/triage.html", {"page": page, "form": form}, status=status_of(form))


def _begun(page: queries.TriagePage) -> dict[str, Any]:
    return {"organisation_name": page.organisation_name, "seen": page.newest}


def _after_confirming(request: Request, code: str) -> str:
    """To the intake while something lacks for a brief; else to where the request stands."""
    page = queries.intake_page(code, seen_by=request.actor)
    if page.has_brief:
        messages.success(request, _("Confirmed, and the brief has been drafted."))
        return reverse("bureau:request-next", args=[code])
    messages.success(request, _("Confirmed."))
    return reverse("bureau:ask-intake" if not page.is_over else "bureau:ask-triage", args=[code])


def judge(request: Request, code: str, field: str) -> HttpResponse:
    """One press on one field, saved at once."""
    if field not in FIELDS:
        raise Http404
    at, form = timezone.now(), JudgeForm(request.POST, field=field)
    refused = _said(request, code, form, at) if form.is_valid() else first_error(form)
    trouble = Trouble(field=field, typed=joined(request.POST), seen="") if form.errors else None
    if request.htmx:
        (row,) = with_typed([queries.field_shown(code, field, seen_by=request.actor, at=at)], trouble)
        return render(request, "ask/bureau/field.html", {"row": row, "code": code, "refused": refused})
    if not refused:
        return redirect(f"{reverse('bureau:ask-triage', args=[code])}#field-{field}")
    page = queries.triage_page(code, seen_by=request.actor, at=at)
    page = replace(page, fields=with_typed(page.fields, trouble))
    context = {"page": page, "form": ConfirmForm(initial=_begun(page)), "refused": refused}
    return render(request, "ask/bureau/triage.html", context, status=422)


def _said(request: Request, code: str, form: JudgeForm, at: datetime) -> object:
    """Keep what was pressed; why not, or ""."""
    word: dict[str, Any] = {"request": code, "field": form.field, "by": request.actor, "at": at}
    word["seen"] = form.cleaned_data["seen"]
    undo = form.cleaned_data["do"] == "undo"
    done = withdraw_judgement(**word) if undo else judge_field(**word, value=form.cleaned_data["value"])
    return texts.REFUSALS[done.reasons[0].code] if isinstance(done, Refused) else ""
