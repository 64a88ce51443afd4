"""The states of a mail on the record."""

from enum import StrEnum


class MailState(StrEnum):
    """RESTING: until quiet hours are over. GATHERED: until the day's news, and DIGESTED: named in it. BOUNCED: the
    address takes no mail. UNWANTED: its reader does not want this kind, or has no account any more for the
    day's news. WITHDRAWN: its reader died before it left."""

    RESTING = "resting"
    GATHERED = "gathered"
    DIGESTED = "digested"
    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    BOUNCED = "bounced"
    UNWANTED = "unwanted"
    WITHDRAWN = "withdrawn"


# Nothing more will happen to these by itself, and the text is no longer needed.
OVER = (MailState.SENT, MailState.DIGESTED, MailState.UNWANTED, MailState.WITHDRAWN, MailState.BOUNCED)
