"""A framework agreement with Carla's bank, drawn up by Bea, or by who is said."""

from datetime import datetime
from typing import Any

from interregnum.people.models import Account
from interregnum.stages.contract.actions.frameworks import (
    count_framework_try,
    draw_framework,
    send_framework_code,
    sign_framework,
)
from interregnum.stages.contract.models import Framework
from tests import world


def made(cast: world.Cast, *, by: Account | None = None) -> Framework:
    about = {"organisation": cast.bank.code, "contact": cast.contact.code}
    code = draw_framework(**about, by=cast.actor(by or cast.bea), at=world.NOW)
    return Framework.objects.select_related("document").get(code=code)


def signed(cast: world.Cast, *, by: Account | None = None) -> Framework:
    row = made(cast, by=by)
    assert sign_framework(**signature(cast, row), at=world.NOW) is None
    row.refresh_from_db()
    return row


def signature(cast: world.Cast, row: Framework, *, at: datetime = world.NOW) -> dict[str, Any]:
    """What Carla types to sign it, with the code that was mailed to her."""
    whose = {"framework": row.code, "by": cast.actor(cast.carla)}
    code = send_framework_code(**whose, at=at)
    count_framework_try(**whose)
    return whose | {"name_typed": "Carla", "code_typed": code, "seen": row.document.sha256}
