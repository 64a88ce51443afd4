"""A bureau person confirms or corrects one field of a proposal; what the rules said stays beside it."""

from datetime import datetime
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.ask.facts import FieldJudged, JudgementWithdrawn
from interregnum.stages.ask.models import Judgement, Request
from interregnum.stages.ask.queries.rows import request_of
from interregnum.stages.ask.rules.judging import outcome, proposed_of
from interregnum.stages.ask.rules.states import OPEN


@action
def judge_field(*, request: str, field: str, value: Any, by: Actor, at: datetime) -> Refused | None:
    """Keep a person's word on a field. The same word again adds nothing."""
    row = request_of(request, seen_by=by)
    if row.state not in OPEN:
        return Refused.because("ask.already_confirmed")
    judge(row, field, value, by=by, at=at)
    return None


def judge(row: Request, field: str, value: Any, *, by: Actor, at: datetime) -> str:
    """The word itself, as part of another action; returns what it did to the field."""
    # One at a time for a request: its row is held, so that no field gets two standing words.
    Request.objects.select_for_update().get(pk=row.pk)
    standing = row.judgements.filter(field=field, is_standing=True)
    before = standing.first()
    if before is not None and before.chosen == value:
        return before.outcome
    proposed = proposed_of(row.triage.proposal, field)
    standing.update(is_standing=False)
    done = outcome(proposed, value)
    person = Account.objects.get(code=by.code)
    Judgement.objects.create(request=row, field=field, proposed=proposed, chosen=value, outcome=done, at=at, by=person)
    record(FieldJudged(request=row.code, field=field, outcome=done), by=by, at=at)
    return done


@action
def withdraw_judgement(*, request: str, field: str, by: Actor, at: datetime) -> Refused | None:
    """Undo: the last word on a field no longer stands; the one before it does again, if there was one."""
    row = request_of(request, seen_by=by)
    if row.state not in OPEN:
        return Refused.because("ask.already_confirmed")
    last = row.judgements.filter(field=field, is_standing=True).first()
    if last is None:
        return None
    row.judgements.filter(pk=last.pk).update(is_standing=False, withdrawn_at=at)
    before = row.judgements.filter(field=field, withdrawn_at=None).exclude(pk=last.pk).last()
    if before is not None:
        row.judgements.filter(pk=before.pk).update(is_standing=True)
    record(JudgementWithdrawn(request=row.code, field=field), by=by, at=at)
    return None
