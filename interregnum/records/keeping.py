"""What goes because its term is over: shown before it goes, done each night, and stopped by a hold."""

import logging
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from django.contrib.sessions.models import Session
from django.db.models import CharField, Model, QuerySet, Value

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.outside.erased_space import drop_old_mail
from interregnum.parameters.values import course, value
from interregnum.records.facts import HoldLifted, HoldSet, TermsApplied
from interregnum.records.lengths import Unit, begin_of, ends_at
from interregnum.records.models import Hold
from interregnum.records.objects import object_of
from interregnum.records.term import Term
from interregnum.records.terms import TERMS
from interregnum.web.trouble import trouble_of

log = logging.getLogger(__name__)
# A month may be this much shorter than another: the database asks a little too wide, the calendar decides.
SLACK = timedelta(days=4)
# What a row is called by on the page of terms.
NAMES = ("number", "subject", "organisation_name", "code")
# So many of what did not go are told by the job; the log has all.
MOST_TOLD = 5


class NotGoneError(Exception):
    """Of some rows the term is over and they are here still."""


@dataclass(frozen=True)
class Going:
    """One row that goes, or would if no hold lay on it."""

    term: Term
    key: Any
    label: str
    at: datetime
    is_held: bool
    row: Any


@dataclass(frozen=True)
class TermLine:
    """A rule with its length and source on a day."""

    term: Term
    length: int
    source: str


def term_lines(*, on: date) -> tuple[TermLine, ...]:
    # Of each name the latest comes last, and stays.
    found = {row.name: row for row in course(*{term.parameter for term in TERMS}, until=on)}
    lines = ((term, found.get(term.parameter)) for term in TERMS)
    return tuple(TermLine(term, int(row.value) if row else 0, row.source if row else "") for term, row in lines)


def length_of(term: Term, *, on: date) -> int:
    return int(value(term.parameter, on=on)) if term.parameter else 0


def going(term: Term, *, at: datetime, until: datetime | None = None) -> Iterator[Going]:
    """What has gone by the rule at `at`, or will have by `until`; nothing is written."""
    return going_of(term, length_of(term, on=local_day(at)), held=held_codes(), last=until or at)


def going_of(term: Term, length: int, *, held: frozenset[str], last: datetime) -> Iterator[Going]:
    """The same for whoever knows the length of the rule and what is held already."""
    for row in _begun(term, length, last):
        yield from _gone(term, length, row, held, last)


def _begun(term: Term, length: int, last: datetime) -> QuerySet[Any]:
    """The rows of which the term may be over by then."""
    latest = _latest(term, length, last)
    return term.rows().filter(since__lte=local_day(latest) if term.unit is Unit.BOOK_YEARS else latest)


def _gone(term: Term, length: int, row: Any, held: frozenset[str], last: datetime) -> Iterator[Going]:
    """This row, when its term is over by then."""
    ends = ends_at(row.since, unit=term.unit, length=length)
    if ends <= last:
        yield Going(term, row.pk, _label(row), ends, _is_held(term, row, held), row)


def going_ahead(
    lines: Iterable[TermLine], *, held: frozenset[str], at: datetime, last: datetime
) -> dict[str, list[Going]]:
    """What goes by `last` by each rule that holds at `at`; a length that changes meanwhile counts from its day on."""
    changes: dict[str, list[date]] = defaultdict(list)
    for row in course(*{line.term.parameter for line in lines}, until=local_day(last)):
        if row.valid_from > local_day(at):
            changes[row.name].append(row.valid_from)
    found = going_by_rule([line for line in lines if line.term.parameter not in changes], held=held, last=last)
    for term in (line.term for line in lines if line.term.parameter in changes):
        found[term.name] = _stepwise(term, changes[term.parameter], held=held, at=at, last=last)
    return found


def _stepwise(term: Term, days: list[date], *, held: frozenset[str], at: datetime, last: datetime) -> list[Going]:
    found: dict[Any, Going] = {}
    for begins, ends in pairwise([at, *map(begin_of, days), last]):
        for one in going_of(term, length_of(term, on=local_day(begins)), held=held, last=ends):
            found.setdefault(one.key, one if begins == at else replace(one, at=max(one.at, begins)))
    return list(found.values())


def going_by_rule(lines: Iterable[TermLine], *, held: frozenset[str], last: datetime) -> dict[str, list[Going]]:
    """The same for several rules: those of one table asked in one question, and those of rows without a name in one."""
    rules = {line.term.name: line for line in lines}
    by_table: dict[type[Model] | None, dict[str, QuerySet[Any]]] = defaultdict(dict)
    for name, line in rules.items():
        rows = _begun(line.term, line.length, last).annotate(rule=Value(name, output_field=CharField())).order_by()
        by_table[rows.model if _has_name(rows.model) else None][name] = rows
    found: dict[str, list[Going]] = {name: [] for name in rules}
    for table, asked in by_table.items():
        for row in _together(list(asked.values())) if table else _nameless(asked):
            found[row.rule] += _gone(rules[row.rule].term, rules[row.rule].length, row, held, last)
    return found


