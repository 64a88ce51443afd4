"""The narrow rows that matching reads follow the profiles, in the same transaction."""

from datetime import datetime
from typing import Any

from interregnum.kernel.actor import Actor
from interregnum.stages.choose.engine import store


def profiles_changed(_fact: Any, _by: Actor, _at: datetime) -> None:
    """Profiles were changed: which, the database has noted itself (watch_profiles)."""
    store.work_off()
