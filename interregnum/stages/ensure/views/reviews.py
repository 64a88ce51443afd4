"""Three-party reviews: pages of the three and of the bureau."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interregnum.stages.ensure import texts
from interregnum.stages.ensure.actions import hold_review, move_review, prepare_review, sign_review
from interregnum.stages.ensure.queries.review_desks import reviews_table
from interregnum.stages.ensure.queries.reviews import ReviewPage, own_preparation, review_page, reviews_page
from interregnum.stages.ensure.review_forms import (
    ActionForm,
    CorrectForm,
    DoneForm,
    MinutesForm,
    MoveForm,
    PreparationForm,
    SignForm,
    SkipForm,
    StartForm,
)
from interregnum.stages.ensure.review_table import BureauReviews
from interregnum.stages.ensure.rules.reviews import ReviewState
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.navigation import DESK
from interregnum.web.requests import Request


@dataclass(frozen=True)
class Act:
    """One button: its form, what it does, and what is said then. `leads`: the shadow manager's alone."""

    form: type[Any]
    act: Callable[..., Any]
    done: Promise
    leads: bool = False


ACTS: dict[str, Act] = {
    "sign": Act(SignForm, sign_review.sign_review, gettext_lazy("Signed.")),
    "correct": Act(
        CorrectForm, sign_review.correct_review, gettext_lazy("The minutes are open again; the shadow manager knows.")
    ),
    "done": Act(DoneForm, hold_review.finish_action, gettext_lazy("Done, and off your list.")),
    "start": Act(
        StartForm,
        hold_review.start_review,
        gettext_lazy("It has begun. What each prepared is open to all three now."),
        leads=True,
    ),
    "skip": Act(SkipForm, move_review.skip_review, gettext_lazy("Noted that it did not take place."), leads=True),
}


def table(request: Request) -> HttpResponse:
    at = timezone.now()
    return BureauReviews(request, reviews_table(seen_by=request.actor, at=at), at=at).answer(
        "ensure/bureau/reviews.html"
    )


def of_assignment(request: Request, code: str) -> HttpResponse:
    page = reviews_page(code, seen_by=request.actor, at=timezone.now())
    return render(request, "ensure/reviews.html", {"page": page, "desk": DESK[request.actor.role]})


def review(request: Request, code: str) -> HttpResponse:
    page = review_page(code, seen_by=request.actor, at=timezone.now())
    name = _sent(request, page)
    forms = {key: _form(request, page, key, is_sent=key == name) for key in ACTS}
    form = forms.get(name)
    done = _send(request, code, name, form) if form is not None else None
    context = {"page": page, "desk": DESK[request.actor.role], "forms": forms, "form": form}
    return done or render(request, "ensure/review.html", context, status=status_of(form) if form else 200)


def _sent(request: Request, page: ReviewPage) -> str:
    """Which button was pressed: what names none, or none of theirs, is read as signing, and says what is missing."""
    if request.method != "POST":
        return ""
    name = request.POST.get("do", "")
    return name if name in ACTS and (page.leads or not ACTS[name].leads) else "sign"


def _form(request: Request, page: ReviewPage, name: str, *, is_sent: bool) -> Form:
    kind, options = ACTS[name].form, {"initial": {"version": page.version}}
    made: Form = bind(request, kind, **options) if is_sent else kind(auto_id=f"{name}_%s", **options)
    return made


def _send(request: Request, code: str, name: str, form: Any) -> HttpResponse | None:
    act = ACTS[name]
    return submit(
        request,
        form,
        lambda: act.act(review=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: request.path,
        words=texts.REFUSALS,
        done=str(act.done),
    )


def prepare(request: Request, code: str) -> HttpResponse:
    """Each side on its own; nobody else reads it until the review begins."""
    page = review_page(code, seen_by=request.actor, at=timezone.now())
    written, version = own_preparation(code, seen_by=request.actor)
    form = bind(request, PreparationForm, initial=written | {"version": version})
    is_ready = request.POST.get("do") != "save"
    done = submit(
        request,
        form,
        lambda: prepare_review.save_preparation(
            review=code, **form.value(), is_ready=is_ready, by=request.actor, at=timezone.now()
        ),
        then=lambda _none: _page(request, code),
        words=texts.REFUSALS,
        done=_("You are ready. Nobody else reads it until the review begins.") if is_ready else _("Kept for later."),
    )
    return done or _shown(request, "ensure/review_prepare.html", page, form)


def move(request: Request, code: str) -> HttpResponse:
    page = review_page(code, seen_by=request.actor, at=timezone.now())
    form = bind(request, MoveForm, initial=MoveForm.initial_of(page))
    done = submit(
        request,
        form,
        lambda: move_review.move_review(review=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: _page(request, code),
        words=texts.REFUSALS,
        done=_("Moved. All three get it in their calendar."),
    )
    return done or _shown(request, "ensure/review_move.html", page, form)


def minutes(request: Request, code: str) -> HttpResponse:
    """The shadow manager writes along, keeps it as often as wanted, and lays it before the three."""
    page = review_page(code, seen_by=request.actor, at=timezone.now())
    if request.method == "GET" and page.state != ReviewState.OPEN:
        return redirect(_page(request, code))
    form = bind(request, MinutesForm, initial=MinutesForm.initial_of(page))
    is_last = request.POST.get("do") != "save"
    act = hold_review.conclude_review if is_last else hold_review.write_minutes
    done = submit(
        request,
        form,
        lambda: act(review=code, minutes=form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: _page(request, code) if is_last else request.path,
        words=texts.REFUSALS,
        done=_("The record is with the three, to sign.") if is_last else _("Kept."),
    )
    return done or _shown(request, "ensure/review_minutes.html", page, form)


def agree(request: Request, code: str) -> HttpResponse:
    """An action with whoever does it and a day; or one is taken out again."""
    page = review_page(code, seen_by=request.actor, at=timezone.now())
    is_drop = request.POST.get("do") == "drop"
    form: Any = bind(request, DoneForm if is_drop else ActionForm)
    act: Callable[..., Any] = hold_review.drop_action if is_drop else hold_review.agree_action
    done = submit(
        request,
        form,
        lambda: act(review=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _code: reverse("shadow:ensure-review-minutes", args=[code]),
        words=texts.REFUSALS,
        done=_("Taken out again.") if is_drop else _("Agreed."),
    )
    return done or _shown(request, "ensure/review_action.html", page, form)


def _page(request: Request, code: str) -> str:
    return reverse(f"{DESK[request.actor.role]}:ensure-review", args=[code])


def _shown(request: Request, template: str, page: ReviewPage, form: Form) -> HttpResponse:
    context = {"page": page, "form": form, "desk": DESK[request.actor.role], "back": _page(request, page.code)}
    return render(request, template, context, status=status_of(form))
