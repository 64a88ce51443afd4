"""The link by which a successor without an account reads and answers the hand-over document; kept only as a hash."""

from base64 import urlsafe_b64encode
from datetime import datetime

from django.db.models import Q
from django.utils.crypto import salted_hmac

from interregnum.stages.handover.models import HandoverDocument
from interregnum.stages.handover.rules.states import PaperState


def token_of(document: HandoverDocument) -> str:
    """Always the same for one version and one successor: for another successor the old link is none."""
    about = f"{document.code} {document.handover.successor_email}"
    digest = salted_hmac("hand-over document", about, algorithm="sha256").digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode()


def hash_of(token: str) -> str:
    return salted_hmac("hand-over link", token[:100], algorithm="sha256").hexdigest()


def document_of_link(token: str, *, closed_after: datetime | None = None) -> HandoverDocument | None:
    """None for a link that is not one, or whose version was followed by another. It may be read a while after the
    end: when the assignment was closed after that moment."""
    rows = HandoverDocument.objects.filter(token_hash=hash_of(token), state__in=(PaperState.SENT, PaperState.ACCEPTED))
    is_open = Q(handover__closed_at=None)
    rows = rows.filter(is_open | Q(handover__closed_at__gt=closed_after) if closed_after else is_open)
    return rows.select_related("handover__assignment__organisation", "handover__assignment__manager").first()
