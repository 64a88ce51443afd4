"""An acquaintance that does not go on is taken out of everybody's calendar."""

from datetime import datetime

from interregnum.stages.choose.letters import tell_of_talk
from interregnum.stages.choose.models import Acquaintance, Candidacy
from interregnum.stages.choose.rules.states import TalkState


def cancel_talk(candidacy: Candidacy, *, at: datetime) -> bool:
    """Part of an action: whether anything was planned that had not begun yet."""
    ahead = Acquaintance.objects.filter(candidacy=candidacy, state=TalkState.PLANNED, starts_at__gt=at)
    talk = ahead.first()
    # The filter carries what was read: of two ends at once one writes to the calendars.
    if talk is None or not ahead.filter(turn=talk.turn).update(
        state=TalkState.CANCELLED, turn=talk.turn + 1, starts_at=None
    ):
        return False
    # What stood in the calendars, under the number of its end.
    talk.state, talk.turn = TalkState.CANCELLED, talk.turn + 1
    tell_of_talk(candidacy, talk, at=at)
    return True
