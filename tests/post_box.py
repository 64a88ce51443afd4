"""What somebody finds in their mailbox."""

import re

from interregnum.jobs.models import Mail


def link_in_mail(to: str) -> str:
    """The path of the first link in the newest mail to an address."""
    text = Mail.objects.filter(to=to).latest("pk").text
    return re.search(r"https?://[^/\s]+(/\S+)", text)[1]
