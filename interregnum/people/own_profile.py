"""What a manager says of themselves on their own page: where, for what rate and in what they work."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.people.facts import ProfileSaved
from interregnum.people.models import Manager

MIX = ("operational", "adviser", "coach", "change")
OWN = ("phone", "place", "travel_km", "day_rate", "level", "disciplines", "sectors", "languages", "summary")


def typed_of(manager: Manager) -> dict[str, Any]:
    return {name: getattr(manager, name) for name in OWN} | {"role_mix": manager.role_mix}


@action
def save_profile(*, values: Mapping[str, Any], by: Actor, at: datetime) -> None:
    """The next list of every brief reads it."""
    mix = dict(zip(MIX, values["role_mix"], strict=True))
    Manager.objects.filter(code=by.manager).update(**{name: values[name] for name in OWN}, **mix)
    record(ProfileSaved(manager=by.manager), by=by, at=at)
