"""Letters about a guarantee: that something waits or was done, and where; nothing of what anybody said."""

from typing import Any

from interregnum.kernel.actor import HOUSE, Actor, Role
from interregnum.people.post import write_to, write_to_account, write_to_bureau
from interregnum.people.site import link_to
from interregnum.stages.deliver.actions.tell import objects_of, tell
from interregnum.stages.ensure.queries import shadow_of
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.queries.bankrupt import owners_of

INVOKED, OVERDUE = "mail/guarantee_invoked.txt", "mail/guarantee_overdue.txt"
DIED, BANKRUPT = "mail/guarantee_died.txt", "mail/guarantee_bankrupt.txt"


def confirm_receipt(row: Complaint) -> None:
    """To the client, in the same moment."""
    tell_client(row, "mail/guarantee_received.txt")


def tell_client(row: Complaint, template: str, *, name_once: str = "") -> None:
    tell(
        row.assignment,
        Role.CLIENT,
        template=template,
        address="client:guarantee-case",
        code=row.code,
        name_once=name_once,
    )


def tell_firm(row: Complaint, *, by: Actor) -> None:
    """To who guards the assignment, to every partner, and to the shadow manager while there is one."""
    owner, about = row.assignment.owner, objects_of(row.assignment)
    link = link_to("bureau:guarantee-case", row.code)
    told: dict[str, Any] = {"about": about, "number": row.assignment.number, "name_once": f"{INVOKED} {row.code}"}
    if owner:
        write_to_bureau(by=by, template=INVOKED, owner=owner.code, link=link, **told)
    write_to_bureau(by=by, template=INVOKED, only=Role.PARTNER, link=link, **told)
    shadow = shadow_of(row.assignment.code)
    if shadow:
        seen = link_to("shadow:guarantee-case", row.code)
        write_to_account(shadow.account, template=INVOKED, about=about, number=row.assignment.number, link=seen)


def tell_of_death(row: Complaint, *, by: Actor) -> None:
    """To who guards the client and the shadow manager: the case goes on, and the hand-over is theirs to write."""
    owner, shadow, about = row.assignment.owner, shadow_of(row.assignment.code), objects_of(row.assignment)
    told: dict[str, Any] = {"template": DIED, "about": about, "number": row.assignment.number}
    write_to_bureau(by=by, owner=owner.code if owner else "", link=link_to("bureau:guarantee-case", row.code), **told)
    if shadow:
        write_to_account(shadow.account, link=link_to("shadow:guarantee-case", row.code), **told)


def tell_of_bankruptcy(row: Complaint, *, by: Actor) -> None:
    """To every partner and whoever guards something that still runs at this client: each is closed or goes on."""
    link, about = link_to("bureau:guarantee-case", row.code), objects_of(row.assignment)
    told: dict[str, Any] = {"about": about, "number": row.assignment.number, "link": link}
    told["name_once"] = f"{BANKRUPT} {row.code}"
    for owner in sorted(owners_of(row) - {""}):
        write_to_bureau(by=by, template=BANKRUPT, owner=owner, **told)
    write_to_bureau(by=by, template=BANKRUPT, only=Role.PARTNER, **told)


def tell_overdue(row: Complaint, *, step: str) -> None:
    """A promise of the clock was not kept: to who guards the client and to every partner, once."""
    owner, link = row.assignment.owner, link_to("bureau:guarantee-case", row.code)
    told: dict[str, Any] = {"about": objects_of(row.assignment), "number": row.assignment.number, "link": link}
    told["name_once"] = f"{OVERDUE} {row.code} {step}"
    if owner:
        write_to_bureau(by=HOUSE, template=OVERDUE, owner=owner.code, **told)
    write_to_bureau(by=HOUSE, template=OVERDUE, only=Role.PARTNER, **told)


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
