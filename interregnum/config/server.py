"""What the server does before its processes part, and what each of them does beside its pages; read by gunicorn."""

import gc
import logging
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from interregnum.config.logs import WithoutLinks

# Seconds after which a process looks whether the pool changed.
PACE = 10


def when_ready(_server: Any) -> None:
    """Make once, and share, what each process would otherwise make for itself while the first pages wait."""
    from django.db import DatabaseError, connection, connections
    from django.utils import timezone

    from interregnum.records.roster import warm as know_the_roster
    from interregnum.stages.ask.actions.warm import warm as understand
    from interregnum.stages.choose.actions.warm import warm as know_the_pool

    logging.getLogger("gunicorn.error").addFilter(WithoutLinks())
    try:
        read_all_pages()
        understand(at=timezone.now())
        know_the_pool()
        know_the_roster(at=timezone.now())
    except DatabaseError:
        logging.getLogger(__name__).exception("not all could be made ready; the first pages will do it")
    finally:
        # What was read and let go closes its cursors while there is a connection; what is shared stays shared.
        gc.collect()
        gc.freeze()
        # No process may use a connection of another, nor a pool of them.
        connections.close_all()
        getattr(connection, "close_pool", connection.close)()


def post_worker_init(_worker: Any) -> None:
    """Beside the pages of this process: after a large import a list seldom waits until the pool is read anew."""
    threading.Thread(target=_stay_ready, daemon=True, name="pool").start()


def _stay_ready() -> None:
    pause = threading.Event()
    while not pause.wait(PACE):
        keep_ready()


def keep_ready() -> None:
    """Read what changed in the pool since this process last looked; what fails here is made by the next list."""
    from django.db import OperationalError, connection

    from interregnum.stages.choose.actions.warm import warm as know_the_pool

    log = logging.getLogger(__name__)
    try:
        know_the_pool()
    except OperationalError as error:
        # Long work beside it, as filling the demonstration, or a database that is away for a while.
        log.warning("the pool could not be read anew (%s); the next list will do it", error)
    except Exception:
        log.exception("the pool could not be read anew; the next list will do it")
    finally:
        # One that broke may refuse even that; the next look begins with another.
        with suppress(Exception):
            connection.close()


def read_all_pages() -> None:
    """All views, forms and templates: Django otherwise reads each at its first use."""
    from django.template.loader import get_template
    from django.template.utils import get_app_template_dirs
    from django.urls import get_resolver

    assert get_resolver().reverse_dict
    for folder in map(Path, get_app_template_dirs("templates")):
        if "interregnum" in folder.parts:
            for file in folder.rglob("*.html"):
                get_template(str(file.relative_to(folder)))
