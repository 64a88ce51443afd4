"""An invitation as the manager who was asked sees it."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor
from interregnum.stages.brief.queries import agreed_words, brief_facts, definitions, in_a_line
from interregnum.stages.choose.models import Candidacy, Listed
from interregnum.stages.choose.queries.rows import invitation_row
from interregnum.stages.choose.queries.talks import talk_in_words
from interregnum.stages.choose.rules.states import COULD_COME, CandidacyState, ProposalState, TalkState
from interregnum.web.pieces import Cell, Definition


@dataclass(frozen=True, kw_only=True)
class InvitationPage:
    """One's own invitation; of others, not even their number. `is_stopped`: by the bureau, before a choice."""

    code: str
    name: str
    organisation_name: str
    state: CandidacyState
    problem: str
    result_wanted: str
    results: tuple[str, ...]
    words: tuple[Definition, ...]
    assignment: tuple[Definition, ...]
    talk: TalkState | None
    meets_at: datetime | None
    answer: str
    answered_at: datetime | None
    shortlist: str
    may_stand_by: bool
    is_stopped: bool


def invitation_page(code: str, *, seen_by: Actor) -> InvitationPage:
    """For the manager who was asked. Raises Http404 for anybody else's."""
    row = invitation_row(code, seen_by=seen_by)
    brief = brief_facts(row.proposal.brief.code)
    # What the client pays at most, and has in all, is between the client and the firm.
    talk, meets_at = talk_in_words(row) if row.proposal.state == ProposalState.SENT else (None, None)
    asked = replace(brief, rate_ceiling=None, budget=None)
    return InvitationPage(
        code=row.code,
        name=row.manager.name,
        organisation_name=brief.organisation_name,
        state=row.state,
        problem=brief.problem,
        result_wanted=brief.result_wanted,
        results=tuple(map(in_a_line, brief.results)),
        words=agreed_words(brief),
        talk=talk,
        meets_at=meets_at,
        assignment=(
            Definition(_("Your first day"), row.starts_on),
            Definition(_("Your rate a day"), Cell(row.manager_rate, _("excluding VAT"))),
            *(each for each in definitions(asked) if each.value not in ("", None)),
        ),
        answer=row.answer,
        answered_at=row.answered_at,
        shortlist=_weighed_on(row),
        may_stand_by=row.answered_at is not None and row.state in COULD_COME,
        is_stopped=row.state == CandidacyState.NOT_CHOSEN and row.proposal.stop_reason != "",
    )


def _weighed_on(row: Candidacy) -> str:
    """The list on which this manager was weighed, as long as that is kept."""
    lines = Listed.objects.filter(shortlist__proposals=row.proposal, manager=row.manager)
    return lines.values_list("shortlist__code", flat=True).first() or ""
