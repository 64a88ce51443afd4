"""Writing down a call or a note, in two presses from anywhere, and finishing a next action."""

from datetime import timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.desks.bureau.note_forms import HandOnForm, NoteForm
from interregnum.desks.bureau.today import page_of
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.notes import finish_next_action, hand_on, open_action, write_note
from interregnum.people.rules.notes import NoteKind
from interregnum.people.texts import REFUSALS
from interregnum.records.finding import Hit, people_found, subject_of
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.requests import Request


def new(request: Request) -> HttpResponse:
    """The form, on a page of its own or in the dialog of the header; `?of=` is the page that somebody was on."""
    form = bind(request, NoteForm, initial=_initial(request))
    hits = _whom(request, form) if form.is_bound else ()
    done = submit(
        request,
        form,
        lambda: _write(request, form, hits),
        then=lambda _code: hits[0].url,
        words=REFUSALS,
        done=_("Written down."),
    )
    context = {"form": form, "hits": hits if len(hits) > 1 else (), "kind": str(form["kind"].value())}
    template = "bureau/note_form.html" if request.htmx else "bureau/note.html"
    return done or render(request, template, context, status=status_of(form))


def _initial(request: Request) -> dict[str, object]:
    about = subject_of(request.GET.get("of", ""), seen_by=request.actor)
    kind = NoteKind.NOTE if request.GET.get("kind") == NoteKind.NOTE else NoteKind.CALL
    tomorrow = local_day(timezone.now()) + timedelta(days=1)
    known = {"who": about.title, "subject": about.code} if about else {}
    return {"kind": kind, "next_on": tomorrow, "next_owner": request.actor.code} | known


def whom(request: Request) -> HttpResponse:
    """While somebody types a name or number: who that may be."""
    typed = request.GET.get("who", "")[:120]
    return render(request, "bureau/whom.html", {"hits": people_found(typed, seen_by=request.actor)})


def _whom(request: Request, form: NoteForm) -> tuple[Hit, ...]:
    """The one who was chosen, else all whom the words fit."""
    subject = request.POST.get("chosen") or request.POST.get("subject") or ""
    about = subject_of(subject.replace("\x00", ""), seen_by=request.actor)
    typed = request.POST.get("who", "").replace("\x00", "")[:120]
    if about and (request.POST.get("chosen") or about.title == typed):
        return (about,)
    hits = people_found(typed, seen_by=request.actor)
    called_so = tuple(hit for hit in hits if hit.title.casefold() == typed.strip().casefold())
    return called_so if len(called_so) == 1 else hits


def _write(request: Request, form: NoteForm, hits: tuple[Hit, ...]) -> str | Refused:
    if len(hits) != 1:
        return Refused.because("people.choose_whom" if hits else "people.whom_needed", "who")
    written = form.value(subject_kind=hits[0].kind, subject=hits[0].code)
    return write_note(written=written, by=request.actor, at=timezone.now())


def done(request: Request, code: str) -> HttpResponse:
    """A next action was done."""
    form = bind(request, Form)
    answer = submit(
        request,
        form,
        lambda: finish_next_action(note=code, by=request.actor, at=timezone.now()),
        then=lambda _none: _safe(request.POST.get("next", "")),
        words=REFUSALS,
        done=_("Done."),
    )
    return answer or render(request, "bureau/note_done.html", {"form": form}, status=status_of(form))


def hand_on_next(request: Request, code: str) -> HttpResponse:
    """A next action goes to a colleague, or to another day."""
    row = open_action(code)
    if row is None:
        raise Http404
    owner = row.next_owner.code if row.next_owner else ""
    form = bind(request, HandOnForm, initial={"next_owner": owner, "next_on": row.next_on})
    answer = submit(
        request,
        form,
        lambda: hand_on(note=code, by=request.actor, at=timezone.now(), **form.value()),
        then=lambda _row: page_of(row),
        words=REFUSALS,
        done=_("Saved."),
    )
    context = {"form": form, "note": row, "url": page_of(row)}
    return answer or render(request, "bureau/note_hand_on.html", context, status=status_of(form))


def _safe(path: str) -> str:
    return path if path.startswith("/bureau/") else reverse("bureau:home")
