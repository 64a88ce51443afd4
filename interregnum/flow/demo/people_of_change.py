"""Who has a stake in the change of a story, who resists, and how far the people come. All is invented."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from interregnum.flow.demo.stories import expect
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import Period
from interregnum.stages.deliver.actions.meet_resistance import Choice, Seen, choose_approach, see_effect, see_resistance
from interregnum.stages.deliver.actions.note_change import Count, count_uptake, note_odds, note_readiness
from interregnum.stages.deliver.actions.note_stakes import add_stakeholder, note_stance
from interregnum.stages.deliver.rules.commitment import Circle, Commitment, Named, StakeKind, Stand
from interregnum.stages.deliver.rules.readiness import OddsPart, Step
from interregnum.stages.deliver.rules.resistance import Approach, Cause, Effect, UptakeKind

AGAINST, LETS, HELPS, MAKES = Commitment
PERSON, GROUP = StakeKind
# Name, circle, people, influence, interest, needed, and where they stand after so many weeks.
STAKES = (
    ("Directeur operatie", PERSON, Circle.LEADERSHIP, 1, 5, 4, MAKES, {1: HELPS, 6: MAKES}),
    ("Directeur financiën", PERSON, Circle.LEADERSHIP, 1, 5, 2, LETS, {1: LETS}),
    ("Hoofd acceptatie", PERSON, Circle.MIDDLE, 1, 4, 5, HELPS, {1: AGAINST, 5: LETS, 9: HELPS}),
    ("Teamleiders verwerking", GROUP, Circle.MIDDLE, 6, 3, 5, MAKES, {1: LETS, 4: HELPS}),
    ("Medewerkers verwerking", GROUP, Circle.EMPLOYEES, 34, 3, 5, HELPS, {1: LETS, 8: HELPS}),
    ("Applicatiebeheer", GROUP, Circle.SUPPORT, 4, 4, 2, HELPS, {2: LETS}),
    ("Ondernemingsraad", GROUP, Circle.REPRESENTATION, 7, 4, 3, LETS, {2: LETS, 7: HELPS}),
)


def live_people(assignment: str, term: Period, *, manager: Actor, today: date, goes_well: bool) -> None:
    """From the first week until today, as far as the calendar has come."""
    codes = _stakes(assignment, term, manager, today)
    if term.first + timedelta(weeks=3) >= today:
        return
    _resistance(assignment, codes, term, manager, today)
    weeks = (min(today, term.last) - term.first).days // 7
    for week in range(3, weeks, 4):
        _measure(assignment, week, _day(term, week), manager, ease=3 if goes_well else 0)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(15), tzinfo=UTC)


def _day(term: Period, week: int) -> date:
    """The Thursday of a week of the assignment, from 0."""
    return term.first + timedelta(days=7 * week + 3)


def _stakes(assignment: str, term: Period, manager: Actor, today: date) -> dict[str, str]:
    codes: dict[str, str] = {}
    for name, kind, circle, people, influence, interest, needed, course in STAKES:
        for week, now in course.items():
            day = _day(term, week)
            if day not in term or day >= today:
                continue
            scores: dict[str, Any] = {"influence": influence, "interest": interest}
            stand = Stand(noted_on=day, now=now, needed=needed, evidence="Bleek in het overleg van die week.", **scores)
            told: dict[str, Any] = {"stand": stand, "by": manager, "at": _at(day)}
            if name in codes:
                expect(note_stance(stakeholder=codes[name], **told))
            else:
                named = Named(kind=kind, name=name, circle=circle, people=people)
                codes[name] = expect(add_stakeholder(assignment=assignment, named=named, **told))
    return codes


def _resistance(assignment: str, codes: dict[str, str], term: Period, manager: Actor, today: date) -> None:
    # Of the second the effect is asked about now.
    lately = (today - term.first).days // 7 - 2
    met = (
        (2, "Hoofd acceptatie", "Sloeg twee keer het weekoverleg over.", Cause.OTHER_VIEW, Approach.INVOLVE),
        (lately, "Applicatiebeheer", "Zegt dat het dit jaar niet meer kan.", Cause.TOO_MUCH, Approach.SUPPORT),
    )
    for week, name, behaviour, cause, approach in met:
        day = _day(term, week)
        if name not in codes or day not in term or day >= today:
            continue
        seen = Seen(stakeholder=codes[name], seen_on=day, behaviour=behaviour, cause=cause)
        code = expect(see_resistance(assignment=assignment, seen=seen, by=manager, at=_at(day)))
        choice = Choice(approach=approach, why="Past bij wat erachter zit.", carried_out_by=manager.name)
        expect(choose_approach(resistance=code, choice=choice, by=manager, at=_at(day)))
        later = day + timedelta(weeks=2)
        if week < lately and later < today and later in term:
            told: dict[str, Any] = {"effect": Effect.LESS, "seen": "Is er weer bij, en denkt mee."}
            expect(see_effect(resistance=code, by=manager, at=_at(later), **told))


def _measure(assignment: str, week: int, day: date, manager: Actor, *, ease: int) -> None:
    """`ease` are points by which it goes better with people than elsewhere."""
    about: dict[str, Any] = {"assignment": assignment, "by": manager, "at": _at(day)}
    step = min(week // 4, 2)
    scores = {one: max(1, 4 + ease + step - place) if place else 4 for place, one in enumerate(Step)}
    capped = {one: min(5, score) for one, score in scores.items()}
    expect(note_readiness(**about, circle=Circle.EMPLOYEES, people=34, noted_on=day, scores=capped))
    odds = dict.fromkeys(OddsPart, 2) | {OddsPart.FLOOR: 3 - step, OddsPart.LOAD: 3}
    expect(note_odds(**about, noted_on=day, scores=odds, remark=""))
    new = min(90, 12 + week * 6)
    came = min(34, 20 + 3 * ease + week % 7)
    counts = {UptakeKind.NEW_WAY: (new, 100 - new), UptakeKind.ATTENDANCE: (came, 34 - came)}
    for kind, (part, rest) in counts.items():
        expect(count_uptake(**about, count=Count(kind=kind, counted_on=day, part=part, rest=rest)))
