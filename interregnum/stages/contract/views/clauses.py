"""The clauses that a partner writes."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.kernel.period import local_day
from interregnum.stages.contract.actions.write_clause import write_clause
from interregnum.stages.contract.forms import ClauseForm
from interregnum.stages.contract.queries.clause_pages import changed, clause_lines, clause_page, previews
from interregnum.stages.contract.texts import REFUSALS
from interregnum.stages.contract.texts.clauses import DEEDS
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def clauses(request: Request) -> HttpResponse:
    page = {"lines": clause_lines(on=local_day(timezone.now())), "deeds": DEEDS.values()}
    return render(request, "contract/bureau/clauses.html", page)


def clause(request: Request, deed: str, code: str) -> HttpResponse:
    """One clause: its words, how they would read, and what differs from the last version."""
    at = timezone.now()
    page = clause_page(deed, code, on=local_day(at), version=request.GET.get("version", ""))
    form = bind(request, ClauseForm, initial={**page.words, "valid_from": local_day(at), "seen": page.last})
    is_preview = request.POST.get("do") == "preview"
    done = None
    if not is_preview:
        done = submit(
            request,
            form,
            lambda: write_clause(deed=page.deed, clause=code, by=request.actor, at=at, **form.value()),
            then=lambda _version: reverse("bureau:contract-clause", args=[deed, code]),
            words=REFUSALS,
            done=_("Saved as a new version. What was drawn up before keeps its own words."),
        )
    typed = form.words() if form.is_bound else dict(page.words)
    seen = {"previews": previews(page.deed, code, typed, on=local_day(at)), "changed": changed(page.last_words, typed)}
    status = 200 if is_preview else status_of(form)
    return done or render(request, "contract/bureau/clause.html", {"page": page, "form": form, **seen}, status=status)
