"""The part of a story after both sides have signed: mandate, shadow manager, plan and a report every week."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from interregnum.flow.demo.before import assess, open_gates, screen, show_papers
from interregnum.flow.demo.hours import live_hours
from interregnum.flow.demo.people_of_change import live_people
from interregnum.flow.demo.reviews import live_reviews
from interregnum.flow.demo.stories import Bureau, Goal, Reach, Story
from interregnum.kernel.actor import Actor
from interregnum.kernel.money import Money
from interregnum.kernel.period import Period
from interregnum.kernel.refused import Refused
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.contract.queries import contract_facts
from interregnum.stages.deliver.actions.agree_plan import agree_plan, answer_deviation, propose_plan
from interregnum.stages.deliver.actions.decide import Needed, answer_decision
from interregnum.stages.deliver.actions.pass_time import start_assignments
from interregnum.stages.deliver.actions.report_week import Week, mark_read, report_week
from interregnum.stages.deliver.actions.save_plan import save_plan
from interregnum.stages.deliver.actions.set_mandate import DomainRight, Mandate, set_mandate
from interregnum.stages.deliver.queries import (
    AssignmentFacts,
    assignment_facts,
    assignments_of,
    decisions_to_take,
    plan_page,
)
from interregnum.stages.deliver.rules.deviations import DeviationAnswer
from interregnum.stages.deliver.rules.plan import Part, PhaseLine, Plan, ResultLine
from interregnum.stages.deliver.rules.states import Domain, Mood, Right
from interregnum.stages.ensure.actions.appoint_shadow_manager import appoint_shadow_manager

PLAN_AFTER_DAYS = 22
ASSESSED_EACH = 84
MOODS = {"good": ("good", "good", "mixed"), "mixed": ("mixed", "good", "mixed"), "hard": ("hard",)}
ROUTINE = {
    "nl": "Week volgens plan. De afspraken van vorige week zijn nagekomen.",
    "en": "A week according to plan. What was agreed last week was done.",
}

# What the plan says beside the facts of a story; the manager of the last one makes it their own.
SAID = {
    Part.PERSPECTIVES: "De directie ziet een tekort aan mensen, de teams zien onduidelijke keuzes, de klant wacht.",
    Part.SENSITIVITIES: "Twee eerdere pogingen zijn stil gestrand; daar wil niemand de schuld van krijgen.",
    Part.QUICK_WINS: "Elke ochtend een kwartier staan bij het bord; de oudste zaken eerst.",
    Part.APPROACH: "Eerst zichtbaar maken waar het vastloopt, dan met de mensen zelf in kleine stappen veranderen.",
    Part.COMMITMENT: "De teamleiders ontwerpen mee; wie iets te verliezen heeft, hoort dat als eerste en van mij.",
    Part.ANCHORING: "Elke verandering heeft vanaf de eerste dag een eigenaar in de lijn, die hem zelf uitlegt.",
    Part.FIRST_RESULT: "Een team werkt zichtbaar op de nieuwe manier en de anderen kunnen komen kijken.",
    Part.STOP_CRITERIA: "Als na een derde van de tijd geen cijfer beweegt, beslist de opdrachtgever opnieuw.",
}


def live_assignment(
    story: Story, agreed: RoleMix, *, contract: str, client: Actor, manager: Actor, bureau: Bureau, today: date
) -> None:
    """From the mandate to last week's report, as far as the story reaches and the calendar allows."""
    (line,) = assignments_of(seen_by=manager, on=today)
    facts = assignment_facts(line.code, seen_by=manager)
    term = Period(facts.starts_on, facts.ends_on)
    _prepare(story, facts, bureau=bureau)
    at = _at(facts.starts_on - timedelta(days=2), 9)
    show_papers(manager, at=at)
    screen(facts.manager, entered_by=bureau.account_manager, decided_by=bureau.partner, at=at)
    open_gates(contract, owner=bureau.owner, shadow=bureau.shadow, at=at)
    if story.reach >= Reach.PLANNED and today >= term.first + timedelta(days=PLAN_AFTER_DAYS):
        _plan(story, facts, term, client=client, manager=manager)
    if today >= term.first:
        start_assignments(_at(term.first, 6))
        _assess_again(story, contract, term, owner=bureau.owner, today=today)
        _report(story, facts, agreed, client=client, manager=manager, today=today)
        live_reviews(story, facts.code, client=client, manager=manager, shadow=bureau.shadow, today=today)
        if story.reach >= Reach.RUNNING:
            live_people(facts.code, term, manager=manager, today=today, goes_well=story.moods == "good")
        live_hours(
            facts.code,
            term,
            days_a_week=contract_facts(contract).days_a_week,
            client=client,
            manager=manager,
            today=today,
            late=story.skips_last_report,
            prompt=story.moods == "good",
        )


