"""Somebody becomes a partner: proposed by one partner, confirmed by another as soon as there are two."""

from datetime import datetime

from django.contrib.auth.hashers import make_password

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.refused import Refused
from interregnum.people.accounts import invite
from interregnum.people.models import Account, NextPartner
from interregnum.people.partner_facts import PartnerProposed, PartnerRefused
from interregnum.people.post import write_to_bureau
from interregnum.people.rules.partners import check_second, needs_second
from interregnum.people.seats import partner_seats
from interregnum.people.site import link_to


@action
def make_partner(*, email: str, name: str, language: str, by: Actor, at: datetime) -> str:
    """Invite at once while there is one partner; else another partner is asked. Returns the account code."""
    if not needs_second(len(partner_seats())):
        return invite(email=email, name=name, role=Role.PARTNER, language=language, by=by, at=at)
    person, _ = Account.objects.get_or_create(
        email=email, defaults={"name": name, "language": language, "password": make_password(None)}
    )
    proposer = Account.objects.get(code=by.code)
    fresh = {"proposed_by": proposer, "proposed_at": at}
    _row, is_new = NextPartner.objects.get_or_create(account=person, ended_at=None, defaults=fresh)
    if is_new:
        record(PartnerProposed(account=person.code), by=by, at=at)
        link = link_to("bureau:people-person", person.code)
        about, template = (person.code,), "mail/partner_proposed.txt"
        write_to_bureau(by=by, only=Role.PARTNER, template=template, about=about, link=link)
    return str(person.code)


@action
def confirm_partner(*, account: str, by: Actor, at: datetime) -> Refused | None:
    """The second of two: from now on this person is a partner."""
    partners = len(partner_seats())
    row = next_partner(account)
    if row is None:
        return Refused.because("people.partner_decided")
    proposer = row.proposed_by.code if row.proposed_by else ""
    refused = check_second(proposed_by=proposer, person=account, decides=by.code, partners=partners)
    if refused is not None:
        return refused
    if not _end(row, is_confirmed=True, by=by, at=at):
        return Refused.because("people.partner_decided")
    person = row.account
    invite(email=person.email, name=person.name, role=Role.PARTNER, language=person.language, by=by, at=at)
    return None


@action
def refuse_partner(*, account: str, by: Actor, at: datetime) -> Refused | None:
    """Not confirmed by another, or taken back by whoever proposed it: nothing changes."""
    row = next_partner(account)
    if row is None or not _end(row, is_confirmed=False, by=by, at=at):
        return Refused.because("people.partner_decided")
    record(PartnerRefused(account=account), by=by, at=at)
    return None


def next_partner(account: str) -> NextPartner | None:
    """What waits for a second partner about this person."""
    rows = NextPartner.objects.select_related("account", "proposed_by")
    return rows.filter(account__code=account, ended_at=None).first()


def partners_to_confirm(*, seen_by: Actor) -> list[NextPartner]:
    """Proposals of others, on which this partner can act now."""
    if seen_by.role is not Role.PARTNER:
        return []
    rows = NextPartner.objects.select_related("account").filter(ended_at=None)
    return list(rows.exclude(proposed_by__code=seen_by.code).exclude(account__code=seen_by.code).order_by("pk"))


def _end(row: NextPartner, *, is_confirmed: bool, by: Actor, at: datetime) -> bool:
    """The first of two who decide about the same person."""
    decider = Account.objects.get(code=by.code)
    rows = NextPartner.objects.filter(pk=row.pk, ended_at=None)
    return bool(rows.update(ended_by=decider, ended_at=at, is_confirmed=is_confirmed))
