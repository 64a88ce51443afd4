"""Three-party reviews, as each desk shows what is to be done about them."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.desks.page import due
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.stages.ensure import queries as ensure
from interregnum.stages.ensure.queries import ReviewWanted, WaitingReview
from interregnum.web.pieces import ToDo

PAGES = {ReviewWanted.PREPARE: "ensure-review-prepare", ReviewWanted.WRITE: "ensure-review-minutes"}


def review_todos(actor: Actor, *, desk: str, at: datetime) -> list[ToDo]:
    """What waits for the reader's side, or, for the bureau, what nobody began in time."""
    return [
        ToDo(
            _words(line, desk),
            reverse(f"{desk}:{PAGES.get(line.wanted, 'ensure-review')}", args=[line.review]),
            note=line.manager if desk == "shadow" else "",
            due=due(line.due_on, today=local_day(at)),
        )
        for line in ensure.reviews_waiting(seen_by=actor, at=at)
    ]


def _words(line: WaitingReview, desk: str) -> str:
    names = {"who": line.manager if desk == "client" else line.client}
    match line.wanted:
        case ReviewWanted.PREPARE:
            return _("Prepare the three-party review: %(who)s") % names
        case ReviewWanted.START:
            return _("Begin the three-party review: %(who)s") % names
        case ReviewWanted.WRITE:
            return _("Finish the minutes of the three-party review: %(who)s") % names
        case ReviewWanted.SIGN:
            return _("Sign the record of the three-party review: %(who)s") % names
        case ReviewWanted.ACT:
            return line.text
        case _:
            return _("Nobody began the three-party review: %(who)s") % names