def _assess_again(story: Story, contract: str, term: Period, *, owner: Actor, today: date) -> None:
    """Each quarter anew, but where the bureau is as late as its manager."""
    days = range(ASSESSED_EACH, (min(today, term.last) - term.first).days, ASSESSED_EACH)
    for day in () if story.skips_last_report else days:
        assess(contract, owner=owner, at=_at(term.first + timedelta(days=day), 11))


def _expect(result: object) -> None:
    if isinstance(result, Refused):
        raise AssertionError(result)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=UTC)


def _prepare(story: Story, facts: AssignmentFacts, *, bureau: Bureau) -> None:
    before = facts.starts_on - timedelta(days=3)
    rights = (
        DomainRight(Domain.PEOPLE, Right.AFTER_CONSULTATION),
        DomainRight(Domain.MONEY, Right.DECIDES, Money(25_000)),
        DomainRight(Domain.PROCESS, Right.DECIDES),
        DomainRight(Domain.COMMUNICATION, Right.AFTER_CONSULTATION),
        DomainRight(Domain.SUPERVISION, Right.NONE),
    )
    mandate = Mandate(
        reports_to=story.client.contact,
        announced_on=facts.starts_on,
        lines=rights,
        announced_how="Door de directie, in het weekoverleg en daarna per mail aan de hele afdeling.",
        exclusions="Geen ontslagen en geen contracten die langer lopen dan de opdracht.",
    )
    _expect(set_mandate(assignment=facts.code, mandate=mandate, by=bureau.owner, at=_at(before, 9)))
    reason = "Kent dit soort opdrachten en heeft geen band met deze opdrachtgever."
    _expect(
        appoint_shadow_manager(
            assignment=facts.code,
            shadow=bureau.shadow,
            reason=reason,
            is_independent=True,
            by=bureau.owner,
            at=_at(before, 10),
        )
    )


