"""Integrity: whoever shares a bank account, KvK number or address is brought to who guards the client, once. Safe to
run again."""

from datetime import datetime
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor
from interregnum.kernel.refused import Refused
from interregnum.people.post import write_to_bureau
from interregnum.people.site import link_to
from interregnum.stages.deliver.actions.tell import objects_of
from interregnum.stages.deliver.queries.visible import assignment_of, visible_to
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.ensure.integrity_facts import OverlapAnswered, OverlapFound
from interregnum.stages.ensure.models import IntroducedPerson
from interregnum.stages.ensure.queries.integrity import who_overlaps


def look_for_overlaps(at: datetime) -> int:
    """What became known since a person was noted, counts too; returns how many were found."""
    rows = visible_to(HOUSE).exclude(state=AssignmentState.CLOSED).filter(introduced__overlap_at=None)
    return sum(look_at_overlaps(row, at) for row in rows.filter(introduced__isnull=False).order_by("pk").distinct())


@action
def look_at_overlaps(row: Any, at: datetime) -> int:
    """Of one assignment; returns how many persons share something of whom that was not known."""
    found = who_overlaps(row)
    fresh = IntroducedPerson.objects.filter(pk__in=found, overlap_at=None).update(overlap_at=at)
    if fresh:
        owner = row.owner.code if row.owner else ""
        link = link_to("bureau:ensure-introduced", row.code)
        told: dict[str, Any] = {"about": objects_of(row), "number": row.number, "link": link}
        write_to_bureau(by=HOUSE, template="mail/introduced_overlap.txt", owner=owner, **told)
        record(OverlapFound(assignment=row.code), by=HOUSE, at=at)
    return fresh


@action
def answer_overlap(*, assignment: str, person: str, answer: str, by: Actor, at: datetime) -> Refused | None:
    """By the bureau: what it found; said once it stays said."""
    row = assignment_of(assignment, seen_by=by)
    waits = IntroducedPerson.objects.filter(assignment=row, code=person, overlap_answer="").exclude(overlap_at=None)
    if not waits.update(overlap_answer=answer.strip()):
        return Refused.because("ensure.overlap_answered")
    record(OverlapAnswered(assignment=row.code), by=by, at=at)
    return None
