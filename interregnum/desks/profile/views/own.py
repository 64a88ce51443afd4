"""A manager's own profile, business, insurances and declarations, on a phone."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.desks.profile.own_forms import (
    BusinessForm,
    DeclarationForm,
    InsuranceForm,
    ProfileForm,
    business_initial,
    declaration_initial,
    insurance_initial,
    profile_initial,
)
from interregnum.files.store import content_of
from interregnum.kernel.period import local_day
from interregnum.people.availability import own_profile
from interregnum.people.declarations import declarations_of, declare, is_due
from interregnum.people.own_profile import save_profile
from interregnum.people.papers import (
    insurances_of,
    own_business,
    own_insurance,
    proof_of,
    save_business,
    save_insurance,
)
from interregnum.people.rules.papers import LARGEST_PROOF, Cover
from interregnum.people.texts import REFUSALS
from interregnum.web.downloads import attachment
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def profile(request: Request) -> HttpResponse:
    """Place, travel, rate and what one works in."""
    form = bind(request, ProfileForm, initial=profile_initial(own_profile(request.actor)))
    done = submit(
        request,
        form,
        lambda: save_profile(values=form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("manager:people-profile"),
        words=REFUSALS,
        done=_("Saved."),
    )
    return done or render(request, "profile/own.html", {"form": form}, status=status_of(form))


def papers(request: Request) -> HttpResponse:
    """The business and the right to work; the insurances beside it."""
    form = bind(request, BusinessForm, initial=business_initial(own_business(request.actor)))
    done = submit(
        request,
        form,
        lambda: save_business(values=form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("manager:people-papers"),
        words=REFUSALS,
        done=_("Saved."),
    )
    on = local_day(timezone.now())
    lines = {line.cover: line for line in insurances_of(request.actor.manager, seen_by=request.actor, on=on)}
    page = {"form": form, "covers": [(cover, lines.get(cover)) for cover in Cover]}
    return done or render(request, "profile/papers.html", page, status=status_of(form))


def insurance(request: Request, cover: str) -> HttpResponse:
    """One of the two liability insurances."""
    if cover not in set(Cover):
        raise Http404
    row = own_insurance(Cover(cover), seen_by=request.actor)
    form = bind(request, InsuranceForm, initial=insurance_initial(row))
    done = submit(
        request,
        form,
        lambda: _insured(request, form, Cover(cover)),
        then=lambda _none: reverse("manager:people-papers"),
        words=REFUSALS,
        done=_("Saved."),
    )
    page = {"form": form, "cover": Cover(cover), "insurance": row}
    return done or render(request, "profile/insurance.html", page, status=status_of(form))


def _insured(request: Request, form: InsuranceForm, cover: Cover) -> object:
    file = form.cleaned_data["proof"]
    return save_insurance(
        cover=cover,
        values=form.value(),
        # One byte more than may be kept tells that a file is too large without reading all of it.
        proof=file.read(LARGEST_PROOF + 1) if file else None,
        name=file.name or "" if file else "",
        by=request.actor,
        at=timezone.now(),
    )


def proof(request: Request, code: str) -> HttpResponse:
    """The file that shows what is insured, to be saved."""
    return attachment(content_of(proof_of(code, seen_by=request.actor)), "insurance")


def declaration(request: Request) -> HttpResponse:
    """Declaring interests and plans anew; what was declared before stays as it was."""
    known = declarations_of(request.actor.manager, seen_by=request.actor)
    newest = known[0] if known else None
    form = bind(request, DeclarationForm, initial=declaration_initial(own_profile(request.actor), newest))
    done = submit(
        request,
        form,
        lambda: declare(values=form.value(), by=request.actor, at=timezone.now()),
        then=lambda _code: reverse("manager:people-declaration"),
        words=REFUSALS,
        done=_("Declared. We ask you again in a year."),
    )
    is_old = is_due(newest.made_at if newest else None, at=timezone.now())
    page = {"form": form, "known": known, "is_due": is_old}
    return done or render(request, "profile/declaration.html", page, status=status_of(form))
