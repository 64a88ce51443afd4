"""The mail server that EMAIL_URL names, or a sentence of what is wrong with it before anything starts."""

import ipaddress
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from interregnum.people.rules.cells import CellError, host

SMTP = "django.core.mail.backends.smtp.EmailBackend"
SECONDS = 20
# Nothing of what was written is said again: its password might be.
WRONG = (
    "EMAIL_URL names no mail server that there can be. Write smtp+tls://name:password@mail.example:587, with %40 for "
    "@, %3A for :, %2F for /, %23 for # and %3F for ? in name and password. Without EMAIL_URL the server that the firm "
    "typed is used; without either, mail is kept in the folder mail."
)


def mailer_of(url: str) -> dict[str, Any]:
    """A mailer as the settings name one. Raises ImproperlyConfigured."""
    try:
        parts, found = urlsplit(url), environ.Env.email_url_config(url)
        port = found["EMAIL_PORT"]
    except (ImproperlyConfigured, ValueError, KeyError):
        raise ImproperlyConfigured(WRONG) from None
    # Behind a sign that was not written as %23, %2F or %3F stands the rest of a password, and the server itself.
    is_cut = bool(parts.fragment or parts.query or parts.path.strip("/"))
    if found["EMAIL_BACKEND"] != SMTP or port == 0 or is_cut or not _is_machine(found["EMAIL_HOST"] or ""):
        raise ImproperlyConfigured(WRONG)
    return {
        "BACKEND": SMTP,
        "OPTIONS": {
            "host": found["EMAIL_HOST"],
            "port": port,
            "username": found["EMAIL_HOST_USER"],
            "password": found["EMAIL_HOST_PASSWORD"],
            "use_tls": found.get("EMAIL_USE_TLS", False),
            "use_ssl": found.get("EMAIL_USE_SSL", False),
            "timeout": SECONDS,
        },
    }


def _is_machine(name: str) -> bool:
    with suppress(ValueError):
        return bool(ipaddress.ip_address(name))
    try:
        # Machines of a network of one's own may have a _ in their name, and a point ends a name that is whole.
        return bool(host(name.removesuffix(".").replace("_", "x")))
    except CellError:
        return False
