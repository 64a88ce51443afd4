"""Any course of a second factor: an app, its codes, recovery codes, a loss that two others judge, and sessions."""

from importlib import import_module
from types import SimpleNamespace

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import get_user
from django.db import transaction
from hypothesis import HealthCheck, Phase
from hypothesis import settings as course
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from interregnum.kernel.actor import Role
from interregnum.people import lost_factor
from interregnum.people.accounts import actors_of
from interregnum.people.models import Account, Seat
from interregnum.people.second_factor import codes_left, has_factor
from interregnum.people.sessions import end_all_sessions, end_session
from tests import world
from tests.house.test_second_factor import code_of, give_app
from tests.world import NOW

JUDGES = st.sampled_from(["anton", "bea", "aad", "berend"])
PARTNERS = {"bea", "aad"}
MOST_SESSIONS = 3
SESSIONS = import_module(settings.SESSION_ENGINE).SessionStore
OVER, OWN = "people.loss_over", "people.loss_own"


class Factor(RuleBasedStateMachine):
    """Anton's second factor beside what this machine knows of it; every course is undone at its end."""

    cast: world.Cast

    def __init__(self) -> None:
        super().__init__()
        self.begun = transaction.savepoint_create()
        self.travel = time_machine.travel(NOW, tick=False)
        self.clock = self.travel.start()
        self.has_app, self.is_lost, self.approved_by = False, False, ""
        self.shown: set[str] = set()
        self.used: set[int] = set()
        self.sessions: dict[str, bool] = {}

    def teardown(self) -> None:
        self.travel.stop()
        transaction.savepoint_rollback(self.begun)

    @property
    def anton(self) -> Account:
        return Account.objects.get(pk=self.cast.anton.pk)

    def actor(self, name: str):
        found = actors_of(getattr(self.cast, name))
        return next((one for one in found if one.role is Role.PARTNER), found[0])

    def factor(self, kind: Authenticator.Type):
        return Authenticator.objects.get(user=self.cast.anton, type=kind).wrap()

    @precondition(lambda self: not self.has_app)
    @rule()
    def set_up_an_app(self) -> None:
        self.secret = give_app(self.cast.anton)
        self.codes = RecoveryCodes.activate(self.cast.anton).generate_codes()
        self.has_app, self.used = True, set()

    @precondition(lambda self: self.has_app)
    @rule(ago=st.sampled_from([0, 0, 0, 1, 5]))
    def show_a_code(self, ago: int) -> None:
        """The one that the app shows now is good once; an earlier one never is."""
        code = code_of(self.secret, ago=ago)
        assert self.factor(Authenticator.Type.TOTP).validate_code(code) is (ago == 0 and code not in self.shown)
        self.shown |= {code} if ago == 0 else set()

    @precondition(lambda self: self.has_app)
    @rule(number=st.integers(0, 2))
    def show_a_recovery_code(self, number: int) -> None:
        assert self.factor(Authenticator.Type.RECOVERY_CODES).validate_code(self.codes[number]) is (
            number not in self.used
        )
        self.used.add(number)

    @rule()
    def wait(self) -> None:
        self.clock.shift(30)

    @rule(by_partner=st.booleans())
    def report_a_loss(self, by_partner: bool) -> None:
        by = self.actor("bea") if by_partner else None
        lost_factor.report_loss(account=self.cast.anton.code, by=by, at=NOW)
        self.is_lost, self.approved_by = True, self.approved_by if self.is_lost else ""

    def judged(self, act, name: str) -> str:
        """What somebody is told who approves, removes or refuses; "" when it is done."""
        row = self.cast.anton.lost_factors.order_by("-pk").first()
        refused = act(code=row.code if row else "none", by=self.actor(name), at=NOW)
        return refused.reasons[0].code if refused else ""

    @rule(name=JUDGES)
    def approve(self, name: str) -> None:
        told = self.judged(lost_factor.approve_loss, name)
        if not self.is_lost or self.approved_by:
            assert told == OVER
        else:
            assert told == (OWN if name == "anton" else "")
            self.approved_by = name if not told else ""

    @rule(name=JUDGES)
    def remove(self, name: str) -> None:
        """It takes an approval and a partner, and neither is Anton nor are they one."""
        told = self.judged(lost_factor.remove_lost, name)
        if not (self.is_lost and self.approved_by):
            assert told == OVER
        elif name not in PARTNERS - {self.approved_by}:
            assert told == OWN
        else:
            assert told == ""
            self.is_lost, self.approved_by, self.has_app = False, "", False
            self.sessions = dict.fromkeys(self.sessions, False)

    @rule()
    def refuse(self) -> None:
        assert self.judged(lost_factor.refuse_loss, "bea") == ("" if self.is_lost else OVER)
        self.is_lost, self.approved_by = False, ""

    @precondition(lambda self: len(self.sessions) < MOST_SESSIONS)
    @rule()
    def sign_in(self) -> None:
        key = world.browser(self.anton).session.session_key
        UserSession.objects.create(user=self.cast.anton, session_key=key, ip="127.0.0.1", user_agent="")
        self.sessions[key] = True

    @precondition(lambda self: self.sessions)
    @rule(number=st.integers(0, MOST_SESSIONS - 1))
    def end_one_session(self, number: int) -> None:
        key = list(self.sessions)[number % len(self.sessions)]
        row = UserSession.objects.filter(session_key=key).first()
        end_session(self.cast.anton, str(row.pk) if row else "")
        self.sessions[key] = False

    @rule()
    def end_every_session(self) -> None:
        end_all_sessions(self.anton)
        self.sessions = dict.fromkeys(self.sessions, False)

    @invariant()
    def what_is_known_holds(self) -> None:
        assert has_factor(self.cast.anton) is self.has_app
        assert codes_left(self.cast.anton) == (10 - len(self.used) if self.has_app else 0)
        for key, is_open in self.sessions.items():
            assert get_user(SimpleNamespace(session=SESSIONS(key))).is_authenticated is is_open


@pytest.fixture
def machine(cast):
    Seat.objects.create(account=cast.aad, role=Role.PARTNER)
    return type("Ours", (Factor,), {"cast": cast})


def run(machine: type[Factor], *, courses: int) -> None:
    run_state_machine_as_test(
        machine,
        settings=course(
            max_examples=courses,
            stateful_step_count=25,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_whatever_happens_a_second_factor_is_what_it_promises(machine):
    run(machine, courses=15)


BROKEN = {
    "a code works twice": (TOTP, "_mark_code_used", lambda *_: True),
    "a recovery code works twice": (RecoveryCodes, "_mark_code_used", lambda *_: None),
    "whoever signed in stays in": (lost_factor, "end_all_sessions", lambda _account: None),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_the_machine_finds_what_is_broken(machine, monkeypatch, broken):
    monkeypatch.setattr(*BROKEN[broken])
    with pytest.raises(AssertionError):
        run(machine, courses=60)
