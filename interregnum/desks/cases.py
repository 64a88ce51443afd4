"""Cases of the library, as each desk shows what is to be done about them."""

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.actor import Actor
from interregnum.stages.learn.queries.case_desks import CaseWanted, cases_waiting
from interregnum.web.pieces import ToDo

WORDS: dict[CaseWanted, Promise] = {
    CaseWanted.ANSWER: _("Say whether we may tell of your assignment, without names"),
    CaseWanted.READ: _("Read what we would like to tell of your assignment at %(client)s"),
    CaseWanted.WRITE: _("Make the practice case of %(client)s ready to be offered"),
    CaseWanted.CHANGE: _("Change the practice case: %(client)s asks for it"),
    CaseWanted.HELD: _("Look at the practice case of %(client)s: the manager holds it back"),
    CaseWanted.AGAIN: _("Ask %(client)s anew to agree with its practice case"),
}


def case_todos(actor: Actor, *, desk: str) -> list[ToDo]:
    return [
        ToDo(str(WORDS[line.wanted]) % {"client": line.client}, reverse(f"{desk}:learn-case", args=[line.assignment]))
        for line in cases_waiting(seen_by=actor)
    ]
