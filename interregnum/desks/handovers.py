"""Hand-overs, as each desk shows what is to be done about them."""

from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from interregnum.kernel.actor import Actor
from interregnum.stages.handover.queries.desks import HandoverLine, HandoverWanted, handovers_waiting
from interregnum.stages.handover.queries.giving_back import lists_waiting
from interregnum.stages.keep.queries.desks import care_waiting, relapses_waiting, talks_waiting
from interregnum.web.pieces import Badge, ToDo, Tone

PAGES = dict.fromkeys(
    (HandoverWanted.DOCUMENT, HandoverWanted.ACCEPT, HandoverWanted.CALL), "handover-document"
) | dict.fromkeys((HandoverWanted.WEEK, HandoverWanted.WEEK_AGREE, HandoverWanted.WEEK_OVER), "handover-week")
WORDS: dict[HandoverWanted, Promise] = {
    HandoverWanted.EVALUATE: gettext_lazy("Say how the assignment at %(client)s went"),
    HandoverWanted.CLOSE: gettext_lazy("Close the assignment at %(client)s"),
    HandoverWanted.DOCUMENT: gettext_lazy("Write the hand-over document for %(client)s"),
    HandoverWanted.WEEK: gettext_lazy("Plan a week away from %(client)s"),
    HandoverWanted.WEEK_AGREE: gettext_lazy("Agree with the week without the manager"),
    HandoverWanted.WEEK_OVER: gettext_lazy("Say how %(client)s did in the week without you"),
    HandoverWanted.CALL: gettext_lazy("Call %(client)s: the hand-over document got no answer"),
    HandoverWanted.ACCEPT: gettext_lazy("Accept the hand-over document, or say what lacks"),
    HandoverWanted.CARDS: gettext_lazy("Name for each result at %(client)s who holds it in the line"),
}


def handover_todos(actor: Actor, *, desk: str, at: datetime) -> list[ToDo]:
    asked = [
        ToDo(
            _words(line),
            reverse(f"{desk}:{PAGES.get(line.wanted, 'handover-page')}", args=[line.assignment]),
            note=line.manager if desk != "manager" else "",
            due=_due(line),
        )
        for line in handovers_waiting(seen_by=actor, at=at)
    ]
    return [*asked, *_given_back(actor, desk=desk, at=at), *_kept(actor, desk)]


def _due(line: HandoverLine) -> Badge | None:
    if not line.is_late:
        return None
    return Badge(_("no answer") if line.wanted is HandoverWanted.CALL else _("the term is over"), Tone.BAD)


def _given_back(actor: Actor, *, desk: str, at: datetime) -> list[ToDo]:
    return [
        ToDo(
            _("Give back and end what is open at %(client)s") % {"client": line.client},
            reverse(f"{desk}:handover-back", args=[line.code]),
            note=ngettext("%(count)s point left", "%(count)s points left", line.left) % {"count": line.left},
            due=Badge(_("the last day is over"), Tone.BAD) if line.is_late else None,
        )
        for line in lists_waiting(seen_by=actor, at=at)
    ]


def _kept(actor: Actor, desk: str) -> list[ToDo]:
    """The client answers at once; the others go to the page of what stayed."""
    own = desk == "client"
    found = []
    for line in care_waiting(seen_by=actor):
        names = {"client": line.client, "months": line.months}
        asks = _("Ask %(client)s what stayed after %(months)s months")
        words = (_("Say what stayed after %(months)s months") if own else asks) % names
        page = reverse("client:keep-write", args=[line.care]) if own else reverse(f"{desk}:keep-page", args=[line.code])
        found.append(ToDo(words, page, due=Badge(_("no answer"), Tone.BAD) if line.is_late else None))
    for line in talks_waiting(seen_by=actor):
        words = _("Talk with the successor at %(client)s, %(months)s months after the end")
        names = {"client": line.client, "months": line.months}
        found.append(ToDo(words % names, reverse(f"{desk}:keep-talk", args=[line.care])))
    for line in relapses_waiting(seen_by=actor):
        words = _("Decide what is done about what slips at %(client)s") % {"client": line.client}
        found.append(ToDo(words, reverse(f"{desk}:keep-relapse", args=[line.care])))
    return found


def _words(line: HandoverLine) -> str:
    return str(WORDS[line.wanted]) % {"client": line.client}
