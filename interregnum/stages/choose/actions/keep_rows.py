"""The narrow rows that matching reads follow the profiles, in the same transaction."""

from datetime import datetime
from typing import Any

from interregnum.kernel.actor import Actor
from interregnum.stages.choose.engine import store
from interregnum.stages.choose.queries.past_pool import forget_past_rows


def profiles_changed(_fact: Any, _by: Actor, _at: datetime) -> None:
    """Profiles were changed: which, the database has noted itself (watch_profiles)."""
    store.work_off()


def forget_past_pools(_at: datetime) -> int:
    """What the pool was is kept as long as a list of which the weighing is kept may be drawn again."""
    return forget_past_rows()
