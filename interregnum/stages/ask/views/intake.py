"""The bureau's intake: on the telephone, with all questions on one page; and on to the brief."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.stages.ask import queries, texts
from interregnum.stages.ask.actions.answer_intake import Answer, answer_intake
from interregnum.stages.ask.actions.pass_intake import pass_intake
from interregnum.stages.ask.forms import PassForm
from interregnum.stages.ask.views.answering import take, with_answer
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def telephone(request: Request, code: str) -> HttpResponse:
    """All questions at once; each is saved as soon as it was typed, and says so beside it."""
    if request.method == "POST":
        return _save(request, code)
    page = queries.intake_page(code, seen_by=request.actor)
    question = page.question(request.GET.get("row", ""))
    if request.htmx and question:
        return render(request, "ask/bureau/row.html", {"question": question})
    return render(request, "ask/bureau/intake.html", {"page": page, "form": PassForm()})


def _save(request: Request, code: str) -> HttpResponse:
    at, by = timezone.now(), request.actor

    def act(answer: Answer) -> object:
        return answer_intake(request=code, answer=answer, by=by, at=at)

    page = queries.intake_page(code, seen_by=by)
    trouble = take(request, page.answerable, act, may_be_empty=True)
    if trouble is None and not request.htmx:
        messages.success(request, _("Saved."))
        return redirect(f"{request.path}#row-{request.POST['field']}")
    page = with_answer(queries.intake_page(code, seen_by=by), trouble)
    context = {"page": page, "form": PassForm(), "trouble": trouble, "is_answer": True}
    if not request.htmx:
        return render(request, "ask/bureau/intake.html", context, status=422)
    question = page.question(request.POST.get("field", ""))
    return render(request, "ask/bureau/saved.html", context | {"question": question})


def draft(request: Request, code: str) -> HttpResponse:
    """On to the brief, once nothing lacks; a partner may say why it goes on all the same."""
    page = queries.intake_page(code, seen_by=request.actor)
    form = bind(request, PassForm)
    done = submit(
        request,
        form,
        lambda: pass_intake(
            request=code, reason=form.cleaned_data["reason"].strip(), by=request.actor, at=timezone.now()
        ),
        then=lambda _none: reverse("bureau:request-next", args=[code]),
        words=texts.REFUSALS,
        done=_("The brief has been drafted."),
    )
    return done or render(request, "ask/bureau/intake.html", {"page": page, "form": form}, status=status_of(form))
