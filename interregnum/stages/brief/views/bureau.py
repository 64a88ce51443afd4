"""The bureau fills in a brief and agrees it with the client."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.kernel.refused import Refused
from interregnum.stages.brief import queries, texts
from interregnum.stages.brief.actions.agree_brief import agree_brief
from interregnum.stages.brief.actions.change_brief import change_brief
from interregnum.stages.brief.forms import BriefForm, initial_of
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def edit(request: Request, code: str) -> HttpResponse:
    page = queries.brief_page(code, seen_by=request.actor)
    form = bind(request, BriefForm, initial=initial_of(page.values))
    done = submit(
        request,
        form,
        lambda: change_brief(brief=code, wanted=form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("bureau:brief-edit", args=[code]),
        words=texts.REFUSALS,
        done=_("The brief has been saved."),
    )
    return done or _show(request, page, form)


def agree(request: Request, code: str) -> HttpResponse:
    """The other button of the same form: what was typed is kept and agreed in one go."""
    page = queries.brief_page(code, seen_by=request.actor)
    form = bind(request, BriefForm, initial=initial_of(page.values))

    def keep_and_agree() -> Refused | None:
        now = timezone.now()
        refused = change_brief(brief=code, wanted=form.value(), by=request.actor, at=now)
        return agree_brief(brief=code, by=request.actor, at=now) if refused is None else refused

    done = submit(
        request,
        form,
        keep_and_agree,
        then=lambda _none: reverse("bureau:brief-edit", args=[code]),
        words=texts.REFUSALS,
        done=_("The brief has been agreed. Now find out who fits."),
    )
    return done or _show(request, page, form)


def _show(request: Request, page: queries.BriefPage, form: BriefForm) -> HttpResponse:
    return render(request, "brief/bureau/edit.html", {"page": page, "form": form}, status=status_of(form))
