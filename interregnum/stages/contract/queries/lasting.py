"""The terms of a contract that later stages keep to, as it was signed: a later change of a parameter leaves them."""

from datetime import date
from typing import Any

from interregnum.kernel.period import local_day
from interregnum.parameters.values import values
from interregnum.stages.contract.rules.lasting import TAKEN_FROM, Lasting


def lasting_terms(*, on: date) -> dict[str, Any]:
    """What a contract keeps that is drawn on a day."""
    held = values(*TAKEN_FROM.values(), on=on)
    return {name: held[parameter] for name, parameter in TAKEN_FROM.items()}


def kept_terms(contract: Any) -> dict[str, Any]:
    """All terms of a contract. What it did not keep yet holds as it did on the day on which it was drawn."""
    kept: dict[str, Any] = contract.terms
    if kept.keys() >= TAKEN_FROM.keys():
        return kept
    return lasting_terms(on=local_day(contract.drawn_at)) | kept


def lasting_of(contract: Any) -> Lasting:
    return Lasting.from_values(kept_terms(contract))
