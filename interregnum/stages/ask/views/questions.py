"""The public page of questions and answers, an address for each language, and what search engines read of it."""

import json
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from interregnum.kernel.period import local_day
from interregnum.people.site import came_from, link_to, site
from interregnum.stages.ask.actions.answer_visitor import days_kept, leave_question, note_asked
from interregnum.stages.ask.queries.questions import QuestionsPage, has_answer, questions_page
from interregnum.stages.ask.question_forms import LONGEST_QUESTION, AskForm, LeaveForm
from interregnum.stages.ask.question_texts import REFUSALS
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.guarded import stamp
from interregnum.web.limits import HOUR, is_too_often
from interregnum.web.middleware import in_its_language
from interregnum.web.public import public_pages
from interregnum.web.requests import Request

MOST_ASKED, MOST_READ, MOST_LEFT = 60, 120, 6
# What stands in a script must not be able to end it.
_SAFE = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def to_questions(request: Request) -> HttpResponse:
    """The page in the language of the reader."""
    return redirect(f"front:questions-{translation.get_language()}")


@in_its_language
def questions(request: Request, language: str) -> HttpResponse:
    """All questions, and the box; asking leads to the same page with the answer, an address that can be kept."""
    asked = request.GET.get("q", "").strip()[:LONGEST_QUESTION]
    form = bind(request, AskForm, initial={"q": asked})
    too_often = _is_too_often(request, asked)
    if too_often:
        form, asked = _waits(form, asked), ""
    done = submit(
        request,
        form,
        lambda: _note(form.cleaned_data["q"], language),
        then=lambda _none: f"{request.path}?{urlencode({'q': form.cleaned_data['q']})}#answer",
        words=REFUSALS,
    )
    if done:
        return done
    page = questions_page(language=language, asked=asked)
    context = {"page": page, "form": form, "leave_url": _leave_url(language, asked)}
    context |= _for_search_engines(language, page)
    return render(request, "ask/front/questions.html", context, status=429 if too_often else status_of(form))


def _waits(form: AskForm, asked: str) -> AskForm:
    """The box with its question and why it has to wait; an address that was kept is not answered anew."""
    form = form if form.is_bound else AskForm({"q": asked})
    form.add_error(None, _("Those were many questions in a short time. Wait an hour, or leave a question."))
    return form


def _is_too_often(request: Request, asked: str) -> bool:
    """Whether somebody asks without end: by the box, or by its address, which is read again after each question."""
    if request.method == "POST":
        return is_too_often("question", came_from(request), most=MOST_ASKED, seconds=HOUR)
    return bool(asked) and is_too_often("question-read", came_from(request), most=MOST_READ, seconds=HOUR)


def _note(question: str, language: str) -> None:
    if not has_answer(question):
        note_asked(question=question, language=language, at=timezone.now())


@in_its_language
def leave(request: Request, language: str) -> HttpResponse:
    """Leave a question for a person of the firm."""
    at = timezone.now()
    asked = request.GET.get("q", "")[:LONGEST_QUESTION]
    context: dict[str, Any] = {"back_url": reverse(f"front:questions-{language}"), "days": days_kept(at)}
    form = bind(request, LeaveForm, initial={"opened": stamp(at), "question": asked})
    if form.is_bound and is_too_often("leave", came_from(request), most=MOST_LEFT, seconds=HOUR):
        form.add_error(None, _("You have left several questions already. We read them all; call us when it is urgent."))
        return render(request, "ask/front/leave_question.html", context | {"form": form}, status=429)
    done = submit(
        request,
        form,
        lambda: leave_question(left=form.value(at, language), at=at),
        then=lambda _code: context["back_url"],
        words=REFUSALS,
    )
    if isinstance(done, HttpResponseRedirect):
        messages.success(request, _("Thank you. A person of our firm answers your question within one working day."))
    context["form"] = form
    return done or render(request, "ask/front/leave_question.html", context, status=status_of(form))


def _leave_url(language: str, asked: str) -> str:
    return f"{reverse(f'front:question-leave-{language}')}?{urlencode({'q': asked})}"


def _for_search_engines(language: str, page: QuestionsPage) -> dict[str, Any]:
    """Where the page stands in each language, and its questions as structured data."""
    addresses = _addresses(site())
    return {"canonical": addresses[language], "alternates": addresses, "structured": _structured(page, language)}


def _addresses(own: str) -> dict[str, str]:
    """Where the questions stand in each language."""
    return {code: own + reverse(f"front:questions-{code}") for code in dict(settings.LANGUAGES)}


def _structured(page: QuestionsPage, language: str) -> SafeString:
    entries = [
        {"@type": "Question", "name": one.question, "acceptedAnswer": {"@type": "Answer", "text": one.plain}}
        for one in page.questions
    ]
    data = {"@context": "https://schema.org", "@type": "FAQPage", "inLanguage": language, "mainEntity": entries}
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(_SAFE))


def sitemap(request: Request) -> HttpResponse:
    """The public pages for search engines."""
    own = site()
    alone = [own + reverse(name) for name in ("front:home", "front:ask-problem")]
    others = public_pages(local_day(timezone.now()))
    pages = [_addresses(own), *({code: own + path for code, path in page.items()} for page in others)]
    context = {"alone": alone, "pages": pages}
    return render(request, "ask/front/sitemap.xml", context, content_type="application/xml; charset=utf-8")


def robots(request: Request) -> HttpResponse:
    """Search engines read the public pages and nothing else."""
    allowed = ["/$", "/static/", "/sitemap.xml", reverse("front:ask-problem") + "$"]
    allowed += [reverse(f"front:questions-{code}") + "$" for code in dict(settings.LANGUAGES)]
    # Of a list of pages also what lies under it.
    allowed += [path for page in public_pages(local_day(timezone.now()))[:1] for path in page.values()]
    lines = ["User-agent: *", *(f"Allow: {path}" for path in allowed), "Disallow: /"]
    lines.append(f"Sitemap: {link_to('front:sitemap')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
