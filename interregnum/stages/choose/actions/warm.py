"""Have the pool in memory before anybody asks for it."""

import logging

from django.db import DatabaseError, connection

from interregnum.stages.choose.engine import live

_log = logging.getLogger(__name__)


def warm() -> None:
    """In a thread of its own, with a connection of its own. What fails here is tried again by the first list."""
    try:
        live.warm()
    except DatabaseError:
        _log.exception("the pool could not be loaded beforehand")
    finally:
        connection.close()
