"""A2: what stayed is answered, by the client behind the link or by the shadow manager for the client."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import VISITOR, Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.handover.queries.results import closed_results, new_measures
from interregnum.stages.keep.facts import AftercareAnswered, ResultLookedAt, SuccessorSpokenTo
from interregnum.stages.keep.models import Aftercare, ResultCheck
from interregnum.stages.keep.queries.links import care_of_link
from interregnum.stages.keep.queries.rows import care_row, looked_at, stands_of
from interregnum.stages.keep.rules.retention import proposal_for, retention_of
from interregnum.stages.keep.rules.states import CareState, Used


@dataclass(frozen=True)
class Said:
    """Of one result, as far as it was said."""

    value: Decimal | None = None
    used: Used | None = None
    has_owner: bool | None = None
    sees_relapse: bool = False
    new_value: Decimal | None = None

    @property
    def is_whole(self) -> bool:
        """By one measure of the two it is enough."""
        is_measured = self.value is not None or self.new_value is not None
        return is_measured and self.used is not None and self.has_owner is not None


@dataclass(frozen=True)
class Whole:
    """Of the assignment as a whole; what is not asked yet, or not said, changes nothing."""

    again: int | None = None
    balance: str = ""

    @property
    def said(self) -> dict[str, Any]:
        told = {"again": self.again, "balance": self.balance.strip()}
        return {name: said for name, said in told.items() if said not in (None, "")}


@action
def answer_by_link(*, token: str, said: Mapping[str, Said], whole: Whole | None = None, at: datetime) -> Refused | None:
    """As often as wanted while the link holds: the last answer counts."""
    row = care_of_link(token, on=local_day(at))
    if row is None:
        return Refused.because("keep.link_over")
    return _keep(row, said, whole or Whole(), by=VISITOR, at=at)


@action
def answer_for_client(
    *, care: str, said: Mapping[str, Said], whole: Whole | None = None, by: Actor, at: datetime
) -> Refused | None:
    """By the client who is signed in, or by shadow manager or bureau after a talk; also when the link is over, and it
    then counts as late."""
    row = care_row(care, seen_by=by)
    if row.state == CareState.PLANNED:
        return Refused.because("keep.not_yet")
    return _keep(row, said, whole or Whole(), by=by, at=at)


def _keep(row: Aftercare, said: Mapping[str, Said], whole: Whole, *, by: Actor, at: datetime) -> Refused | None:
    row.state = Aftercare.objects.select_for_update().get(pk=row.pk).state
    if row.state == CareState.GONE:
        return Refused.because("keep.client_gone")
    about: dict[str, Any] = {"assignment": row.assignment.code, "months": row.months}
    results = {one.code: one for one in closed_results(row.assignment.code)}
    new = new_measures(row.assignment.code)
    heard = meant(said, results, before=set(row.checks.values_list("result__code", flat=True)))
    if said and not whole.said and all(one == Said() for one in heard.values()):
        return Refused.because("keep.nothing_said")
    for code, answer in heard.items():
        if code in results:
            _check(row, results[code], new.get(results[code].pk), answer, about, by=by, at=at)
    kept = retention_of(looked_at(row))
    is_whole = all(heard.get(code, Said()).is_whole for code in results)
    is_late = row.open_until is not None and local_day(at) > row.open_until
    done = row.state == CareState.ANSWERED or is_whole or is_late
    Aftercare.objects.filter(pk=row.pk).update(
        state=CareState.ANSWERED if done else CareState.PARTLY,
        answered_at=at,
        is_late=is_late,
        stands=kept.stands,
        known=kept.known,
        delivered=kept.delivered,
        **whole.said,
    )
    record(AftercareAnswered(**about, is_whole=is_whole, is_late=is_late), by=by, at=at)
    return None


def meant(said: Mapping[str, Said], results: Mapping[str, Any], *, before: Collection[str]) -> dict[str, Said]:
    """The value of the end stands in the form before anybody typed: sent back with nothing else of that result, it
    tells nothing, unless it was answered before."""
    untouched = {
        code for code, one in results.items() if code not in before and said.get(code) == Said(value=one.value)
    }
    return {code: one for code, one in said.items() if code not in untouched}


def _check(
    row: Aftercare, result: Any, measure: Any, said: Said, about: dict[str, Any], *, by: Actor, at: datetime
) -> None:
    check = ResultCheck(value=said.value, new_value=said.new_value, measure=measure)
    stands = stands_of(result, check)
    signs: dict[str, Any] = {"has_owner": said.has_owner, "sees_relapse": said.sees_relapse}
    proposal = proposal_for(stands=stands, used=said.used, **signs)
    told = signs | {"value": said.value, "used": said.used or "", "proposal": proposal}
    told |= {"measure": measure, "new_value": said.new_value if measure else None}
    # What was decided holds for what was proposed then: when that changes, a person looks again.
    otherwise = ResultCheck.objects.filter(care=row, result=result).exclude(proposal=proposal)
    otherwise.update(decided="", decided_why="", decided_at=None)
    ResultCheck.objects.update_or_create(care=row, result=result, defaults=told)
    word = {True: "yes", False: "no"}.get(stands, "") if stands is not None else ""
    record(ResultLookedAt(**about, result=result.code, reached=result.is_reached, stands=word), by=by, at=at)


@action
def note_successor_talk(*, care: str, words: str, by: Actor, at: datetime) -> Refused | None:
    row = care_row(care, seen_by=by)
    if not words.strip():
        return Refused.because("keep.words_needed", "words")
    told = {"talk": words.strip(), "talked_at": at, "talked_by": Account.objects.get(code=by.code)}
    Aftercare.objects.filter(pk=row.pk).update(**told)
    record(SuccessorSpokenTo(assignment=row.assignment.code, months=row.months), by=by, at=at)
    return None