def _has_name(model: type[Model]) -> bool:
    return any(field.name in NAMES for field in model._meta.get_fields())


def _together(asked: list[QuerySet[Any]]) -> QuerySet[Any]:
    first, *others = asked
    return first.union(*others, all=True) if others else first


def _nameless(asked: dict[str, QuerySet[Any]]) -> Iterator[Any]:
    """Rows of several tables, each by the name of its rule, of which only the key counts."""
    for key, since, rule in _together([rows.values_list("pk", "since", "rule") for rows in asked.values()]):
        row = asked[rule].model(pk=key)
        row.since, row.rule = since, rule
        yield row


def _latest(term: Term, length: int, last: datetime) -> datetime:
    """No row that began later than this can be over by then."""
    least = {"days": timedelta(days=1), "months": timedelta(days=28), "book years": timedelta(days=365)}[term.unit]
    return last - length * least + SLACK


def held_codes() -> frozenset[str]:
    return frozenset(Hold.objects.filter(lifted_at=None).values_list("about", flat=True))


def _is_held(term: Term, row: Any, held: frozenset[str]) -> bool:
    if not held or not term.about:
        return False
    codes = type(row)._default_manager.filter(pk=row.pk).values_list(*term.about)
    return any(code in held for found in codes for code in found)


def _label(row: Any) -> str:
    for name in NAMES:
        if found := getattr(row, name, ""):
            return str(found)
    return str(row.pk)


def apply_terms(at: datetime) -> int:
    """Let go what is over. Raises NotGoneError when some of it would not; all else is gone then."""
    counts: Counter[str] = Counter()
    failed: list[str] = []
    try:
        for term in TERMS:
            _apply(term, at, counts, failed)
        kept_days = int(value("records.mail_days", on=local_day(at)))
        counts["mail file"] += drop_old_mail(at - timedelta(days=kept_days))
        counts["session"] += Session.objects.filter(expire_date__lte=at).delete()[0]
    finally:
        # What went is told, also of a night that stops halfway.
        if done := {name: count for name, count in counts.items() if count}:
            _tell(done, at)
    if failed:
        raise NotGoneError(f"{len(failed)} did not go: {'; '.join(failed[:MOST_TOLD])}")
    return counts.total()


def _apply(term: Term, at: datetime, counts: Counter[str], failed: list[str]) -> None:
    """One row at a time, so that a night with thousands of them keeps nobody waiting who works."""
    for one in list(going(term, at=at)):
        try:
            counts[term.name] += _let_go(one, at)
        except Exception as error:
            # A database that does not answer, or a full disk, stops every row: the night is tried again as a whole.
            if trouble_of(error):
                raise
            log.exception("a row of the rule %s did not go: %s", term.name, one.key)
            failed.append(f"{term.name} {one.key}: {type(error).__name__}")


@action
def _let_go(one: Going, at: datetime) -> bool:
    # A hold that was set since the rows were found counts.
    if _is_held(one.term, one.row, held_codes()):
        return False
    one.term.act(one.row, at)
    return True


@action
def _tell(counts: dict[str, int], at: datetime) -> None:
    record(TermsApplied(counts=counts), by=HOUSE, at=at)


@action
def set_hold(*, about: str, reason: str, by: Actor, at: datetime) -> str | Refused:
    """Nothing of this object goes while the hold stands. Raises Http404 for an object that is not theirs to see."""
    object_of(about, seen_by=by)
    row, is_new = Hold.objects.get_or_create(
        about=about, lifted_at=None, defaults={"reason": reason, "set_by": by.code, "set_at": at}
    )
    if not is_new:
        return Refused.because("records.held_already")
    record(HoldSet(about_object=about), by=by, at=at)
    return str(row.code)


@action
def lift_hold(*, about: str, by: Actor, at: datetime) -> str | Refused:
    if not Hold.objects.filter(about=about, lifted_at=None).update(lifted_at=at, lifted_by=by.code):
        return Refused.because("records.not_held")
    record(HoldLifted(about_object=about), by=by, at=at)
    return about


def standing_holds() -> list[Hold]:
    return list(Hold.objects.filter(lifted_at=None))


def standing_hold(about: str) -> Hold | None:
    return Hold.objects.filter(about=about, lifted_at=None).first()
