"""A death is noted on the record, and the way back when that was a mistake."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.desks.bureau.forms import DeathForm, DiedForm
from interregnum.people.deaths import died_manager, living_manager, note_death_of, withdraw_death
from interregnum.people.texts import REFUSALS
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def died(request: Request, code: str) -> HttpResponse:
    """A partner notes it on the record; of who died already this leads to where that is noted."""
    form = bind(request, DiedForm)
    done = submit(
        request,
        form,
        lambda: note_death_of(code, by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("bureau:people-death", args=[code]),
        words=REFUSALS,
        done=_("Noted. We write to this manager no more."),
    )
    if done:
        return done
    try:
        context = {"manager": living_manager(code, seen_by=request.actor), "form": form}
    except Http404:
        return redirect("bureau:people-death", code=died_manager(code, seen_by=request.actor).code)
    return render(request, "bureau/died.html", context, status=status_of(form))


def death(request: Request, code: str) -> HttpResponse:
    """The bureau reads it; a partner takes it back."""
    form = bind(request, DeathForm)
    done = submit(
        request,
        form,
        lambda: withdraw_death(manager=code, why=form.cleaned_data["why"], by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("bureau:people-manager", args=[code]),
        words=REFUSALS,
        done=_("Taken back: we write to this manager again. Call the manager, and whoever was told."),
    )
    if done:
        return done
    context = {"manager": died_manager(code, seen_by=request.actor), "form": form}
    return render(request, "bureau/death.html", context, status=status_of(form))
