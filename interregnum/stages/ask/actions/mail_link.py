"""The link by mail with which somebody goes on with the intake later; only the hash of its token is kept."""

from datetime import datetime, timedelta

from interregnum.journal.record import action
from interregnum.kernel.period import local_day
from interregnum.outside.chance import new_token
from interregnum.parameters.values import value
from interregnum.people.accounts import hash_of
from interregnum.people.post import write_to
from interregnum.people.site import link_to
from interregnum.stages.ask.models import IntakeLink, Request


def mail_link(request: Request, *, at: datetime) -> None:
    """Write to whoever asked; an earlier link of the same request stops working."""
    token, days = new_token(), value("ask.link_days", on=local_day(at))
    request.links.all().delete()
    IntakeLink.objects.create(
        request=request, token_hash=hash_of(token), sent_at=at, expires_at=at + timedelta(days=days)
    )
    _write(request, link_to("front:ask-intake", token), is_secret=True, days=days)


def mail_receipt(request: Request) -> None:
    """Write to who asked from an own account, where the request stands."""
    _write(request, link_to("client:ask-intake", request.code))


def _write(request: Request, link: str, *, is_secret: bool = False, days: int | None = None) -> None:
    write_to(
        email=request.contact_email,
        language=request.language,
        template="mail/ask_received.txt",
        about=request.code,
        is_secret=is_secret,
        name=request.contact_name,
        call_by=request.call_by,
        link=link,
        days=days,
    )


@action
def renew_link(*, token: str, at: datetime) -> bool:
    """Mail a new link in the place of one that has run out, to the address that had it; False for an unknown one."""
    row = IntakeLink.objects.select_related("request").filter(token_hash=hash_of(token)).first()
    if row is None:
        return False
    if row.expires_at <= at:
        mail_link(row.request, at=at)
    return True
