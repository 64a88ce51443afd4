"""What one of the two has to do in the confidential notebook: that there is something, not what."""

from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor
from interregnum.stages.ensure.queries.notebook_desks import soundings_waiting
from interregnum.web.pieces import Badge, ToDo, Tone
from interregnum.web.templatetags.web import moment


def sounding_todos(actor: Actor, *, desk: str) -> list[ToDo]:
    """What waits for an answer of the shadow manager; and what was answered or will be talked over, for both."""
    todos = []
    for line in soundings_waiting(seen_by=actor):
        if line.is_answered or line.talk_at or desk == "shadow":
            due = (
                Badge(_("Talk %(at)s") % {"at": moment(line.talk_at)}, Tone.INFO)
                if line.talk_at
                else Badge(_("Answered"), Tone.GOOD)
                if line.is_answered
                else Badge(_("Since %(at)s") % {"at": moment(line.asked_at)}, Tone.WARN)
            )
            todos.append(
                ToDo(
                    _("Asked in confidence at %(client)s") % {"client": line.client},
                    reverse(f"{desk}:ensure-sounding", args=[line.code]),
                    note=line.number,
                    due=due,
                )
            )
    return todos
