"""Max's assignment at Carla's bank is closed, and in these tests one client is enough to tell of it."""

from datetime import datetime, timedelta
from typing import Any

from interregnum.kernel.refused import Refused
from interregnum.parameters.models import Parameter
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.handover.models import ClosedResult, Handover
from interregnum.stages.handover.rules.states import Ending
from interregnum.stages.learn.actions.case_consent import answer_case, offer_case
from interregnum.stages.learn.actions.case_write import draft_case, write_case
from interregnum.stages.learn.models import Case, CaseText
from interregnum.stages.learn.queries.cases import TEXTS
from interregnum.stages.learn.rules.case_states import Answer
from interregnum.stages.learn.tests.learn_world import AFTER, ended
from tests.life import Life
from tests.world import Cast

CLOSED_AT = AFTER + timedelta(days=3)
SAID = {
    "title_nl": "Eén werkwijze voor twee teams",
    "problem_nl": "Twee teams deden hetzelfde werk op twee manieren.",
    "approach_nl": "De interim-manager liet beide teams één werkwijze ontwerpen.",
    "result_nl": "De doorlooptijd ging van 21 naar 10 werkdagen.",
    "lasted_nl": "Na een half jaar stond dat nog.",
    "title_en": "One way of working for two teams",
    "problem_en": "Two teams did the same work in two ways.",
    "approach_en": "The interim manager had both teams design one way of working.",
    "result_en": "Lead time went from 21 to 10 working days.",
    "lasted_en": "Half a year later it still did.",
}


def closed(cast: Cast) -> Life:
    """Over, and closed with its index and a result."""
    life = ended(cast)
    close(Assignment.objects.get(code=life.assignment))
    share(1)
    return life


def close(row: Assignment) -> None:
    Assignment.objects.filter(pk=row.pk).update(state=AssignmentState.CLOSED)
    told: dict[str, Any] = {"closed_at": AFTER, "ending": Ending.TERM, "index_at_close": 74}
    handover, _is_new = Handover.objects.update_or_create(
        assignment=row, defaults=told, create_defaults=told | {"opened_at": AFTER}
    )
    result: dict[str, Any] = {"title": "Doorlooptijd", "unit": "werkdagen", "baseline": 21, "norm": 10, "value": 10}
    ClosedResult.objects.get_or_create(handover=handover, position=1, defaults=result | {"is_reached": True})


def share(organisations: int) -> None:
    """From how many clients on something is told."""
    value = {"organisations": organisations, "figures": 2, "from": 100}
    Parameter.objects.filter(name="learn.case_bounds").update(value=value)


def expect(result: Any) -> Any:
    assert not isinstance(result, Refused), result
    return result


def written(life: Life, *, at: datetime = CLOSED_AT, **more: str) -> Case:
    """Drafted by the software, and written by Bea until nothing tells whose it is."""
    by = life.cast.actor(life.cast.bea)
    expect(draft_case(assignment=life.assignment, by=by, at=at))
    case = Case.objects.get(assignment__code=life.assignment)
    expect(write_case(assignment=life.assignment, seen=case.version, texts=SAID | more, by=by, at=at))
    case.refresh_from_db()
    return case


def offered(life: Life, *, at: datetime = CLOSED_AT, **more: str) -> Case:
    case = written(life, at=at, **more)
    by = life.cast.actor(life.cast.bea)
    expect(offer_case(assignment=life.assignment, version=case.version, by=by, at=at))
    case.refresh_from_db()
    return case


def agreed(life: Life, *, at: datetime = CLOSED_AT, site: bool = True, proposals: bool = True, **more: str) -> Case:
    case = offered(life, at=at, **more)
    said: dict[str, Any] = {"answer": Answer.AGREE, "on_site": site, "in_proposals": proposals, "words": ""}
    by = life.cast.actor(life.cast.carla)
    expect(answer_case(assignment=life.assignment, version=case.version, **said, by=by, at=at))
    case.refresh_from_db()
    return case


def texts_of(case: Case) -> dict[str, str]:
    row = CaseText.objects.get(case=case, number=case.version)
    return {name: getattr(row, name) for name in TEXTS}
