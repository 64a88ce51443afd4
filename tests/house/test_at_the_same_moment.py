"""Two people press the same button, or one person presses it twice: it happens once, and both are told the truth.

Each of these is lived through once more with its guard taken away, to see that the guard is what makes it hold.
"""

from collections import Counter
from dataclasses import dataclass
from functools import partial

import pytest
from django.db import IntegrityError, connection
from django.db.models import QuerySet
from django.http import HttpResponseBase
from django.urls import reverse

from interregnum.jobs.models import Mail, Turn
from interregnum.jobs.post import Letter, put, send_again
from interregnum.jobs.schedule import take_turn
from interregnum.journal.chain import faults
from interregnum.journal.models import Entry
from interregnum.kernel.actor import Role
from interregnum.kernel.refused import Refused
from interregnum.outside.set_up_code import set_up_code
from interregnum.people import accounts
from interregnum.people.firm import begin_firm
from interregnum.people.models import Account, Firm, Invitation, Seat
from interregnum.people.practice import change_parameter
from interregnum.stages.ask.models import Request
from interregnum.stages.choose.actions.decide_proposal import accept_proposal
from interregnum.stages.choose.models import Proposal
from interregnum.stages.deliver.actions.share import add_version
from interregnum.stages.deliver.models import SharedFileVersion
from interregnum.stages.guarantee.actions.close import drop
from interregnum.stages.guarantee.actions.complain import Way, choose_way
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.rules.states import Choice
from interregnum.stages.guarantee.tests.guarantee_world import PRESSED, asked, case_of, press, running, says_yes
from tests import world
from tests.house.forms_of_asking import PROBLEM
from tests.house.forms_of_assignments import AT, shared_file_of
from tests.house.races import RACES, Act, Race
from tests.house.races_of_fees import OF_FEES
from tests.house.races_of_guarantee import INVOKED, OF_GUARANTEE
from tests.house.races_of_handover import OF_HANDOVER
from tests.house.races_of_invoices import OF_INVOICES
from tests.house.races_of_learning import OF_LEARNING
from tests.house.races_of_leaving import OF_LEAVING
from tests.house.races_of_library import OF_LIBRARY
from tests.house.races_of_payables import OF_PAYABLES
from tests.house.races_of_proposals import OF_PROPOSALS
from tests.house.races_of_reviews import OF_REVIEWS
from tests.house.races_of_running import RUNNING
from tests.life import Life
from tests.together import allow_same, forbid_same, forbid_two, together


@pytest.fixture
def people(file_database: None) -> world.Cast:
    return world.make_cast()


@dataclass(frozen=True)
class Course:
    """A race that was run: what both were answered, and the facts that came of it."""

    race: Race
    answers: list[object]
    told: Counter[str]

    def is_done_once(self) -> bool:
        """One of two has it done, the other is told why not, and the journal knows of one."""
        refused = [answer.reasons[0].code for answer in self.answers if isinstance(answer, Refused)]
        once = [sum(self.told[kind] for kind in kinds.split("|")) == 1 for kinds in self.race.facts]
        return all(once) and refused == ([self.race.told] if self.race.told else [])


def run(race: Race, acts: tuple[Act, Act]) -> Course:
    before = Counter(Entry.objects.values_list("kind", flat=True))
    answers = together(*acts)
    return Course(race, answers, Counter(Entry.objects.values_list("kind", flat=True)) - before)


def is_done_once(race: Race, people: world.Cast, patch: pytest.MonkeyPatch | None = None) -> bool:
    """Live a life until two may press, and let them; with `patch`, without what makes it hold."""
    acts = race.acts(Life(people, until=race.until))
    if patch:
        race.without(patch)
    try:
        return run(race, acts).is_done_once()
    except IntegrityError:
        # Without a guard the table itself may refuse the second, which nobody could read on a page.
        return False


ALL = (
    RACES
    | RUNNING
    | OF_REVIEWS
    | OF_GUARANTEE
    | OF_LEARNING
    | OF_LIBRARY
    | OF_LEAVING
    | OF_HANDOVER
    | OF_INVOICES
    | OF_PAYABLES
    | OF_FEES
    | OF_PROPOSALS
)


@pytest.mark.mission("A3", "D2", "H3", "G2", "G4")
@pytest.mark.parametrize(
    "name",
    [name for name in ALL if name != "invite managers"],
)
def test_what_two_people_press_at_once_is_done_once_and_twice_without_its_guard(name, people, monkeypatch):
    race = ALL[name]
    assert is_done_once(race, people)
    assert not list(faults())
    assert not is_done_once(race, people, monkeypatch)


def test_two_who_invite_managers_make_one_proposal_and_two_without_the_constraint(people, monkeypatch):
    assert is_done_once(RACES["invite managers"], people)
    try:
        assert not is_done_once(RACES["invite managers"], people, monkeypatch)
    finally:
        # The file of SQLite is thrown away.
        if connection.vendor != "sqlite":
            forbid_two(Proposal, "one_live_proposal_a_brief")


@pytest.mark.mission("H1", "H2")
def test_two_of_the_client_invoke_the_guarantee_once_and_twice_without_the_constraint(people, monkeypatch):
    assert is_done_once(INVOKED, people)
    # The one who reads first does not keep the other out: the table does.
    monkeypatch.setattr("interregnum.stages.guarantee.actions.complain.open_case", lambda _assignment: None)
    assert is_done_once(INVOKED, people)
    try:
        assert not is_done_once(INVOKED, people, monkeypatch)
    finally:
        if connection.vendor != "sqlite":
            forbid_two(Complaint, "one_open_guarantee")


