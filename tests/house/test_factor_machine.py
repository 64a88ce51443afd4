"""Any course of a second factor: an app and its codes, recovery codes, a loss that two others judge, and sessions."""

from dataclasses import dataclass, field

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, Phase, settings, stateful
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from interregnum.kernel.actor import Role
from interregnum.people import lost_factor, second_factor
from interregnum.people.accounts import actors_of
from interregnum.people.models import Account, Seat
from interregnum.people.second_factor import codes_left, has_factor
from interregnum.people.sessions import end_all_sessions, end_session
from tests import world
from tests.house.test_second_factor import SECOND, SIGN_IN, code_of
from tests.world import NOW

APP, CODES, AGAIN, AGAIN_SECOND = (
    "/account/security/app/", "/account/security/codes/new/", "/account/again/", "/account/again/second/",
)  # fmt: skip
DESK = "/bureau/people/factors/"
PARTNERS = {"bea", "aad"}
JUDGES = st.sampled_from(["anton", "bea", "aad", "berend"])
WINDOWS = st.integers(0, 2)
SHOWN = st.sampled_from(["now", "now", "wrong", "earlier", "recovery 0", "recovery 1"])
OVER, OWN = "people.loss_over", "people.loss_own"
# Seconds for which it is known who sits there, and for which a password waits for its code.
RECENT, PATIENCE = 300, 900
SAME = settings(deadline=None, derandomize=True, database=None, phases=[Phase.generate])


@dataclass
class Window:
    """A browser of Anton's, with what is known of it: "half" has shown a password where a code is asked as well."""

    client: Client = field(default_factory=lambda: world.browser(language="en"))
    state: str = "out"
    has_shown: bool = False
    # Seconds since the beginning at which Anton showed a password or a code here.
    at: int = 0
    key: str = ""


def put_out(window: Window) -> Window:
    window.state, window.has_shown = "out", False
    return window


