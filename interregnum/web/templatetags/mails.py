"""The mails about an object, on its page."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.translation import gettext as _

from interregnum.jobs.mails import bounced
from interregnum.kernel.actor import READERS
from interregnum.web import mail_log

register = template.Library()


@register.inclusion_tag("web/pieces/mail_log.html", takes_context=True)
def mails_about(context: dict[str, Any], *codes: str, within: Any = None) -> dict[str, Any]:
    """`{% mails_about page.code %}`: to whom went what, when, and what became of it. Shown inside the firm alone."""
    actor = context["request"].actor
    return {"mails": mail_log.mail_log(*codes, seen_by=actor, within=within) if actor.role in READERS else None}


@register.simple_tag
def mail_trouble(address: str) -> str:
    """`{% mail_trouble email %}`: a badge beside an address from which mail came back."""
    if address not in bounced([address]):
        return ""
    return format_html(' <span class="badge badge-bad">{}</span>', _("Mail comes back"))
