"""Who makes somebody a partner: two partners, as soon as there are two."""

from interregnum.kernel.refused import Refused


def needs_second(partners: int) -> bool:
    """A firm with one partner has nobody to ask.

    >>> needs_second(1), needs_second(2)
    (False, True)
    """
    return partners > 1


def check_second(*, proposed_by: str, person: str, decides: str, partners: int) -> Refused | None:
    """Four eyes: neither whoever proposed it nor the person confirms. All three are codes of accounts."""
    if decides == person or (decides == proposed_by and needs_second(partners)):
        return Refused.because("people.partner_own")
    return None
