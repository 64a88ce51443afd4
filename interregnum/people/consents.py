"""What the bureau noted of managers' consent to stay when it brought their profiles in; records/pool.py goes by it."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Q
from django.db.models.functions import Lower

from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import value
from interregnum.people.models import Manager, StayConsent
from interregnum.people.rules.consent import Consent, check_consent


def refused_consent(consent: Consent, *, at: datetime) -> Refused | None:
    """Why this consent cannot be relied on; where nobody was asked there is nothing to rely on."""
    if consent.given_on is None:
        return None
    on = local_day(at)
    return check_consent(consent, on=on, months=value("records.pool_months", on=on))


def note_consent(consent: Consent, *, added: Collection[str], known: Collection[str], by: Actor, at: datetime) -> None:
    """Of the addresses that were added; of known ones a later consent counts, and none takes none away."""
    fresh = {"given_on": consent.given_on, "source": consent.source, "noted_at": at, "noted_by": by.code}
    counted = [*added, *known] if consent.given_on else added
    managers = Manager.objects.annotate(address=Lower("email")).filter(address__in=[one.casefold() for one in counted])
    earlier = Q(given_on=None) | Q(given_on__lt=consent.given_on) if consent.given_on else Q(given_on=None)
    StayConsent.objects.filter(earlier, manager__in=managers).update(**fresh, read_at=None)
    new = managers.filter(stay_consent=None).values_list("pk", flat=True)
    StayConsent.objects.bulk_create([StayConsent(manager_id=one, **fresh) for one in new], ignore_conflicts=True)


def consent_of(manager: str) -> StayConsent | None:
    """What was noted when the profile was brought in; None for who came in by themselves."""
    return StayConsent.objects.filter(manager__code=manager).first()
