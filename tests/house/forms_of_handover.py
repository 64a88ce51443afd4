"""The addresses of a hand-over: one that has begun, with a card, and what the client said of it."""

from collections.abc import Callable
from typing import Any

from interregnum.kernel.actor import Role
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.handover.actions.open_handover import take_reading
from interregnum.stages.handover.models import (
    AnchorCard,
    ClosedResult,
    DocumentAnswer,
    Evaluation,
    FreeWeek,
    GateOverride,
    GivingBack,
    Handover,
    HandoverDocument,
    NewMeasure,
)
from interregnum.stages.handover.rules.states import Judge, OverrideSide, PaperState, Signer, SuccessorState, WeekState
from interregnum.stages.keep.models import Aftercare, ResultCheck
from interregnum.stages.keep.rules.states import CareState, Proposal
from tests.world import NOW, TODAY


def handover_of(life: Any) -> str:
    """The assignment of this life, with its hand-over under way; made when a test first asks for it."""
    about: Any = Assignment.objects.get(code=life.assignment)
    codes = list(about.results.values_list("code", flat=True))
    told = {"successor": "Sofie Lijn", "successor_state": SuccessorState.ASKED}
    row, is_new = Handover.objects.get_or_create(assignment=about, defaults=told | {"opened_at": NOW, "results": codes})
    if is_new:
        result = about.results.first()
        measure = {"unit": result.unit, "baseline": result.baseline, "norm": result.target}
        AnchorCard.objects.create(handover=row, result=result, owner="Lies Eigenaar", written_at=NOW, **measure)
        take_reading(row, at=NOW)
    return str(life.assignment)


def document_of(life: Any) -> str:
    """A hand-over document that lies before client and successor; made when a test first asks for it."""
    handover_of(life)
    row = Handover.objects.get(assignment__code=life.assignment)
    paper = {
        **{name: "Overdracht" for name in ("title", "number", "subject", "version", "lead", "name", "firm")},
        "language": "nl",
        "sections": [{"title": "Risico", "head": ["Nummer"], "rows": [["Vakantie"]], "nothing": "", "words": "Ja."}],
    }
    told = {"state": PaperState.SENT, "told": {"nl": paper, "en": paper | {"language": "en"}}, "sent_at": NOW}
    HandoverDocument.objects.get_or_create(handover=row, number=1, defaults=told | {"written_at": NOW})
    return str(life.assignment)


def week_of(life: Any) -> str:
    """A week without the manager that waits for the client; made when a test first asks for it."""
    handover_of(life)
    row = Handover.objects.get(assignment__code=life.assignment)
    days = {"first_on": TODAY, "last_on": TODAY, "planned_at": NOW}
    FreeWeek.objects.get_or_create(handover=row, defaults=days)
    return str(life.assignment)


def card_of(life: Any) -> str:
    handover_of(life)
    return str(AnchorCard.objects.get(handover__assignment__code=life.assignment).result.code)


def back_of(life: Any) -> str:
    """The list of what is given back; made when a test first asks for it."""
    handover_of(life)
    about: Any = Assignment.objects.get(code=life.assignment)
    told = {"assignment": about, "asked_at": NOW}
    return str(GivingBack.objects.get_or_create(contract=about.contract, defaults=told)[0].code)


def care_of(life: Any) -> str:
    """A look back that was asked; made when a test first asks for it."""
    handover_of(life)
    row = Handover.objects.get(assignment__code=life.assignment)
    told = {"title": "Dagen", "unit": "dagen", "baseline": 19, "norm": 5, "is_reached": True}
    if not row.closed_results.exists():
        ClosedResult.objects.create(handover=row, **told)
    asked = {"due_on": TODAY, "state": CareState.ASKED, "asked_at": NOW, "open_until": TODAY}
    care, _is_new = Aftercare.objects.get_or_create(assignment=row.assignment, months=3, defaults=asked)
    return str(care.code)


def relapse_of(life: Any) -> str:
    """A look back in which a result slips; made when a test first asks for it."""
    code = care_of(life)
    care = Aftercare.objects.get(code=code)
    result = ClosedResult.objects.get(handover__assignment__code=life.assignment)
    ResultCheck.objects.get_or_create(care=care, result=result, defaults={"proposal": Proposal.TALK})
    return code


def result_of(life: Any) -> str:
    """A result as it was handed over."""
    care_of(life)
    return str(ClosedResult.objects.get(handover__assignment__code=life.assignment).code)


def closed_of(life: Any) -> str:
    care_of(life)
    return str(life.assignment)


def had_of_handover(life: Any) -> None:
    care_of(life)
    document_of(life)
    week_of(life)
    relapse_of(life)
    back_of(life)


