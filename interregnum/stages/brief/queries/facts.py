"""What later stages may know of a brief."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from interregnum.kernel.actor import Actor
from interregnum.kernel.lists import Urgency
from interregnum.stages.brief.models import Brief
from interregnum.stages.brief.queries.rows import held_values, visible_to
from interregnum.stages.brief.rules.states import BriefState
from interregnum.stages.brief.rules.values import BriefValues


@dataclass(frozen=True, kw_only=True)
class BriefFacts(BriefValues):
    """A brief with whom it is for. `owner` is the account code of who guards it at the bureau, "" for nobody;
    `client_sector` is the client's own sub-sector, or else the one that the brief names."""

    code: str
    request: str
    state: BriefState
    # The number of the version that holds; None before the client approved one.
    approved: int | None
    organisation: str
    organisation_name: str
    client_sector: str
    reclaims_vat: bool
    owner: str
    contact_name: str
    contact_email: str
    language: str
    urgency: Urgency


@dataclass(frozen=True, kw_only=True)
class BriefLine:
    """A brief on somebody's desk."""

    code: str
    organisation_name: str
    problem: str
    state: BriefState


def brief_facts(code: str, *, version: int | None = None) -> BriefFacts:
    """For later stages, which check by their own objects who may look. Raises Http404 for an unknown one.

    With a number it says what that approved version said, whatever was agreed since.
    """
    row = (
        Brief.objects.select_related("request__organisation", "request__owner", "request__triage")
        .filter(code=code)
        .first()
    )
    if row is None:
        raise Http404
    return facts_of(row, version=version)


def facts_of(row: Brief, *, version: int | None = None) -> BriefFacts:
    request, organisation = row.request, row.request.organisation
    return BriefFacts(
        **vars(held_values(row, version=version)),
        code=row.code,
        request=request.code,
        state=row.state,
        approved=row.approved,
        organisation=organisation.code if organisation else "",
        organisation_name=organisation.name if organisation else request.organisation_name,
        client_sector=(organisation.sector if organisation else "") or row.sector,
        reclaims_vat=organisation.reclaims_vat if organisation else True,
        owner=request.owner.code if request.owner else "",
        contact_name=request.contact_name,
        contact_email=request.contact_email,
        language=request.language,
        urgency=Urgency(request.triage.proposal.get("urgency") or Urgency.NORMAL),
    )


def brief_of_request(request_code: str, *, seen_by: Actor) -> str | None:
    """The code of the brief that came of a request, if there is one and it is theirs to see."""
    return visible_to(seen_by).filter(request__code=request_code).values_list("code", flat=True).first()


def briefs_to_approve(*, seen_by: Actor, limit: int = 10) -> tuple[BriefLine, ...]:
    """For the client: what lies there to be read and approved, oldest first."""
    rows = visible_to(seen_by).filter(state=BriefState.OFFERED).order_by("pk")
    return lines_of(rows, limit)


# What a line tells of a brief, to be read without the rest of it.
OF_LINE = ("code", "problem", "state", "request__organisation_name", "request__organisation__name")


def lines_of(rows: QuerySet[Brief], limit: int) -> tuple[BriefLine, ...]:
    rows = rows.select_related(None).select_related("request__organisation")
    return tuple(map(line_of, rows.only(*OF_LINE)[:limit]))


def line_of(row: Brief) -> BriefLine:
    organisation = row.request.organisation
    name = organisation.name if organisation else row.request.organisation_name
    return BriefLine(code=row.code, organisation_name=name, problem=row.problem, state=row.state)
