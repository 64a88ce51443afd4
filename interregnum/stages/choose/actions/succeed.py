"""H1: somebody to succeed a manager under the guarantee: drawn from the same approved brief and asked at once.

A client does this with one press, so that nobody of the firm stands between the press and the list. Names follow as
each manager agrees, after a check of conflicts on that very day.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.utils.translation import override

from interregnum.journal.record import RefusedError, action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.money import Money
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.outside.calendar import dutch_holidays
from interregnum.parameters.values import value
from interregnum.people.models import Manager
from interregnum.stages.ask.rules.calling import next_working_day
from interregnum.stages.brief.queries import BriefFacts
from interregnum.stages.brief.queries.facts import facts_of
from interregnum.stages.brief.queries.rows import brief_row
from interregnum.stages.choose.actions.cancel_talk import cancel_talk
from interregnum.stages.choose.actions.draw_shortlist import keep_list
from interregnum.stages.choose.actions.invite_managers import Invitee, ask, open_proposal
from interregnum.stages.choose.engine.profiles import candidates
from interregnum.stages.choose.facts import ManagersInvited, ProposalGaveWay, ProposalSent
from interregnum.stages.choose.letters import language_or_dutch, write_to_manager
from interregnum.stages.choose.models import Candidacy, Proposal, Shortlist
from interregnum.stages.choose.queries.blind import because
from interregnum.stages.choose.queries.pool import wanted_of, weights_of
from interregnum.stages.choose.queries.presenting import clashes_of
from interregnum.stages.choose.rules.shortlist import first_constraint
from interregnum.stages.choose.rules.states import LIVE, OVER, WAITING, CandidacyState, ProposalState
from interregnum.stages.choose.rules.succeeding import successor_rate
from interregnum.stages.choose.rules.values import Candidate, Wanted, client_rate
from interregnum.web.templatetags.web import euro


@dataclass(frozen=True, kw_only=True)
class Sought:
    """What a successor is looked for by: the version of the brief that was agreed, never dearer for the client, from
    `starts_on` until `until`; `profiles` are as many names as the client is promised; `without` are managers,
    `standing_by` those who agreed to this client before (codes)."""

    brief: str
    version: int | None
    client_rate: Money
    days_a_week: int
    starts_on: date
    until: date
    profiles: int
    without: Collection[str] = ()
    standing_by: Collection[str] = ()


@action
def make_room(brief: str, *, by: Actor, at: datetime) -> bool:
    """The bureau may look already, because the manager had said that he or she cannot go on: perhaps for more than the
    client pays a successor. That search ends; False when somebody was chosen by it."""
    live = Proposal.objects.filter(brief__code=brief).exclude(state__in=OVER).select_related("brief__request").first()
    if live is None:
        return True
    if not stop_seeking(proposal=live.code, template="mail/choose_stopped.txt", by=by, at=at):
        return False
    about = {"proposal": live.code, "brief": brief, "request": live.brief.request.code}
    record(ProposalGaveWay(**about, was_sent=live.sent_at is not None), by=by, at=at)
    return True


@action
def keep_to_rate(proposal: str, most: Money) -> None:
    """The client never pays more for a successor than before: the firm gives up its margin, and asks nobody who is
    dearer by themselves. Raises RefusedError, which undoes the asking."""
    rows = Candidacy.objects.filter(proposal__code=proposal).select_related("manager")
    if dear := [one.manager.name for one in rows if one.manager_rate > most]:
        raise RefusedError(Refused.because("choose.dearer_than_before", names=", ".join(dear), most=euro(most)))
    for one in rows:
        one.client_rate = successor_rate(most, one.client_rate)
        one.save(update_fields=["client_rate"])


@action
def seek_successors(*, sought: Sought, by: Actor, at: datetime) -> str | None:
    """Draw, and ask the best of the list, those who stand by first; returns the proposal's code, "" when nobody is
    left to ask, None when the client chose somebody for this brief in this very moment. Where its margin stands in the
    way of the names that are promised, the firm gives it up."""
    row = brief_row(sought.brief, seen_by=by)
    facts = replace(facts_of(row, version=sought.version), starts_on=sought.starts_on, days_a_week=sought.days_a_week)
    weights = weights_of(facts, on=local_day(at))
    if isinstance(weights, Refused):
        return ""
    wanted = replace(wanted_of(facts, on=local_day(at)), rate_ceiling=sought.client_rate)
    kept = keep_list(row, wanted, weights, version=sought.version, by=by, at=at)
    people = _people(kept, wanted, sought, at)
    if len(people) < sought.profiles and wanted.margin_percent:
        wanted = replace(wanted, margin_percent=0)
        kept = keep_list(row, wanted, weights, version=sought.version, by=by, at=at)
        people = _people(kept, wanted, sought, at)
    return _invite(kept, people, facts, wanted, sought, by=by, at=at) if people else ""


def _people(kept: Shortlist, wanted: Wanted, sought: Sought, at: datetime) -> list[tuple[Manager, Candidate]]:
    """Whom to ask: who stands by and can, then the best of the list, as many as are proposed at most."""
    ready = {row.pk: row for row in Manager.objects.filter(code__in=sought.standing_by, is_active=True)}
    rows = kept.listed.filter(manager__died_at=None).select_related("manager")
    listed = {each.manager.pk: each.manager for each in rows}
    known = candidates({*ready, *listed})
    found = []
    for key, manager in {**ready, **listed}.items():
        fits = key in known and manager.code not in sought.without and not list(first_constraint(known[key], wanted))
        if fits and _first_day(manager, sought) <= sought.until:
            found.append((manager, known[key]))
    most: int = value("choose.most_proposed", on=local_day(at))
    return found[: max(most, sought.profiles)]


def _first_day(manager: Manager, sought: Sought) -> date:
    day = max(sought.starts_on, manager.available_on)
    return next_working_day(day, closed=dutch_holidays(day.year))


def _invite(
    kept: Shortlist,
    people: Sequence[tuple[Manager, Candidate]],
    facts: BriefFacts,
    wanted: Wanted,
    sought: Sought,
    *,
    by: Actor,
    at: datetime,
) -> str | None:
    proposal = open_proposal(kept, departs=False, by=by, at=at)
    if proposal is None and make_room(kept.brief.code, by=by, at=at):
        # In this very moment the bureau asked others: that gives way as well.
        proposal = open_proposal(kept, departs=False, by=by, at=at)
    if proposal is None:
        return None
    with override(language_or_dutch(facts.language)):
        why = because(kept, [manager.code for manager, _candidate in people])
    for manager, candidate in people:
        asked = Invitee(
            manager=manager.code,
            rationale=why.get(manager.code, "") or manager.summary[:500] or manager.name,
            client_rate=successor_rate(sought.client_rate, client_rate(candidate, wanted)),
            starts_on=_first_day(manager, sought),
        )
        ask(proposal, manager, asked, by=by, at=at)
    request = kept.brief.request.code
    record(
        ManagersInvited(proposal=proposal.code, brief=kept.brief.code, request=request, managers=len(people)),
        by=by,
        at=at,
    )
    _agree_beforehand(proposal, sought, at=at)
    return str(proposal.code)


def _agree_beforehand(proposal: Proposal, sought: Sought, *, at: datetime) -> None:
    """Whoever stands by for this client has agreed already."""
    rows = proposal.candidacies.filter(manager__code__in=sought.standing_by, state=CandidacyState.INVITED)
    rows.update(state=CandidacyState.AGREED, answered_at=at)


@action
def present_agreed(*, proposal: str, by: Actor, at: datetime) -> int:
    """Those who agreed are named to the client, unless something stands between them today; returns how many are."""
    row = _row(proposal)
    if row.state not in LIVE:
        return 0
    on = local_day(at)
    row.candidacies.filter(pk__in=clashes_of(row, on=on)).update(state=CandidacyState.CLASHES)
    named: int = row.candidacies.filter(state=CandidacyState.AGREED).count()
    Proposal.objects.filter(pk=row.pk).update(checked_on=on)
    first = Proposal.objects.filter(pk=row.pk, state=ProposalState.INVITING) if named else Proposal.objects.none()
    if first.update(state=ProposalState.SENT, sent_at=at):
        request, organisation = row.brief.request, row.brief.request.organisation
        fact = ProposalSent(
            proposal=row.code,
            brief=row.brief.code,
            request=request.code,
            organisation=organisation.code if organisation else "",
        )
        record(fact, by=by, at=at)
    return named


@action
def stop_seeking(*, proposal: str, template: str = "mail/choose_not_chosen.txt", by: Actor, at: datetime) -> bool:
    """Nobody of these is chosen any more: whoever was asked is told, and the brief is open again."""
    row = _row(proposal)
    live = Proposal.objects.filter(pk=row.pk, state__in=LIVE)
    if not live.update(state=ProposalState.ENDED, decided_at=at):
        return False
    close_invitations(proposal, template, at=at)
    return True


def close_invitations(proposal: str, template: str = "mail/choose_not_chosen.txt", *, at: datetime) -> None:
    """Whoever still waits for an answer, or was still to give one, hears that it is not them."""
    for other in Candidacy.objects.filter(proposal__code=proposal, state__in=WAITING).select_related("manager"):
        # The filter carries the old state: whoever said no in this very moment, hears nothing more.
        if Candidacy.objects.filter(pk=other.pk, state__in=WAITING).update(state=CandidacyState.NOT_CHOSEN):
            write_to_manager(other, template)
            cancel_talk(other, at=at)


def _row(code: str) -> Any:
    return Proposal.objects.select_related("brief__request__organisation", "brief__request__owner").get(code=code)
