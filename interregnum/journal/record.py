"""`@action` opens a transaction; `record` notes a fact in it and does at once what follows from it.

The entries themselves are appended as the last thing before the commit: the end of the chain is one row that all
writers need, so it is held for as short as possible.
"""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any

from django.db import transaction
from django.utils import timezone

from interregnum.journal.chain import entry_digest, payload_digest
from interregnum.journal.models import About, Entry, Head, Payload
from interregnum.kernel.actor import Actor
from interregnum.kernel.fact import Fact
from interregnum.kernel.refused import Refused
from interregnum.outside.chance import new_code, new_token

# Each follower knows the one kind of fact that it follows: what is called with which stands in flow/follows.py.
type Follower = Callable[[Any, Actor, datetime], object]


class RefusedError(Exception):
    """What follows from a fact may not be done: the whole action is undone, and this is its answer."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(", ".join(reason.code for reason in refused.reasons))
        self.refused = refused


def must(refused: Refused | None) -> None:
    """Part of an action: a refusal undoes what was done before it."""
    if refused is not None:
        raise RefusedError(refused)


@dataclass(frozen=True)
class _Happened:
    fact: Fact
    by: Actor
    at: datetime


_open: ContextVar[list[_Happened] | None] = ContextVar("facts of the open action", default=None)
_followers: dict[type[Fact], tuple[Follower, ...]] = {}


def follow(table: dict[type[Fact], tuple[Follower, ...]]) -> None:
    """Install the table of what follows from which fact (flow/follows.py)."""
    _followers.clear()
    _followers.update(table)


def action[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Make a function all or nothing. An action called inside another one becomes part of it."""

    @wraps(function)
    def whole(*args: P.args, **kwargs: P.kwargs) -> R:
        if _open.get() is not None:
            return function(*args, **kwargs)
        facts: list[_Happened] = []
        token = _open.set(facts)
        try:
            with transaction.atomic():
                result = function(*args, **kwargs)
                _append(facts)
                return result
        except RefusedError as error:
            return error.refused  # type: ignore[return-value]
        finally:
            _open.reset(token)

    return whole


def record(fact: Fact, *, by: Actor, at: datetime) -> None:
    """Note that something happened and do what follows; an error in a follower undoes the whole action.

    Raises RuntimeError outside an action: a fact without its transaction could outlive what it tells of.
    """
    facts = _open.get()
    if facts is None:
        raise RuntimeError("facts are recorded inside an @action")
    facts.append(_Happened(fact, by, at))
    for follower in _followers.get(type(fact), ()):
        follower(fact, by, at)


def _append(facts: list[_Happened]) -> None:
    if not facts:
        return
    head, _ = Head.objects.select_for_update().get_or_create(pk=1)
    recorded_at = timezone.now()  # noqa: TID251 - the moment of writing, which no caller may choose
    for happened in facts:
        _append_one(head, happened, recorded_at)
    head.save()


def _append_one(head: Head, happened: _Happened, recorded_at: datetime) -> None:
    content, nonce, abouts = happened.fact.payload(), new_token(), list(dict.fromkeys(happened.fact.about()))
    entry = Entry(
        number=head.number + 1,
        code=new_code(),
        kind=happened.fact.kind(),
        actor=happened.by.code,
        actor_role=happened.by.role,
        happened_at=happened.at,
        recorded_at=recorded_at,
        payload_digest=payload_digest(nonce, content),
    )
    entry.digest = entry_digest(head.digest, entry, abouts)
    entry.save(force_insert=True)
    Payload.objects.create(entry=entry, nonce=nonce, content=content)
    About.objects.bulk_create(About(entry=entry, code=code) for code in abouts)
    head.number, head.digest = entry.number, entry.digest
