"""The address with which links to our own pages begin: asked each time, so that a new one holds in every process."""

from django.conf import settings
from django.urls import reverse

from interregnum.people.models import Firm


def site() -> str:
    """As it was fixed where this installation was started; else what the firm typed last."""
    typed = None if settings.SITE_IS_FIXED else Firm.objects.values_list("site", flat=True).first()
    return str(typed or settings.SITE)


def link_to(page: str, code: str = "") -> str:
    """The whole address of one of our own pages."""
    return f"{site()}{reverse(page, args=[code] if code else [])}"