def _plan(story: Story, facts: AssignmentFacts, term: Period, *, client: Actor, manager: Actor) -> None:
    day = term.first + timedelta(days=PLAN_AFTER_DAYS)
    third = timedelta(days=term.days // 3)
    plan = Plan(
        texts=SAID | {Part.FACTS: story.diagnosis},
        first_result_on=term.first + third,
        results=[ResultLine(goal.title, goal.unit, goal.baseline, goal.target, term.last) for goal in story.goals],
        phases=[
            PhaseLine("Beeld en vertrouwen", term.first + third, "De opdrachtgever herkent het beeld"),
            PhaseLine("Doorvoeren", term.first + 2 * third, "De eerste resultaten staan"),
            PhaseLine("Verankeren en overdragen", term.last, "Elk resultaat heeft een eigenaar in de lijn"),
        ],
    )
    _expect(save_plan(assignment=facts.code, plan=plan, by=manager, at=_at(day, 9)))
    _expect(propose_plan(assignment=facts.code, by=manager, at=_at(day, 10)))
    if story.reach >= Reach.RUNNING:
        answered = _at(day + timedelta(days=3), 9)
        _answer_deviations(facts, by=client, at=answered)
        _expect(agree_plan(assignment=facts.code, version=1, by=client, at=answered))


def _answer_deviations(facts: AssignmentFacts, *, by: Actor, at: datetime) -> None:
    for line in plan_page(facts.code, seen_by=by, on=at.date()).deviations:
        answer = DeviationAnswer.ACCEPTED
        _expect(answer_deviation(assignment=facts.code, version=1, line=line.position, answer=answer, by=by, at=at))


def _report(
    story: Story, facts: AssignmentFacts, agreed: RoleMix, *, client: Actor, manager: Actor, today: date
) -> None:
    """Each Friday a report; the client reads all but the last one."""
    term = Period(facts.starts_on, facts.ends_on)
    results = plan_page(facts.code, seen_by=manager, on=today).plan.results
    fridays = [monday + timedelta(days=4) for monday in term.mondays() if monday + timedelta(days=4) < today]
    if story.skips_last_report:
        fridays = fridays[:-1]
    for number, friday in enumerate(fridays):
        at = _at(max(friday, term.first), 14)
        share = Decimal(max(0, (friday - term.first).days)) / term.days
        due = results if friday >= term.first + timedelta(days=PLAN_AFTER_DAYS) else ()
        week = _week(story, agreed, due, share=share, number=number, monday=friday - timedelta(days=4))
        report = report_week(assignment=facts.code, week=week, by=manager, at=at)
        _expect(report)
        if friday != fridays[-1]:
            mark_read(report=str(report), by=client, at=at + timedelta(days=3))
    _decide(story, client, today=today)


def _decide(story: Story, client: Actor, *, today: date) -> None:
    """The client answers what it was asked; where it is hard going, not yet."""
    for line in decisions_to_take(seen_by=client, on=today) if story.moods != "hard" else ():
        at = _at(min(line.due_on, today) - timedelta(days=1), 10)
        _expect(answer_decision(decision=line.code, words="", by=client, at=at))


def _week(
    story: Story, agreed: RoleMix, results: Sequence[ResultLine], *, share: Decimal, number: int, monday: date
) -> Week:
    moods = MOODS[story.moods]
    noted, rest = divmod(number, 4)
    note = story.notes[noted] if rest == 3 and noted < len(story.notes) else ROUTINE[story.language]
    goals = {goal.title: goal for goal in story.goals}
    return Week(
        monday=monday,
        progress=note,
        mood=Mood(moods[number % len(moods)]),
        role_mix=_mix(agreed, number),
        obstacles="Twee beslissingen van de directie laten op zich wachten." if story.moods == "hard" else "",
        sponsor_minutes=150 if story.moods != "hard" else 45,
        needed=_needed(number, monday + timedelta(days=14)),
        measured={line.code: _measure(goals[line.title], share, number) for line in results},
    )


def _needed(number: int, due_on: date) -> tuple[Needed, ...]:
    """Each fifth week something must be decided."""
    what = f"Budget voor extra bezetting in periode {number // 5 + 1}"
    return (Needed(what=what, due_on=due_on, named="Directie"),) if number % 5 == 2 else ()


def _measure(goal: Goal, share: Decimal, number: int) -> Decimal:
    """Slow at first, then steady; a little up and down, the same every time."""
    way = min(share * goal.pace, Decimal(1))
    eased = way * way * (3 - 2 * way)
    wobble = Decimal((number * 7) % 5 - 2) / 100
    moved = goal.baseline + (goal.target - goal.baseline) * max(Decimal(0), min(Decimal(1), eased + wobble))
    return round(moved, 0 if abs(goal.target - goal.baseline) > 20 else 1)


def _mix(agreed: RoleMix, number: int) -> RoleMix:
    """Near what was agreed; in the beginning more operational than wanted."""
    shift = min(agreed.change, max(0, 15 - number)) // 5 * 5
    return RoleMix(agreed.operational + shift, agreed.adviser, agreed.coach, agreed.change - shift)
