"""What the server does before its processes part; read by gunicorn."""

import gc
import logging
from pathlib import Path
from typing import Any

from interregnum.config.logs import WithoutLinks


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
