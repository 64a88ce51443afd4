"""The address of this installation: what the firm typed last, so that a new one holds in every process at once."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from interregnum.people.models import Firm


def site_of(firm: Firm | None) -> str:
    """As it was fixed where this installation was started; else what the firm typed last."""
    typed = "" if settings.SITE_IS_FIXED or firm is None else firm.site
    return str(typed or settings.SITE)


def site() -> str:
    """The same, asked anew."""
    return site_of(None if settings.SITE_IS_FIXED else Firm.objects.only("site").first())


def link_to(page: str, code: str = "") -> str:
    """The whole address of one of our own pages."""
    return f"{site()}{reverse(page, args=[code] if code else [])}"


def is_secure(address: str) -> bool:
    """Whether pages at this address are asked for over a secure line."""
    return urlsplit(address).scheme == "https"


def came_from(request: HttpRequest) -> str:
    """The network address of whoever asks; behind proxies of our own, the one that the first of them saw.

    How many proxies there are the environment says; else one, when the site is https.
    """
    proxies = settings.PROXIES
    if proxies is None:
        proxies = int(is_secure(site_of(getattr(request, "firm", None))))
    forwarded = [one.strip() for one in request.headers.get("X-Forwarded-For", "").split(",") if one.strip()]
    said = forwarded[-proxies] if 0 < proxies <= len(forwarded) else ""
    return said if _is_address(said) else str(request.META.get("REMOTE_ADDR", ""))


def _is_address(said: str) -> bool:
    try:
        return bool(ip_address(said))
    except ValueError:
        return False
