"""H1: candidates as a client sees them before they agreed to be named: what they can, and nothing that tells who."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interregnum.kernel.money import Money
from interregnum.people.models import Manager
from interregnum.stages.brief.queries import languages
from interregnum.stages.choose.models import Candidacy, Shortlist
from interregnum.stages.choose.queries.following import following
from interregnum.stages.choose.queries.sentences import POINTS, Names, names
from interregnum.stages.choose.queries.shortlist import scored_of
from interregnum.stages.choose.rules.explain import explain
from interregnum.stages.choose.rules.memory import wanted_from
from interregnum.stages.choose.rules.states import CandidacyState, ProposalState
from interregnum.stages.choose.rules.values import Weights
from interregnum.web.pieces import Definition
from interregnum.web.words import word_of

# It names former employers.
TELLS_WHO = frozenset({"choose.outsider"})


@dataclass(frozen=True, kw_only=True)
class Blind:
    """`letter` stands for the name, which is "" until the manager agreed and no conflict was found that day."""

    letter: str
    name: str
    state: CandidacyState
    points: tuple[Definition, ...]
    starts_on: date
    rate: Money
    answered_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class BlindList:
    """Who stands in a proposal for a successor; `is_open` while one of those named can be picked. `stop_reason`: why
    the bureau stopped it, which the client reads when it `was_sent`."""

    proposal: str
    state: ProposalState
    is_open: bool
    decided_at: datetime | None
    stop_reason: str
    was_sent: bool
    candidates: tuple[Blind, ...]


NAMED = (CandidacyState.AGREED, CandidacyState.CHOSEN, CandidacyState.TAKEN)


def blind_list(proposal: str) -> BlindList | None:
    """For a later stage, which checks by its own objects who may look; two queries besides the firm's lists."""
    found = list(Candidacy.objects.select_related("manager", "proposal").filter(proposal__code=proposal))
    if not found:
        return None
    words, head = names(), found[0].proposal
    return BlindList(
        proposal=head.code,
        state=head.state,
        is_open=head.state == ProposalState.SENT,
        decided_at=head.decided_at,
        stop_reason=head.stop_reason,
        was_sent=head.sent_at is not None,
        candidates=tuple(_blind(row, chr(ord("A") + place), words) for place, row in enumerate(found)),
    )


def _blind(row: Candidacy, letter: str, words: Names) -> Blind:
    manager = row.manager
    is_named = row.state in NAMED and row.proposal.state != ProposalState.INVITING
    return Blind(
        letter=letter,
        name=manager.name if is_named else "",
        state=row.state,
        points=_points(manager, words),
        starts_on=row.starts_on,
        rate=row.client_rate,
        answered_at=row.answered_at,
    )


def _points(manager: Manager, words: Names) -> tuple[Definition, ...]:
    weeks = manager.first_result_weeks
    return (
        Definition(_("Level"), word_of(manager.level)),
        Definition(_("Disciplines"), words.of_disciplines(manager.disciplines)),
        Definition(_("Sub-sectors"), words.of_sectors(manager.sectors)),
        Definition(_("Proven cases"), sum(manager.reasons.values())),
        Definition(_("Cases with a referee"), manager.cases_with_referee),
        first_result(weeks),
        Definition(_("Languages"), languages(manager.languages)),
    )


def because(shortlist: Shortlist, managers: Collection[str]) -> Mapping[str, str]:
    """What speaks most for each of these on a list, in the language of now; nothing that names an organisation."""
    words = names()
    found = {}
    for each in shortlist.listed.filter(manager__code__in=managers).select_related("manager"):
        strongest = [part for part in explain(scored_of(each)).strongest if part.code not in TELLS_WHO]
        found[each.manager.code] = " ".join(POINTS[part.code](part.facts, words) for part in strongest)
    return found


def managers_passed(brief: str, *, since: datetime) -> tuple[str, ...]:
    """Who said no since a moment, or was passed over by the client: not asked again for the same brief."""
    gone = (CandidacyState.REFUSED, CandidacyState.NOT_CHOSEN, CandidacyState.CLASHES, CandidacyState.RELEASED)
    rows = Candidacy.objects.filter(proposal__brief__code=brief, proposal__invited_at__gte=since, state__in=gone)
    return tuple(rows.values_list("manager__code", flat=True))


def wider_for(brief: str) -> tuple[str, ...]:
    """What would bring how many managers in, if it were asked less: of the list of a brief that was drawn last."""
    row = Shortlist.objects.filter(brief__code=brief).first()
    if row is None:
        return ()
    found = following(wanted_from(row.wanted), Weights(row.weights), limit=1, names=names())
    return tuple(f"{each.what}: {each.left}" for each in found.wider)


def first_result(weeks: int | None) -> Definition:
    """D4: after how many weeks earlier assignments gave a first result."""
    after = ngettext("after %(weeks)s week", "after %(weeks)s weeks", weeks or 0) % {"weeks": weeks}
    return Definition(_("First result"), after if weeks else _("not measured"))
