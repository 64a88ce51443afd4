"""The bureau puts a version of the brief before the client."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Reason, Refused
from interregnum.people.accounts import invite
from interregnum.people.models import Account
from interregnum.people.post import write_to
from interregnum.people.site import link_to
from interregnum.stages.brief.facts import BriefOffered
from interregnum.stages.brief.models import Brief, BriefVersion
from interregnum.stages.brief.queries.facts import facts_of
from interregnum.stages.brief.queries.rows import brief_row, held_values, values_of
from interregnum.stages.brief.rules.assurance import check
from interregnum.stages.brief.rules.completeness import missing
from interregnum.stages.brief.rules.days import faults_of_days
from interregnum.stages.brief.rules.states import BriefState
from interregnum.stages.brief.rules.values import plain


@action
def offer_brief(*, brief: str, by: Actor, at: datetime) -> int | Refused:
    """A1 G1: not while something essential is missing. Returns the number of the version."""
    row = brief_row(brief, seen_by=by)
    # Held until the version is there: what is checked is what the client reads.
    wanted = values_of(Brief.objects.select_for_update().get(pk=row.pk))
    lacking = [each for each in missing(wanted) if each.is_essential]
    if lacking:
        return Refused(tuple(Reason(f"brief.missing_{each.code}", each.code) for each in lacking))
    agreed_start = held_values(row).starts_on if row.approved else None
    unkept = tuple(faults_of_days(wanted, agreed_start=agreed_start, on=local_day(at)))
    if unkept:
        return Refused(unkept)
    unguarded = check(wanted, role=by.role)
    if unguarded is not None:
        return unguarded
    # The filter carries the old state: of two people at once, one is first.
    if not Brief.objects.filter(pk=row.pk, state=BriefState.DRAFT).update(state=BriefState.OFFERED):
        return Refused.because("brief.already_agreed")
    number = (row.versions.values_list("number", flat=True).first() or 0) + 1
    BriefVersion.objects.create(
        brief=row,
        number=number,
        content=plain(wanted),
        offered_at=at,
        offered_by=Account.objects.get(code=by.code),
    )
    _tell_client(row, by=by, at=at)
    record(BriefOffered(brief=row.code, request=row.request.code, version=number), by=by, at=at)
    return number


def _tell_client(row: Brief, *, by: Actor, at: datetime) -> None:
    facts = facts_of(row)
    invite(
        email=facts.contact_email,
        name=facts.contact_name,
        role=Role.CLIENT,
        organisation=facts.organisation,
        language=facts.language,
        by=by,
        at=at,
    )
    write_to(
        email=facts.contact_email,
        language=facts.language,
        template="mail/brief_offered.txt",
        about=(row.code, facts.request, *([facts.organisation] if facts.organisation else [])),
        name=facts.contact_name,
        link=link_to("client:brief-brief", row.code),
    )
