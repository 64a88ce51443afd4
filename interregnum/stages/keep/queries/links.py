"""The link to the questions of an aftercare: always the same for one, and kept nowhere but as a hash."""

from base64 import urlsafe_b64encode
from datetime import date

from django.utils.crypto import salted_hmac

from interregnum.stages.keep.models import Aftercare
from interregnum.stages.keep.rules.states import CareState


def token_of(code: str, contact: str = "") -> str:
    """Another one as soon as it goes to a contact of the client in stead of its accounts: the old link is over."""
    digest = salted_hmac("aftercare", f"{code} {contact}".strip(), algorithm="sha256").digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode()


def hash_of(token: str) -> str:
    return salted_hmac("aftercare link", token[:100], algorithm="sha256").hexdigest()


def care_of_link(token: str, *, on: date) -> Aftercare | None:
    """None for a link that is not one, or that is over."""
    rows = Aftercare.objects.filter(token_hash=hash_of(token), open_until__gte=on).exclude(state=CareState.PLANNED)
    return rows.select_related("assignment__organisation", "assignment__manager").first()
