"""Why work in the background failed, in words."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# Why it failed, by the last part of the error's name; what else there is stands in the details.
REASONS: dict[str, Any] = {
    "WorkerDied": gettext_lazy("The worker stopped while it did this, each time that it was tried."),
    "JournalBrokenError": gettext_lazy("The journal does not hold: something in it was changed or is missing."),
    "ConnectionRefusedError": gettext_lazy("The other server refused the connection."),
    "ConnectionResetError": gettext_lazy("The other server broke off the connection."),
    "TimeoutError": gettext_lazy("The other server gave no answer within 20 seconds."),
    "gaierror": gettext_lazy("The name of the other server is not known."),
    "SMTPServerDisconnected": gettext_lazy("The mail server broke off the connection."),
    "SMTPAuthenticationError": gettext_lazy("The mail server refused the name or the password."),
    "SMTPRecipientsRefused": gettext_lazy("The mail server refused the address."),
    "SMTPSenderRefused": gettext_lazy("The mail server refused the sender."),
    "SMTPConnectError": gettext_lazy("The mail server refused the connection."),
    "AddressRefusedError": gettext_lazy("The mail server says that this address takes no mail."),
    "MessageRefusedError": gettext_lazy("The mail server does not take this message, and will not later on."),
    "RefusedForGoodError": gettext_lazy("The mail server does not take this message, and will not later on."),
    "Bounce": gettext_lazy("The mail came back: it could not be delivered to this address."),
    "SMTPDataError": gettext_lazy("The mail server refused the message."),
    "OperationalError": gettext_lazy("The database did not answer or was locked."),
}


def reason_words(kind: str, reason: str) -> object:
    """Why something failed, in one sentence; "" when nothing has failed."""
    if not kind and not reason:
        return ""
    name = kind.rsplit(".", 1)[-1] or reason.split(":", 1)[0]
    return REASONS.get(name) or _("An unexpected fault: %(reason)s") % {"reason": reason or name}
