"""The page behind a link of a pulse: on a phone, without account, cookie or trace."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.csrf import csrf_exempt

from interregnum.kernel.refused import Refused
from interregnum.stages.pulse import texts
from interregnum.stages.pulse.actions.answer import answer_pulse
from interregnum.stages.pulse.forms import AnswerForm
from interregnum.stages.pulse.queries.answering import AnswerPage, answer_page
from interregnum.stages.pulse.rules.states import Link
from interregnum.web.forms import status_of
from interregnum.web.requests import Request

GONE = 410


def _private(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """In the language that the link asks for; kept by no cache, named to no other page, found by no search engine."""

    @wraps(view)
    def inner(request: Request, **named: str) -> HttpResponse:
        asked = request.GET.get("in", "")
        spoken = asked if asked in dict(settings.LANGUAGES) else translation.get_language() or ""
        with translation.override(spoken):
            request.LANGUAGE_CODE = spoken
            response = view(request, **named)
        response.headers["Content-Language"] = spoken
        response.headers["Cache-Control"] = "no-store"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return inner


# The secret in the address is the only right that counts here, and no cookie is read: nobody else's page can send this.
@csrf_exempt
@_private
def answer(request: Request, token: str) -> HttpResponse:
    at = timezone.now()
    page = answer_page(token, at=at)
    if page.link is not Link.OPEN:
        return _over(request, page.link)
    try:
        typed = request.POST if request.method == "POST" else None
    except RequestDataTooBig:
        return _told(request, texts.TOO_MUCH, status=413)
    form = AnswerForm(typed, questions=page.questions, asks_words=page.asks_words)
    if form.is_valid():
        result = answer_pulse(token=token, answer=form.value(), at=at)
        if not isinstance(result, Refused):
            return HttpResponseRedirect(f"{reverse('front:pulse-thanks')}?in={request.LANGUAGE_CODE}")
        if (again := answer_page(token, at=at)).link is not Link.OPEN:
            return _over(request, again.link)
        form.refuse(result, texts.REFUSALS)
    return _page(request, page, form)


def _page(request: Request, page: AnswerPage, form: AnswerForm) -> HttpResponse:
    return render(request, "pulse/front/answer.html", {"page": page, "form": form}, status=status_of(form))


def _over(request: Request, link: Link) -> HttpResponse:
    return _told(request, texts.LINKS[link], status=GONE)


def _told(request: Request, said: tuple[object, object], *, status: int) -> HttpResponse:
    heading, words = said
    return render(request, "pulse/front/over.html", {"heading": heading, "words": words}, status=status)


@_private
def thanks(request: Request) -> HttpResponse:
    return render(request, "pulse/front/thanks.html", {})
