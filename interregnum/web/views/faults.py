"""The page of a request that failed: what happened, in both languages, and the way on. It asks the database nothing."""

import sys

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpResponse, QueryDict
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils import translation
from django.views import defaults

from interregnum.web.kept import worth_keeping
from interregnum.web.requests import Request
from interregnum.web.trouble import Trouble, trouble_of

# Seconds after which a program that asks may ask again.
AGAIN = "10"


def failed(request: Request) -> HttpResponse:
    """Called by Django while it handles the error. What was typed stands on the page, to be sent once more."""
    trouble = trouble_of(sys.exception())
    if trouble is None:
        return defaults.server_error(request)
    language = translation.get_language() or settings.LANGUAGE_CODE
    page = {
        "languages": [language, *(code for code, _ in settings.LANGUAGES if code != language)],
        "is_full": trouble is Trouble.FULL,
        "typed": _typed(request),
        "has_files": request.method == "POST" and bool(request.FILES),
        "address": request.get_full_path(),
    }
    # Without what other pages get of the request: that would ask the database.
    text = render_to_string("web/trouble.html", {"page": page, "csrf_token": get_token(request)})
    return HttpResponse(text, status=trouble.value, headers={"Retry-After": AGAIN, "Cache-Control": "no-store"})


def _typed(request: Request) -> list[tuple[str, str]] | None:
    """The fields of a form, None when the request was none."""
    if request.method != "POST":
        return None
    try:
        fields = worth_keeping(request.POST)
    except OSError:
        # A disk that is full may stop the reading of the form itself.
        fields = QueryDict(mutable=True)
    return [(name, str(value)) for name, values in fields.lists() for value in values]


def unreadable(request: Request, exception: Exception) -> HttpResponse:
    """Called by Django for what it will not read; of what is far too much the page says what to do about it."""
    is_long = isinstance(exception, RequestDataTooBig | TooManyFieldsSent)
    text = render_to_string("400.html", {"is_long": is_long})
    return HttpResponse(text, status=413 if is_long else 400, headers={"Cache-Control": "no-store"})
