"""How one manager was weighed for an assignment, for that manager: no competitors, no place, no points of others."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.parameters.values import value
from interregnum.stages.brief.queries import languages
from interregnum.stages.choose.decision_texts import CONTEST_STATES
from interregnum.stages.choose.models import Candidacy, Contest, Listed, Shortlist
from interregnum.stages.choose.queries.blind import first_result
from interregnum.stages.choose.queries.rows import organisation_of
from interregnum.stages.choose.queries.sentences import Names, names, screenings, subjects
from interregnum.stages.choose.queries.shortlist import points_chart, scored_of
from interregnum.stages.choose.rules.contest import last_day, may_contest
from interregnum.stages.choose.rules.explain import explain
from interregnum.stages.choose.rules.states import CandidacyState, ContestState
from interregnum.stages.choose.rules.values import FULL, Scored
from interregnum.stages.choose.texts import OWN_CHANGES
from interregnum.web.charts.values import BarChart
from interregnum.web.pieces import Badge, Cell, Definition
from interregnum.web.templatetags.web import number
from interregnum.web.words import word_of

TENTH = Decimal("0.1")
MOST_LINES = 25
OUTCOMES = {
    CandidacyState.INVITED: gettext_lazy("We asked whether we may name you."),
    CandidacyState.AGREED: gettext_lazy("You were presented, and the client chooses."),
    CandidacyState.REFUSED: gettext_lazy("You did not want to be named."),
    CandidacyState.CHOSEN: gettext_lazy("The client chose you."),
    CandidacyState.TAKEN: gettext_lazy("You were presented, and have another assignment in the same weeks."),
    CandidacyState.NOT_CHOSEN: gettext_lazy("The client made another choice."),
    CandidacyState.RELEASED: gettext_lazy("The client chose you, and no contract came of it."),
    CandidacyState.WITHDRAWN: gettext_lazy("We took your name back before anybody chose."),
    CandidacyState.CLASHES: gettext_lazy("You were not presented: something stood between you and this client."),
}


@dataclass(frozen=True)
class ConsideredLine:
    code: str
    what: str
    drawn_at: datetime
    outcome: str


@dataclass(frozen=True, kw_only=True)
class OwnContest:
    """What somebody contested, and the answer."""

    state: Badge
    words: str
    contested_at: datetime
    due_on: date
    answer: str
    answered_at: datetime | None
    answered_by: str


@dataclass(frozen=True, kw_only=True)
class ConsideredPage:
    """`organisation_name` is known only to who was asked for that client; `last_on`: until then one may contest."""

    code: str
    what: str
    organisation_name: str
    outcome: str
    drawn_at: datetime
    percent: int
    chart: BarChart
    changes: tuple[str, ...]
    read: tuple[Definition, ...]
    may_contest: bool
    last_on: date | None
    contest: OwnContest | None


def considered_of(actor: Actor) -> QuerySet[Listed]:
    """A manager's own lines on lists from which people were asked."""
    rows = Listed.objects.filter(manager__code=actor.manager) if actor.manager else Listed.objects.none()
    asked_from = Shortlist.objects.filter(proposals__isnull=False)
    along = ("manager", "shortlist__drawn_by", "shortlist__brief__request__organisation")
    return rows.filter(shortlist__in=asked_from.values("pk")).select_related(*along).order_by("-shortlist__drawn_at")


def considered_row(shortlist: str, *, seen_by: Actor) -> Listed:
    """Raises Http404 for a list on which one does not stand, or from which nobody was asked."""
    row = considered_of(seen_by).filter(shortlist__code=shortlist).first()
    if row is None:
        raise Http404
    return row


def decided_on(row: Shortlist) -> date | None:
    """The day on which the last choice from a list was made; None while a client still chooses."""
    moments = list(row.proposals.values_list("decided_at", flat=True))
    made = [moment for moment in moments if moment is not None]
    return local_day(max(made)) if made and len(made) == len(moments) else None


def considered_lines(*, seen_by: Actor) -> tuple[ConsideredLine, ...]:
    """The latest assignments for which somebody was weighed."""
    rows = list(considered_of(seen_by)[:MOST_LINES])
    states = _states(seen_by, [row.shortlist for row in rows])
    return tuple(
        ConsideredLine(
            row.shortlist.code,
            _what(row.shortlist),
            row.shortlist.drawn_at,
            _outcome(states.get(row.shortlist.brief_id)),
        )
        for row in rows
    )


