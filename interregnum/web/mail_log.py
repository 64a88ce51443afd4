"""The mails about an object, as its page shows them to the bureau."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interregnum.jobs.mails import LOG_LINES, Codes, mails_about
from interregnum.jobs.states import MailState
from interregnum.kernel.actor import READERS, Actor, Role
from interregnum.people.permissions import BY_ADDRESS
from interregnum.web.pieces import Badge, Cell, Tone

MAIL_STATE = {
    MailState.WAITING: Badge(_("Waiting"), Tone.INFO),
    MailState.SENT: Badge(_("Sent"), Tone.GOOD),
    MailState.FAILED: Badge(_("Failed"), Tone.BAD),
    MailState.BOUNCED: Badge(_("Came back"), Tone.BAD),
    MailState.RESTING: Badge(_("After quiet hours"), Tone.INFO),
    MailState.GATHERED: Badge(_("For the day's news"), Tone.INFO),
    MailState.DIGESTED: Badge(_("In the day's news"), Tone.GOOD),
    MailState.UNWANTED: Badge(_("Not wanted")),
    MailState.WITHDRAWN: Badge(_("Not sent: the reader has died")),
}
MAIL_TROUBLE = frozenset({MailState.FAILED, MailState.BOUNCED})


def email_note(address: str, bounced: frozenset[str]) -> object:
    """An address, with a badge when mail to it came back."""
    return Cell(address, note=Badge(_("Mail comes back"), Tone.BAD)) if address in bounced else address


@dataclass(frozen=True)
class MailEntry:
    """One mail about an object; `url` is empty for who may not read mails."""

    subject: str
    to: str
    at: datetime
    badge: Badge
    url: str


def mail_log(*codes: str, seen_by: Actor, within: Codes | None = None, most: int = LOG_LINES) -> Sequence[MailEntry]:
    """The newest mails about these objects; nothing for anybody outside the firm.

    A page that more people may read than its mails names `within`: the codes of what this reader guards.
    """
    if seen_by.role not in READERS:
        return ()
    may_read = BY_ADDRESS["bureau:mail-one"].allows(seen_by.role, "GET")
    return [
        MailEntry(
            line.subject,
            # An auditor sees that it went, not to which address.
            "" if seen_by.role is Role.AUDITOR else line.to,
            line.at,
            MAIL_STATE[line.state],
            reverse("bureau:mail-one", args=[line.code]) if may_read else "",
        )
        for line in mails_about(*codes, within=within, most=most)
    ]
