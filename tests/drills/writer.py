"""Somebody at work: asks one request after the other, each with a letter, and says what was acknowledged.

Started as a process of its own by the drills; stops when its standard output is closed or it is ended.
"""

import sys
import time
from datetime import UTC, datetime

import django

django.setup()

from interregnum.files.store import keep  # noqa: E402 - the program must be awake first
from interregnum.journal.record import action  # noqa: E402
from interregnum.kernel.actor import HOUSE  # noqa: E402
from interregnum.stages.ask.actions.receive_request import Stated, receive_request  # noqa: E402


@action
def ask_with_letter(name: str, number: int) -> str:
    """One request and its letter, together or not at all."""
    at = datetime.now(UTC)
    stated = Stated(
        text=f"Wij zoeken een interim manager voor een verandering ({name} {number}).",
        organisation_name="Bank De Proef",
        contact_name=name,
        contact_email="carla@example.org",
    )
    code = receive_request(stated=stated, by=HOUSE, at=at)
    keep(name=code, content=f"Brief bij {code}".encode() * 50, media_type="text/plain", at=at)
    return code


def main() -> None:
    number = 0
    while True:
        number += 1
        sys.stdout.write(ask_with_letter(sys.argv[1], number) + "\n")
        sys.stdout.flush()
        # Everybody draws breath: who never does keeps the lock of the embedded database from all others.
        time.sleep(0.05)


if __name__ == "__main__":
    main()
