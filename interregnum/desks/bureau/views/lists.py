"""The lists that a partner extends: they are read anew each time, so a change holds at once in every process."""

from dataclasses import fields
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.desks.bureau.list_forms import EntryForm, MoveForm
from interregnum.kernel.refused import Refused
from interregnum.people.lists import (
    LISTS,
    EntryLine,
    EntryValues,
    add_entry,
    change_entry,
    entry_lines,
    mark_of,
    move_entry,
    switch_entry,
)
from interregnum.people.texts import REFUSALS
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def lists(request: Request) -> HttpResponse:
    """Both lists; a button moves an entry or switches it off or on."""
    form = bind(request, MoveForm)
    done = submit(request, form, lambda: _moved(request, form), then=lambda _none: request.path, words=REFUSALS)
    page = {name: entry_lines(name) for name in LISTS}
    return done or render(request, "bureau/lists.html", {"page": page, "form": form}, status=status_of(form))


def _moved(request: Request, form: MoveForm) -> Refused | None:
    said = form.cleaned_data
    which: dict[str, Any] = {"name": said["list"], "code": said["code"], "by": request.actor, "at": timezone.now()}
    if said["do"] in {"up", "down"}:
        return move_entry(**which, up=said["do"] == "up")
    return switch_entry(**which, on=said["do"] == "on")


def entry(request: Request, name: str, code: str) -> HttpResponse:
    """One entry; the code "new" stands for one that is to be added."""
    lines = {line.code: line for line in entry_lines(name)} if name in LISTS else {}
    if code != "new" and code not in lines:
        raise Http404
    form = bind(request, EntryForm, initial=_begun(lines[code]) if code in lines else {})
    done = submit(
        request,
        form,
        lambda: _saved(request, form, name, code),
        then=lambda _done: reverse("bureau:lists"),
        words=REFUSALS,
        done=_("Saved. It holds at once in forms, triage and matching."),
    )
    context = {"form": form, "line": lines.get(code), "list": name}
    return done or render(request, "bureau/list_entry.html", context, status=status_of(form))


def _saved(request: Request, form: EntryForm, name: str, code: str) -> object:
    which: dict[str, Any] = {"name": name, "values": form.value(), "by": request.actor, "at": timezone.now()}
    if code == "new":
        return add_entry(**which)
    saved = change_entry(**which, code=code, seen=form.cleaned_data["seen"])
    if saved == Refused.because("lists.changed"):
        now = _begun(next(line for line in entry_lines(name) if line.code == code))
        mark = now.pop("seen")
        form.put_beside(now, form.cleaned_data, mark=mark)
    return saved


def _begun(line: EntryLine) -> dict[str, str]:
    """What the form begins with: what the entry says, and the mark of it."""
    return {each.name: getattr(line, each.name) for each in fields(EntryValues)} | {"seen": mark_of(line)}
