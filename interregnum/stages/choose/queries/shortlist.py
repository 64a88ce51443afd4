"""A shortlist as it was drawn, with every point in words."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor
from interregnum.kernel.money import Money
from interregnum.kernel.period import local_day
from interregnum.outside.calendar import dutch_holidays
from interregnum.parameters.values import value
from interregnum.people.models import Manager
from interregnum.stages.ask.queries import course
from interregnum.stages.ask.rules.calling import next_working_day
from interregnum.stages.brief.queries import definitions
from interregnum.stages.brief.queries.rows import held_values
from interregnum.stages.brief.rules.states import BriefState
from interregnum.stages.choose.decision_texts import WHYS
from interregnum.stages.choose.models import Departure, Listed, Proposal, Shortlist
from interregnum.stages.choose.queries.departures import latest_by_hand
from interregnum.stages.choose.queries.firm_proofs import FirmProof, firm_proofs
from interregnum.stages.choose.queries.rows import organisation_of, shortlist_row
from interregnum.stages.choose.queries.sentences import POINTS, Names, names
from interregnum.stages.choose.rules.explain import explain
from interregnum.stages.choose.rules.memory import wanted_from
from interregnum.stages.choose.rules.places import known
from interregnum.stages.choose.rules.states import OVER, Deed
from interregnum.stages.choose.rules.values import FULL, Points, Scored, Wanted
from interregnum.stages.choose.texts import CHANGES, CONSTRAINTS, CRITERIA
from interregnum.web.charts import bar_chart
from interregnum.web.charts.values import BarChart
from interregnum.web.pieces import Definition, Step
from interregnum.web.templatetags.web import day, euro, number
from interregnum.web.words import word_of

TENTH = Decimal("0.1")


@dataclass(frozen=True, kw_only=True)
class ListedManager:
    """One manager on the list; `percent` is the share of all points that could be had, as `Scored.percent`.

    `by_hand` says why somebody last took the manager out of the list or put him or her back.
    """

    code: str
    name: str
    position: int
    percent: int
    facts: tuple[str, ...]
    strongest: tuple[str, ...]
    weakest: str
    changes: tuple[str, ...]
    chart: BarChart
    proofs: tuple[FirmProof, ...]
    place_unknown: bool
    usual_rate: Money
    first_day: date
    is_aside: bool
    by_hand: str


@dataclass(frozen=True)
class Left:
    """A step of the funnel: how many were stopped here, and how many are left after it."""

    constraint: str
    label: object
    stopped: int
    left: int


@dataclass(frozen=True, kw_only=True)
class ShortlistPage:
    code: str
    brief: str
    organisation_name: str
    drawn_at: datetime
    drawn_by: str
    pool: int
    most: int
    live_proposal: str
    is_latest: bool
    changed: str
    steps: tuple[Step, ...]
    wanted: tuple[Definition, ...]
    funnel: tuple[Left, ...]
    listed: tuple[ListedManager, ...]


def shortlist_page(code: str, *, seen_by: Actor, on: date, by_name: bool = False) -> ShortlistPage:
    """For the bureau. Raises Http404 for a shortlist of somebody else's portfolio."""
    row = shortlist_row(code, seen_by=seen_by)
    request = row.brief.request
    listed = [*row.listed.select_related("manager")]
    managers = _managers(row, listed, on)
    return ShortlistPage(
        code=row.code,
        brief=row.brief.code,
        organisation_name=organisation_of(row),
        drawn_at=row.drawn_at,
        drawn_by=row.drawn_by.name,
        pool=row.pool,
        most=value("choose.most_proposed", on=local_day(row.drawn_at)),
        live_proposal=live_proposal_of(row.brief.code) or "",
        is_latest=not row.brief.shortlists.filter(pk__gt=row.pk).exists(),
        changed=_changed(row),
        steps=course("shortlist", request=request.code),
        wanted=definitions(held_values(row.brief)),
        funnel=_funnel(row),
        listed=tuple(sorted(managers, key=lambda each: each.name.casefold()) if by_name else managers),
    )


def _changed(row: Shortlist) -> str:
    """What happened to the brief since this list was drawn from it; "" as long as nothing did."""
    brief, said = row.brief, {"drawn": row.brief_version, "now": row.brief.approved}
    if row.brief_version and brief.approved and brief.approved > row.brief_version:
        return _("Drawn from version %(drawn)s of the brief; the client has approved version %(now)s since.") % said
    if brief.state != BriefState.AGREED:
        return _("The brief is being changed: the next version needs the approval of the client.")
    return ""


