"""The address that the firm typed holds with the next page of every process: host, https, cookies, forms, HSTS."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import DatabaseError
from django.http import HttpResponse, HttpResponseRedirect
from django.middleware.csrf import CsrfViewMiddleware

from interregnum.people.models import Firm
from interregnum.people.queries import present_firm
from interregnum.people.site import is_secure, site_of
from interregnum.web.requests import Request

# Whoever sits at the machine itself gets in without https: the way back for a firm that typed a wrong address.
MACHINE = {"127.0.0.1", "localhost", "::1"}


def https(get_response: Callable[[Request], HttpResponse]) -> Callable[[Request], HttpResponse]:
    """Reads the firm for this page, and keeps to what the address of its site asks for."""

    def middleware(request: Request) -> HttpResponse:
        request.firm = _firm()
        site = site_of(request.firm)
        _answer_to(site)
        if not is_secure(site):
            return get_response(request)
        if request.META.get("HTTP_X_FORWARDED_PROTO") == "https":
            request.META["wsgi.url_scheme"] = "https"
        is_plain = not request.is_secure()
        if is_plain and _is_at_the_machine(request):
            return get_response(request)
        if is_plain and settings.REDIRECTS_TO_HTTPS:
            return HttpResponseRedirect(f"{site}{request.get_full_path()}", preserve_request=True)
        return _kept_secure(get_response(request), is_plain=is_plain)

    return middleware


class Forms(CsrfViewMiddleware):
    """Django's own, to which a form of the site is one of ours also where a proxy calls us by another name."""

    def _origin_verified(self, request: Request) -> bool:
        return request.META["HTTP_ORIGIN"] == _secure_site(request) or bool(super()._origin_verified(request))  # type: ignore[misc]

    def _check_referer(self, request: Request) -> None:
        parts = urlsplit(request.META.get("HTTP_REFERER", ""))
        if f"{parts.scheme}://{parts.netloc}" != _secure_site(request):
            super()._check_referer(request)  # type: ignore[misc]


def _secure_site(request: Request) -> str:
    """The address of the site when it is https, else "": only the line says then who asks."""
    site = site_of(request.firm)
    return site if is_secure(site) else ""


def _kept_secure(response: HttpResponse, *, is_plain: bool) -> HttpResponse:
    for cookie in response.cookies.values():
        cookie["secure"] = True
    if settings.HSTS_SECONDS and not is_plain:
        response.headers["Strict-Transport-Security"] = f"max-age={settings.HSTS_SECONDS}"
    return response


def _answer_to(site: str) -> None:
    """Hosts that this process knew stay known until it ends: a wrong address shuts nobody out."""
    host = urlsplit(site).hostname
    if host and not settings.HOSTS_ARE_FIXED and host not in settings.ALLOWED_HOSTS:
        settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, host]


def _is_at_the_machine(request: Request) -> bool:
    try:
        return urlsplit(f"//{request.get_host()}").hostname in MACHINE
    except DisallowedHost:
        return False


def _firm() -> Firm | None:
    """Asked once for a page; a database that does not answer is told of by whoever asks it next."""
    try:
        return present_firm()
    except DatabaseError:
        return None
