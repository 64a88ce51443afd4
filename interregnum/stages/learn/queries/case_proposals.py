"""Which cases fit a proposal, which stand with it, and how its client reads them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor
from interregnum.parameters.values import value
from interregnum.people.queries import list_names
from interregnum.stages.brief.queries import brief_facts
from interregnum.stages.choose.queries.rows import proposal_row
from interregnum.stages.choose.queries.told_cases import ToldCase
from interregnum.stages.choose.rules.states import ProposalState
from interregnum.stages.learn.case_texts import SHARES
from interregnum.stages.learn.models import CaseShown, CaseText
from interregnum.stages.learn.queries.case_public import ShownCase, shown
from interregnum.stages.learn.queries.cases import live_texts
from interregnum.stages.learn.rules.case_crowd import Told
from interregnum.stages.learn.rules.case_fit import Fit, fits

OPEN = (ProposalState.INVITING, ProposalState.SENT)
# How many are proposed to choose from.
MOST_PROPOSED = 12


@dataclass(frozen=True)
class Fitting:
    case: ShownCase
    why: str
    is_chosen: bool


@dataclass(frozen=True)
class ProposalCases:
    code: str
    client: str
    most: int
    is_open: bool
    cases: tuple[Fitting, ...]


def open_proposal(code: str, *, seen_by: Actor) -> Any:
    """None once the client has decided. Raises Http404 for a proposal that is not theirs."""
    row = proposal_row(code, seen_by=seen_by)
    return row if row.state in OPEN else None


def fitting(row: Any, *, on: date) -> Sequence[Fit]:
    """`row` is the proposal: cases that may be shown and share something with its brief, none of the client's own."""
    brief = brief_facts(row.brief.code)
    texts = _usable(on).exclude(case__assignment__organisation__code=brief.organisation)
    told = [(text.case.code, _told(text)) for text in texts]
    wanted = Told(str(brief.category), brief.sector or brief.client_sector, "", str(brief.level or ""))
    return fits(told, wanted, brief.disciplines)[:MOST_PROPOSED]


def _usable(on: date) -> Any:
    return live_texts(on).filter(case__in_proposals=True)


def _told(text: CaseText) -> Told:
    return Told(str(text.category), text.sector, text.discipline, str(text.level), text.year or 0)


def proposal_cases(code: str, *, seen_by: Actor, on: date) -> ProposalCases:
    """For the bureau, that chooses among them."""
    row = proposal_row(code, seen_by=seen_by)
    found = fitting(row, on=on)
    chosen = set(CaseShown.objects.filter(proposal=row).values_list("case__code", flat=True))
    texts = {one.case.code: one for one in _usable(on).filter(case__code__in=[fit.code for fit in found])}
    language, names = get_language() or "nl", list_names()
    return ProposalCases(
        code=row.code,
        client=brief_facts(row.brief.code).organisation_name,
        most=value("learn.cases_a_proposal", on=on),
        is_open=row.state in OPEN,
        cases=tuple(
            Fitting(shown(texts[fit.code], language=language, names=names), why_said(fit.shares), fit.code in chosen)
            for fit in found
        ),
    )


def why_said(shares: Sequence[str]) -> str:
    return _("Shares: %(what)s") % {"what": ", ".join(str(SHARES[name]) for name in shares)}


def cases_beside(proposal: str, on: date) -> tuple[ToldCase, ...]:
    """What stands with a proposal and may still be shown; what was withdrawn is gone from it at once."""
    rows = CaseShown.objects.filter(proposal__code=proposal).order_by("position")
    shares: dict[int, list[str]] = dict(rows.values_list("case", "shares"))
    if not shares:
        return ()
    texts = {one.case_id: one for one in _usable(on).filter(case__in=shares)}
    language, names = get_language() or "nl", list_names()
    told = [(shown(texts[key], language=language, names=names), shares[key]) for key in shares if key in texts]
    return tuple(
        ToldCase(title=case.title, facts=case.facts, why=why_said(shared), parts=case.parts) for case, shared in told
    )
