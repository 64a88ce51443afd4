"""The register of resistance, for the manager and the shadow manager alone; and whose effect is to be asked."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor, Role
from interregnum.stages.deliver import stake_texts as texts
from interregnum.stages.deliver.models import Assignment, ChosenApproach, Resistance
from interregnum.stages.deliver.queries.visible import BY_NAME, visible_to
from interregnum.stages.deliver.rules.resistance import NOT_DONE, WITHOUT_EFFECT, Approach, Effect, Word, suggestions
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.web.pieces import Badge, Tone
from interregnum.web.templatetags.web import day

WORD_TONES = {
    Word.ASKED: Tone.WARN,
    Word.AGREED: Tone.GOOD,
    Word.REFUSED: Tone.BAD,
    Word.WITHDRAWN: Tone.NEUTRAL,
}
EFFECT_TONES = {Effect.GONE: Tone.GOOD, Effect.LESS: Tone.GOOD, Effect.SAME: Tone.WARN, Effect.MORE: Tone.BAD}


@dataclass(frozen=True)
class ResistanceLine:
    """One line of the register; `state` says what is to be done about it, or what it came to."""

    url: str
    behaviour: str
    name: str
    cause: object
    seen_on: date
    approach: object
    state: Badge


@dataclass(frozen=True)
class Tried:
    """An approach that was chosen, with what came of it."""

    approach: object
    why: str
    carried_out_by: str
    chosen_on: date
    due_on: date
    effect: Badge | None
    effect_seen: str
    effect_on: date | None
    word: Badge | None
    word_why: str
    is_done: bool


@dataclass(frozen=True)
class Way:
    """One of the six approaches; `reasons` say why it is suggested, none when it is not."""

    approach: Approach
    label: object
    fits: object
    costs: object
    reasons: tuple[object, ...]


@dataclass(frozen=True)
class ResistancePage:
    """`asks` is what the page wants: "approach" or "effect" of the manager, "word" of the shadow manager, or ""."""

    code: str
    assignment: str
    number: str
    client: str
    name: str
    behaviour: str
    cause: object
    seen_on: date
    is_written: bool
    asks: str
    is_guarded: bool
    tried: tuple[Tried, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class EffectDue:
    """An approach of which the effect is to be said; no name and no behaviour."""

    assignment: str
    resistance: str
    client: str
    due_on: date


def own_resistance(code: str, *, seen_by: Actor) -> Resistance:
    """Raises Http404 for a line of somebody else's register, and for everybody who may not know names."""
    if seen_by.role not in BY_NAME:
        raise Http404
    rows = Resistance.objects.select_related("assignment__organisation", "stakeholder")
    row = rows.filter(code=code, assignment__in=visible_to(seen_by)).first()
    if row is None:
        raise Http404
    return row


def is_guarded(row: Assignment) -> bool:
    """Whether there is a shadow manager to ask."""
    return Assignment.objects.filter(pk=row.pk, shadow_appointment__isnull=False).exists()


def resistance_lines(row: Assignment, *, seen_by: Actor, on: date) -> tuple[ResistanceLine, ...]:
    """The register of an assignment, the newest first; the caller has seen to it that they may know names."""
    rows = (
        row.resistances.filter(stakeholder__removed_at=None)
        .select_related("stakeholder")
        .prefetch_related("approaches")
    )
    return tuple(_line(one, seen_by, on) for one in rows)


def _line(row: Resistance, actor: Actor, on: date) -> ResistanceLine:
    tried = list(row.approaches.all())
    last = tried[-1] if tried else None
    return ResistanceLine(
        reverse(f"{actor.role}:deliver-resistance", args=[row.code]),
        row.behaviour,
        row.stakeholder.name,
        texts.CAUSES[row.cause],
        row.seen_on,
        texts.APPROACHES[last.approach] if last else "",
        _state(last, on),
    )


def _state(last: ChosenApproach | None, on: date) -> Badge:
    if last is None or last.word in NOT_DONE:
        return Badge(_("Choose an approach"), Tone.WARN)
    if last.word == Word.ASKED:
        return Badge(texts.WORDS[Word.ASKED], Tone.WARN)
    if last.effect:
        return _effect(last.effect)
    words = _("Effect asked on %(day)s") % {"day": day(last.due_on)}
    return Badge(words, Tone.WARN if last.due_on <= on else Tone.NEUTRAL)


