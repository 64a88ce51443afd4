"""The mail server that EMAIL_URL names, or a sentence of what is wrong with it before anything starts."""

import ipaddress
from contextlib import suppress
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

from interregnum.people.rules.cells import CellError, host

SMTP = "django.core.mail.backends.smtp.EmailBackend"
SECONDS = 20
# Nothing of what was written is said again: its password might be.
WRONG = (
    "EMAIL_URL names no mail server that there can be. Write smtp+tls://name:password@mail.example:587, with %40 for "
    "@, %3A for :, %2F for / and %23 for # in name and password. Without EMAIL_URL mail is kept in the folder mail."
)


def mailer_of(url: str) -> dict[str, Any]:
    """A mailer as the settings name one. Raises ImproperlyConfigured."""
    try:
        found = environ.Env.email_url_config(url)
        port = found["EMAIL_PORT"]
    except (ImproperlyConfigured, ValueError, KeyError):
        raise ImproperlyConfigured(WRONG) from None
    if found["EMAIL_BACKEND"] != SMTP or port == 0 or not _is_machine(found["EMAIL_HOST"] or ""):
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
        return bool(host(name))
    except CellError:
        return False