def live_proposal_of(brief: str) -> str | None:
    """The code of the proposal of this brief that was not declined, if there is one."""
    live = Proposal.objects.exclude(state__in=OVER)
    return live.filter(brief__code=brief).values_list("code", flat=True).first()


def _funnel(row: Shortlist) -> tuple[Left, ...]:
    return tuple(
        Left(code, CONSTRAINTS[code], row.excluded.get(code, {"count": 0})["count"], left) for code, left in row.funnel
    )


def scored_of(listed: Listed) -> Scored:
    parts = tuple(Points(code, points, weight, facts) for code, points, weight, facts in listed.points)
    return Scored(listed.manager.code, listed.total, parts)


def _managers(row: Shortlist, listed: list[Listed], on: date) -> list[ListedManager]:
    wanted, words, by_hand = wanted_from(row.wanted), names(), latest_by_hand(row)
    scored = [scored_of(each) for each in listed]
    proofs = firm_proofs(
        [each.manager.code for each in listed],
        category=wanted.category,
        reasons=wanted.reasons,
        until=local_day(row.drawn_at),
    )
    return [
        _one(
            each,
            mine,
            wanted=wanted,
            earliest=max(wanted.starts_on, on),
            names=words,
            above=scored[number - 1] if number else None,
            departure=by_hand.get(each.manager.code),
            proofs=proofs.get(each.manager.code, ()),
        )
        for number, (each, mine) in enumerate(zip(listed, scored, strict=True))
    ]


def _one(
    listed: Listed,
    scored: Scored,
    *,
    wanted: Wanted,
    earliest: date,
    names: Names,
    above: Scored | None,
    departure: Departure | None,
    proofs: tuple[FirmProof, ...],
) -> ListedManager:
    manager, why = listed.manager, explain(scored, above=above)
    most = sum(part.weight for part in scored.points) or 1
    rate = manager.day_rate * (Decimal(100 + wanted.margin_percent) / 100)
    return ListedManager(
        code=manager.code,
        name=manager.name,
        position=listed.position,
        percent=scored.percent,
        facts=_facts(manager, rate),
        strongest=tuple(_sentence(part, names) for part in why.strongest),
        weakest="".join(_sentence(part, names) for part in why.weakest if part not in why.strongest),
        changes=tuple(_change(each.code, each.gain, most, overtakes=each.overtakes) for each in why.changes),
        chart=points_chart(scored, names),
        proofs=proofs,
        place_unknown=bool(wanted.place) and not (known(wanted.place) and known(manager.place)),
        usual_rate=rate,
        first_day=_first_day(max(earliest, manager.available_on)),
        is_aside=departure is not None and departure.deed == Deed.SET_ASIDE,
        by_hand=" ".join(filter(None, (f"{WHYS[departure.why]}.", departure.words))) if departure else "",
    )


def _first_day(earliest: date) -> date:
    """The first working day from then on."""
    return next_working_day(earliest, closed=dutch_holidays(earliest.year))


def _facts(manager: Manager, rate: Money) -> tuple[str, ...]:
    rates = {"own": euro(manager.day_rate), "client": euro(rate)}
    return (
        str(word_of(manager.level)),
        manager.place,
        _("free from %(day)s") % {"day": day(manager.available_on)},
        _("%(days)s days a week") % {"days": manager.days_a_week},
        _("%(own)s a day, %(client)s for the client") % rates,
    )


def _sentence(part: Points, names: Names) -> str:
    return f"{CRITERIA[part.code]}: {POINTS[part.code](part.facts, names)}"


def _change(code: str, gain: int, most: int, *, overtakes: bool) -> str:
    worth = (Decimal(gain * 100) / (FULL * most)).quantize(TENTH, ROUND_HALF_UP)
    said = _("%(change)s: up to %(worth)s points more.") % {"change": CHANGES[code], "worth": number(worth)}
    return f"{said} {_('That is enough to pass the one above.')}" if overtakes else said


def points_chart(scored: Scored, names: Names) -> BarChart:
    rows = [
        (CRITERIA[part.code], Decimal(part.gained) / FULL, part.weight, POINTS[part.code](part.facts, names))
        for part in scored.points
        if part.weight
    ]
    return bar_chart(title=_("Points per criterion"), rows=rows)  # type: ignore[arg-type]
