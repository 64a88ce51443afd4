"""A brief in the pieces of a page; `definitions` and `mix` serve later stages as well."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interregnum.kernel.money import Money
from interregnum.people.queries import list_names
from interregnum.people.screening_texts import SCREENING
from interregnum.stages.brief.rules.completeness import SAID, Missing
from interregnum.stages.brief.rules.values import BriefValues, ResultWanted
from interregnum.stages.brief.texts import COSTS, FIELDS, LANGUAGES
from interregnum.web.pieces import Badge, Cell, Definition, Meter, Tone
from interregnum.web.templatetags.web import day, euro, number
from interregnum.web.words import ROLE_MIX, word_of

type Lists = tuple[Mapping[str, str], Mapping[str, str]]
# What is said in words of one's own, in the order of reading.
WORDS = ("problem_owner", "scope", "limits", "mandate_wanted", "risks", "successor")
ESSENTIAL = Badge(gettext_lazy("Needed to agree"), Tone.WARN)


def definitions(values: BriefValues, lists: Lists | None = None) -> tuple[Definition, ...]:
    """What is looked for, as a list of facts; later stages show it beside their own.

    `lists` are the names of disciplines and sectors, where the page has asked for them already.
    """
    defined = _defined(values, list_names() if lists is None else lists)
    return tuple(Definition(FIELDS[name], value) for name, value in defined.items())


def _defined(values: BriefValues, lists: Lists) -> dict[str, object]:
    names, sectors = lists
    rate = Cell(values.rate_ceiling, _("all-in, excluding VAT")) if values.rate_ceiling else ""
    weeks = _("%(weeks)s weeks") % {"weeks": values.weeks} if values.weeks else ""
    return {
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
        "budget": Cell(values.budget, _("excluding VAT")) if values.budget else "",
        "place": values.place,
        "languages": languages(values.languages),
        "screenings": ", ".join(str(SCREENING[each]) for each in values.screenings),
        "assurance": values.assurance,
    }


def agreed_words(values: BriefValues) -> tuple[Definition, ...]:
    """Who, within which limits and with what mandate; what was not said is left out."""
    hours = _("%(hours)s hours a week") % {"hours": values.sponsor_hours} if values.sponsor_hours else ""
    shown = {name: getattr(values, name) for name in WORDS} | {"sponsor_hours": hours}
    return tuple(Definition(FIELDS[name], shown[name]) for name in (*WORDS, "sponsor_hours") if shown[name])


def shown_in_lines(values: BriefValues) -> dict[str, tuple[str, ...]]:
    """Every field as lines of text, to lay two versions beside each other."""
    texts = {name: getattr(values, name) for name in ("problem", "result_wanted", *WORDS, "assurance_reason")}
    facts = {name: as_text(value) for name, value in _defined(values, list_names()).items()}
    facts |= {name: as_text(getattr(values, name)) for name in ("sponsor_hours", "stakes")}
    facts["role_mix"] = " / ".join(f"{part}%" for part in values.role_mix)
    results = {"results": tuple(in_a_line(one) for one in values.results)}
    return {name: tuple(text.splitlines()) for name, text in (texts | facts).items()} | results


def shown_in_texts(values: BriefValues) -> dict[str, str]:
    """Every field as one text."""
    return {name: "\n".join(lines) for name, lines in shown_in_lines(values).items()}


def as_text(value: object) -> str:
    """A value as a page shows it, without any mark-up; "" for what was not said."""
    if isinstance(value, Cell):
        return ", ".join(filter(None, (as_text(value.text), str(value.note))))
    if value is None or value == "":
        return ""
    if isinstance(value, Money):
        return euro(value)
    return day(value) if isinstance(value, date) else str(word_of(value))


def in_a_line(result: ResultWanted) -> str:
    """A result in one line: what, from where to where, by when and how it is measured."""
    numbers = [_("not known yet") if one is None else number(one) for one in (result.baseline, result.target)]
    goes = _("from %(baseline)s to %(target)s %(unit)s") % dict(
        zip(("baseline", "target", "unit"), (*numbers, result.unit), strict=True)
    )
    by = _("by %(day)s") % {"day": day(result.due_on)} if result.due_on else ""
    return "; ".join(part for part in (result.title, goes.strip(), by, result.measured_by) if part)


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