def considered_page(code: str, *, seen_by: Actor, on: date) -> ConsideredPage:
    """For the manager. Raises Http404 for a list on which one does not stand."""
    row = considered_row(code, seen_by=seen_by)
    shortlist, words, scored = row.shortlist, names(), scored_of(row)
    state = _states(seen_by, [shortlist]).get(shortlist.brief_id)
    days, decided = value("choose.contest_days", on=on), decided_on(shortlist)
    contest = shortlist.contests.filter(manager=row.manager).select_related("answered_by").first()
    return ConsideredPage(
        code=shortlist.code,
        what=_what(shortlist),
        organisation_name=organisation_of(shortlist) if state else "",
        outcome=_outcome(state),
        drawn_at=shortlist.drawn_at,
        percent=scored.percent,
        chart=points_chart(scored, words),
        changes=_changes(scored),
        read=_read(row.read.get("profile") or {}, words),
        may_contest=contest is None and may_contest(on, decided, days=days),
        last_on=last_day(decided, days=days),
        contest=_contest(contest) if contest else None,
    )


def _states(actor: Actor, shortlists: list[Shortlist]) -> Mapping[int, CandidacyState]:
    """By brief: what became of one's own candidacy."""
    briefs = [row.brief_id for row in shortlists]
    rows = Candidacy.objects.filter(manager__code=actor.manager, proposal__brief__in=briefs).order_by("pk")
    return dict(rows.values_list("proposal__brief", "state"))


def _outcome(state: CandidacyState | None) -> str:
    return str(OUTCOMES[state]) if state else _("Others were asked for this assignment.")


def _what(row: Shortlist) -> str:
    parts = {"category": word_of(row.brief.category), "level": str(word_of(row.wanted["level"], "level")).lower()}
    return _("%(category)s, %(level)s") % parts


def _changes(scored: Scored) -> tuple[str, ...]:
    most = sum(part.weight for part in scored.points) or 1
    return tuple(
        _("%(change)s: up to %(worth)s points more.")
        % {
            "change": OWN_CHANGES[each.code],
            "worth": number((Decimal(each.gain * 100) / (FULL * most)).quantize(TENTH, ROUND_HALF_UP)),
        }
        for each in explain(scored).changes
    )


def _read(kept: Mapping[str, Any], words: Names) -> tuple[Definition, ...]:
    """The profile as it was read; nothing when that is no longer kept."""
    if not kept:
        return ()
    weeks = kept["first_result_weeks"]
    return (
        Definition(_("Level"), word_of(kept["level"], "level")),
        Definition(_("Free from"), date.fromisoformat(kept["available_on"])),
        Definition(_("Days a week"), kept["days_a_week"]),
        Definition(_("Lives in"), Cell(kept["place"], _("travels %(km)s km") % {"km": kept["travel_km"]})),
        Definition(_("Languages"), languages(kept["languages"])),
        Definition(_("Disciplines"), words.of_disciplines(kept["disciplines"])),
        Definition(_("Sub-sectors"), words.of_sectors(kept["sectors"]) or _("none")),
        Definition(_("Proven cases by category"), _counts(kept["categories"], "category")),
        Definition(_("Proven cases by reason"), _counts(kept["reasons"], "reason")),
        Definition(_("Cases with a referee"), kept["cases_with_referee"]),
        Definition(_("Deadlocks broken"), kept["deadlocks_broken"]),
        first_result(weeks),
        Definition(_("Screenings"), screenings(kept.get("screenings", {})) or _("none")),
        Definition(_("Former employers"), ", ".join(kept["former_employers"]) or _("none")),
        Definition(_("Subjects in your text"), subjects(kept["concepts"]) or _("none")),
    )


def _counts(cases: Mapping[str, int], which: str) -> str:
    return "; ".join(f"{word_of(code, which)}: {number}" for code, number in cases.items() if number) or _("none")


def _contest(row: Contest) -> OwnContest:
    words, tone = CONTEST_STATES[row.state]
    return OwnContest(
        state=Badge(words, tone),
        words=row.words,
        contested_at=row.contested_at,
        due_on=row.due_on,
        answer=row.answer,
        answered_at=row.answered_at,
        answered_by=row.answered_by.name if row.answered_by and row.state != ContestState.OPEN else "",
    )
