"""The forms of an assignment that runs: plan, stakeholders, resistance and how far the people are."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from interregnum.kernel.actor import Role
from interregnum.stages.deliver.actions.decide import Needed
from interregnum.stages.deliver.actions.meet_resistance import Choice, Seen, choose_approach, see_effect, see_resistance
from interregnum.stages.deliver.actions.note_change import Count, count_uptake, note_odds, note_readiness
from interregnum.stages.deliver.actions.note_stakes import add_stakeholder
from interregnum.stages.deliver.actions.report_week import report_week
from interregnum.stages.deliver.actions.share import share_file, share_note
from interregnum.stages.deliver.actions.tasks import add_task
from interregnum.stages.deliver.models import Decision, Resistance, SharedFile, Stakeholder
from interregnum.stages.deliver.rules.commitment import Circle, Commitment, Named, StakeKind, Stand
from interregnum.stages.deliver.rules.parties import Party
from interregnum.stages.deliver.rules.readiness import OddsPart, Step
from interregnum.stages.deliver.rules.resistance import Approach, Cause, Effect, UptakeKind, Word
from tests.life import week_of
from tests.world import NOW

# The second day of the assignment of a life.
AT = NOW + timedelta(days=8)
DAY = date(2026, 3, 9)
PLAN = {
    "facts": "Te veel overdrachten.",
    "approach": "Eén team.",
    "do": "save",
    "result-0-code": "",
    "result-0-title": "Dagen tot een antwoord",
    "result-0-unit": "dagen",
    "result-0-baseline": "19",
    "result-0-target": "5",
    "result-0-due_on": "2026-07-31",
}
STAND = {
    "now": "lets",
    "needed": "makes",
    "influence": "5",
    "interest": "3",
    "noted_on": "2026-03-09",
    "evidence": "Vroeg twee keer om uitstel.",
}
SCORES = {step.value: "3" for step in Step}
FORMS_OF_STAKES: dict[str, dict[str, Any]] = {
    "manager:deliver-stakeholder-new": STAND
    | {"kind": "person", "name": "Hoofd operatie", "circle": "middle", "people": "1"},
    "manager:deliver-stakeholder": STAND,
    "manager:deliver-resistance-new": {"behaviour": "Kwam niet.", "cause": "too_much", "seen_on": "2026-03-09"},
    "manager:deliver-resistance": {
        "do": "approach",
        "approach": "support",
        "why": "Te veel tegelijk.",
        "carried_out_by": "Max",
    },
    "manager:deliver-readiness": SCORES | {"circle": "employees", "people": "12", "noted_on": "2026-03-09"},
    "manager:deliver-odds": {part.value: "2" for part in OddsPart} | {"noted_on": "2026-03-09", "remark": "Krap."},
    "manager:deliver-old-way": {"ends_on": "2026-06-01", "stopped_on": ""},
    "manager:deliver-leaving": {"position": "Hoofd operatie", "leaves_on": "2026-05-01"},
    "manager:deliver-uptake": {"kind": "attendance", "part": "9", "rest": "3", "counted_on": "2026-03-09"},
}
WHOM_OF_STAKES: dict[str, tuple[Role, str]] = dict.fromkeys(FORMS_OF_STAKES, (Role.MANAGER, "guarded"))
FORMS_OF_STAKES["shadow:deliver-resistance"] = {"do": "word", "agrees": "no", "why": "Dat kost te veel vertrouwen."}
WHOM_OF_STAKES["shadow:deliver-resistance"] = (Role.SHADOW, "guarded")
TASK = {"do": "task", "what": "Cijfers aanleveren", "whose": "client", "due_on": "2026-04-01"}
DESKS = {
    "bureau": Role.ACCOUNT_MANAGER,
    "client": Role.CLIENT,
    "manager": Role.MANAGER,
    "shadow": Role.SHADOW,
}
FORMS_OF_STAKES |= {f"{desk}:deliver-shared": TASK for desk in DESKS}
WHOM_OF_STAKES |= {f"{desk}:deliver-shared": (role, "guarded") for desk, role in DESKS.items()}
NEW = ("stakeholder-new", "resistance-new", "readiness", "odds", "uptake", "old-way", "leaving")
OBJECTS_OF_ASSIGNMENTS = {
    **{f"{desk}:deliver-report": "report" for desk in ("bureau", "client", "shadow")},
    **dict.fromkeys(
        ("manager:deliver-report", "bureau:deliver-mandate", "bureau:ensure-appoint", "client:deliver-plan"),
        "assignment",
    ),
    **{
        f"{desk}:deliver-{page}": "assignment"
        for desk in ("bureau", "client", "manager", "shadow")
        for page in ("assignment", "change", "shared", "plan", "progress")
    },
    **{f"{desk}:deliver-stakes": "assignment" for desk in ("manager", "shadow")},
    **{f"manager:deliver-{page}": "assignment" for page in NEW},
}


def stakeholder_of(life: Any) -> str:
    """The team of this life's assignment, written down when a test first asks for it."""
    row = Stakeholder.objects.filter(assignment__code=life.assignment).first()
    if row is not None:
        return row.code
    named = Named(kind=StakeKind.GROUP, name="Team aanvragen", circle=Circle.EMPLOYEES, people=12)
    stand = Stand(
        noted_on=DAY,
        influence=3,
        interest=5,
        now=Commitment.AGAINST,
        needed=Commitment.HELPS,
        evidence="Zegt dat het zo niet kan.",
    )
    return str(add_stakeholder(assignment=life.assignment, named=named, stand=stand, by=life.max, at=AT))


