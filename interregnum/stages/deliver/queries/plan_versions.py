"""The versions of a plan that went to the client, each with what changed since the one before; and what differs from
the contract."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import zip_longest

from django.db.models import Count, Exists, Min, OuterRef

from interregnum.kernel.actor import Actor
from interregnum.stages.brief.queries.versions import Changed, Version, badge_of
from interregnum.stages.brief.rules.differences import differences
from interregnum.stages.brief.rules.states import VersionState
from interregnum.stages.contract.queries.amendments import amendments_since
from interregnum.stages.deliver import plan_texts as texts
from interregnum.stages.deliver.models import Assignment, PlanDeviation, PlanVersion
from interregnum.stages.deliver.queries.visible import visible_to
from interregnum.stages.deliver.rules.deviations import DeviationAnswer, DeviationKind
from interregnum.stages.deliver.rules.plan import Plan
from interregnum.stages.deliver.rules.plan_kept import from_plain
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.web.pieces import Badge
from interregnum.web.templatetags.web import day, number

# The newest are what somebody looks for.
MOST = 10
DAYS = frozenset({DeviationKind.DUE, DeviationKind.END})
NUMBERS = frozenset({DeviationKind.BASELINE, DeviationKind.TARGET})


@dataclass(frozen=True)
class DeviationLine:
    """`answer` is the client's, None while there is none."""

    position: int
    subject: str
    kind: object
    before: str
    after: str
    answer: Badge | None
    answered_at: datetime | None


@dataclass(frozen=True)
class Recontract:
    """An assignment of which the client wants the contract changed, on the bureau's desk."""

    contract: str
    client: str
    number: str
    lines: int


def plan_versions(row: Assignment) -> tuple[Version, ...]:
    """The newest first; each beside the one before it."""
    rows = list(row.plan_versions.select_related("offered_by", "answered_by")[: MOST + 1])
    shown = [in_lines(from_plain(one.content)) for one in rows]
    pairs = zip_longest(rows, shown, shown[1:])
    return tuple(_version(one, changed(old, new) if old is not None else ()) for one, new, old in pairs)[:MOST]


def in_lines(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Every part as lines of text, to lay two plans beside each other."""
    said = {str(part): tuple(plan.says(part).splitlines()) for part in texts.PARTS}
    said["first_result_on"] = (str(day(plan.first_result_on)),) if plan.first_result_on else ()
    said["results"] = tuple(
        f"{one.title}: {number(one.baseline)} → {number(one.target)} {one.unit}, {day(one.due_on)}"
        for one in plan.results
    )
    said["phases"] = tuple(f"{one.title}: {day(one.ends_on)}, {one.checkpoint}" for one in plan.phases)
    return said


def changed(before: Mapping[str, Sequence[str]], after: Mapping[str, Sequence[str]]) -> tuple[Changed, ...]:
    return tuple(Changed(texts.FIELDS[one.field], one.lines) for one in differences(before, after))


def _version(row: PlanVersion, found: tuple[Changed, ...]) -> Version:
    return Version(
        number=row.number,
        badge=badge_of(row.state),
        offered_at=row.offered_at,
        offered_by=row.offered_by.name if row.offered_by else "",
        answered_at=row.answered_at,
        answered_by=row.answered_by.name if row.answered_by else "",
        remark=row.remark,
        since=row.number - 1,
        changed=found,
    )


def deviation_lines(version: PlanVersion | None) -> tuple[DeviationLine, ...]:
    rows = version.deviations.all() if version else ()
    return tuple(_line(one) for one in rows)


def _line(one: PlanDeviation) -> DeviationLine:
    answer = Badge(*texts.ANSWERS[one.answer]) if one.answer else None
    before, after = (_shown(one.kind, word) for word in (one.before, one.after))
    return DeviationLine(one.position, one.subject, texts.KINDS[one.kind], before, after, answer, one.answered_at)


def _shown(kind: DeviationKind, word: str) -> str:
    if kind in DAYS:
        return str(day(date.fromisoformat(word)))
    return str(number(word)) if kind in NUMBERS else word


def to_recontract(*, seen_by: Actor, most: int) -> tuple[Recontract, ...]:
    """Where the client wants the contract to say what the plan says, and no amendment was drawn since; oldest first."""
    drawn = amendments_since(OuterRef("version__assignment__contract"), OuterRef("answered_at"))
    rows = PlanDeviation.objects.filter(
        ~Exists(drawn),
        answer=DeviationAnswer.RECONTRACT,
        version__assignment__in=visible_to(seen_by).exclude(state=AssignmentState.CLOSED),
        version__state__in=(VersionState.OFFERED, VersionState.APPROVED),
    )
    names = [f"version__assignment__{name}" for name in ("contract__code", "organisation__name", "number")]
    counted = rows.order_by().values_list(*names).annotate(Count("pk"), since=Min("answered_at")).order_by("since")
    return tuple(Recontract(*found) for *found, _since in counted[:most])