class Factor(RuleBasedStateMachine):
    """Anton's second factor beside what this machine knows of it; every course is undone at its end."""

    cast: world.Cast

    def __init__(self) -> None:
        super().__init__()
        self.begun = transaction.savepoint_create()
        self.travel = time_machine.travel(NOW, tick=False)
        self.clock = self.travel.start()
        self.now, self.has_app, self.is_lost, self.approved_by = 0, False, False, ""
        self.shown: set[str] = set()
        self.used: set[int] = set()
        self.windows = [Window(), Window(), Window()]

    @initialize(has_app=st.sampled_from([True, True, False]))
    def begin(self, has_app: bool) -> None:
        """In most courses there is an app from the start, and somebody at the desk."""
        if has_app:
            self.type_the_password(0)
            self.set_up_an_app(0)

    def teardown(self) -> None:
        self.travel.stop()
        transaction.savepoint_rollback(self.begun)

    def is_recent(self, window: Window) -> bool:
        return self.now - window.at < RECENT

    def signed_in(self, window: Window, *, has_shown: bool) -> None:
        window.state, window.has_shown, window.at = "in", has_shown, self.now
        window.key = str(window.client.session.session_key)

    @rule(number=WINDOWS)
    def type_the_password(self, number: int) -> None:
        """Without an app it is the whole way in, though not to the desk; with one it is half."""
        window = self.windows[number] = Window()
        window.client.post(SIGN_IN, {"login": self.cast.anton.email, "password": "anders"})
        assert "_auth_user_id" not in window.client.session
        window.client.post(SIGN_IN, {"login": self.cast.anton.email, "password": world.PASSWORD})
        if self.has_app:
            window.state, window.at = "half", self.now
        else:
            self.signed_in(window, has_shown=False)

    @rule(number=WINDOWS, what=SHOWN)
    def sign_in(self, number: int, what: str) -> None:
        self.type_the_password(number)
        if self.has_app:
            self.show_a_code(number, what)

    @precondition(lambda self: not self.has_app)
    @rule(number=WINDOWS)
    def set_up_an_app(self, number: int) -> None:
        if self.has_app:
            return
        window = self.windows[number]
        page = window.client.get(APP)
        if window.state != "in" or not self.is_recent(window):
            assert page.status_code == 302
            return
        secret = window.client.session["mfa.totp.secret"]
        assert window.client.post(APP, {"code": code_of(secret, ago=2)}).status_code == 200
        assert not has_factor(self.cast.anton)
        assert window.client.post(APP, {"code": code_of(secret)}).status_code == 302
        self.secret, self.shown, self.used, self.has_app = secret, {code_of(secret)}, set(), True
        codes = Authenticator.objects.get(user=self.cast.anton, type=Authenticator.Type.RECOVERY_CODES)
        self.codes = codes.wrap().get_unused_codes()
        window.has_shown, window.at = True, self.now

    @precondition(lambda self: self.has_app)
    @rule(number=WINDOWS, what=SHOWN)
    def show_a_code(self, number: int, what: str) -> None:
        """The one that the app shows now and each recovery code is good once; nothing else ever is."""
        window = self.windows[number]
        if window.state == "out" or (window.state == "half" and self.now - window.at >= PATIENCE):
            return
        code, is_good = self._code(what)
        answer = window.client.post(SECOND if window.state == "half" else AGAIN_SECOND, {"code": code})
        assert answer.status_code == (302 if is_good else 200), what
        if is_good:
            self.signed_in(window, has_shown=True)

    def _code(self, what: str) -> tuple[str, bool]:
        """What is typed, and whether it should be taken; what is taken is used from then on."""
        if what == "wrong":
            return "abc123", False
        if what == "earlier":
            return code_of(self.secret, ago=1), False
        if what == "now":
            code = code_of(self.secret)
            is_good, self.shown = code not in self.shown, self.shown | {code}
            return code, is_good
        number = int(what[-1])
        is_good, self.used = number not in self.used, self.used | {number}
        return self.codes[number], is_good

    @rule(number=WINDOWS)
    def confirm_with_the_password(self, number: int) -> None:
        """Tells anew who sits here, but is no second factor."""
        window = self.windows[number]
        if window.state == "in":
            assert window.client.post(AGAIN, {"password": "anders"}).status_code == 200
            assert window.client.post(AGAIN, {"password": world.PASSWORD}).status_code == 302
            window.at = self.now

    @precondition(lambda self: self.has_app)
    @rule(number=WINDOWS)
    def ask_for_what_must_be_confirmed(self, number: int) -> None:
        window = self.windows[number]
        if window.state == "in" and window.has_shown:
            answer = window.client.get(CODES)
            assert answer.status_code == (200 if self.is_recent(window) else 302)
            assert answer.status_code == 200 or answer["Location"].startswith(AGAIN)

    @rule(seconds=st.sampled_from([30, 30, 301]))
    def wait(self, seconds: int) -> None:
        self.clock.shift(seconds)
        self.now += seconds

    @precondition(lambda self: self.has_app)
    @rule(number=WINDOWS)
    def come_back_after_a_while(self, number: int) -> None:
        """Somebody else may sit there by now."""
        self.show_a_code(number, "now")
        self.wait(RECENT + 1)
        self.ask_for_what_must_be_confirmed(number)

    @rule(by_partner=st.booleans())
    def report_a_loss(self, by_partner: bool) -> None:
        by = self._actor("bea") if by_partner else None
        lost_factor.report_loss(account=self.cast.anton.code, by=by, at=NOW)
        self.is_lost, self.approved_by = True, self.approved_by if self.is_lost else ""

    @rule(name=JUDGES)
    def approve(self, name: str) -> None:
        told = self._judged(lost_factor.approve_loss, name)
        if not self.is_lost or self.approved_by:
            assert told == OVER
        else:
            assert told == (OWN if name == "anton" else "")
            self.approved_by = "" if told else name

    @precondition(lambda self: self.is_lost)
    @rule(name=JUDGES)
    def remove(self, name: str) -> None:
        """It takes an approval and a partner, and neither is Anton nor are they one."""
        told = self._judged(lost_factor.remove_lost, name)
        if not self.approved_by:
            assert told == OVER
        elif name not in PARTNERS - {self.approved_by}:
            assert told == OWN
        else:
            assert told == ""
            self.is_lost, self.approved_by, self.has_app = False, "", False
            self.windows = [Window() if one.state == "half" else put_out(one) for one in self.windows]

    @precondition(lambda self: self.has_app)
    @rule()
    def lose_it(self) -> None:
        """The whole way, as it goes in life."""
        self.report_a_loss(by_partner=False)
        self.approve("berend")
        self.remove("bea")

    @precondition(lambda self: self.is_lost)
    @rule()
    def refuse(self) -> None:
        assert self._judged(lost_factor.refuse_loss, "bea") == ""
        self.is_lost, self.approved_by = False, ""

    @rule(number=WINDOWS)
    def end_one_session(self, number: int) -> None:
        window = self.windows[number]
        row = UserSession.objects.filter(session_key=window.key).first()
        if row and window.state == "in":
            end_session(self.cast.olga, str(row.pk))
            assert UserSession.objects.filter(pk=row.pk).exists()
            end_session(self.cast.anton, str(row.pk))
            put_out(window)

    @rule()
    def end_every_session(self) -> None:
        end_all_sessions(Account.objects.get(pk=self.cast.anton.pk))
        for window in self.windows:
            if window.state == "in":
                put_out(window)

    def _actor(self, name: str):
        found = actors_of(getattr(self.cast, name))
        return next((one for one in found if one.role is Role.PARTNER), found[0])

    def _judged(self, act, name: str) -> str:
        """What somebody is told who approves, removes or refuses; "" when it is done."""
        row = self.cast.anton.lost_factors.order_by("-pk").first()
        refused = act(code=row.code if row else "none", by=self._actor(name), at=NOW)
        return "" if refused is None else refused.reasons[0].code

    @invariant()
    def what_is_known_holds(self) -> None:
        assert has_factor(self.cast.anton) is self.has_app
        assert codes_left(self.cast.anton) == (10 - len(self.used) if self.has_app else 0)
        for window in self.windows:
            is_open = window.client.get(DESK).status_code == 200
            assert is_open is (window.state == "in" and window.has_shown)


