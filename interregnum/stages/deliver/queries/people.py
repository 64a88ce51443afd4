"""How far the people are, as the picture of an assignment shows it: by level, and what waits for an answer.

Whoever may not know where somebody stands reads of groups of five people or more.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor
from interregnum.stages.deliver import stake_texts as texts
from interregnum.stages.deliver.models import Assignment, Resistance, Stance
from interregnum.stages.deliver.queries.change import GroupLine, groups_of
from interregnum.stages.deliver.queries.visible import BY_NAME
from interregnum.stages.deliver.rules.commitment import LEVELS, Commitment, level_on
from interregnum.stages.deliver.rules.resistance import WITHOUT_EFFECT
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
    rows = Stance.objects.filter(stakeholder__assignment=row).order_by("noted_on", "pk")
    for who, noted_on, level in rows.values_list("stakeholder", "noted_on", "now"):
        found[who].append((noted_on, level))
    return list(found.values())


def _register(row: Assignment, actor: Actor, on: date) -> tuple[ToDo, ...]:
    """A line for resistance that nobody meets, and for each approach of which the effect was not said."""
    last: dict[str, Any] = {}
    names = ("code", "seen_on", "approaches__due_on", "approaches__effect")
    for code, *about in Resistance.objects.filter(assignment=row).order_by("approaches__pk").values_list(*names):
        last[code] = about
    waits = []
    for code, (seen_on, due_on, effect) in last.items():
        if due_on is None or effect in WITHOUT_EFFECT:
            waits.append(
                _line(
                    actor, code, _("Choose an approach to resistance"), seen_on, Badge(_("no approach yet"), Tone.WARN)
                )
            )
        elif not effect:
            tone = Tone.BAD if due_on < on else Tone.WARN if due_on == on else Tone.NEUTRAL
            badge = Badge(_("Effect due %(day)s") % {"day": day(due_on)}, tone)
            waits.append(_line(actor, code, _("Say what the approach to resistance did"), seen_on, badge))
    return tuple(waits)


def _line(actor: Actor, code: str, what: str, seen_on: date, badge: Badge) -> ToDo:
    url = reverse(f"{actor.role}:deliver-resistance", args=[code])
    return ToDo(what, url, note=_("seen on %(day)s") % {"day": day(seen_on)}, due=badge)
