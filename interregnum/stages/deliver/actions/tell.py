"""Mail about an assignment: that something waits and a link, never its content."""

from collections.abc import Sequence

from interregnum.jobs.post import Enclosed
from interregnum.kernel.actor import Role
from interregnum.people.post import write_to
from interregnum.people.site import link_to
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.queries.visible import readers_of


def objects_of(assignment: Assignment) -> tuple[str, ...]:
    """The codes of the objects on whose pages a mail about an assignment is listed, the closest first."""
    names = ("code", "contract__code", "contract__brief__code", "contract__brief__request__code")
    rows = Assignment.objects.filter(pk=assignment.pk)
    codes: tuple[str, ...] = rows.values_list(*names, "organisation__code", "manager__code").get()
    return codes


def tell(
    assignment: Assignment,
    role: Role,
    *,
    template: str,
    address: str,
    code: str = "",
    name_once: str = "",
    query: str = "",
    files: Sequence[Enclosed] = (),
) -> int:
    """Write to every person of the client, to its delegates, or to the manager; returns to how many.

    `address` names the page that the link opens; `files` go along.
    """
    about, readers = objects_of(assignment), list(readers_of(assignment, role))
    for reader in readers:
        write_to(
            email=reader.email,
            language=reader.language,
            template=template,
            about=about,
            name_once=f"{name_once} {reader.code}" if name_once else None,
            files=files,
            name=reader.name,
            number=assignment.number,
            starts_on=assignment.starts_on,
            link=link_to(address, code or assignment.code) + query,
        )
    return len(readers)


def tell_approvers(assignment: Assignment, *, template: str, code: str, name_once: str = "") -> None:
    """Write to the client's delegates, who are there for hours; to the client itself while it has none."""
    for role in (Role.DELEGATE, Role.CLIENT):
        page = "client:deliver-hours-week"
        if tell(assignment, role, template=template, address=page, code=code, name_once=name_once):
            return
