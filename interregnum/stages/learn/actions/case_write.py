"""A closed assignment becomes a case: the software drafts it, the bureau writes it, a partner calls a finding false."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import value
from interregnum.people.models import Account
from interregnum.stages.brief.queries.past import asked_of
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.handover.queries.closed import closed_assignments
from interregnum.stages.handover.queries.results import closed_results
from interregnum.stages.keep.queries.retention import stood_of
from interregnum.stages.learn.case_drafts import Happened, Reached, drafted
from interregnum.stages.learn.case_facts import LibraryCaseDrafted, LibraryCaseOverridden, LibraryCaseWritten
from interregnum.stages.learn.models import Case, CaseConsent, CaseOverride, CaseText
from interregnum.stages.learn.queries.cases import (
    BOUNDS,
    TEXTS,
    case_of,
    checked,
    own_case,
    text_of,
    told_of,
    words_in,
)
from interregnum.stages.learn.rules.case_states import WITH_CLIENT, CaseState


@action
def draft_case(*, assignment: str, by: Actor, at: datetime) -> Refused | str:
    """Pressed twice it is drafted once; the assignment leads to its case."""
    row, case = case_of(assignment, seen_by=by)
    if case is not None:
        return assignment
    if row.state != AssignmentState.CLOSED:
        return Refused.because("learn.case_not_closed")
    made, is_new = Case.objects.get_or_create(assignment=row, defaults={"made_at": at, "changed_at": at})
    if is_new:
        keep_text(row, made, 1, drafted(happened(row)), by=by, at=at)
        record(LibraryCaseDrafted(assignment=assignment, version=1), by=by, at=at)
    return assignment


def happened(row: Any) -> Happened:
    """What the stages before know of an assignment that is over."""
    results = [Reached(one.title, one.unit, one.baseline, one.norm, one.value) for one in closed_results(row.code)]
    closed = next(iter(closed_assignments(assignments=[row.code])), None)
    brief = row.contract.brief_id
    return Happened(
        category=row.category,
        reasons=asked_of([brief])[brief].reasons,
        weeks=max(1, (row.ends_on - row.starts_on).days // 7),
        mix=tuple(row.role_mix),
        results=results,
        reached=closed.reached if closed else 0,
        stood=[(months, stands, known) for months, stands, known, _day in stood_of([row.pk]).get(row.pk, ())],
        index=closed.index if closed else None,
    )


@action
def write_case(*, assignment: str, seen: int, texts: Mapping[str, str], by: Actor, at: datetime) -> Refused | None:
    """A new version of what stood at version `seen`: the client is asked anew, and nobody is shown it until then."""
    row, case = own_case(assignment, seen_by=by)
    said = {name: texts[name].strip().replace("\r\n", "\n") for name in TEXTS}
    if said == words_in(text_of(case)):
        return Refused.because("learn.case_same")
    changed = {"version": seen + 1, "state": CaseState.DRAFT, "changed_at": at, "live_until": None}
    changed |= {"objection": "", "objected_at": None, "on_site": False, "in_proposals": False}
    # The filter carries the version that was read: of two who write, the second reads first.
    if not Case.objects.filter(pk=case.pk, version=seen).update(**changed):
        return Refused.because("learn.case_changed")
    CaseConsent.objects.filter(case=case, version=seen, state__in=WITH_CLIENT).update(state=CaseState.REPLACED)
    keep_text(row, case, seen + 1, said, by=by, at=at)
    record(LibraryCaseWritten(assignment=assignment, version=seen + 1), by=by, at=at)
    return None


def keep_text(row: Any, case: Case, number: int, said: Mapping[str, str], *, by: Actor, at: datetime) -> None:
    """Part of an action: a version, with as much beside its words as may be told now."""
    author = None if by == HOUSE else Account.objects.filter(code=by.code).first()
    closed = next(iter(closed_assignments(assignments=[row.code])), None)
    counts = {"reached": closed.reached, "results": closed.results} if closed else {}
    told = facts_told(row, at=at)
    CaseText.objects.create(case=case, number=number, written_by=author, written_at=at, **said, **counts, **told)


def facts_told(row: Any, *, at: datetime) -> dict[str, Any]:
    """By the columns of a text: as much as enough organisations share now."""
    on = local_day(at)
    told, _shared = told_of(row, on=on, least=value(BOUNDS, on=on)["organisations"])
    found: dict[str, Any] = {name: getattr(told, name) for name in ("category", "sector", "discipline", "level")}
    return found | {"year": told.year or None}


@action
def call_false(*, assignment: str, finding: str, reason: str, by: Actor, at: datetime) -> Refused | None:
    """By a partner: what is marked is no sign of anybody. It holds for this case, and the reason stays."""
    row, case = own_case(assignment, seen_by=by)
    looked = checked(row, case, words_in(text_of(case)), on=local_day(at))
    found = next((one for one in looked.open if one.key == finding), None)
    if found is None:
        is_settled = any(one.key == finding for one in looked.found)
        return Refused.because("learn.case_settled" if is_settled else "learn.case_not_found")
    told = {"reason": reason.strip(), "made_by": Account.objects.get(code=by.code), "made_at": at}
    _row, is_new = CaseOverride.objects.get_or_create(case=case, sign=found.sign, said=found.said[:200], defaults=told)
    if not is_new:
        return Refused.because("learn.case_settled")
    record(LibraryCaseOverridden(assignment=assignment, version=case.version, sign=found.sign), by=by, at=at)
    return None
