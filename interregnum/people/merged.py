"""Profiles that went up in others: where their addresses lead, and all that one profile has gathered."""

from collections.abc import Collection

from django.db.models.functions import Lower

from interregnum.people.models import Merge


def leads_to(code: str) -> str:
    """The profile in which this one went up, however often that went on; "" when it stands by itself."""
    at = code
    while found := Merge.objects.filter(loser__code=at, undone_at=None).values_list("winner__code", flat=True).first():
        at = found
    return "" if at == code else at


def gathered_in(code: str) -> tuple[str, ...]:
    """This profile and all that went up in it."""
    found, asked = [code], [code]
    while asked:
        rows = Merge.objects.filter(winner__code__in=asked, undone_at=None)
        asked = [one for one in rows.values_list("loser__code", flat=True) if one not in found]
        found += asked
    return tuple(found)


def same_person(codes: Collection[str]) -> set[str]:
    """These profiles with all that went up in them, and in which they went up."""
    return {one for code in codes for one in gathered_in(leads_to(code) or code)}


def addresses_that_lead_on(addresses: Collection[str]) -> dict[str, int]:
    """For e-mail addresses (in small letters) of profiles that went up in another: the key of the one that stayed."""
    rows = Merge.objects.filter(undone_at=None).annotate(address=Lower("loser__email"))
    found = dict(rows.filter(address__in=addresses).values_list("address", "winner"))
    while on := dict(
        Merge.objects.filter(undone_at=None, loser__in=list(found.values())).values_list("loser", "winner")
    ):
        found = {address: on.get(winner, winner) for address, winner in found.items()}
    return found
