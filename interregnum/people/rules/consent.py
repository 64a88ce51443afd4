"""On what ground a profile that the bureau brings in itself may stay on the roster (GDPR, articles 6, 7 and 14)."""

from dataclasses import dataclass
from datetime import date

from interregnum.kernel.months import months_later
from interregnum.kernel.refused import Refused


@dataclass(frozen=True)
class Consent:
    """`given_on`: the day on which the managers agreed to stay, None when nobody asked them yet; `source`: where that
    can be read."""

    given_on: date | None = None
    source: str = ""


NOBODY_ASKED = Consent()


def check_consent(consent: Consent, *, on: date, months: int) -> Refused | None:
    """AVG (domain 7.3): consent is shown, with its day and where it stands; it holds for a term and no longer.

    >>> check_consent(Consent(date(2026, 1, 5), "Mail of 5 January"), on=date(2026, 3, 2), months=12) is None
    True
    """
    if consent.given_on is None:
        return None
    if consent.given_on > on:
        return Refused.because("people.consent_ahead", "consented_on")
    if months_later(consent.given_on, months) <= on:
        return Refused.because("people.consent_over", "consented_on", months=months)
    return None if consent.source.strip() else Refused.because("people.consent_source", "consent_source")
