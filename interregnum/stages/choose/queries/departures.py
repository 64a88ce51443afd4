"""Where people's choices departed from a list, and how often they do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.http import Http404
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.lists import Category
from interregnum.kernel.period import local_day
from interregnum.parameters.values import values
from interregnum.stages.choose.decision_texts import DEEDS, WHYS
from interregnum.stages.choose.models import Departure, Proposal, Shortlist
from interregnum.stages.choose.queries.rows import organisation_of, shortlist_row
from interregnum.stages.choose.rules.override import Decision, Rate, follows_too_much, rates
from interregnum.stages.choose.rules.states import Deed, Why
from interregnum.web.words import word_of

# Whoever answers for how the firm chooses.
OVERSEES = frozenset({Role.PARTNER, Role.AUDITOR})
BY_HAND = (Deed.SET_ASIDE, Deed.PUT_BACK)


@dataclass(frozen=True)
class AsidePage:
    """`is_aside`: the manager was taken out of this list by hand, and the page offers the way back."""

    code: str
    manager: str
    name: str
    organisation_name: str
    is_aside: bool


@dataclass(frozen=True)
class Share:
    """A line of the page: so many of so many, and the share in percent."""

    label: object
    departed: int
    decisions: int
    percent: int


@dataclass(frozen=True, kw_only=True)
class OversightPage:
    """`latest` decisions of whom more than `percent` simply followed the list: nobody seems to decide."""

    decisions: int
    departed: int
    follows_too_much: bool
    latest: int
    percent: int
    by_quarter: tuple[Share, ...]
    by_category: tuple[Share, ...]
    by_why: tuple[tuple[object, object, int], ...]


def deed_of(row: Shortlist, manager: str) -> Deed | None:
    """What somebody last did by hand with a manager of a list."""
    deeds = row.departures.filter(deed__in=BY_HAND, manager__code=manager)
    return deeds.order_by("-pk").values_list("deed", flat=True).first()


def aside_of(row: Shortlist) -> frozenset[str]:
    """Who is taken out of a list by hand and not put back."""
    return frozenset(code for code, departure in latest_by_hand(row).items() if departure.deed == Deed.SET_ASIDE)


def latest_by_hand(row: Shortlist) -> Mapping[str, Departure]:
    """By manager: what was done last."""
    deeds = row.departures.filter(deed__in=BY_HAND).select_related("manager").order_by("pk")
    return {departure.manager.code: departure for departure in deeds}


def aside_page(code: str, manager: str, *, seen_by: Actor) -> AsidePage:
    """For the bureau. Raises Http404 for who is not on the list, and for a list of somebody else's portfolio."""
    row = shortlist_row(code, seen_by=seen_by)
    listed = row.listed.filter(manager__code=manager).select_related("manager").first()
    if listed is None:
        raise Http404
    is_aside = deed_of(row, manager) == Deed.SET_ASIDE
    return AsidePage(row.code, manager, listed.manager.name, organisation_of(row), is_aside)


def oversight_page(*, seen_by: Actor, on: date) -> OversightPage:
    """For partners and the auditor; nothing for anybody else."""
    rows = Proposal.objects.filter(departs__isnull=False) if seen_by.role in OVERSEES else Proposal.objects.none()
    known = rows.order_by("-invited_at", "-pk").values_list("invited_at", "brief__category", "departs")
    decisions = [Decision(_quarter(local_day(at)), category, bool(departs)) for at, category, departs in known]
    limits = values("choose.bias_decisions", "choose.bias_percent", on=on)
    latest, percent = limits["choose.bias_decisions"], limits["choose.bias_percent"]
    departures = Departure.objects.all() if seen_by.role in OVERSEES else Departure.objects.none()
    counted = departures.order_by().values_list("deed", "why").annotate(number=Count("pk")).order_by("deed", "why")
    return OversightPage(
        decisions=len(decisions),
        departed=sum(each.departs for each in decisions),
        follows_too_much=follows_too_much([each.departs for each in decisions], decisions=latest, percent=percent),
        latest=latest,
        percent=percent,
        by_quarter=tuple(_share(each, _quarter_words(each.key)) for each in rates(decisions, _by_quarter)[::-1]),
        by_category=tuple(_share(each, word_of(Category(each.key))) for each in rates(decisions, _by_category)),
        by_why=tuple((DEEDS[Deed(deed)], WHYS[Why(why)], number) for deed, why, number in counted),
    )


def _by_quarter(decision: Decision) -> str:
    return decision.quarter


def _by_category(decision: Decision) -> str:
    return decision.category


def _quarter(day: date) -> str:
    return f"{day.year}-{(day.month + 2) // 3}"


def _quarter_words(key: str) -> str:
    year, _dash, quarter = key.partition("-")
    return _("quarter %(quarter)s of %(year)s") % {"quarter": quarter, "year": year}


def _share(rate: Rate, label: object) -> Share:
    return Share(label, rate.departed, rate.decisions, rate.percent)
