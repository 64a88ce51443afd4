"""The language of a page, addresses without a NUL, how long the server took, sessions that stop nobody from reading."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from http import HTTPStatus

from django.conf import settings
from django.contrib.sessions.exceptions import SessionInterrupted
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpResponse
from django.utils import translation

from interregnum.parameters.values import parameters_read_once
from interregnum.web.kept import note_account
from interregnum.web.requests import Request
from interregnum.web.trouble import reason_of

READING = ("GET", "HEAD")
NUL = "%00"


class Sessions(SessionMiddleware):
    """Django's own takes every session that cannot be saved for one that was ended elsewhere."""

    def process_response(self, request: Request, response: HttpResponse) -> HttpResponse:  # type: ignore[override]
        try:
            return super().process_response(request, response)
        except SessionInterrupted as error:
            trouble = reason_of(error)
            if trouble is None:
                raise
            # The note of when somebody was last seen can wait until the disk has room again.
            if request.method in READING:
                return response
            raise trouble from None


def without_nul(get_response: Callable[[Request], HttpResponse]) -> Callable[[Request], HttpResponse]:
    """Nobody means a NUL and no database takes one: it goes out of what stands behind the question mark."""

    def middleware(request: Request) -> HttpResponse:
        # Taking some out can bring others together.
        while NUL in request.META.get("QUERY_STRING", ""):
            request.META["QUERY_STRING"] = request.META["QUERY_STRING"].replace(NUL, "")
        return get_response(request)

    return middleware


def language(get_response: Callable[[Request], HttpResponse]) -> Callable[[Request], HttpResponse]:
    """The language that the reader chose; else the browser's; Dutch when neither is one of ours."""

    def middleware(request: Request) -> HttpResponse:
        spoken = request.firm.languages if request.firm else [code for code, _name in settings.LANGUAGES]
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) or translation.get_language_from_request(request)
        code = chosen if chosen in spoken else _of_browser(request, spoken)
        with translation.override(code):
            request.LANGUAGE_CODE = translation.get_language()
            response = get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language())
        return response

    return middleware


def parameters(get_response: Callable[[Request], HttpResponse]) -> Callable[[Request], HttpResponse]:
    """A page asks for the dated parameters once, however many of them it needs."""

    def middleware(request: Request) -> HttpResponse:
        with parameters_read_once():
            return get_response(request)

    return middleware


@contextmanager
def in_language_of(request: Request, code: str) -> Iterator[None]:
    """The language that whoever follows a link is known to read, unless they chose another one on these pages."""
    is_chosen = settings.LANGUAGE_COOKIE_NAME in request.COOKIES or not code
    with translation.override(request.LANGUAGE_CODE if is_chosen else code):
        request.LANGUAGE_CODE = translation.get_language()
        yield


def in_its_language(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For public pages that speak the language of their address, whatever the reader chose elsewhere."""

    @wraps(view)
    def speaking(request: Request, language: str, **more: str) -> HttpResponse:
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = view(request, language, **more)
        response.headers["Content-Language"] = language
        return response

    return speaking


def _of_browser(request: Request, spoken: list[str]) -> str:
    code = translation.get_language_from_request(request)
    return code if code in spoken else spoken[0]


class Timing:
    """Says in the Server-Timing header how many milliseconds a page took, and keeps private pages out of caches."""

    def __init__(self, get_response: Callable[[Request], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        started = time.perf_counter()
        response = self.get_response(request)
        response.headers["Server-Timing"] = f"app;dur={(time.perf_counter() - started) * 1000:.1f}"
        # After a failure nobody asks once more who this is: the database may be what failed.
        if response.status_code < HTTPStatus.INTERNAL_SERVER_ERROR:
            if request.user.is_authenticated:
                response.headers.setdefault("Cache-Control", "no-store")
            note_account(request, response)
        return response
