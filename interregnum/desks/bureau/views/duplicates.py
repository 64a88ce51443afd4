"""Profiles that may be one person: side by side, merged, kept apart; and undoing a merge."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.desks.bureau.duplicates_page import (
    DuplicatesTable,
    MergeForm,
    compared,
    differing,
    first_choice,
    merged_lines,
)
from interregnum.kernel.refused import Refused
from interregnum.people.duplicates import keep_apart, open_pairs, pair_of
from interregnum.people.rules.merging import PairState
from interregnum.people.texts import REFUSALS
from interregnum.records.merging import held_by, last_merges, merge_managers, merge_of, undo_merge
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.requests import Request

SHOWN = 20


def duplicates(request: Request) -> HttpResponse:
    """All pairs that nobody has decided about, and the last merges."""
    table = DuplicatesTable(request, open_pairs(seen_by=request.actor))
    return table.answer("bureau/duplicates.html", merges=merged_lines(last_merges(seen_by=request.actor)[:SHOWN]))


def duplicate(request: Request, code: str) -> HttpResponse:
    """One pair: merge it field by field, or say that these are two people."""
    pair = pair_of(code, seen_by=request.actor)
    if request.method == "GET" and pair.state is not PairState.OPEN:
        return redirect("bureau:people-duplicates")
    choice = first_choice(pair.first, pair.second, held_by(pair.first.pk, pair.second.pk))
    form = bind(request, MergeForm, differ=differing(pair.first, pair.second), initial=choice)
    done = submit(request, form, lambda: _decide(request, form, pair), then=_where_to, words=REFUSALS, done=_("Done."))
    context = {"pair": pair, "form": form} | compared(pair, form)
    return done or render(request, "bureau/duplicate.html", context, status=status_of(form))


def _decide(request: Request, form: MergeForm, pair: object) -> str | Refused | None:
    by, at = request.actor, timezone.now()
    if form.cleaned_data["do"] == "apart":
        return keep_apart(code=pair.code, by=by, at=at)  # type: ignore[attr-defined]
    sides = [pair.first.code, pair.second.code]  # type: ignore[attr-defined]
    winner, loser = sides if form.cleaned_data["stays"] == "first" else reversed(sides)
    return merge_managers(winner=winner, loser=loser, from_loser=form.from_loser(), by=by, at=at)


def _where_to(code: str | None) -> str:
    """After a merge its own page, where it can be undone; else the next pair."""
    return reverse("bureau:people-merge", args=[code]) if code else reverse("bureau:people-duplicates")


def merged(request: Request, code: str) -> HttpResponse:
    """One merge, and the way back."""
    row = merge_of(code, seen_by=request.actor)
    if row is None:
        raise Http404
    form = bind(request, Form)
    done = submit(
        request,
        form,
        lambda: undo_merge(code=code, by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("bureau:people-manager", args=[row.loser.code]),
        words=REFUSALS,
        done=_("Undone: these are two profiles again."),
    )
    return done or render(request, "bureau/merged.html", {"merge": row, "form": form}, status=status_of(form))
