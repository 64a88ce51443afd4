"""Take the guards of the journal away for a while: what somebody with the database in hand could do."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from django.db import connection

GUARDS = import_module("interregnum.journal.migrations.0002_refuse_changes")


@contextmanager
def unguarded(base: Any = None) -> Iterator[None]:
    """The journal without its triggers; `base` is another connection than Django's own."""
    base = base or connection
    with base.cursor() as cursor:
        for line in GUARDS.DOWN[base.vendor]:
            cursor.execute(line)
    yield
    with base.cursor() as cursor:
        for line in GUARDS.UP[base.vendor]:
            cursor.execute(line)