def resistance_of(life: Any) -> str:
    """A line in the register of this life's assignment."""
    who = stakeholder_of(life)
    row = Resistance.objects.filter(assignment__code=life.assignment).first()
    if row is not None:
        return row.code
    seen = Seen(stakeholder=who, seen_on=DAY, behaviour="Werkt door op de oude manier.", cause=Cause.OTHER_VIEW)
    return str(see_resistance(assignment=life.assignment, seen=seen, by=life.max, at=AT))


def decision_of(life: Any) -> str:
    """An open decision of this life's assignment, asked in its first report."""
    row = Decision.objects.filter(assignment__code=life.assignment).first()
    if row is not None:
        return row.code
    needed = Needed(what="Het budget voor het tweede team", due_on=DAY + timedelta(days=7), named="Directie")
    week = replace(week_of(DAY, life.words), needed=(needed,))
    assert isinstance(report_week(assignment=life.assignment, week=week, by=life.max, at=AT), str)
    return Decision.objects.get(assignment__code=life.assignment).code


def asked_resistance_of(life: Any) -> str:
    """A line of which the manager wants to meet the resistance in a way that costs trust."""
    who = stakeholder_of(life)
    row = Resistance.objects.filter(assignment__code=life.assignment, approaches__word=Word.ASKED).first()
    if row is not None:
        return row.code
    seen = Seen(stakeholder=who, seen_on=DAY, behaviour="Houdt de cijfers achter.", cause=Cause.SELF_INTEREST)
    code = str(see_resistance(assignment=life.assignment, seen=seen, by=life.max, at=AT))
    choice = Choice(approach=Approach.COERCE, why="Er is geen tijd.", carried_out_by="Max")
    assert choose_approach(resistance=code, choice=choice, by=life.max, at=AT) is None
    return code


def shared_file_of(life: Any) -> str:
    """A file that the manager shares with every party."""
    row = SharedFile.objects.filter(assignment__code=life.assignment).first()
    if row is not None:
        return row.code
    told = {"title": "Cijfers van maart", "content": b"%PDF-1.7 cijfers", "readers": frozenset(Party)}
    return str(share_file(assignment=life.assignment, **told, by=life.max, at=AT))


def all_that_is_shared(life: Any) -> None:
    shared_file_of(life)
    about = {"assignment": life.assignment, "by": life.max, "at": AT}
    share_note(**about, text="Volgende week zonder mij.", readers={Party.CLIENT})
    add_task(**about, what="Cijfers aanleveren", whose=Party.CLIENT, due_on=DAY + timedelta(days=30))


def all_of_stakes(life: Any) -> None:
    """One of everything that the manager may note, with an approach that did something."""
    code, about = resistance_of(life), {"assignment": life.assignment, "by": life.max, "at": AT}
    choice = Choice(approach=Approach.INVOLVE, why="Zij kennen het werk.", carried_out_by="Max")
    assert choose_approach(resistance=code, choice=choice, by=life.max, at=AT) is None
    assert see_effect(resistance=code, effect=Effect.LESS, seen="Twee doen mee.", by=life.max, at=AT) is None
    ready = {"circle": Circle.EMPLOYEES, "people": 12, "noted_on": DAY, "scores": dict.fromkeys(Step, 3)}
    assert note_readiness(**about, **ready) is None
    scores = dict.fromkeys(OddsPart, 2)
    assert note_odds(**about, noted_on=DAY, scores=scores, remark="Krap.") is None
    count = Count(kind=UptakeKind.NEW_WAY, counted_on=DAY, part=9, rest=3)
    assert count_uptake(**about, count=count) is None


MADE_OF_STAKES = {
    "client:deliver-decision": decision_of,
    **{f"{desk}:deliver-stakeholder": stakeholder_of for desk in ("manager", "shadow")},
    "manager:deliver-resistance": resistance_of,
    "shadow:deliver-resistance": asked_resistance_of,
    **{f"{desk}:deliver-shared-file": shared_file_of for desk in DESKS},
}
