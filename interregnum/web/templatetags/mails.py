"""The mails about an object, on its page."""

from typing import Any

from django import template

from interregnum.kernel.actor import READERS
from interregnum.web import mail_log

register = template.Library()


@register.inclusion_tag("web/pieces/mail_log.html", takes_context=True)
def mails_about(context: dict[str, Any], *codes: str) -> dict[str, Any]:
    """`{% mails_about page.code %}`: to whom went what, when, and what became of it. Shown inside the firm alone."""
    actor = context["request"].actor
    return {"mails": mail_log.mail_log(*codes, seen_by=actor) if actor.role in READERS else None}
