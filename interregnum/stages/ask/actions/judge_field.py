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
def judge_field(
    *, request: str, field: str, value: Any, by: Actor, at: datetime, seen: int | None = None
) -> Refused | None:
    """Keep a person's word on a field. The same word again adds nothing.

    `seen` is the word that stood there, 0 for none: nothing goes over what a colleague said meanwhile.
    """
    row = request_of(request, seen_by=by)
    if row.state not in OPEN:
        return Refused.because("ask.already_confirmed")
    standing = _standing(row, field)
    if _is_unseen(standing, seen) and (standing is None or standing.chosen != value):
        return Refused.because("ask.judged_meanwhile")
    judge(row, field, value, by=by, at=at)
    return None


def _standing(row: Request, field: str) -> Judgement | None:
    """The word that stands on a field. One person at a time: the row of the request is held until the end."""
    Request.objects.select_for_update().get(pk=row.pk)
    return row.judgements.filter(field=field, is_standing=True).first()


def said_since(row: Request, seen: int, *, by: Actor) -> bool:
    """Whether a colleague said something of a field after the word with this number."""
    Request.objects.select_for_update().get(pk=row.pk)
    return row.judgements.filter(pk__gt=seen).exclude(by__code=by.code).exists()


def _is_unseen(standing: Judgement | None, seen: int | None) -> bool:
    return seen is not None and seen != (standing.pk if standing else 0)


def judge(row: Request, field: str, value: Any, *, by: Actor, at: datetime) -> str:
    """The word itself, as part of another action; returns what it did to the field."""
    before = _standing(row, field)
    if before is not None and before.chosen == value:
        return before.outcome
    proposed = proposed_of(row.triage.proposal, field)
    row.judgements.filter(field=field, is_standing=True).update(is_standing=False)
    done = outcome(proposed, value)
    person = Account.objects.get(code=by.code)
    Judgement.objects.create(request=row, field=field, proposed=proposed, chosen=value, outcome=done, at=at, by=person)
    record(FieldJudged(request=row.code, field=field, outcome=done), by=by, at=at)
    return done


@action
def withdraw_judgement(*, request: str, field: str, by: Actor, at: datetime, seen: int | None = None) -> Refused | None:
    """Undo: the last word on a field no longer stands; the one before it does again, if there was one."""
    row = request_of(request, seen_by=by)
    if row.state not in OPEN:
        return Refused.because("ask.already_confirmed")
    last = _standing(row, field)
    if last is None:
        return None
    if _is_unseen(last, seen):
        return Refused.because("ask.judged_meanwhile")
    row.judgements.filter(pk=last.pk).update(is_standing=False, withdrawn_at=at)
    before = row.judgements.filter(field=field, withdrawn_at=None).exclude(pk=last.pk).last()
    if before is not None:
        row.judgements.filter(pk=before.pk).update(is_standing=True)
    record(JudgementWithdrawn(request=row.code, field=field), by=by, at=at)
    return None
