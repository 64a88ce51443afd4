"""How often somebody may do something: counted in the cache, which every server process shares."""

import hashlib

from django.core.cache import cache

HOUR, DAY = 60 * 60, 24 * 60 * 60


def is_too_often(what: str, whose: str, *, most: int, seconds: int) -> bool:
    """Counts one more of `what` by `whose`; true when that is more than `most` in so many seconds."""
    key = f"limit:{what}:{hashlib.sha256(whose.strip().lower().encode()).hexdigest()[:32]}"
    if cache.add(key, 1, timeout=seconds):
        return most < 1
    try:
        return bool(cache.incr(key) > most)
    except ValueError:
        # It ran out between the two lines: this is the first of a new stretch.
        cache.add(key, 1, timeout=seconds)
        return most < 1
