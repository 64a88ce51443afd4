"""Letters about a guarantee: that something waits or was done, and where; nothing of what anybody said."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from interregnum.kernel.actor import HOUSE, Actor, Role
from interregnum.people.post import write_to, write_to_account, write_to_bureau
from interregnum.people.site import link_to
from interregnum.stages.deliver.actions.tell import objects_of, tell
from interregnum.stages.ensure.queries import shadow_of
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.queries.bankrupt import guarded_at

INVOKED, OVERDUE = "mail/guarantee_invoked.txt", "mail/guarantee_overdue.txt"
DIED, BANKRUPT = "mail/guarantee_died.txt", "mail/guarantee_bankrupt.txt"
UNGUARDED = "mail/guarantee_unguarded.txt"


def confirm_receipt(row: Complaint) -> int:
    """To everybody of the client, in the same moment; returns to how many."""
    return tell_client(row, "mail/guarantee_received.txt")


def tell_client(row: Complaint, template: str, *, name_once: str = "") -> int:
    return tell(
        row.assignment,
        Role.CLIENT,
        template=template,
        address="client:guarantee-case",
        code=row.code,
        name_once=name_once,
    )


def tell_firm(row: Complaint, *, by: Actor) -> None:
    """To who guards the assignment, to every partner, and to the shadow manager while there is one."""
    _tell_bureau(row, INVOKED, by=by)
    tell_shadow(row)


def tell_shadow(row: Complaint, template: str = INVOKED) -> None:
    """To the shadow manager, while there is one."""
    shadow = shadow_of(row.assignment.code)
    if shadow:
        link, about = link_to("shadow:guarantee-case", row.code), objects_of(row.assignment)
        write_to_account(shadow.account, template=template, about=about, number=row.assignment.number, link=link)


def tell_unguarded(row: Complaint, *, by: Actor, at: datetime) -> None:
    """The shadow manager resigned: to who guards the assignment and every partner, who take that part."""
    _tell_bureau(row, UNGUARDED, by=by, once=at.isoformat())


def _tell_bureau(
    row: Complaint, template: str, *, by: Actor, once: str = "", link: str = "", owners: Mapping[str, str] | None = None
) -> None:
    """To every partner and to who guards the assignment, or to these `owners`, each with a link of their own: one mail
    each, of a partner too."""
    link = link or link_to("bureau:guarantee-case", row.code)
    told: dict[str, Any] = {"about": objects_of(row.assignment), "number": row.assignment.number, "template": template}
    told["name_once"] = f"{template} {row.code} {once}".strip()
    own = {row.assignment.owner.code: link} if row.assignment.owner else {}
    for owner, page in sorted((owners or own).items()):
        write_to_bureau(by=by, owner=owner, link=page, **told)
    write_to_bureau(by=by, only=Role.PARTNER, link=link, **told)


def tell_owner(row: Complaint, template: str, *, by: Actor) -> None:
    """To who guards the client, or to the bureau while nobody does."""
    owner, link = row.assignment.owner, link_to("bureau:guarantee-case", row.code)
    told: dict[str, Any] = {"about": objects_of(row.assignment), "number": row.assignment.number, "link": link}
    write_to_bureau(by=by, template=template, owner=owner.code if owner else "", **told)


def tell_of_death(row: Complaint, *, by: Actor) -> None:
    """To the bureau and the shadow manager: the case goes on, and the hand-over is theirs to write."""
    _tell_bureau(row, DIED, by=by)
    tell_shadow(row, DIED)


def tell_of_bankruptcy(row: Complaint, *, by: Actor) -> None:
    """To every partner and whoever guards something that still runs at this client: each is closed or goes on."""
    page = "bureau:guarantee-trustee"
    owners = {owner: link_to(page, assignment) for owner, assignment in guarded_at(row).items()}
    _tell_bureau(row, BANKRUPT, by=by, link=link_to(page, row.assignment.code), owners=owners)


def tell_overdue(row: Complaint, *, step: str) -> None:
    """A promise of the clock was not kept: to who guards the client and to every partner, once."""
    _tell_bureau(row, OVERDUE, by=HOUSE, once=step)


def tell_manager(row: Complaint, template: str) -> None:
    """To the manager whom it is about, whoever has the assignment by now."""
    write_to(
        email=row.manager.email,
        language="nl",
        template=template,
        about=objects_of(row.assignment),
        name=row.manager.name,
        number=row.assignment.number,
        link=link_to("manager:guarantee-own", row.code),
    )