def _effect(effect: Effect) -> Badge:
    return Badge(texts.EFFECTS[effect], EFFECT_TONES[effect])


def resistance_page(code: str, *, seen_by: Actor) -> ResistancePage:
    row = own_resistance(code, seen_by=seen_by)
    tried = list(row.approaches.all())
    last = tried[-1] if tried else None
    is_over = last is not None and last.effect == Effect.GONE
    return ResistancePage(
        code=row.code,
        assignment=row.assignment.code,
        number=row.assignment.number,
        client=row.assignment.organisation.name,
        name=row.stakeholder.name,
        behaviour=row.behaviour,
        cause=texts.CAUSES[row.cause],
        seen_on=row.seen_on,
        is_written=seen_by.role is Role.MANAGER,
        asks="" if is_over or row.stakeholder.removed_at else _asks(last),
        is_guarded=is_guarded(row.assignment),
        tried=tuple(_tried(one) for one in reversed(tried)),
        ways=_ways(row, tried),
    )


def _asks(last: ChosenApproach | None) -> str:
    if last is None or last.effect or last.word in NOT_DONE:
        return "approach"
    return "word" if last.word == Word.ASKED else "effect"


def _tried(one: ChosenApproach) -> Tried:
    return Tried(
        texts.APPROACHES[one.approach],
        one.why,
        one.carried_out_by,
        one.chosen_on,
        one.due_on,
        _effect(one.effect) if one.effect else None,
        one.effect_seen,
        one.effect_on,
        Badge(texts.WORDS[one.word], WORD_TONES[one.word]) if one.word else None,
        one.word_why,
        one.word in {"", Word.AGREED},
    )


def _ways(row: Resistance, tried: list[ChosenApproach]) -> tuple[Way, ...]:
    """All six, those that are suggested first, each with its rules in words."""
    failed = {one.approach for one in tried if one.effect in WITHOUT_EFFECT}
    found: dict[Any, tuple[str, ...]] = {
        one.approach: one.rules for one in suggestions(row.cause, row.assignment.category, without_effect=failed)
    }
    order = [*found, *(one for one in Approach if one not in found)]
    return tuple(
        Way(
            one,
            texts.APPROACHES[one],
            texts.FITS[one],
            texts.COSTS[one],
            tuple(texts.RULES[rule] for rule in found.get(one, ())),
        )
        for one in order
    )


def effects_due(*, seen_by: Actor, on: date, assignment: str = "") -> tuple[EffectDue, ...]:
    """The approaches of which the effect is to be said by now, the oldest first."""
    rows = ChosenApproach.objects.filter(effect="", due_on__lte=on, resistance__assignment__in=visible_to(seen_by))
    rows = rows.filter(word__in=("", Word.AGREED), resistance__stakeholder__removed_at=None)
    rows = rows.exclude(resistance__assignment__state=AssignmentState.CLOSED)
    rows = rows.filter(resistance__assignment__code=assignment) if assignment else rows
    names = ("resistance__assignment__code", "resistance__code", "resistance__assignment__organisation__name", "due_on")
    return tuple(EffectDue(*found) for found in rows.order_by("due_on", "pk").values_list(*names))


@dataclass(frozen=True)
class WordAsked:
    """A manager who asks the shadow manager's word; no name and no behaviour."""

    resistance: str
    client: str
    manager: str


def words_asked(*, seen_by: Actor) -> tuple[WordAsked, ...]:
    """The approaches that wait for this shadow manager's word, the oldest first."""
    if seen_by.role is not Role.SHADOW:
        return ()
    rows = ChosenApproach.objects.filter(word=Word.ASKED, resistance__assignment__in=visible_to(seen_by))
    rows = rows.exclude(resistance__assignment__state=AssignmentState.CLOSED).order_by("pk")
    names = ("resistance__code", "resistance__assignment__organisation__name", "resistance__assignment__manager__name")
    return tuple(WordAsked(*found) for found in rows.values_list(*names))
