"""A framework agreement with Carla's bank, drawn up by Bea."""

from interregnum.stages.contract.actions.frameworks import (
    count_framework_try,
    draw_framework,
    send_framework_code,
    sign_framework,
)
from interregnum.stages.contract.models import Framework
from tests import world


def made(cast: world.Cast) -> Framework:
    about = {"organisation": cast.bank.code, "contact": cast.contact.code}
    code = draw_framework(**about, by=cast.actor(cast.bea), at=world.NOW)
    return Framework.objects.select_related("document").get(code=code)


def signed(cast: world.Cast) -> Framework:
    row = made(cast)
    by = {"framework": row.code, "by": cast.actor(cast.carla)}
    code = send_framework_code(**by, at=world.NOW)
    count_framework_try(**by)
    typed = {"name_typed": "Carla", "code_typed": code, "seen": row.document.sha256}
    assert sign_framework(**by, **typed, at=world.NOW) is None
    row.refresh_from_db()
    return row
