"""Sentences made of the facts under each point and each exclusion: every number on the page can be read back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from interregnum.people.queries import list_names
from interregnum.people.rules.screening import IMPOSSIBLE, Outcome, ScreeningKind
from interregnum.people.screening_texts import OUTCOME, SCREENING
from interregnum.stages.brief.queries import languages
from interregnum.stages.choose.texts import SUBJECTS
from interregnum.web.templatetags.web import day, euro
from interregnum.web.words import word_of

type Kept = Mapping[str, Any]


@dataclass(frozen=True)
class Names:
    """The firm's own lists in the reader's language: code to name."""

    disciplines: Mapping[str, str]
    sectors: Mapping[str, str]

    def of_disciplines(self, codes: list[str]) -> str:
        return ", ".join(self.disciplines.get(code, code) for code in codes)

    def of_sectors(self, codes: list[str]) -> str:
        return ", ".join(self.sectors.get(code, code) for code in codes)


def subjects(codes: list[str]) -> str:
    return ", ".join(str(SUBJECTS.get(code, code)) for code in codes)


def names() -> Names:
    return Names(*list_names())


def _start(facts: Kept, names: Names) -> str:
    free = day(date.fromisoformat(facts["available_on"]))
    if not facts["days_late"]:
        return _("Free in time: from %(day)s.") % {"day": free}
    return _("Free from %(day)s; days after the start: %(late)s.") % {"day": free, "late": facts["days_late"]}


def _issue(facts: Kept, names: Names) -> str:
    if not facts["asked"]:
        return _("No reason was asked, so everybody has all points.")
    return _("Proven cases with the reasons asked: %(cases)s, with a referee: %(with_referee)s.") % facts


def _category(facts: Kept, names: Names) -> str:
    said = _("Proven cases of %(category)s: %(cases)s.") % {
        "category": str(word_of(facts["category"], "category")).lower(),
        "cases": facts["cases"],
    }
    return f"{said} {_('Project cases count for %(beside)s more.') % facts}" if facts["beside"] else said


def _level(facts: Kept, names: Names) -> str:
    offered, asked = (str(word_of(facts[which], "level")).lower() for which in ("offered", "asked"))
    return _("Works at the level of %(offered)s; asked is %(asked)s.") % {"offered": offered, "asked": asked}


def _discipline(facts: Kept, names: Names) -> str:
    if not facts["asked"]:
        return _("No discipline was asked, so everybody has all points.")
    shared, asked = names.of_disciplines(facts["shared"]), names.of_disciplines(facts["asked"])
    return _("At home in %(shared)s; asked is %(asked)s.") % {"shared": shared, "asked": asked}


def _sector(facts: Kept, names: Names) -> str:
    asked = names.of_sectors([facts["asked"]])
    if not facts["asked"]:
        return _("No sub-sector was asked, so everybody has all points.")
    if facts["asked"] in facts["known"]:
        return _("Knows the sub-sector: %(asked)s.") % {"asked": asked}
    if facts["known"]:
        known = names.of_sectors(facts["known"])
        return _("Knows %(known)s, not %(asked)s.") % {"known": known, "asked": asked}
    return _("Knows no sub-sector of this market.")


def _role_mix(facts: Kept, names: Names) -> str:
    if not facts["distance"]:
        return _("Exactly the role mix asked.")
    return _("%(distance)s points from the role mix asked, of 200 at most.") % facts


def _speed(facts: Kept, names: Names) -> str:
    if not facts["measured"]:
        return _("No first result was ever measured.")
    return _("Weeks to a first result in earlier assignments: %(weeks)s.") % facts


def _outsider(facts: Kept, names: Names) -> str:
    if not facts["market"]:
        return _("We know no other organisations in the client's market, so everybody has all points.")
    if facts["ties"]:
        return _("Worked in the client's own market: %(ties)s.") % {"ties": ", ".join(facts["ties"])}
    return _("Worked for none of the %(market)s organisations that we know in the client's market.") % facts


def _breakthrough(facts: Kept, names: Names) -> str:
    return _("Deadlocks broken: %(deadlocks)s, with a referee: %(with_referee)s.") % facts


def _capacity(facts: Kept, names: Names) -> str:
    return _("Days a week on offer: %(offered)s; asked: %(asked)s.") % facts


def _text(facts: Kept, names: Names) -> str:
    if not facts["asked"]:
        return _("No subject is known in the text of the brief, so everybody has all points.")
    asked, shared = subjects(facts["asked"]), subjects(facts["shared"])
    if not shared:
        return _("The profile speaks of none of the subjects of the brief: %(asked)s.") % {"asked": asked}
    return _("The profile speaks of %(shared)s; the brief of %(asked)s.") % {"shared": shared, "asked": asked}


POINTS: Mapping[str, Callable[[Kept, Names], str]] = {
    "choose.start": _start,
    "choose.issue": _issue,
    "choose.category": _category,
    "choose.level": _level,
    "choose.discipline": _discipline,
    "choose.sector": _sector,
    "choose.role_mix": _role_mix,
    "choose.speed": _speed,
    "choose.outsider": _outsider,
    "choose.breakthrough": _breakthrough,
    "choose.capacity": _capacity,
    "choose.text": _text,
    "choose.steadiness": lambda facts, names: (
        _("Proven crises: %(crises)s, cases of order restored: %(restored)s.") % facts
    ),
    "choose.references": lambda facts, names: _("Cases of which a referee can tell: %(with_referee)s.") % facts,
}


def _too_late(facts: Kept, names: Names) -> str:
    free, latest = (day(date.fromisoformat(facts[which])) for which in ("available_on", "latest"))
    return _("Free from %(free)s; the latest possible start is %(latest)s.") % {"free": free, "latest": latest}


def _too_dear(facts: Kept, names: Names) -> str:
    rate, ceiling = euro(facts["rate"]), euro(facts["ceiling"])
    return _("Would cost the client %(rate)s a day; the ceiling is %(ceiling)s.") % {"rate": rate, "ceiling": ceiling}


def screenings(standing: Mapping[str, str]) -> str:
    """Each kind with the day on which it was passed, or why it cannot be had."""
    return "; ".join(f"{SCREENING[ScreeningKind(kind)]}: {_standing(stands)}" for kind, stands in standing.items())


def _standing(stands: str) -> str:
    if stands in IMPOSSIBLE:
        return str(OUTCOME[Outcome(stands)]).lower()
    return _("passed on %(day)s") % {"day": day(date.fromisoformat(stands))}


def _not_screened(facts: Kept, names: Names) -> str:
    what = str(SCREENING[ScreeningKind(facts["screening"])])
    if facts["why"]:
        why = {Outcome.NOT_PASSED: _("%(what)s: not passed."), Outcome.NO_BASIS: _("%(what)s: no legal ground for it.")}
        return why[Outcome(facts["why"])] % {"what": what}
    ready = {"what": what, "ready": day(date.fromisoformat(facts["ready_on"]))}
    if facts["passed_on"]:
        passed = {"passed": day(date.fromisoformat(facts["passed_on"]))}
        return _("%(what)s: of %(passed)s, too old on the start; a new one is there on %(ready)s.") % (ready | passed)
    return _("%(what)s: none yet, and a new one is there on %(ready)s, after the latest start.") % ready


EXCLUSIONS: Mapping[str, Callable[[Kept, Names], str]] = {
    "choose.no_consent": lambda facts, names: _("Did not agree to be considered."),
    "choose.starts_too_late": _too_late,
    "choose.too_few_days": _capacity,
    "choose.above_ceiling": _too_dear,
    "choose.screening_impossible": _not_screened,
    "choose.language_missing": lambda facts, names: (
        _("Does not speak %(languages)s.") % {"languages": languages(facts["missing"])}
    ),
    "choose.discipline_missing": lambda facts, names: _("Is at home in none of the disciplines asked."),
    "choose.level_too_low": _level,
    "choose.past_with_client": lambda facts, names: _("Has worked for %(organisation)s.") % facts,
    "choose.conflict_declared": lambda facts, names: (
        _("Declared a conflict of interest with %(organisation)s.") % facts
    ),
    "choose.wants_to_be_hired": lambda facts, names: _("Would like a permanent post."),
    "choose.too_far": lambda facts, names: _("Lives %(km)s km away; the limit is %(limit)s km.") % facts,
}
