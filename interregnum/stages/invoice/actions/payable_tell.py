"""Mail to a manager about a payable: that there is something, and a link; never an amount."""

from interregnum.people.post import write_to
from interregnum.people.site import link_to
from interregnum.stages.invoice.models import Payable


def tell_manager(row: Payable, template: str, *, once: str = "") -> None:
    """To the manager of the payable, who may have left the assignment since; `once` tells apart what may come again."""
    write_to(
        email=row.manager.email,
        language="nl",
        template=template,
        about=(row.code, row.manager.code),
        name_once=f"{template} {row.code} {once}".strip(),
        name=row.manager.name,
        number=row.assignment.number,
        link=link_to("manager:payable", row.code),
    )
