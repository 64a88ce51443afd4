"""The bureau's list of requests: found, taken out, ended, opened again, given away; and what was held as spam."""

import csv
from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.kernel.refused import Refused
from interregnum.people.permissions import BY_ADDRESS
from interregnum.people.rules.cells import guard
from interregnum.stages.ask import queries, texts
from interregnum.stages.ask.actions.handle_request import (
    end_request,
    give_to,
    release_request,
    reopen_request,
    throw_away,
)
from interregnum.stages.ask.forms import HandleForm, HeldForm
from interregnum.stages.ask.rules.states import RequestState
from interregnum.stages.ask.tables import BureauRequests, HeldRequests
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def requests(request: Request) -> HttpResponse:
    may_export = BY_ADDRESS["bureau:ask-export"].allows(request.actor.role, "GET")
    export_url = reverse("bureau:ask-export") if may_export else ""
    table = BureauRequests(request, queries.requests_table(seen_by=request.actor), export_url=export_url)
    return table.answer("ask/bureau/requests.html", held=queries.held_waiting(seen_by=request.actor).count())


class _Echo:
    """A file that hands back each line as it is written, so that a long list never stands in memory."""

    def write(self, line: str) -> str:
        return line


def _lines(table: BureauRequests) -> Iterator[str]:
    # The mark in front tells Excel that the file is UTF-8.
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow([guard(str(cell)) for cell in table.head])
    for row in table.narrowed().iterator(chunk_size=500):
        yield writer.writerow([guard(str(cell)) for cell in table.line(row)])


def export(request: Request) -> StreamingHttpResponse:
    """The list as it is searched, filtered and sorted, safe to open in a spreadsheet."""
    table = BureauRequests(request, queries.requests_table(seen_by=request.actor))
    headers = {"Content-Disposition": 'attachment; filename="requests.csv"', "X-Content-Type-Options": "nosniff"}
    return StreamingHttpResponse(_lines(table), content_type="text/csv; charset=utf-8", headers=headers)


def handle(request: Request, code: str) -> HttpResponse:
    page = queries.request_head(code, seen_by=request.actor)
    form = bind(request, HandleForm, initial={"owner": page.owner_code})
    # After it was given away it may be somebody else's to see.
    done = submit(
        request,
        form,
        lambda: _handled(request, code, form),
        then=lambda _none: reverse("bureau:ask-requests"),
        words=texts.REFUSALS,
        done=_("Done."),
    )
    return done or render(request, "ask/bureau/handle.html", {"page": page, "form": form}, status=status_of(form))


def _handled(request: Request, code: str, form: HandleForm) -> Refused | None:
    who: dict[str, Any] = {"request": code, "by": request.actor, "at": timezone.now()}
    said = form.cleaned_data
    match said["do"]:
        case "reopen":
            return reopen_request(**who)
        case "give":
            return give_to(**who, owner=said["owner"])
    return end_request(**who, state=RequestState(said["do"]), reason=said["reason"].strip())


def held(request: Request) -> HttpResponse:
    """What looks like spam: a person releases it or throws it away, and may take either back."""
    form = bind(request, HeldForm)
    done = submit(request, form, lambda: _judged(request, form), then=lambda _none: request.path, words=texts.REFUSALS)
    table = HeldRequests(request, queries.held_requests(seen_by=request.actor))
    return done or table.answer("ask/bureau/held.html", form=form)


def _judged(request: Request, form: HeldForm) -> Refused | None:
    act = release_request if form.cleaned_data["do"] == "release" else throw_away
    return act(request=form.cleaned_data["request"], by=request.actor, at=timezone.now())
