"""A signed contract is amended by a numbered addition that both sign; nothing is extended without a fresh decision."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse
from pypdf import PdfReader

from interregnum.files.store import content_of
from interregnum.kernel.money import Money
from interregnum.kernel.period import Period
from interregnum.kernel.refused import Refused
from interregnum.outside.mail import kept_mail
from interregnum.stages.brief.actions.agree_brief import agree_brief
from interregnum.stages.brief.actions.change_brief import change_brief
from interregnum.stages.brief.actions.offer_brief import offer_brief
from interregnum.stages.brief.actions.reopen_brief import reopen_brief
from interregnum.stages.brief.models import Brief
from interregnum.stages.brief.queries.rows import values_of
from interregnum.stages.choose.models import Candidacy
from interregnum.stages.choose.rules.weeks import Engagement
from interregnum.stages.contract.actions.amend import draw_amendment
from interregnum.stages.contract.actions.end_unsigned import lapse_contracts, withdraw_contract
from interregnum.stages.contract.actions.say_wish import say_wish
from interregnum.stages.contract.models import Contract, EndWish
from interregnum.stages.contract.queries import bureau_contract_page, contract_of_brief, document_of
from interregnum.stages.contract.queries.amendments import terms_now
from interregnum.stages.contract.queries.ending import ends_near
from interregnum.stages.contract.queries.room import has_room_for
from interregnum.stages.contract.rules.amending import Terms, in_force
from interregnum.stages.contract.rules.ending import Wish
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.tests.accepted import CLIENT_RATE, MANAGER_RATE, drawn
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.queries import engagements_of, starts_waiting, write_hours_page
from tests import world
from tests.life import Life
from tests.signing import sign

LATER, FROM = date(2026, 12, 18), date(2026, 9, 1)
LONGER = Terms(ends_on=LATER, days_a_week=3, client_rate=CLIENT_RATE, manager_rate=MANAGER_RATE)
# The last day of the contract is 4 October 2026.
NEAR = date(2026, 8, 20)


@pytest.fixture(autouse=True)
def _at_now():
    """Pages know the time by themselves: nothing here has ended yet."""
    with time_machine.travel(world.NOW, tick=True):
        yield


@pytest.fixture
def contract(cast):
    contract = drawn(cast)
    both_sign(cast, contract.code)
    contract.refresh_from_db()
    return contract


def both_sign(cast, code: str) -> None:
    for side, who in ((Side.CLIENT, cast.carla), (Side.MANAGER, cast.max)):
        assert sign(code, side, cast.actor(who), at=world.NOW) is None


def amend(cast, contract, **changes):
    values = {
        "contract": contract.code, "new": LONGER, "holds_from": FROM, "reason": "Het resultaat is er nog niet.",
        "decided_by": "Carla Klant", "by": cast.actor(cast.bea), "at": world.NOW,
    }  # fmt: skip
    return draw_amendment(**(values | changes))


def told(refused) -> set[str]:
    assert isinstance(refused, Refused)
    return {reason.code for reason in refused.reasons}


@pytest.mark.mission("H3")
def test_both_sign_the_addition_and_then_the_term_follows(cast, contract):
    code = amend(cast, contract)
    amendment = Contract.objects.get(code=code)
    assert amendment.number == "C-2026-0001/1"
    words = "".join(
        page.extract_text()
        for page in PdfReader(io.BytesIO(content_of(amendment.agreements.get(side=Side.CLIENT).document))).pages
    ).replace("\n", " ")
    assert "Amendment" in words and "Decided by Carla Klant" in words and "1,437.50" in words
    assert "1,150" not in words and "December" in words
    assert Assignment.objects.get().ends_on == date(2026, 10, 4)
    both_sign(cast, code)
    contract.refresh_from_db()
    assert contract.runs_until == Assignment.objects.get().ends_on == LATER
    assert terms_now(contract) == LONGER and contract.ends_on == date(2026, 10, 4)
    assert contract_of_brief(contract.brief.code) == contract.code
    page = world.browser(cast.max, language="en").get(reverse("manager:contract-contract", args=[contract.code]))
    assert "from 1 Sep 2026: 3 days a week, until 18 Dec 2026" in page.content.decode().replace("\xa0", " ")


def test_an_assignment_that_became_another_one_rests_on_the_new_version_of_the_brief(cast):
    contract = Contract.objects.get(code=Life(cast, until="signed").contract)
    brief, by, carla = contract.brief.code, cast.actor(cast.bea), cast.actor(cast.carla)
    assert reopen_brief(brief=brief, by=by, at=world.NOW) is None
    wanted = replace(values_of(Brief.objects.get(code=brief)), problem="Ook het tweede kantoor loopt vast.")
    assert change_brief(brief=brief, wanted=wanted, by=by, at=world.NOW) is None
    version = offer_brief(brief=brief, by=by, at=world.NOW)
    page = reverse("bureau:contract-amend", args=[contract.code])
    assert "has become another one" not in world.browser(cast.bea, language="en").get(page).content.decode()
    assert agree_brief(brief=brief, version=version, by=carla, at=world.NOW) is None
    assert "has become another one" in world.browser(cast.bea, language="en").get(page).content.decode()
    code = amend(cast, contract, new=terms_now(contract), holds_from=world.TODAY)
    document = document_of(code, Side.MANAGER).data
    assert [clause["code"] for clause in document["clauses"]] == ["changes", "assignment", "decision", "stays"]
    assert len(document["annexes"]) == 2
    assert Assignment.objects.get().problem != wanted.problem
    both_sign(cast, code)
    assert Assignment.objects.get().problem == wanted.problem
    assert terms_now(contract).brief_version == version
    later = amend(cast, contract, new=replace(terms_now(contract), days_a_week=3))
    assert "assignment" not in [clause["code"] for clause in document_of(later, Side.MANAGER).data["clauses"]]


def test_without_a_fresh_decision_or_with_what_cannot_be_nothing_is_drawn(cast, contract):
    assert told(amend(cast, contract, reason=" ", decided_by="")) == {
        "contract.amend_reason_empty", "contract.decided_by_empty",
    }  # fmt: skip
    assert told(amend(cast, contract, new=terms_now(contract))) == {"contract.amend_nothing"}
    yesterday = world.TODAY - timedelta(days=1)
    assert told(amend(cast, contract, holds_from=yesterday)) == {"contract.amend_past"}
    assert told(amend(cast, contract, holds_from=LATER)) == {"contract.amend_after_end"}
    low = Terms(ends_on=LATER, days_a_week=3, client_rate=Money(900), manager_rate=Money(1000))
    assert told(amend(cast, contract, new=low)) == {"contract.rate_below_cost"}
    assert not Contract.objects.exclude(amends=None).exists()


def test_what_has_ended_is_neither_extended_nor_asked_about_and_the_page_says_what_to_do(cast, contract):
    after = contract.runs_until + timedelta(days=1)
    at, wish = datetime(after.year, after.month, after.day, 9, tzinfo=UTC), {"wish": "extend", "words": ""}
    refused = amend(cast, contract, holds_from=after, new=replace(terms_now(contract), ends_on=LATER), at=at)
    assert told(refused) == {"contract.amend_over"}
    with time_machine.travel(at, tick=False):
        for desk, person in {"client": cast.carla, "manager": cast.max, "bureau": cast.bea}.items():
            browser, address = world.browser(person), reverse(f"{desk}:contract-ending", args=[contract.code])
            page = browser.get(address).text
            assert "The contract has ended" in page and 'name="wish"' not in page
            browser.post(address, wish)
    assert not EndWish.objects.exists()


def test_one_amendment_waits_at_a_time_and_taking_it_back_changes_nothing(cast, contract):
    code = amend(cast, contract)
    assert told(amend(cast, contract)) == {"contract.amend_open"}
    by = cast.actor(cast.bea)
    assert withdraw_contract(contract=code, reason="Toch niet.", by=by, at=world.NOW) is None
    contract.refresh_from_db()
    assert contract.runs_until == date(2026, 10, 4) and Candidacy.objects.get().state == "chosen"
    assert Contract.objects.get(code=amend(cast, contract)).number == "C-2026-0001/2"


def test_an_amendment_that_lapsed_gives_no_reason_of_somebody_who_left(cast, contract):
    code = amend(cast, contract)
    Contract.objects.filter(code=code).update(lapses_on=world.TODAY)
    assert lapse_contracts(world.NOW) == 1
    assert bureau_contract_page(code, seen_by=cast.actor(cast.bea), on=world.TODAY).standing.end_reason == ""


def test_what_is_not_signed_is_not_amended(cast):
    assert told(amend(cast, drawn(cast))) == {"contract.amend_unsigned"}


def test_days_are_counted_as_the_amendment_has_them(cast, contract):
    autumn = Period(date(2026, 11, 2), date(2026, 12, 31))
    assert has_room_for(Engagement(autumn, 4), manager=cast.max_profile.code)
    both_sign(cast, amend(cast, contract))
    assert not has_room_for(Engagement(autumn, 4), manager=cast.max_profile.code)
    assert has_room_for(Engagement(autumn, 1), manager=cast.max_profile.code)


def test_each_part_holds_until_the_next():
    day = date(2026, 3, 2)
    whole = Engagement(Period(day, day + timedelta(days=99)), 4)
    less = Engagement(Period(day + timedelta(days=50), day + timedelta(days=120)), 2)
    assert in_force([whole, less]) == [Engagement(Period(day, day + timedelta(days=49)), 4), less]
    assert in_force([whole, Engagement(whole.period, 3)]) == [Engagement(whole.period, 3)]


def test_eight_weeks_before_the_last_day_each_desk_asks_and_hears_its_own_answer(cast, contract):
    people = {"client": cast.carla, "manager": cast.max, "bureau": cast.bea}
    early = date(2026, 8, 8)
    assert [ends_near(seen_by=cast.actor(person), on=early) for person in people.values()] == [()] * 3
    for desk, person in people.items():
        assert len(ends_near(seen_by=cast.actor(person), on=NEAR)) == 1
        browser = world.browser(person)
        address = reverse(f"{desk}:contract-ending", args=[contract.code])
        assert browser.post(address, {"wish": "stop", "words": f"Van {desk}."}).status_code == 302
        assert browser.post(address, {"wish": "extend", "words": ""}).status_code == 422
        assert ends_near(seen_by=cast.actor(person), on=NEAR) == ()
    shown = world.browser(cast.bea).get(reverse("bureau:contract-ending", args=[contract.code])).content.decode()
    assert all(f"Van {desk}." in shown for desk in people)
    # Who thinks of going on without the firm reads what was agreed for that.
    assert "€\u00a028,750 (20 days), once" in shown
    own = world.browser(cast.max).get(reverse("manager:contract-ending", args=[contract.code])).content.decode()
    assert "Van manager." in own and "Van client." not in own
    ended = [mail.to for mail in kept_mail()[0] if "last day" in mail.subject or "laatste dag" in mail.subject]
    assert sorted(ended) == ["carla@example.org", "max@example.org"]


def test_once_the_last_day_has_moved_it_is_asked_anew(cast, contract):
    carla = cast.actor(cast.carla)
    assert say_wish(contract=contract.code, wish=Wish.EXTEND, words="", by=carla, at=world.NOW) is None
    both_sign(cast, amend(cast, contract))
    assert ends_near(seen_by=carla, on=NEAR) == ()
    assert len(ends_near(seen_by=carla, on=date(2026, 11, 1))) == 1
    assert EndWish.objects.get().runs_until == date(2026, 10, 4)


def test_bea_amends_on_the_page_and_the_two_are_linked(cast, contract):
    browser = world.browser(cast.bea, language="en")
    address = reverse("bureau:contract-amend", args=[contract.code])
    assert 'value="2026-10-04"' in browser.get(address).content.decode()
    typed = {
        "holds_from": "2027-03-16", "ends_on": "2027-10-29", "days_a_week": "4", "client_rate": "1437.50",
        "manager_rate": "1150", "decided_by": "Carla Klant", "reason": "Verlenging.",
    }  # fmt: skip
    answer = browser.post(address, typed)
    assert answer.status_code == 422 and "The contract has ended by then" in answer.content.decode()
    code = amend(cast, contract)
    page = browser.get(reverse("bureau:contract-contract", args=[code])).content.decode()
    assert reverse("bureau:contract-contract", args=[contract.code]) in page and "Carla Klant" in page


def test_an_amendment_has_no_gates_of_its_own(cast, contract):
    anton, carla = cast.actor(cast.bea), cast.actor(cast.carla)
    seen = [starts_waiting(seen_by=who, on=world.TODAY, most=12) for who in (anton, carla)]
    code = amend(cast, contract)
    assert [starts_waiting(seen_by=who, on=world.TODAY, most=12) for who in (anton, carla)] == seen
    assert world.browser(cast.carla).get(f"/client/contracts/{code}/gates/").status_code == 404


def test_hours_and_the_calendar_of_the_roster_count_the_days_as_they_were_amended(cast, contract):
    both_sign(cast, amend(cast, contract))
    later = Period(date(2026, 9, 7), date(2026, 9, 13))
    taken = engagements_of([cast.max_profile.code], within=later)[cast.max_profile.code]
    assert [each.days for each in taken if each.period.overlaps(later)] == [3]
    assignment = Assignment.objects.get()
    for monday, days in ((date(2026, 8, 24), 4), (date(2026, 9, 7), 3)):
        page = write_hours_page(
            assignment.code, week=monday, fill="contract", seen_by=cast.actor(cast.max), on=monday + timedelta(days=6)
        )
        assert (page.days_a_week, sum(minutes > 0 for minutes in page.filled.values())) == (days, days)
