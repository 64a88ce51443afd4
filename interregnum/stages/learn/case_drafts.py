"""The first text of a case, written by the software from facts: only names of results were typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext, override
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.lists import Category
from interregnum.web.templatetags.web import number
from interregnum.web.words import word_of

PROBLEMS: dict[StrEnum, Promise] = {
    Category.CHANGE: _("An organisation had to work in another way, and did not get there by itself."),
    Category.BRIDGING: _("A place in the management fell empty, and the work could not wait for a successor."),
    Category.PROJECT: _("A project had to be finished in time, and nobody in house could lead it."),
    Category.CRISIS: _("Order and calm had to come back quickly."),
    Category.EXPERTISE: _("Knowledge was missing that the organisation needed, and wanted to make its own."),
}
ROLES = (_("operational manager"), _("adviser"), _("coach"), _("change manager"))
WEEKS_A_MONTH = Decimal("4.33")


@dataclass(frozen=True)
class Reached:
    title: str
    unit: str
    baseline: Decimal
    target: Decimal
    value: Decimal | None


@dataclass(frozen=True, kw_only=True)
class Happened:
    """What is known of an assignment that is over; `stood` are months, how many results stood, of how many."""

    category: str
    reasons: Sequence[str]
    weeks: int
    mix: Sequence[int]
    results: Sequence[Reached]
    reached: int
    stood: Sequence[tuple[int, int, int]]
    index: int | None


def drafted(happened: Happened) -> dict[str, str]:
    """By the columns of a text."""
    texts: dict[str, str] = {}
    for language in ("nl", "en"):
        with override(language):
            texts |= {f"{part}_{language}": said for part, said in _in_one_language(happened).items()}
    return texts


def _in_one_language(one: Happened) -> Mapping[str, str]:
    category = word_of(one.category, "category")
    reasons = [str(word_of(reason, "reason")) for reason in one.reasons]
    title = f"{category}: {reasons[0][:1].lower()}{reasons[0][1:]}" if reasons else str(category)
    wanted = gettext("What was wanted: %(what)s.") % {"what": "; ".join(reasons)} if reasons else ""
    return {
        "title": title[:120],
        "problem": f"{PROBLEMS[Category(one.category)]} {wanted}".strip(),
        "approach": _approach(one),
        "result": _result(one),
        "lasted": _lasted(one),
    }


def _approach(one: Happened) -> str:
    months = max(1, round(one.weeks / WEEKS_A_MONTH))
    led = ngettext(
        "An interim manager led it for about %(months)s month.",
        "An interim manager led it for about %(months)s months.",
        months,
    ) % {"months": months}
    most = sorted(range(len(ROLES)), key=lambda place: -one.mix[place])[:2]
    roles = gettext("Mostly as %(first)s and %(second)s.") % {"first": ROLES[most[0]], "second": ROLES[most[1]]}
    owners = gettext("Each result got an owner in the line, who was there to stay.")
    return f"{led} {roles} {owners}"


def _result(one: Happened) -> str:
    told = gettext("%(reached)s of %(results)s results were reached.") % {
        "reached": one.reached,
        "results": len(one.results),
    }
    lines = [
        gettext("%(title)s: from %(baseline)s to %(value)s %(unit)s, where %(target)s was wanted.")
        % {
            "title": each.title,
            "baseline": number(each.baseline),
            "value": number(each.value),
            "unit": each.unit,
            "target": number(each.target),
        }
        for each in one.results
        if each.value is not None
    ]
    return "\n".join([told, *lines])


def _lasted(one: Happened) -> str:
    lines = [
        gettext("After %(months)s months %(stands)s of %(known)s results still stood.")
        % {"months": months, "stands": stands, "known": known}
        for months, stands, known in one.stood
        if known
    ]
    if one.index is not None:
        lines.append(gettext("At the end the future-proof index stood at %(index)s of 100.") % {"index": one.index})
    return "\n".join(lines) or gettext("What lasted has not been measured.")
