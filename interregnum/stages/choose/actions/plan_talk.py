"""Client and candidate get acquainted: one side proposes moments, the other picks; afterwards both say how it went."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.outside.calendar import dutch_holidays
from interregnum.parameters.values import value
from interregnum.stages.ask.rules.calling import OfficeHours
from interregnum.stages.choose.actions.cancel_talk import cancel_talk
from interregnum.stages.choose.facts import ChemistryRecorded, TalkPlanned, TalkProposed
from interregnum.stages.choose.letters import tell_of_moments, tell_of_talk
from interregnum.stages.choose.models import Acquaintance, Candidacy, Chemistry
from interregnum.stages.choose.queries.rows import talk_row
from interregnum.stages.choose.rules.states import CandidacyState, ProposalState, TalkSide, TalkState
from interregnum.stages.choose.rules.talks import check_slots


@action
def propose_talk(*, candidacy: str, slots: Sequence[datetime], place: str, by: Actor, at: datetime) -> Refused | None:
    """By the client or the bureau; new moments take the place of the old ones, and of what was planned."""
    row, on = talk_row(candidacy, seen_by=by), local_day(at)
    if row.proposal.state != ProposalState.SENT or row.state != CandidacyState.AGREED:
        return Refused.because("choose.already_decided")
    office = OfficeHours(**value("ask.office_hours", on=on), closed=dutch_holidays(on.year))
    refused = check_slots(slots, at=at, office=office)
    if refused is not None:
        return refused
    # Who picks a moment at once is first and is taken out of the calendars, or finds the new moments.
    Acquaintance.objects.select_for_update().filter(candidacy=row).first()
    cancel_talk(row, at=at)
    side = side_of(by)
    values = {
        "state": TalkState.PROPOSED,
        "side": side,
        "slots": [slot.astimezone(UTC).isoformat() for slot in sorted(set(slots))],
        "place": place.strip(),
        "starts_at": None,
    }
    Acquaintance.objects.update_or_create(candidacy=row, defaults=values)
    tell_of_moments(row, side=side, by=by)
    record(TalkProposed(**about(row), side=side), by=by, at=at)
    return None


@action
def pick_slot(*, candidacy: str, slot: str, by: Actor, at: datetime) -> Refused | None:
    """By the side that did not propose; everybody gets an invitation for their calendar."""
    row = talk_row(candidacy, seen_by=by)
    if row.proposal.state != ProposalState.SENT or row.state != CandidacyState.AGREED:
        return Refused.because("choose.already_decided")
    talk = Acquaintance.objects.filter(candidacy=row).first()
    if talk is None or slot not in talk.slots or datetime.fromisoformat(slot) <= at:
        return Refused.because("choose.slot_gone")
    if talk.side == side_of(by):
        return Refused.because("choose.own_slots")
    # The filter carries what was read: of two people at once one is first, and moments that were replaced are gone.
    waiting = Acquaintance.objects.filter(pk=talk.pk, state=TalkState.PROPOSED, side=talk.side, slots=talk.slots)
    if not waiting.update(state=TalkState.PLANNED, starts_at=datetime.fromisoformat(slot), turn=talk.turn + 1):
        return Refused.because("choose.slot_gone")
    talk.refresh_from_db()
    tell_of_talk(row, talk, at=at)
    record(TalkPlanned(**about(row)), by=by, at=at)
    return None


@action
def record_chemistry(
    *, candidacy: str, answers: Mapping[str, str], words: str, by: Actor, at: datetime
) -> Refused | None:
    """By client and manager, once each, after the talk. Nothing that weighs managers reads it."""
    row = talk_row(candidacy, seen_by=by)
    talk = Acquaintance.objects.filter(candidacy=row, state=TalkState.PLANNED, starts_at__lte=at).first()
    if talk is None:
        return Refused.because("choose.talk_ahead")
    side = side_of(by)
    _row, is_new = Chemistry.objects.get_or_create(
        acquaintance=talk,
        side=side,
        defaults={"answers": dict(answers), "words": words.strip(), "recorded_at": at},
    )
    if not is_new:
        return Refused.because("choose.chemistry_already")
    record(ChemistryRecorded(**about(row), side=side), by=by, at=at)
    return None


def side_of(actor: Actor) -> TalkSide:
    """For whom somebody speaks here."""
    return {Role.CLIENT: TalkSide.CLIENT, Role.MANAGER: TalkSide.MANAGER}.get(actor.role, TalkSide.BUREAU)


def about(row: Candidacy) -> dict[str, str]:
    brief = row.proposal.brief
    return {
        "candidacy": row.code,
        "proposal": row.proposal.code,
        "brief": brief.code,
        "request": brief.request.code,
    }
