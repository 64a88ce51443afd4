"""How an assignment of the demonstration firm ended, and what stayed of it three, six and twelve months later."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from interregnum.flow.demo.anchoring import live_anchoring
from interregnum.flow.demo.cases_closed import Course
from interregnum.flow.demo.stories import Bureau, expect
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.months import months_later
from interregnum.stages.deliver.queries import AssignmentFacts
from interregnum.stages.ensure.actions.note_outcome import note_outcome
from interregnum.stages.ensure.rules.hits import Outcome
from interregnum.stages.guarantee.actions.complain import Way, complain
from interregnum.stages.guarantee.actions.hear import find_cause, say
from interregnum.stages.guarantee.rules.reasons import Cause, ComplaintReason
from interregnum.stages.guarantee.rules.states import Choice
from interregnum.stages.handover.actions.answer_document import answer_document
from interregnum.stages.handover.actions.close_handover import close_handover, evaluate
from interregnum.stages.handover.actions.succeed import answer_for_successor
from interregnum.stages.handover.actions.write_document import send_document
from interregnum.stages.handover.queries.results import closed_results
from interregnum.stages.handover.rules.states import Ending
from interregnum.stages.keep.actions.answer_care import Said, answer_by_link, note_successor_talk
from interregnum.stages.keep.actions.ask_client import ask_aftercare
from interregnum.stages.keep.actions.decide_relapse import decide_relapse
from interregnum.stages.keep.queries.desks import care_of
from interregnum.stages.keep.queries.links import token_of
from interregnum.stages.keep.rules.retention import proposal_for
from interregnum.stages.keep.rules.states import Proposal, Used

MONTHS = (3, 6, 12)
# Of 10, by client, manager and shadow manager.
MARKS = {
    Course.STAYS: (9, 8, 8), Course.SLIPS: (8, 7, 8), Course.FALLS_BACK: (7, 8, 7), Course.SILENT: (7, 7, 7),
    Course.EARLY: (6, 7, 6), Course.GUARANTEE: (4, 6, 5), Course.REPLACED: (8, 8, 7),
}  # fmt: skip
# After how many months the first result has fallen below its norm.
FALLEN = {Course.SLIPS: 12, Course.FALLS_BACK: 6}
OUTCOMES = {
    Course.STAYS: Outcome.SUCCESS, Course.SLIPS: Outcome.PARTIAL, Course.FALLS_BACK: Outcome.RELAPSED,
    Course.SILENT: Outcome.SUCCESS, Course.EARLY: Outcome.STOPPED, Course.GUARANTEE: Outcome.STOPPED,
    Course.REPLACED: Outcome.REPLACED,
}  # fmt: skip
ENDINGS = {
    Course.EARLY: (Ending.EARLY, "De afdeling ging op in een ander bedrijfsonderdeel (verzonnen)."),
    Course.GUARANTEE: (Ending.GUARANTEE, "De aanpak paste niet bij wat de directie wilde (verzonnen)."),
}


def live_end(
    course: Course, facts: AssignmentFacts, *, client: Actor, manager: Actor, bureau: Bureau, ends_on: date
) -> None:
    """Handed over, judged by the three and closed; the guarantee ends it the day that the client says so."""
    at, guard = _at(ends_on + timedelta(days=1)), Actor(role=Role.SHADOW, code=bureau.shadow)
    about: dict[str, Any] = {"assignment": facts.code, "at": at}
    if course is Course.GUARANTEE:
        way, words = Way(choice=Choice.END), "Na twee maanden is er nog niets veranderd op de werkvloer."
        told: dict[str, Any] = {"reason": ComplaintReason.RESULT, "words": words, "way": way}
        case = str(expect(complain(assignment=facts.code, **told, by=client, at=_at(ends_on))))
        said = "De directie wilde iets anders dan in de opdracht stond."
        expect(say(complaint=case, words=said, by=manager, at=_at(ends_on) + timedelta(hours=3)))
        cause = {"words": "De opdracht beloofde meer dan het mandaat toeliet.", "lesson": "Eerst het mandaat."}
        expect(find_cause(complaint=case, cause=Cause.MANDATE, **cause, by=bureau.owner, at=at))
    else:
        live_anchoring(facts.code, client=client, manager=manager, at=_at(ends_on))
        expect(send_document(words={}, version=0, by=manager, **about))
        expect(answer_document(agrees=True, by=client, **about))
        expect(answer_for_successor(agrees=True, words="", by=client, **about))
    ending, why = ENDINGS.get(course, (Ending.TERM, ""))
    if course is Course.GUARANTEE:
        expect(close_handover(ending=ending, why=why, by=bureau.owner, **about))
    for by, score in zip((client, manager, guard), MARKS[course], strict=True):
        marks = dict.fromkeys(("score", "knowledge", "skills", "mobilising", "again"), score)
        expect(evaluate(marks=marks, words="", by=by, **about))
    if course is not Course.GUARANTEE:
        expect(close_handover(ending=ending, why=why, by=bureau.owner, **about))
    expect(note_outcome(outcome=OUTCOMES[course], why=why, by=bureau.owner, **about))


def live_aftercare(course: Course, assignment: str, *, bureau: Bureau, closed_on: date) -> None:
    """Asked when it is due, and answered two days later; one client answers the last time no more."""
    guard = Actor(role=Role.SHADOW, code=bureau.shadow)
    for months in MONTHS:
        at = _at(months_later(closed_on, months))
        ask_aftercare(at)
        care = care_of(assignment, months)
        if care is None or (course is Course.SILENT and months > MONTHS[0]):
            continue
        said = {one.code: _said(one, place, course, months) for place, one in enumerate(closed_results(assignment))}
        expect(answer_by_link(token=token_of(care), said=said, at=at + timedelta(days=2)))
        if slips := {code: _proposed(one) for code, one in said.items() if one.sees_relapse}:
            expect(decide_relapse(care=care, decisions=slips, why="", by=guard, at=at + timedelta(days=3)))
        words = "Ik sta er elke week bij stil met de teamleiders (verzonnen)."
        expect(note_successor_talk(care=care, words=words, by=guard, at=at + timedelta(days=3)))


def _said(result: Any, place: int, course: Course, months: int) -> Said:
    fallen = place == 0 and months >= FALLEN.get(course, months + 1)
    back = (result.baseline - result.norm) / Decimal(3) if fallen else Decimal(0)
    return Said(
        value=round(result.norm + back, 1), used=Used.PARTLY if fallen else Used.YES, has_owner=not fallen,
        sees_relapse=fallen,
    )  # fmt: skip


def _proposed(said: Said) -> Proposal:
    return proposal_for(stands=False, used=said.used, has_owner=said.has_owner, sees_relapse=True)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(9), tzinfo=UTC)