def all_of_handover(life: Any) -> None:
    """The same, with all that people write in it."""
    care_of(life)
    row = Handover.objects.get(assignment__code=life.assignment)
    marks = dict.fromkeys(("score", "knowledge", "skills", "mobilising", "again"), 8)
    carla = life.cast.carla
    Evaluation.objects.create(
        handover=row, judge=Judge.CLIENT, words="Goed gedaan.", written_by=carla, written_at=NOW, **marks
    )
    GateOverride.objects.create(
        handover=row, side=OverrideSide.CLIENT, reason="Wij redden het.", made_by=carla, made_at=NOW
    )
    document_of(life)
    week_of(life)
    relapse_of(life)
    back_of(life)
    ResultCheck.objects.update(decided=Proposal.TALK, decided_why="Bellen.")
    Aftercare.objects.update(balance="Het leverde op.", gone_why="Gefuseerd.")
    measure = {"unit": "procent", "baseline": 60, "norm": 95, "since": TODAY, "why": "Anders.", "written_at": NOW}
    NewMeasure.objects.create(result=ClosedResult.objects.get(handover=row), written_by=carla, **measure)
    FreeWeek.objects.update(conclusion="Het ging door.", state=WeekState.HELD, stands=True)
    written = dict.fromkeys(("opening", "agreements", "risks", "days", "contacts"), "Overgedragen.")
    paper = HandoverDocument.objects.get(handover=row)
    HandoverDocument.objects.filter(pk=paper.pk).update(**written)
    DocumentAnswer.objects.create(
        document=paper, signer=Signer.SUCCESSOR, agrees=True, reason="Goed.", lacks="Niets.", answered_at=NOW
    )
    Handover.objects.filter(pk=row.pk).update(successor_words="Nog niet.", ended_why="Fusie.", closed_at=None)


ANEW = {"unit": "procent", "baseline": "60", "norm": "95", "why": "Het systeem telt anders."}
CARD = {"version": "0", "norm": "5", "owner": "Lies Eigenaar"}
FORMS_OF_HANDOVER: dict[str, dict[str, Any]] = {
    "client:handover-page": {"do": "answer", "agrees": "yes"},
    "manager:handover-page": {
        "do": "evaluate", "score": "8", "knowledge": "8", "skills": "8", "mobilising": "8", "again": "9",
    },
    "shadow:handover-page": {"do": "override", "reason": "De lijn kan het."},
    "bureau:handover-page": {"do": "close", "ending": "early", "why": "Eerder klaar."},
    "client:handover-week": {"agrees": "on"},
    "manager:handover-week": {"first_on": "2026-08-10"},
    "client:handover-document": {"agrees": "yes"},
    "manager:handover-document": {"do": "keep", "version": "0", "opening": "Begin met de teamleiders."},
    "bureau:handover-back": {"do": "say", "what": "powers"},
    "client:handover-back": {"do": "say", "what": "access"},
    "manager:handover-back": {"do": "say", "what": "copies"},
    "bureau:keep-write": {"value_0": "5", "used_0": "yes", "owner_0": "yes"},
    "shadow:keep-write": {"value_0": "6", "used_0": "no", "owner_0": "no"},
    "client:keep-write": {"value_0": "6", "used_0": "no", "owner_0": "no"},
    "bureau:keep-relapse": {"decision_0": "talk"},
    "shadow:keep-relapse": {"decision_0": "talk"},
    "client:keep-measure": ANEW,
    "bureau:keep-measure": ANEW,
    "bureau:keep-whom": {"whom": "gone", "why": "Opgeheven."},
    "bureau:keep-talk": {"words": "Het loopt."},
    "shadow:keep-talk": {"words": "Het loopt."},
    "client:handover-card": CARD,
    "manager:handover-card": CARD,
}  # fmt: skip
BY_TOKEN = ("keep-answer", "handover-answer", "handover-answer-pdf")
ROLES = {"client": Role.CLIENT, "manager": Role.MANAGER, "bureau": Role.ACCOUNT_MANAGER, "shadow": Role.SHADOW}
WHOM_OF_HANDOVER = {address: (ROLES[address.partition(":")[0]], "reported") for address in FORMS_OF_HANDOVER}
MADE_OF_HANDOVER: dict[str, Callable[[Any], str]] = {
    **{f"{desk}:handover-page": handover_of for desk in ROLES},
    **{f"{desk}:handover-{page}": document_of for desk in ROLES for page in ("document", "pdf", "word")},
    **{f"{desk}:handover-week": week_of for desk in ROLES},
    **{f"{desk}:keep-report": closed_of for desk in ROLES},
    **{f"{desk}:handover-back": back_of for desk in ("bureau", "client", "manager")},
    **{f"{desk}:keep-page": handover_of for desk in ROLES},
    **{f"{desk}:keep-write": care_of for desk in ("bureau", "client", "shadow")},
    **{f"{desk}:keep-relapse": relapse_of for desk in ("bureau", "shadow")},
    **{f"{desk}:keep-talk": care_of for desk in ("bureau", "shadow")},
    **{f"{desk}:keep-measure": result_of for desk in ("bureau", "client")},
    "bureau:keep-whom": closed_of,
    **{f"{desk}:handover-card": card_of for desk in ("client", "manager")},
}
