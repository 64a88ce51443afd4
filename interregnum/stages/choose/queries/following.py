"""The list as it would be drawn now by these weights, and what it would be if one thing were asked less."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from interregnum.people.rules.screening import ScreeningKind
from interregnum.people.screening_texts import SCREENING
from interregnum.stages.brief.queries import languages
from interregnum.stages.choose.engine import live, loop
from interregnum.stages.choose.engine.plan import plan_of
from interregnum.stages.choose.engine.profiles import candidates
from interregnum.stages.choose.queries.sentences import POINTS, Names
from interregnum.stages.choose.rules.explain import explain
from interregnum.stages.choose.rules.relaxed import Relaxed, relaxed
from interregnum.stages.choose.rules.shortlist import score
from interregnum.stages.choose.rules.values import Scored, Wanted, Weights
from interregnum.stages.choose.texts import CRITERIA
from interregnum.web.templatetags.web import euro
from interregnum.web.words import word_of


@dataclass(frozen=True)
class Next:
    """A manager on the list as it would be: `percent` of all points, and what speaks for him or her most."""

    code: str
    name: str
    percent: int
    because: tuple[str, ...]


@dataclass(frozen=True)
class Wider:
    """With one thing asked less so many managers would be left; `more` than now."""

    what: str
    left: int
    more: int


@dataclass(frozen=True)
class Following:
    """`left` of `pool` managers pass every hard constraint; `first` are the best of them."""

    pool: int
    left: int
    first: tuple[Next, ...]
    wider: tuple[Wider, ...]


def following(wanted: Wanted, weights: Weights, *, limit: int, names: Names) -> Following:
    """One look at the pool of this moment for the list and for every wider brief."""
    steps = relaxed(wanted)
    with live.HERE.now() as snapshot:
        best = loop.best(snapshot, plan_of(snapshot, wanted, weights), limit)
        counts = [loop.count(snapshot, plan_of(snapshot, step.wanted, weights)) for step in steps]
        keys, pool = [int(key) for key in snapshot.managers[best.rows]], snapshot.pool
    known = candidates(keys)
    scored = {key: score(known[key], wanted, weights=weights) for key in keys if key in known}
    first = tuple(_next(known[key].name, one, names) for key, one in scored.items())
    wider = (Wider(_what(step), left, left - best.seen) for step, left in zip(steps, counts, strict=True))
    by_gain = sorted((each for each in wider if each.more), key=lambda each: -each.more)
    return Following(pool, best.seen, first, tuple(by_gain))


def _next(name: str, scored: Scored, names: Names) -> Next:
    because = (f"{CRITERIA[part.code]}: {POINTS[part.code](part.facts, names)}" for part in explain(scored).strongest)
    return Next(scored.candidate_code, name, scored.percent, tuple(because))


def _language(facts: Mapping[str, Any]) -> str:
    return _("Without %(language)s") % {"language": languages((facts["language"],))}


SAID: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "choose.start_later": lambda facts: _("A start up to %(days)s days later") % facts,
    "choose.fewer_days": lambda facts: _("Days a week: %(days)s") % facts,
    "choose.higher_ceiling": lambda facts: _("A ceiling %(euros)s higher") % {"euros": euro(facts["euros"])},
    "choose.without_language": _language,
    "choose.without_screening": lambda facts: (
        _("Not required: %(screening)s") % {"screening": str(SCREENING[ScreeningKind(facts["screening"])]).lower()}
    ),
    "choose.any_discipline": lambda facts: _("Any discipline"),
    "choose.lower_level": lambda facts: (
        _("Level: %(level)s") % {"level": str(word_of(facts["level"], "level")).lower()}
    ),
    "choose.from_anywhere": lambda facts: _("From anywhere, not only near %(place)s") % facts,
}


def _what(step: Relaxed) -> str:
    return SAID[step.code](step.facts)
