"""What holds beside notice: the guarantee keeps its day, nobody goes round the term, and somebody may give it."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from interregnum.kernel.period import AMSTERDAM, local_day
from interregnum.people.models import Authority
from interregnum.stages.contract.actions.give_notice import give_notice
from interregnum.stages.contract.actions.leave import leave
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries.replaced import agreed_end
from interregnum.stages.contract.rules.ending import Leaving
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.guarantee.actions.complain import Way, complain
from interregnum.stages.guarantee.rules.reasons import ComplaintReason
from interregnum.stages.guarantee.rules.states import Choice
from tests.life import Life
from tests.world import NOW, Cast, browser

AT = NOW + timedelta(days=14)
ON = local_day(AT)
NOTICE_DAY = ON + timedelta(days=30)
EARLY = NOTICE_DAY - timedelta(days=1)


@pytest.fixture
def life(cast: Cast) -> Life:
    return Life(cast, until="reported")


def leaves(life: Life, leaving: Leaving, last_day: date = EARLY, *, by=None, at: datetime = AT, agreed_by: str = ""):
    told = {"contract": life.contract, "leaving": leaving, "last_day": last_day, "agreed_by": agreed_by}
    return leave(**told, by=by or life.max, at=at)


def code_of(refused) -> str:
    return refused.reasons[0].code


def test_a_replacement_does_not_undo_notice(life: Life) -> None:
    assert give_notice(contract=life.contract, last_day=NOTICE_DAY, by=life.carla, at=AT) is None
    told = {"assignment": life.assignment, "reason": ComplaintReason.RESULT, "words": ""}
    assert isinstance(complain(**told, way=Way(choice=Choice.REPLACE), by=life.carla, at=AT), str)
    row = Contract.objects.get(code=life.contract)
    assert (row.runs_until, row.leaving, agreed_end(row)) == (ON, Leaving.REPLACED, NOTICE_DAY)
    assert Assignment.objects.get(code=life.assignment).ends_on == NOTICE_DAY
    with time_machine.travel(AT, tick=False):
        page = browser(life.cast.carla, language="en").get(reverse("client:contract-contract", args=[life.contract]))
    assert "Ordinary notice given" in page.text and "as the last day" in page.text


@pytest.mark.parametrize("leaving", [Leaving.RESIGNS, Leaving.OTHER])
def test_another_reason_is_no_way_round_the_notice(life: Life, leaving: Leaving) -> None:
    assert code_of(leaves(life, leaving)) == "contract.resigns_too_early"
    assert leaves(life, leaving, by=life.anton, agreed_by="Carla Klant") is None
    for person, desk in ((life.cast.carla, "client"), (life.cast.max, "manager"), (life.cast.anton, "bureau")):
        with time_machine.travel(AT, tick=False):
            page = browser(person, language="en").get(reverse(f"{desk}:contract-contract", args=[life.contract])).text
        assert "The client agreed to an earlier day" in page and "Carla Klant" in page


def test_nobody_agreed_to_an_illness(life: Life) -> None:
    assert leaves(life, Leaving.ILL, ON, by=life.anton, agreed_by="Carla Klant") is None
    assert Contract.objects.get(code=life.contract).decided_by == ""


def test_who_resigns_too_late_for_the_notice_reads_one_answer_whatever_the_day(life: Life) -> None:
    ends = Contract.objects.get(code=life.contract).ends_on
    late = datetime(ends.year, ends.month, ends.day, 9, tzinfo=AMSTERDAM) - timedelta(days=10)
    for last_day in (ends - timedelta(days=1), ends, ends + timedelta(days=20)):
        assert code_of(leaves(life, Leaving.RESIGNS, last_day, at=late)) == "contract.notice_too_late"
    with time_machine.travel(late, tick=False):
        page = browser(life.cast.max, language="en").get(reverse("manager:contract-leaving", args=[life.contract])).text
    assert "at the earliest" not in page and "before that" in page
    agreed = {"by": life.anton, "at": late, "agreed_by": "Carla Klant"}
    assert leaves(life, Leaving.RESIGNS, ends - timedelta(days=5), **agreed) is None


@pytest.mark.parametrize(
    ("recorded", "code"), [({"ended_at": NOW}, "no_authority"), ({"scope": "jointly"}, "only_jointly")]
)
def test_of_the_client_whoever_may_sign_gives_notice(life: Life, recorded: dict[str, object], code: str) -> None:
    Authority.objects.update(**recorded)
    told = {"contract": life.contract, "last_day": NOTICE_DAY, "at": AT}
    assert code_of(give_notice(**told, by=life.carla)) == f"contract.{code}"
    with time_machine.travel(AT, tick=False):
        page = browser(life.cast.carla, language="en").get(reverse("client:contract-notice", args=[life.contract])).text
        of_firm = browser(life.cast.anton).get(reverse("bureau:contract-notice", args=[life.contract])).text
    assert "btn-danger" not in page and "call us" in page and life.cast.bank.name in page
    assert "btn-danger" in of_firm
    assert give_notice(**told, by=life.anton) is None
