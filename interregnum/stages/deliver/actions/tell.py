"""Mail about an assignment: what it is about and a link, never its content."""

from django.conf import settings
from django.urls import reverse

from interregnum.kernel.actor import Role
from interregnum.people.post import write_to
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.queries.visible import readers_of


def tell(assignment: Assignment, role: Role, *, template: str, address: str, code: str = "") -> None:
    """Write to every person of the client, or to the manager; `address` names the page that the link opens."""
    for reader in readers_of(assignment, role):
        write_to(
            email=reader.email,
            language=reader.language,
            template=template,
            about=assignment.code,
            name=reader.name,
            number=assignment.number,
            client=assignment.organisation.name,
            manager=assignment.manager.name,
            starts_on=assignment.starts_on,
            link=f"{settings.SITE}{reverse(address, args=[code or assignment.code])}",
        )
