"""The pulse of an assignment as pages show it: to all who may see it the same, and never more than was published."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from interregnum.kernel.actor import BUREAU, Actor, Role
from interregnum.kernel.lists import Category
from interregnum.kernel.period import local_day
from interregnum.outside.qr import QrCode, qr_code
from interregnum.people.site import link_to
from interregnum.stages.deliver.queries import assignment_of
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.pulse import texts
from interregnum.stages.pulse.models import Quote, Round, Survey, Tally
from interregnum.stages.pulse.queries.links import token_of_group
from interregnum.stages.pulse.queries.results import read
from interregnum.stages.pulse.queries.terms import alarms_on, floor_on, words_from
from interregnum.stages.pulse.queries.visible import survey_of
from interregnum.stages.pulse.rules.figures import Figure, step_of
from interregnum.stages.pulse.rules.publishing import Published, trend
from interregnum.stages.pulse.rules.setting_up import Question
from interregnum.stages.pulse.rules.signals import Alarm, Bounds, fall, silence
from interregnum.stages.pulse.rules.states import PulseState, RoundState, Way
from interregnum.web.pieces import Badge, Tone

STATE_TONES = {PulseState.DRAFT: Tone.INFO, PulseState.RUNNING: Tone.GOOD, PulseState.OVER: Tone.NEUTRAL}
ALARM_TONES = {Alarm.NOTICE: Tone.WARN, Alarm.LARGE: Tone.BAD}
# Who writes it down, and who beside them may hand in the addresses of employees.
SET_UP = BUREAU | {Role.MANAGER}
SUPPLIES = SET_UP | {Role.CLIENT}


@dataclass(frozen=True)
class GroupView:
    code: str
    name: str
    people: int


@dataclass(frozen=True)
class RowView:
    """One question: what is shown of all, how that moved, and of each block."""

    question: str
    all: str
    moved: str
    moved_tone: str
    named: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class QuoteView:
    code: str
    text: str
    is_hidden: bool


@dataclass(frozen=True)
class RoundView:
    """A round that is over; no `rows` where too few answered."""

    number: int
    opens_on: date
    closes_on: date
    step: object
    asked: int
    blocks: tuple[str, ...]
    rows: tuple[RowView, ...]
    quotes: tuple[QuoteView, ...]
    occasion: object
    alarms: tuple[Badge, ...]


@dataclass(frozen=True)
class PulsePage:
    """`open` is the round that can be answered now, `open_step` how many did, in steps; the newest round comes first.

    `state` is None where no pulse was set up yet.
    """

    code: str
    number: str
    client: str
    is_closed: bool
    first_day: date
    state: Badge | None
    state_code: str
    way: str
    way_words: object
    language: str
    starts_on: date | None
    questions: tuple[str, ...]
    groups: tuple[GroupView, ...]
    people: int
    floor: int
    words_from: int
    asks_words: bool
    open: Round | None
    open_step: object
    rounds: tuple[RoundView, ...]
    may_set_up: bool
    may_supply: bool
    may_hide: bool


@dataclass(frozen=True)
class SheetView:
    """One group on paper."""

    group: str
    link: str
    code: QrCode


def pulse_page(code: str, *, seen_by: Actor, at: datetime) -> PulsePage:
    """Raises Http404 for an assignment that is not theirs."""
    row, on = assignment_of(code, seen_by=seen_by), local_day(at)
    survey = Survey.objects.filter(assignment=row).prefetch_related("groups", "rounds__quotes").first()
    rounds = list(survey.rounds.all()) if survey else []
    now = next((one for one in rounds if one.state == RoundState.OPEN), None)
    floor, groups = floor_on(on), _groups(survey)
    is_draft = survey is None or survey.state == PulseState.DRAFT
    is_closed = row.state == AssignmentState.CLOSED
    return PulsePage(
        code=row.code,
        number=row.number,
        client=row.organisation.name,
        is_closed=is_closed,
        first_day=row.starts_on,
        state=Badge(texts.STATES[survey.state], STATE_TONES[survey.state]) if survey else None,
        state_code=str(survey.state) if survey else "",
        way=str(survey.way) if survey else "",
        way_words=texts.WAYS[survey.way] if survey else "",
        language=survey.language if survey else "nl",
        starts_on=survey.starts_on if survey else None,
        questions=_questions(survey),
        groups=groups,
        people=sum(group.people for group in groups),
        floor=floor,
        words_from=words_from(on),
        asks_words=bool(survey and survey.asks_words),
        open=now,
        open_step=texts.STEPS[step_of(_answered(now))] if now else "",
        rounds=_rounds(survey, rounds, groups, floor, alarms_on(on)),
        may_set_up=is_draft and not is_closed and seen_by.role in SET_UP,
        may_supply=bool(survey and is_draft and survey.way is Way.MAIL and seen_by.role in SUPPLIES),
        may_hide=seen_by.role in BUREAU,
    )


def _groups(survey: Survey | None) -> tuple[GroupView, ...]:
    return tuple(GroupView(one.code, one.name, one.people) for one in survey.groups.all()) if survey else ()


def _questions(survey: Survey | None) -> tuple[str, ...]:
    place = 0 if get_language() == "nl" else 1
    return tuple(pair[place] for pair in survey.questions) if survey else ()


def questions_of(survey: Survey) -> tuple[str, ...]:
    """In the language of the page."""
    return _questions(survey)


def _answered(row: Round) -> int:
    return sum(Tally.objects.filter(round=row, question=0).values_list("people", flat=True))


def _rounds(
    survey: Survey | None,
    rounds: Sequence[Round],
    groups: Sequence[GroupView],
    floor: int,
    known: tuple[Bounds, Bounds],
) -> tuple[RoundView, ...]:
    found: list[RoundView] = []
    names = {group.code: group.name for group in groups} | {"": _("Small groups together")}
    questions, before, asked = _questions(survey), None, 0
    for row in rounds:
        if row.result is None:
            continue
        result = read(row.result)
        moved = trend(before, result, moved=abs(row.asked - asked), floor=floor) if before else ()
        found.append(_round(row, result, questions, names, moved, known))
        if result.figures:
            before, asked = result, row.asked
    return tuple(reversed(found))


def _round(
    row: Round,
    result: Published,
    questions: Sequence[str],
    names: dict[str, str],
    moved: Sequence[Decimal | None],
    known: tuple[Bounds, Bounds],
) -> RoundView:
    # One block is everybody: a column of its own would say the same twice.
    blocks = result.blocks if len(result.blocks) > 1 else ()
    named = tuple(", ".join(names.get(code, "–") for code in block.groups) for block in blocks)
    rows = tuple(
        RowView(
            question=question,
            all=words_of(result.figures[place]),
            moved=_moved(moved[place]) if moved else "",
            moved_tone=_tone(moved[place]) if moved else "",
            named=tuple((name, words_of(block.figures[place])) for name, block in zip(named, blocks, strict=True)),
        )
        for place, question in enumerate(questions)
        if result.figures
    )
    quotes = tuple(QuoteView(one.code, one.text, one.is_hidden) for one in row.quotes.all())
    return RoundView(
        number=row.number,
        opens_on=row.opens_on,
        closes_on=row.closes_on,
        step=texts.STEPS[result.step],
        asked=row.asked,
        blocks=named,
        rows=rows,
        quotes=quotes,
        occasion=texts.OCCASIONS.get(row.occasion, ""),
        alarms=_alarms(result, moved, row.asked, known),
    )


def _alarms(
    result: Published, moved: Sequence[Decimal | None], asked: int, known: tuple[Bounds, Bounds]
) -> tuple[Badge, ...]:
    falls, silences = known
    fell, quiet = fall(moved, bounds=falls), silence(result.step, asked=asked, bounds=silences)
    found = ((texts.FALLS, fell), (texts.SILENCES, quiet))
    return tuple(Badge(words[alarm], ALARM_TONES[alarm]) for words, alarm in found if alarm is not Alarm.NONE)


def words_of(figure: Figure) -> str:
    """ "3.4", or "4.5 or higher"."""
    number = number_format(figure.value, decimal_pos=1)
    return str(texts.BOUNDS[figure.bound]) % {"figure": number} if figure.bound else number


def _moved(change: Decimal | None) -> str:
    if change is None:
        return ""
    return f"{'+' if change > 0 else '−' if change < 0 else '±'}{number_format(abs(change), decimal_pos=1)}"


def _tone(change: Decimal | None) -> str:
    return "" if not change else ("good" if change > 0 else "bad")


def set_up_initial(code: str, *, seen_by: Actor, proposed: dict[Category, tuple[Question, ...]]) -> dict[str, Any]:
    """What the form of the set-up holds when it opens: what was written before, or the proposal for the category."""
    row = assignment_of(code, seen_by=seen_by)
    survey = Survey.objects.filter(assignment=row).prefetch_related("groups").first()
    pairs = survey.questions if survey else [[one.nl, one.en] for one in proposed[row.category]]
    questions = {
        f"{language}_{place}": pair[column]
        for place, pair in enumerate(pairs)
        for column, language in enumerate(("nl", "en"))
    }
    if survey is None:
        return questions | {"way": Way.MAIL, "language": "nl"}
    lines = [f"{one.name}, {one.people}" if survey.way is Way.CODE else one.name for one in survey.groups.all()]
    groups = "\n".join(lines)
    kept = {"way": survey.way, "language": survey.language, "asks_words": survey.asks_words}
    return questions | kept | {"groups": groups}


def sheets(code: str, *, seen_by: Actor) -> tuple[SheetView, ...]:
    """One sheet a group, for a pulse on paper that has started; none otherwise."""
    survey = Survey.objects.filter(assignment=assignment_of(code, seen_by=seen_by)).first()
    if survey is None or survey.way is not Way.CODE or survey.state != PulseState.RUNNING:
        return ()
    links = [(one.name, link_to("front:pulse-answer", token_of_group(one.code))) for one in survey.groups.all()]
    return tuple(SheetView(name, link, qr_code(link)) for name, link in links)


def codes_of_groups(code: str, *, seen_by: Actor) -> dict[str, str]:
    """What stands on paper, by the name of the group."""
    return {one.name: token_of_group(one.code) for one in survey_of(code, seen_by=seen_by).groups.all()}


def assignment_of_quote(code: str, *, seen_by: Actor) -> str:
    """The code of the assignment. Raises Http404 for words that are not theirs to see."""
    found = Quote.objects.filter(code=code).values_list("round__survey__assignment__code", flat=True).first()
    return str(assignment_of(found or "", seen_by=seen_by).code)
