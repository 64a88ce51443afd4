"""The public cases, an address for each language; one that was withdrawn is gone, and says so to search engines."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import urlencode

from interregnum.kernel.period import local_day
from interregnum.people.site import site
from interregnum.stages.learn.case_forms import CasesFilter
from interregnum.stages.learn.queries.case_public import public_case, public_cases, was_public
from interregnum.stages.learn.queries.cases import LANGUAGES
from interregnum.web.middleware import in_its_language
from interregnum.web.requests import Request

GONE = 410
# Kept nowhere without asking first: what is withdrawn must be gone at once.
FRESH = {"Cache-Control": "no-cache"}


def to_cases(request: Request) -> HttpResponse:
    """The list in the language of the reader."""
    return redirect(f"front:learn-cases-{translation.get_language()}")


@in_its_language
def cases(request: Request, language: str) -> HttpResponse:
    form = CasesFilter(request.GET, label_suffix="")
    asked = form.asked()
    words, number = asked.pop("q", ""), request.GET.get("page", "1")
    page = public_cases(asked, language=language, words=words, number=number, on=local_day(timezone.now()))
    query = urlencode(asked | ({"q": words} if words else {}))
    context = {"page": page, "form": form, "query": query, "language": language}
    context |= _addresses("front:learn-cases-", (), language)
    return _with(render(request, "learn/public_cases.html", context), FRESH)


@in_its_language
def case(request: Request, language: str, code: str) -> HttpResponse:
    page = public_case(code, language=language, on=local_day(timezone.now()))
    if page is None:
        return _gone(request, language, code)
    context = {"page": page, "language": language} | _addresses("front:learn-case-", (code,), language)
    return _with(render(request, "learn/public_case.html", context), FRESH)


def _gone(request: Request, language: str, code: str) -> HttpResponse:
    if not was_public(code):
        raise Http404
    headers = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}
    context = {"list_url": reverse(f"front:learn-cases-{language}")}
    return _with(render(request, "learn/public_gone.html", context, status=GONE), headers)


def _addresses(name: str, args: tuple[str, ...], language: str) -> dict[str, object]:
    own = site()
    alternates = {one: own + reverse(f"{name}{one}", args=args) for one in LANGUAGES}
    return {"alternates": alternates, "canonical": alternates[language]}


def _with(response: HttpResponse, headers: dict[str, str]) -> HttpResponse:
    for name, said in headers.items():
        response.headers[name] = said
    return response
