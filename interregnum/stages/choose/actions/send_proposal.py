"""The bureau presents the managers who agreed to the client."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.accounts import invite
from interregnum.people.deaths import hold_living
from interregnum.people.post import write_to
from interregnum.people.site import link_to
from interregnum.stages.brief.queries import BriefFacts, brief_facts
from interregnum.stages.choose.facts import ProposalSent
from interregnum.stages.choose.letters import language_or_dutch, objects_of
from interregnum.stages.choose.models import Proposal
from interregnum.stages.choose.queries.presenting import clashes_of
from interregnum.stages.choose.queries.rows import proposal_row
from interregnum.stages.choose.rules.states import CandidacyState, ProposalState


@action
def send_proposal(*, proposal: str, alone_why: str = "", by: Actor, at: datetime) -> Refused | None:
    """Names go to the client now; who has not answered by now, or has a conflict today, is not presented.

    D7: two or three stand side by side; one alone only with `alone_why`, which the client reads.
    """
    row = proposal_row(proposal, seen_by=by)
    if row.state != ProposalState.INVITING:
        return Refused.because("choose.already_sent")
    if not row.candidacies.filter(state=CandidacyState.AGREED).exists():
        return Refused.because("choose.nobody_agreed")
    agreed = row.candidacies.filter(state=CandidacyState.AGREED).values_list("manager__code", flat=True)
    if (died := hold_living(list(agreed))) is not None:
        return died
    on = local_day(at)
    clashing = row.candidacies.filter(pk__in=clashes_of(row, on=on))
    presented = row.candidacies.filter(state=CandidacyState.AGREED).exclude(pk__in=clashing.values("pk")).count()
    if not presented:
        return Refused.because("choose.all_clash")
    alone_why = alone_why.strip() if presented == 1 else ""
    if presented == 1 and not alone_why:
        return Refused.because("choose.one_left" if clashing else "choose.one_alone", "alone_why")
    # The filter carries the old state: of two people at once, one is first.
    if not Proposal.objects.filter(pk=row.pk, state=ProposalState.INVITING).update(
        state=ProposalState.SENT, sent_at=at, checked_on=on, alone_why=alone_why
    ):
        return Refused.because("choose.already_sent")
    clashing.update(state=CandidacyState.CLASHES)
    row.candidacies.filter(state=CandidacyState.INVITED).update(state=CandidacyState.NOT_CHOSEN)
    brief = brief_facts(row.brief.code)
    _tell_client(row, brief, by=by, at=at)
    fact = ProposalSent(proposal=row.code, brief=brief.code, request=brief.request, organisation=brief.organisation)
    record(fact, by=by, at=at)
    return None


def _tell_client(row: Proposal, brief: BriefFacts, *, by: Actor, at: datetime) -> None:
    language = language_or_dutch(brief.language)
    invite(
        email=brief.contact_email,
        name=brief.contact_name,
        role=Role.CLIENT,
        organisation=brief.organisation,
        language=language,
        by=by,
        at=at,
    )
    write_to(
        email=brief.contact_email,
        language=language,
        template="mail/choose_proposal.txt",
        about=objects_of(row),
        name=brief.contact_name,
        link=link_to("client:choose-proposal", row.code),
    )
