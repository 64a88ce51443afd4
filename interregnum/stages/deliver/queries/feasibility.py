"""What a shadow manager goes through before the start: the brief as it was agreed, and the term."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor
from interregnum.stages.brief.queries import BriefFacts, brief_facts
from interregnum.stages.brief.rules.values import ResultWanted
from interregnum.stages.deliver.queries.gate_facts import has_begun
from interregnum.stages.deliver.queries.gates import gated_contract
from interregnum.web.pieces import Definition
from interregnum.web.templatetags.web import day, number, word


@dataclass(frozen=True)
class FeasibilityPage:
    """`is_open`: the manager has not begun, so a verdict still counts."""

    code: str
    number: str
    client: str
    manager: str
    asked: tuple[Definition, ...]
    is_open: bool


def feasibility_page(code: str, *, seen_by: Actor, on: date) -> FeasibilityPage:
    """Raises Http404 for a contract of which this person does not guard the assignment."""
    row = gated_contract(code, seen_by=seen_by)
    brief = brief_facts(row.brief.code)
    return FeasibilityPage(
        row.code,
        row.number,
        row.organisation.name,
        row.manager.name,
        _asked(brief, f"{day(row.starts_on)} – {day(row.ends_on)}"),
        not has_begun(row, on=on),
    )


def _asked(brief: BriefFacts, term: str) -> tuple[Definition, ...]:
    found = (
        Definition(_("Category"), word(brief.category)),
        Definition(_("Problem"), brief.problem),
        Definition(_("Result wanted"), brief.result_wanted),
        Definition(_("Scope"), brief.scope),
        Definition(_("Limits"), brief.limits),
        Definition(_("Mandate wanted"), brief.mandate_wanted),
        Definition(_("Risks"), brief.risks),
        Definition(_("Who inherits this"), brief.successor),
        Definition(_("Term"), term),
        *(Definition(one.title, _figures(one)) for one in brief.results),
    )
    return tuple(one for one in found if one.value)


def _figures(result: ResultWanted) -> str:
    course = f"{number(result.baseline)} → {number(result.target)} {result.unit}".strip()
    return f"{course}, {day(result.due_on)}" if result.due_on else course