@pytest.mark.mission("H1")
@pytest.mark.parametrize(
    "way", [partial(choose_way, way=Way(choice=Choice.END)), partial(drop, dropped="other", why="X")]
)
def test_who_picks_a_successor_and_who_ends_the_guarantee_never_wait_for_each_other(people, way):
    """Each locks the proposal before the case: of two at once one is first, and neither is thrown out."""
    life = running(people)
    code = press(life, Choice.REPLACE)
    says_yes(people, asked(code)[0])
    proposal, candidacy = case_of(code).proposal.code, asked(code)[0].code
    pick = partial(accept_proposal, proposal=proposal, candidacy=candidacy, by=life.carla, at=PRESSED)
    who = life.anton if "dropped" in way.keywords else life.carla
    answers = together(pick, partial(way, complaint=code, by=who, at=PRESSED))
    assert sum(isinstance(answer, Refused) for answer in answers) == 1
    assert (case_of(code).picked_at is None) is (case_of(code).closed_at is not None)


def versions_of_two(life: Life) -> list[int]:
    """The numbers that a shared file has after two added a version to it at once."""
    code = shared_file_of(life)
    act = partial(add_version, file=code, content=b"%PDF-1.7 nieuw", by=life.max, at=AT)
    assert together(act, act) == [None, None]
    return sorted(SharedFileVersion.objects.filter(file__code=code).values_list("number", flat=True))


def test_two_who_add_a_version_at_once_each_add_one_and_not_without_the_lock(people, monkeypatch):
    assert versions_of_two(Life(people, until="guarded")) == [1, 2, 3]
    # SQLite lets one write at a time, whatever is locked.
    if connection.vendor != "sqlite":
        monkeypatch.setattr(QuerySet, "select_for_update", lambda rows, **_how: rows.all())
        # On a busy machine the two may just miss each other; five times over they do not.
        with pytest.raises(IntegrityError):
            for _attempt in range(5):
                versions_of_two(Life(people, until="guarded"))


def begun_by_two() -> tuple[list[object], int, int]:
    """What two are answered who send the first page of the set-up at once; how many firms and partners there are."""
    code = set_up_code()

    def begins(name: str):
        who = {"firm": f"Bureau {name}", "name": name, "email": f"{name}@example.org", "password": world.PASSWORD}
        return lambda: begin_firm(code=code, language="nl", at=world.NOW, **who)

    answers = together(begins("petra"), begins("piet"))
    told = [answer.reasons[0].code for answer in answers if isinstance(answer, Refused)]
    return told, Firm.objects.count(), Seat.objects.filter(role=Role.PARTNER).count()


def test_of_two_who_set_the_house_up_at_once_one_begins_and_both_without_the_guard(file_database, monkeypatch):
    assert begun_by_two() == (["firm.begun"], 1, 1)
    assert not list(faults())
    Firm.objects.all().delete()
    Seat.objects.all().delete()
    # The code that is good once, and the table that holds one row.
    monkeypatch.setattr("interregnum.people.firm.use_set_up_code", lambda: None)
    allow_same(Firm, "is_only_one")
    try:
        assert begun_by_two() == ([], 2, 2)
    finally:
        if connection.vendor != "sqlite":
            forbid_same(Firm, "is_only_one")


def test_a_mail_that_two_send_again_is_sent_again_once(people):
    code = put(Letter(to="carla@example.org", subject="Proef", text="Proef.", language="nl"))
    Mail.objects.update(state="failed")
    assert sorted(bool(one) for one in together(*[lambda: send_again(code)] * 2)) == [False, True]


def test_of_many_workers_one_takes_the_turn(people):
    later = world.NOW.replace(hour=12)
    Turn.objects.create(name="nightly", due_at=world.NOW)
    taken = together(*[lambda: take_turn("nightly", at=world.NOW, then=later)] * 4)
    assert sorted(taken) == [False, False, False, True]


def test_a_person_whom_two_invite_gets_one_account_and_one_link(people):
    def invites(by):
        who = {"email": "nora@example.org", "name": "Nora", "role": Role.SHADOW}
        return lambda: accounts.invite(**who, by=people.actor(by), at=world.NOW)

    assert len(set(together(invites(people.bea), invites(people.anton)))) == 1
    account = Account.objects.get(email="nora@example.org")
    assert account.seats.count() == 1
    assert Invitation.objects.filter(account=account, used_at=None).count() == 1


def test_a_parameter_that_two_change_for_the_same_day_has_one_value(people):
    name, day = "invitation.valid_days", world.TODAY

    def changes(days: int):
        by = people.actor(people.bea)
        return lambda: change_parameter(name=name, new=days, valid_from=day, source="Proef", by=by, at=world.NOW)

    assert together(changes(20), changes(21)) == [None, None]
    assert accounts.value(name, on=day) in {20, 21}
    assert not list(faults())


def sent_twice(people: world.Cast, once: str) -> list[HttpResponseBase]:
    """The answers to one form whose button is pressed twice, in two windows of the same person."""
    form, windows = PROBLEM | {"once": once}, [world.browser(people.carla) for _ in range(2)]
    return together(*[lambda window=window: window.post(reverse("client:ask-problem"), form) for window in windows])


def test_a_form_that_is_sent_twice_makes_one_object_and_both_answers_lead_to_it(people):
    answers = sent_twice(people, once="een-formulier")
    code = Request.objects.get().code
    assert [(each.status_code, each.headers["Location"]) for each in answers] == [
        (302, reverse("client:ask-request", args=[code]))
    ] * 2
    assert not list(faults())


def test_without_the_mark_of_the_form_it_makes_two(people):
    sent_twice(people, once="")
    assert Request.objects.count() == 2
