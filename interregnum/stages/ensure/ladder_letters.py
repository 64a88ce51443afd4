"""Letters about the ladder of escalation: which step, until when, and a link; never what is the matter."""

from typing import Any

from interregnum.kernel.actor import HOUSE, Role
from interregnum.people.models import Account
from interregnum.people.post import write_to, write_to_bureau
from interregnum.people.site import link_to
from interregnum.stages.deliver.actions.tell import objects_of
from interregnum.stages.deliver.queries.visible import readers_of
from interregnum.stages.ensure.models import EscalationStep
from interregnum.stages.ensure.rules.ladder import OF_PARTNER, LadderStep

STEP, OFFERED, CLOSED = "mail/ladder_step.txt", "mail/ladder_guarantee.txt", "mail/ladder_closed.txt"


def tell_step(row: Any, step: EscalationStep) -> None:
    """To whoever must act: shadow manager and manager first, partners later; on the fourth step the client chooses."""
    if step.step in OF_PARTNER:
        _bureau(row, STEP, only=Role.PARTNER)
    elif not _shadows(row):
        _bureau(row, STEP)
    for desk, reader in _two(row):
        _write(row, reader, desk=desk, template=STEP, step=step)
    if step.step == LadderStep.FOURTH:
        for reader in readers_of(row, Role.CLIENT):
            link = link_to("client:guarantee-complain", row.code)
            _send(row, reader, template=OFFERED, link=link, due_at=step.due_at)


def tell_closed(row: Any) -> None:
    for desk, reader in _two(row):
        _send(row, reader, template=CLOSED, link=link_to(f"{desk}:ensure-ladder", row.code))
    _bureau(row, CLOSED)


def _shadows(row: Any) -> list[Account]:
    appointment = getattr(row, "shadow_appointment", None)
    return [appointment.shadow] if appointment and appointment.shadow.is_active else []


def _two(row: Any) -> list[tuple[str, Account]]:
    shadows = [("shadow", one) for one in _shadows(row)]
    return [*shadows, *(("manager", one) for one in readers_of(row, Role.MANAGER))]


def _write(row: Any, reader: Account, *, desk: str, template: str, step: EscalationStep) -> None:
    _send(row, reader, template=template, link=link_to(f"{desk}:ensure-ladder", row.code), due_at=step.due_at)


def _send(row: Any, reader: Account, *, template: str, link: str, **more: Any) -> None:
    write_to(
        email=reader.email,
        language=reader.language,
        template=template,
        about=objects_of(row),
        name=reader.name,
        number=row.number,
        link=link,
        **more,
    )


def _bureau(row: Any, template: str, *, only: Role | None = None) -> None:
    write_to_bureau(
        owner="" if only else row.owner.code if row.owner else "",
        by=HOUSE,
        template=template,
        about=objects_of(row),
        number=row.number,
        only=only,
        link=link_to("bureau:ensure-ladder", row.code),
    )