@pytest.fixture
def machine(cast):
    Seat.objects.create(account=cast.aad, role=Role.PARTNER)
    return type("Ours", (Factor,), {"cast": cast})


def run(machine: type[Factor], *, courses: int, steps: int) -> None:
    how = settings(SAME, max_examples=courses, stateful_step_count=steps, suppress_health_check=list(HealthCheck))
    stateful.run_state_machine_as_test(machine, settings=how)


def test_whatever_happens_a_second_factor_is_what_it_promises(machine):
    run(machine, courses=3, steps=15)


@pytest.mark.drill
def test_in_many_more_courses_as_well(machine):
    run(machine, courses=100, steps=30)


BROKEN = {
    "a code works twice": (TOTP, "_mark_code_used", lambda *_: True),
    "a recovery code works twice": (RecoveryCodes, "_mark_code_used", lambda *_: None),
    "whoever signed in stays in": (lost_factor, "end_all_sessions", lambda _account: None),
    "nobody confirms who they are": (second_factor, "RECENT", 10**9),
}


@pytest.mark.drill
@pytest.mark.parametrize("broken", BROKEN)
def test_the_machine_finds_what_is_broken(machine, monkeypatch, broken):
    monkeypatch.setattr(*BROKEN[broken])
    with pytest.raises(AssertionError):
        run(machine, courses=60, steps=30)
