"""The versions of a brief that went to the client, each with what changed since the one before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest

from django.db.models import Case, Q, When

from interregnum.stages.brief.models import Brief, BriefVersion
from interregnum.stages.brief.queries.drawn import shown_in_lines
from interregnum.stages.brief.queries.rows import held_values, values_of
from interregnum.stages.brief.rules.differences import Difference, differences
from interregnum.stages.brief.rules.states import BriefState, VersionState
from interregnum.stages.brief.rules.values import from_plain
from interregnum.stages.brief.texts import FIELDS, VERSION_STATES
from interregnum.web.pieces import Badge

# The newest are what somebody looks for; each page stays within bounds however often a brief changed.
MOST = 10


@dataclass(frozen=True)
class Changed:
    """A field that differs, by its label."""

    label: object
    lines: Sequence[object]


@dataclass(frozen=True, kw_only=True)
class Version:
    number: int
    badge: Badge
    offered_at: datetime
    offered_by: str
    answered_at: datetime | None
    answered_by: str
    remark: str
    since: int
    changed: tuple[Changed, ...]


def versions_of(row: Brief) -> tuple[Version, ...]:
    """The newest first; each beside the one before it."""
    rows = list(row.versions.select_related("offered_by", "answered_by")[: MOST + 1])
    shown = [shown_in_lines(from_plain(one.content)) for one in rows]
    pairs = zip_longest(rows, shown, shown[1:])
    return tuple(_version(one, differences(old, new) if old is not None else ()) for one, new, old in pairs)[:MOST]


def changed_since_approval(row: Brief) -> tuple[Changed, ...]:
    """What the draft, or the version with the client, says otherwise than what was approved."""
    if row.state == BriefState.AGREED or row.approved is None:
        return ()
    return _named(differences(shown_in_lines(held_values(row)), shown_in_lines(values_of(row))))


def for_client(row: Brief) -> BriefVersion | None:
    """What the client reads: what lies there to be answered, else what holds, else the last one that lay there."""
    holds = Q(number=row.approved or 0)
    order = Case(When(state=VersionState.OFFERED, then=2), When(holds, then=1), default=0)
    return row.versions.order_by(order.desc(), "-number").first()


def badge_of(state: VersionState) -> Badge:
    """Where a version stands, in words and tone."""
    return Badge(*VERSION_STATES[state])


def _version(row: BriefVersion, found: tuple[Difference, ...]) -> Version:
    return Version(
        number=row.number,
        badge=badge_of(row.state),
        offered_at=row.offered_at,
        offered_by=row.offered_by.name if row.offered_by else "",
        answered_at=row.answered_at,
        answered_by=row.answered_by.name if row.answered_by else "",
        remark=row.remark,
        since=row.number - 1,
        changed=_named(found),
    )


def _named(found: tuple[Difference, ...]) -> tuple[Changed, ...]:
    return tuple(Changed(FIELDS[one.field], one.lines) for one in found)
