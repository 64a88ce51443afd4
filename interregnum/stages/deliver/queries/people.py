"""How far the people are, as the picture of an assignment shows it: by level, and what waits for an answer.

Whoever may not know where somebody stands reads of groups of five people or more.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor, Role
from interregnum.stages.deliver import stake_texts as texts
from interregnum.stages.deliver.models import Assignment, Resistance, Stance
from interregnum.stages.deliver.queries.change import GroupLine, groups_of
from interregnum.stages.deliver.queries.visible import BY_NAME
from interregnum.stages.deliver.rules.commitment import LEVELS, Commitment, level_on
from interregnum.stages.deliver.rules.resistance import NOT_DONE, WITHOUT_EFFECT, Word
from interregnum.web.pieces import Badge, ToDo, Tone
from interregnum.web.templatetags.web import day


@dataclass(frozen=True)
class PeopleView:
    """`levels` are stakeholders by level, for who may know names; `groups` for the others. `waits`: what asks for a
    line in the register of resistance.
    """

    is_by_name: bool
    levels: tuple[tuple[object, int], ...] = ()
    groups: tuple[GroupLine, ...] = ()
    waits: tuple[ToDo, ...] = ()


def people_view(row: Assignment, *, seen_by: Actor, on: date) -> PeopleView:
    """Two queries for who may know names, one for the others."""
    if seen_by.role not in BY_NAME:
        return PeopleView(is_by_name=False, groups=groups_of(row))
    histories = _histories(row)
    now = [level for one in histories if (level := level_on(one, on)) is not None]
    levels = tuple((texts.LEVELS[level], now.count(level)) for level in LEVELS) if now else ()
    return PeopleView(True, levels, (), _register(row, seen_by, on))


def _histories(row: Assignment) -> list[list[tuple[date, Commitment]]]:
    found: dict[int, list[tuple[date, Commitment]]] = defaultdict(list)
    rows = Stance.objects.filter(stakeholder__assignment=row, stakeholder__removed_at=None).order_by("noted_on", "pk")
    for who, noted_on, level in rows.values_list("stakeholder", "noted_on", "now"):
        found[who].append((noted_on, level))
    return list(found.values())


def _register(row: Assignment, actor: Actor, on: date) -> tuple[ToDo, ...]:
    """A line for resistance that nobody meets, for a word that was asked, and for each approach of which the effect was
    not said: what the page behind it asks too."""
    last: dict[str, Any] = {}
    names = ("code", "seen_on", "approaches__due_on", "approaches__effect", "approaches__word")
    rows = Resistance.objects.filter(assignment=row, stakeholder__removed_at=None).order_by("approaches__pk")
    for code, *about in rows.values_list(*names):
        last[code] = about
    return tuple(line for code, about in last.items() for line in _waits(actor, code, *about, on=on))


def _waits(
    actor: Actor, code: str, seen_on: date, due_on: date | None, effect: str, word: str, *, on: date
) -> Iterator[ToDo]:
    if due_on is None or effect in WITHOUT_EFFECT or word in NOT_DONE:
        badge = Badge(_("no approach yet"), Tone.WARN)
        yield _line(actor, code, _("Choose an approach to resistance"), seen_on, badge)
    elif word == Word.ASKED:
        if actor.role is Role.SHADOW:
            badge = Badge(texts.WORDS[Word.ASKED], Tone.WARN)
            yield _line(actor, code, _("Your word is asked"), seen_on, badge)
    elif not effect:
        tone = Tone.BAD if due_on < on else Tone.WARN if due_on == on else Tone.NEUTRAL
        badge = Badge(_("Effect due %(day)s") % {"day": day(due_on)}, tone)
        yield _line(actor, code, _("Say what the approach to resistance did"), seen_on, badge)


def _line(actor: Actor, code: str, what: str, seen_on: date, badge: Badge) -> ToDo:
    url = reverse(f"{actor.role}:deliver-resistance", args=[code])
    return ToDo(what, url, note=_("seen on %(day)s") % {"day": day(seen_on)}, due=badge)
