"""Opening an assignment, its mandate and its plan of approach."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.http import Http404

from interregnum.journal.models import Entry
from interregnum.kernel.money import Money
from interregnum.outside.mail import kept_mail
from interregnum.stages.deliver.actions.agree_plan import agree_plan, propose_plan, send_back_plan
from interregnum.stages.deliver.actions.open_assignment import open_assignment
from interregnum.stages.deliver.actions.report_week import report_week
from interregnum.stages.deliver.actions.save_plan import save_plan
from interregnum.stages.deliver.actions.set_mandate import DomainRight, Mandate, set_mandate
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.rules.plan import NEEDED, ResultLine
from interregnum.stages.deliver.rules.states import AssignmentState, Domain, PlanState, Right
from interregnum.stages.deliver.tests.deliver_world import a_plan, a_week, make_assignment, make_contract, signed
from tests.life import SAID
from tests.world import NOW, Cast


def kinds() -> list[str]:
    return list(Entry.objects.order_by("number").values_list("kind", flat=True))


def code_of(refused: object) -> str:
    return refused.reasons[0].code  # type: ignore[attr-defined]


@pytest.mark.mission("A1")
def test_a_signed_contract_becomes_an_assignment_with_mandate_and_phases(cast: Cast) -> None:
    row = make_assignment(cast)
    assert row.number == "A-2026-0007"
    assert (row.state, row.plan_state, row.owner) == (AssignmentState.LANDING, PlanState.DRAFT, cast.anton)
    assert {line.domain: line.right for line in row.mandate.all()} == dict.fromkeys(Domain, Right.PROPOSES)
    assert row.phases.first().title == "Landen en diagnose stellen"
    assert row.phases.last().ends_on == row.ends_on
    assert kinds() == ["AssignmentOpened", "AvailabilityMoved"]


def test_carla_and_max_are_told_that_the_assignment_is_there(cast: Cast) -> None:
    row = make_assignment(cast)
    mails, _count = kept_mail()
    assert {mail.to for mail in mails} == {"carla@example.org", "max@example.org"}
    assert all(row.code in mail.text and row.problem not in mail.text for mail in mails)


def test_a_contract_that_is_signed_twice_opens_one_assignment(cast: Cast) -> None:
    contract = make_contract(cast)
    codes = {open_assignment(signed(contract), cast.actor(cast.bea), NOW) for _time in range(2)}
    assert len(codes) == Assignment.objects.count() == 1
    assert kinds() == ["AssignmentOpened", "AvailabilityMoved"]


def lines(**rights: DomainRight) -> tuple[DomainRight, ...]:
    return tuple(rights.get(domain.value, DomainRight(domain, Right.PROPOSES)) for domain in Domain)


def test_bea_sets_the_mandate_with_a_limit(cast: Cast) -> None:
    row = make_assignment(cast)
    money = DomainRight(Domain.MONEY, Right.DECIDES, Money(25_000))
    mandate = Mandate("Carla", date(2026, 3, 2), lines(money=money))
    assert set_mandate(assignment=row.code, mandate=mandate, by=cast.actor(cast.bea), at=NOW) is None
    line = row.mandate.get(domain=Domain.MONEY)
    assert (line.right, line.limit) == (Right.DECIDES, Money(25_000))
    assert row.mandate.count() == len(Domain)
    assert kinds()[-1] == "MandateSet"


def test_money_without_a_limit_is_refused_and_changes_nothing(cast: Cast) -> None:
    row = make_assignment(cast)
    mandate = Mandate("Carla", None, lines(money=DomainRight(Domain.MONEY, Right.DECIDES)))
    refused = set_mandate(assignment=row.code, mandate=mandate, by=cast.actor(cast.bea), at=NOW)
    assert code_of(refused) == "deliver.limit_needed"
    row.refresh_from_db()
    assert row.reports_to == ""


@pytest.mark.mission("A1")
def test_max_writes_and_sends_a_plan_that_carla_agrees_to(cast: Cast) -> None:
    row, by_max, by_carla = make_assignment(cast), cast.actor(cast.max), cast.actor(cast.carla)
    assert save_plan(assignment=row.code, plan=a_plan(), by=by_max, at=NOW) is None
    assert propose_plan(assignment=row.code, by=by_max, at=NOW) is None
    assert agree_plan(assignment=row.code, version=1, by=by_carla, at=NOW) is None
    row.refresh_from_db()
    assert (row.plan_state, row.plan_agreed_at) == (PlanState.AGREED, NOW)
    result = row.results.get()
    assert (result.baseline, result.target, result.unit, result.due_on) == (19, 5, "dagen", date(2026, 7, 31))
    assert kinds()[-2:] == ["PlanProposed", "PlanAgreed"]
    assert code_of(save_plan(assignment=row.code, plan=a_plan(), by=by_max, at=NOW)) == "deliver.plan_agreed"


@pytest.mark.mission("A1")
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"results": ()}, "deliver.result_needed"),
        ({"phases": ()}, "deliver.phase_needed"),
        ({"first_result_on": None}, "deliver.first_result_day_needed"),
        *(({"texts": SAID | {part: "  "}}, f"deliver.needs_{part}") for part in NEEDED),
    ],
)
def test_a_plan_without_what_must_be_said_does_not_go_to_carla(
    cast: Cast, changes: dict[str, object], code: str
) -> None:
    row, by_max = make_assignment(cast), cast.actor(cast.max)
    assert save_plan(assignment=row.code, plan=a_plan(**changes), by=by_max, at=NOW) is None
    assert code_of(propose_plan(assignment=row.code, by=by_max, at=NOW)) == code
    row.refresh_from_db()
    assert row.plan_state == PlanState.DRAFT


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (ResultLine("Gelijk", "dagen", Decimal(5), Decimal(5), date(2026, 7, 1)), "deliver.target_is_baseline"),
        (ResultLine("Te laat", "dagen", Decimal(9), Decimal(5), date(2028, 7, 1)), "deliver.day_outside_term"),
    ],
)
def test_a_result_that_cannot_be_is_refused(cast: Cast, line: ResultLine, code: str) -> None:
    row = make_assignment(cast)
    refused = save_plan(assignment=row.code, plan=a_plan(results=(line,)), by=cast.actor(cast.max), at=NOW)
    assert code_of(refused) == code
    assert not row.results.exists()


def test_carla_sends_a_plan_back_and_max_changes_it(cast: Cast) -> None:
    row, by_max, by_carla = make_assignment(cast), cast.actor(cast.max), cast.actor(cast.carla)
    save_plan(assignment=row.code, plan=a_plan(), by=by_max, at=NOW)
    propose_plan(assignment=row.code, by=by_max, at=NOW)
    assert code_of(save_plan(assignment=row.code, plan=a_plan(), by=by_max, at=NOW)) == "deliver.plan_with_client"
    assert code_of(send_back_plan(assignment=row.code, note=" ", by=by_carla, at=NOW)) == "deliver.note_needed"
    assert send_back_plan(assignment=row.code, note="Eerder klaar.", by=by_carla, at=NOW) is None
    assert code_of(agree_plan(assignment=row.code, version=1, by=by_carla, at=NOW)) == "deliver.plan_not_proposed"
    kept = row.results.get()
    line = replace(a_plan().results[0], code=kept.code, target=Decimal(4))
    assert save_plan(assignment=row.code, plan=a_plan(results=(line,)), by=by_max, at=NOW) is None
    kept.refresh_from_db()
    assert kept.target == 4
    assert propose_plan(assignment=row.code, by=by_max, at=NOW) is None


def test_a_measured_result_cannot_be_taken_out_of_the_plan(cast: Cast) -> None:
    row, by_max = make_assignment(cast), cast.actor(cast.max)
    save_plan(assignment=row.code, plan=a_plan(), by=by_max, at=NOW)
    week = a_week(measured={row.results.get().code: Decimal(18)})
    report_week(assignment=row.code, week=week, by=by_max, at=NOW)
    refused = save_plan(assignment=row.code, plan=a_plan(results=()), by=by_max, at=NOW)
    assert code_of(refused) == "deliver.result_measured"
    assert row.results.count() == 1


def test_olga_and_otto_cannot_touch_an_assignment_of_others(cast: Cast) -> None:
    row = make_assignment(cast)
    with pytest.raises(Http404):
        save_plan(assignment=row.code, plan=a_plan(), by=cast.actor(cast.olga), at=NOW)
    with pytest.raises(Http404):
        agree_plan(assignment=row.code, version=1, by=cast.actor(cast.otto), at=NOW)
