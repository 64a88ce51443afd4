"""The program with its guard taken away, as a control: an action is saved first, and its facts a moment later."""

import time

import django.db.transaction
from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

from interregnum.journal import record  # noqa: E402 - the program must be awake first

_append = record._append


def append_in_a_transaction_of_its_own(facts: list[record._Happened]) -> None:
    def later() -> None:
        time.sleep(0.2)
        with django.db.transaction.atomic():
            _append(facts)

    django.db.transaction.on_commit(later)


record._append = append_in_a_transaction_of_its_own
