"""Reading a CV: upload, what was read beside the document, and what of it is taken over into a profile."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.desks.profile.cv_forms import AcceptForm, BureauCvUploadForm, CvUploadForm
from interregnum.files.store import content_of
from interregnum.kernel.actor import Role
from interregnum.kernel.refused import Refused
from interregnum.outside.cvs.parse import LARGEST_BYTES
from interregnum.people.cv_texts import CV_REFUSALS, remark_words
from interregnum.people.cvs import accept_cv, cv_of, discard_cv, keep_cv, known_as, opened
from interregnum.people.models import CvFile
from interregnum.people.rules.consent import NOBODY_ASKED
from interregnum.people.rules.cv.values import Remark
from interregnum.people.texts import REFUSALS
from interregnum.web.downloads import attachment
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.requests import Request

WORDS = {**REFUSALS, **CV_REFUSALS}


def _desk(request: Request) -> str:
    return "manager" if request.actor.role is Role.MANAGER else "bureau"


def upload(request: Request) -> HttpResponse:
    form = bind(request, CvUploadForm if _desk(request) == "manager" else BureauCvUploadForm)
    then: Callable[[object], str] = lambda code: reverse(f"{_desk(request)}:people-cv", args=[code])  # noqa: E731
    done = submit(request, form, _kept(request, form), then=then, words=WORDS)
    back = reverse("manager:people-file" if _desk(request) == "manager" else "bureau:people-roster")
    return done or render(request, "profile/cv_upload.html", {"form": form, "back_url": back}, status=status_of(form))


def _kept(request: Request, form: CvUploadForm) -> Callable[[], str | Refused]:
    """Reads the file before the database is asked to wait for anything."""
    if request.method != "POST" or not form.is_valid():
        return lambda: ""
    file = form.cleaned_data["file"]
    # One byte more than may be read tells that a file is too large without reading all of it.
    content = file.read(LARGEST_BYTES + 1)
    found, own = opened(content), request.actor.manager if _desk(request) == "manager" else ""
    consent = form.noted() if isinstance(form, BureauCvUploadForm) else NOBODY_ASKED
    said: dict[str, Any] = {"name": file.name or "", "manager": own, "consent": consent}
    return lambda: keep_cv(**said, content=content, found=found, by=request.actor, at=timezone.now())


def one(request: Request, code: str) -> HttpResponse:
    """What was read beside the text that it was read from."""
    row = cv_of(code, seen_by=request.actor)
    if request.method == "POST" and request.POST.get("do") == "discard":
        return _discarded(request, row)
    form = bind(request, AcceptForm, read=row.read, whose=_whose(request, row))
    done = submit(
        request,
        form,
        lambda: _accept(request, row, form),
        then=lambda manager: _profile(request, manager),
        words=WORDS,
        done=_("Taken over into the profile."),
    )
    return done or render(request, "profile/cv.html", _page(request, row, form), status=status_of(form))


def _whose(request: Request, row: CvFile) -> list[tuple[str, str]]:
    """The managers it may be of, for the bureau; a manager reads only their own."""
    if _desk(request) == "manager":
        return []
    if row.manager:
        return [(row.manager.code, row.manager.name)]
    known = known_as(row.read)
    return [*((one.code, f"{one.name}, {one.place}") for one in known), ("", str(_("Somebody new on the roster")))]


def _accept(request: Request, row: CvFile, form: AcceptForm) -> str | Refused:
    manager = request.actor.manager if form.is_own else form.cleaned_data["manager"]
    return accept_cv(code=row.code, manager=manager, accepted=form.value(), by=request.actor, at=timezone.now())


def _profile(request: Request, manager: object) -> str:
    return (
        reverse("manager:people-file")
        if _desk(request) == "manager"
        else reverse("bureau:people-manager", args=[manager])
    )


def _page(request: Request, row: CvFile, form: AcceptForm) -> dict[str, Any]:
    return {
        "form": form,
        "cv": row,
        "remarks": [remark_words(Remark(one["code"], one["facts"])) for one in row.remarks],
        "file_url": reverse(f"{_desk(request)}:people-cv-file", args=[row.code]) if row.file else "",
        "back_url": reverse(f"{_desk(request)}:people-cv-new"),
        "discard": Form(),
    }


def _discarded(request: Request, row: CvFile) -> HttpResponseRedirect:
    refused = discard_cv(code=row.code)
    if refused is None:
        messages.success(request, _("Thrown away."))
    return redirect(f"{_desk(request)}:people-cv-new")


def file(request: Request, code: str) -> HttpResponse:
    """The document itself, to be saved and never shown by the browser as a page of ours."""
    row = cv_of(code, seen_by=request.actor)
    return attachment(content_of(row.file) if row.file else b"", "cv")
