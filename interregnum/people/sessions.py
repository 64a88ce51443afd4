"""Sessions: how long they last, where somebody is signed in, and ending them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.base import SessionBase
from django.db.models import F

from interregnum.people.models import Account
from interregnum.people.rules.browsers import browser_name

BEGAN, SEEN = "began_at", "seen_at"
# For the bureau twelve hours in all and three without a sign of life; for others a week and twelve hours.
BUREAU_LIMITS = (timedelta(hours=12), timedelta(hours=3))
OTHER_LIMITS = (timedelta(days=7), timedelta(hours=12))
# A sign of life is written once a minute at most.
SELDOM = 60


@dataclass(frozen=True)
class SessionLine:
    """`browser` and `system` are "" when the browser does not tell."""

    key: str
    address: str
    browser: str
    system: str
    began_at: datetime
    is_this: bool


def begin(session: SessionBase, *, at: datetime) -> None:
    session[BEGAN] = session[SEEN] = at.timestamp()


def is_over(session: SessionBase, *, is_bureau: bool, at: datetime) -> bool:
    """Whether a session is older, or was silent for longer, than its limits."""
    whole, silent = BUREAU_LIMITS if is_bureau else OTHER_LIMITS
    now = at.timestamp()
    began, seen = session.get(BEGAN, now), session.get(SEEN, now)
    return bool(now - began >= whole.total_seconds() or now - seen >= silent.total_seconds())


def sign_of_life(session: SessionBase, *, at: datetime) -> None:
    now = at.timestamp()
    if BEGAN not in session:
        begin(session, at=at)
    elif now - session[SEEN] >= SELDOM:
        session[SEEN] = now


def sessions_of(account: Account, *, this: str | None) -> list[SessionLine]:
    """Where this person is signed in now, this very session first; `this` is its key."""
    lines = [_line(row, this) for row in UserSession.objects.purge_and_list(account)]
    return sorted(lines, key=lambda line: (not line.is_this, -line.began_at.timestamp()))


def _line(row: Any, this: str | None) -> SessionLine:
    browser, system = browser_name(row.user_agent)
    return SessionLine(str(row.pk), row.ip, browser, system, row.created_at, row.session_key == this)


def end_session(account: Account, key: str) -> None:
    """End one session of this person; nothing happens for one that is not theirs or not there."""
    row = UserSession.objects.filter(user=account, pk=key).first() if key.isdecimal() else None
    if row:
        row.end()


def end_all_sessions(account: Account) -> None:
    """Whoever is signed in on this account is not any more at their next request, in whatever browser."""
    Account.objects.filter(pk=account.pk).update(sessions_version=F("sessions_version") + 1)
    account.refresh_from_db(fields=["sessions_version"])
