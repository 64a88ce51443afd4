"""What each server process does when it begins; read by gunicorn."""

import threading
from typing import Any


def post_worker_init(_worker: Any) -> None:
    """Load the pool of managers beside the first pages: whoever draws a shortlist does not wait for it."""
    threading.Thread(target=_warm, daemon=True).start()


def _warm() -> None:
    from interregnum.stages.choose.actions.warm import warm

    warm()
