"""Whether all are treated alike, as the page shows it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interregnum.records.groups import ImpactPage
from interregnum.records.texts import AGES, GENDERS
from interregnum.stages.choose.rules.impact import Compared, Verdict
from interregnum.web.pieces import Badge, Tone
from interregnum.web.templatetags.web import number

STEPS = {
    "listed": gettext_lazy("Put on a list by the points, of those on the roster"),
    "asked": gettext_lazy("Asked by a person, of those on the list"),
    "chosen": gettext_lazy("Chosen by the client, of those presented"),
}
KINDS = {"age": gettext_lazy("Age"), "gender": gettext_lazy("Gender")}
GROUPS = {str(group): words for named in (AGES, GENDERS) for group, words in named.items()}
VERDICTS = {
    Verdict.TOO_FEW: (gettext_lazy("too few to judge"), Tone.NEUTRAL),
    Verdict.MOST: (gettext_lazy("selected most often"), Tone.NEUTRAL),
    Verdict.ALIKE: (gettext_lazy("no sign of a difference"), Tone.GOOD),
    Verdict.CHANCE: (gettext_lazy("less often; it may be chance"), Tone.INFO),
    Verdict.SIGN: (gettext_lazy("less often than four fifths: look into it"), Tone.WARN),
}


@dataclass(frozen=True)
class GroupLine:
    name: object
    counted: str
    share: str
    ratio: str
    verdict: Badge


@dataclass(frozen=True)
class ImpactTable:
    step: object
    kind: object
    lines: tuple[GroupLine, ...]


def impacts(page: ImpactPage) -> tuple[ImpactTable, ...]:
    """The tables that have anything in them."""
    return tuple(
        ImpactTable(STEPS[each.step], KINDS[each.kind], tuple(map(_line, each.groups)))
        for each in page.impacts
        if each.groups
    )


def _line(each: Compared) -> GroupLine:
    group, (words, tone) = each.group, VERDICTS[each.verdict]
    return GroupLine(
        name=GROUPS[group.name],
        counted=_("%(selected)s of %(total)s") % {"selected": group.selected, "total": group.total},
        share=f"{round(100 * group.selected / group.total)}%",
        ratio=_ratio(each),
        verdict=Badge(words, tone),
    )


def _ratio(each: Compared) -> str:
    if each.ratio is None or each.low is None or each.high is None:
        return ""
    ratio, low, high = (number(round(value, 2)) for value in (each.ratio, each.low, each.high))
    return _("%(ratio)s (between %(low)s and %(high)s)") % {"ratio": ratio, "low": low, "high": high}
