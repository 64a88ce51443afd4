"""Who cannot take the assignment, and which hard constraint came first."""

from dataclasses import dataclass

from interregnum.kernel.actor import Actor
from interregnum.stages.choose.queries.rows import shortlist_row
from interregnum.stages.choose.queries.sentences import EXCLUSIONS, names
from interregnum.stages.choose.rules.eligibility import CONSTRAINTS as ORDER
from interregnum.stages.choose.texts import CONSTRAINTS


@dataclass(frozen=True)
class Excluded:
    code: str
    name: str
    constraint: str
    label: object
    why: str


@dataclass(frozen=True, kw_only=True)
class ExcludedPage:
    """`shown` of `count` were kept by name: the first of each constraint."""

    code: str
    organisation_name: str
    count: int
    shown: int
    rows: tuple[Excluded, ...]


def excluded_page(code: str, *, seen_by: Actor) -> ExcludedPage:
    """For the bureau. Raises Http404 for a shortlist of somebody else's portfolio."""
    row = shortlist_row(code, seen_by=seen_by)
    words = names()
    rows = tuple(
        Excluded(manager, name, constraint, CONSTRAINTS[constraint], EXCLUSIONS[constraint](facts, words))
        for constraint in ORDER
        for manager, name, facts in row.excluded.get(constraint, {"managers": ()})["managers"]
    )
    organisation = row.brief.request.organisation
    return ExcludedPage(
        code=row.code,
        organisation_name=organisation.name if organisation else row.brief.request.organisation_name,
        count=sum(group["count"] for group in row.excluded.values()),
        shown=len(rows),
        rows=rows,
    )
