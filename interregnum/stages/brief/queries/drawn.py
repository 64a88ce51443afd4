"""A brief in the pieces of a page; `definitions` and `mix` serve later stages as well."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interregnum.people.queries import list_names
from interregnum.people.screening_texts import SCREENING
from interregnum.stages.brief.rules.completeness import SAID, Missing
from interregnum.stages.brief.rules.values import BriefValues
from interregnum.stages.brief.texts import COSTS, FIELDS, LANGUAGES
from interregnum.web.pieces import Badge, Cell, Definition, Meter, Tone
from interregnum.web.words import ROLE_MIX, word_of

ESSENTIAL = Badge(gettext_lazy("Needed to agree"), Tone.WARN)


def definitions(values: BriefValues) -> tuple[Definition, ...]:
    """What is looked for, as a list of facts; later stages show it beside their own."""
    names, sectors = list_names()
    rate = Cell(values.rate_ceiling, _("all-in, excluding VAT")) if values.rate_ceiling else ""
    weeks = _("%(weeks)s weeks") % {"weeks": values.weeks} if values.weeks else ""
    shown = {
        "category": values.category,
        "reasons": ", ".join(str(word_of(each)) for each in values.reasons),
        "grounds": ", ".join(str(word_of(each)) for each in values.grounds),
        "level": values.level or "",
        "context": values.context or "",
        "disciplines": ", ".join(str(names.get(each, each)) for each in values.disciplines),
        "sector": sectors.get(values.sector, values.sector) if values.sector else "",
        "starts_on": Cell(values.starts_on or "", weeks),
        "days_a_week": values.days_a_week,
        "rate_ceiling": rate,
        "place": values.place,
        "languages": languages(values.languages),
        "screenings": ", ".join(str(SCREENING[each]) for each in values.screenings),
        "assurance": values.assurance,
    }
    return tuple(Definition(FIELDS[name], value) for name, value in shown.items())


def languages(codes: Iterable[str]) -> str:
    """Names of languages, joined; a code without a name stays as it is."""
    return ", ".join(str(LANGUAGES.get(each, each)) for each in codes)


def mix(values: BriefValues) -> tuple[Meter, ...]:
    """The four roles as bars."""
    return tuple(Meter(name, part, text=f"{part}%") for name, part in zip(ROLE_MIX, values.role_mix, strict=True))


def completeness(lacking: tuple[Missing, ...]) -> Meter:
    """How many of the fields that count are filled in."""
    tone = Tone.WARN if lacking else Tone.GOOD
    return Meter(_("Filled in"), len(SAID) - len(lacking), len(SAID), tone=tone)


@dataclass(frozen=True)
class Lacking:
    """A field that is missing, and what that costs later."""

    field: object
    cost: object
    badge: Badge | None


def lacks(lacking: tuple[Missing, ...]) -> tuple[Lacking, ...]:
    return tuple(
        Lacking(FIELDS[each.code], COSTS[each.code], ESSENTIAL if each.is_essential else None) for each in lacking
    )
