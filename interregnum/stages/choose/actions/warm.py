"""Have the pool in memory before anybody asks for it."""

from interregnum.stages.choose.engine import live


def warm() -> None:
    """Raises DatabaseError where there is no database yet; what fails here is made by the first list."""
    live.warm()
