"""The address with which links to our own pages begin: asked each time, so that a new one holds in every process."""

from django.conf import settings
from django.urls import reverse

from interregnum.people.models import Firm


def site() -> str:
    """As it was fixed where this installation was started; else what the firm typed last."""
    return site_of(None if settings.SITE_IS_FIXED else Firm.objects.only("site").first())


def site_of(firm: Firm | None) -> str:
    """The same, for whoever has read the firm."""
    return str(settings.SITE if settings.SITE_IS_FIXED or firm is None else firm.site or settings.SITE)


def link_to(page: str, code: str = "") -> str:
    """The whole address of one of our own pages."""
    return f"{site()}{reverse(page, args=[code] if code else [])}"
