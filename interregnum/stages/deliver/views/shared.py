"""Files, notes and to-dos of an assignment: one page for all its parties, each with what it may read."""

import re
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.files.store import content_of
from interregnum.stages.deliver.actions.share import (
    add_version,
    put_back_file,
    share_file,
    share_note,
    withdraw_file,
    withdraw_note,
)
from interregnum.stages.deliver.actions.tasks import add_task, finish_task, reopen_task
from interregnum.stages.deliver.queries.shared import SharedPage, shared_page, stored_version
from interregnum.stages.deliver.rules.parties import Party
from interregnum.stages.deliver.shared_forms import FileForm, NoteForm, PressForm, TaskForm, VersionForm
from interregnum.stages.deliver.shared_texts import SHARED_REFUSALS
from interregnum.web.downloads import attachment
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.requests import Request

type Act = Callable[[Any, dict[str, Any]], Any]

# Each button beside something: its action and the name of what it is given.
PRESSES: dict[str, tuple[Callable[..., Any], str]] = {
    "withdraw": (withdraw_file, "file"),
    "put_back": (put_back_file, "file"),
    "withdraw_note": (withdraw_note, "note"),
    "done": (finish_task, "task"),
    "undo": (reopen_task, "task"),
}
FORMS = ("file", "note", "task", "version")


def shared(request: Request, code: str) -> HttpResponse:
    page = shared_page(code, seen_by=request.actor, on=timezone.localdate())
    do = request.POST.get("do", "")
    if request.method == "POST" and do not in {*PRESSES, *FORMS}:
        # Who names none of the forms meant to add a task: that form is the first.
        do = "task"
    form, act = _asked(request, page, do)
    by = {"by": request.actor, "at": timezone.now()}
    done = submit(
        request,
        form,
        lambda: act(form, by),
        then=lambda _made: reverse(f"{_desk(request)}:deliver-shared", args=[code]),
        words=SHARED_REFUSALS,
        done=_("Done.") if do in PRESSES else _("Added."),
    )
    return done or _page(request, page, form, do)


def _page(request: Request, page: SharedPage, form: Form, do: str) -> HttpResponse:
    """The form that was sent stands among the others, which are empty."""
    begun: dict[str, Form] = {
        "file": FileForm(own=page.own, auto_id="file_%s"),
        "note": NoteForm(own=page.own, auto_id="note_%s"),
        "task": TaskForm(own=page.own, auto_id="task_%s"),
        "version": VersionForm(auto_id="version_%s"),
    }
    context = {"page": page, "forms": begun | ({do: form} if do in begun else {}), "asked": form, "do": do}
    context |= {"press": PressForm(), "desk": _desk(request)}
    context["back"] = reverse(f"{_desk(request)}:deliver-assignment", args=[page.code])
    return render(request, "deliver/shared.html", context, status=status_of(form))


def _asked(request: Request, page: SharedPage, do: str) -> tuple[Any, Act]:
    """The form that was sent, and what it does."""
    ids = {"auto_id": f"{do or 'task'}_%s"}
    if do in PRESSES:
        press, name = PRESSES[do]
        return bind(request, PressForm), lambda form, by: press(**{name: form.cleaned_data["code"]}, **by)
    return _of_files(request, page, do, ids) if do in {"file", "version"} else _of_words(request, page, do, ids)


def _of_files(request: Request, page: SharedPage, do: str, ids: dict[str, Any]) -> tuple[Any, Act]:
    if do == "file":
        return bind(request, FileForm, own=page.own, **ids), lambda form, by: share_file(
            assignment=page.code, title=form.cleaned_data["title"], content=_bytes(form), readers=form.chosen(), **by
        )
    return bind(request, VersionForm, **ids), lambda form, by: add_version(
        file=form.cleaned_data["code"], content=_bytes(form), **by
    )


def _of_words(request: Request, page: SharedPage, do: str, ids: dict[str, Any]) -> tuple[Any, Act]:
    if do == "note":
        return bind(request, NoteForm, own=page.own, **ids), lambda form, by: share_note(
            assignment=page.code, text=form.cleaned_data["text"], readers=form.chosen(), **by
        )
    return bind(request, TaskForm, own=page.own, **ids), lambda form, by: add_task(
        assignment=page.code,
        what=form.cleaned_data["what"],
        whose=Party(form.cleaned_data["whose"]),
        due_on=form.cleaned_data["due_on"],
        **by,
    )


def _bytes(form: Form) -> bytes:
    return bytes(form.cleaned_data["proof"].read())


def _desk(request: Request) -> str:
    return "bureau" if request.actor.is_bureau else str(request.actor.role)


def download(request: Request, code: str) -> HttpResponse:
    """The newest version, or the one that the address names; to be saved, never shown as a page of ours."""
    typed = request.GET.get("version", "")
    if typed and not re.fullmatch("[0-9]{1,4}", typed):
        raise Http404
    stored = stored_version(code, number=int(typed) if typed else None, seen_by=request.actor)
    return attachment(content_of(stored), stored.name)
