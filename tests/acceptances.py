"""Many clients who choose the same manager at the same moment: one wins, and the others lose nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from unittest.mock import patch

from django.db import DatabaseError, connection
from django.db.models import QuerySet

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.outside.chance import new_code
from interregnum.people.models import Manager, Organisation
from interregnum.stages.ask.models import Request, Triage
from interregnum.stages.brief.models import Brief
from interregnum.stages.choose.actions.decide_proposal import accept_proposal
from interregnum.stages.choose.models import Candidacy, Proposal, ProposalQuestion
from interregnum.stages.contract.actions import draw_contract, mark_taken
from interregnum.stages.contract.models import Contract, Series
from tests.together import together
from tests.world import NOW

FROM = date(2026, 4, 7)


@dataclass(frozen=True)
class Chooser:
    """A client with a proposal that names the manager whom all want."""

    proposal: str
    candidacy: str
    by: Actor


def choosers(manager: Manager, number: int) -> list[Chooser]:
    """So many clients, each with a request, a brief, a question and a proposal of their own."""
    # Not the first contract of the year: without locks, those who begin its series would stand in each other's way.
    Series.objects.get_or_create(year=NOW.year)
    return [_chooser(manager, place) for place in range(number)]


def _chooser(manager: Manager, place: int) -> Chooser:
    organisation = Organisation.objects.create(name=f"Klant {new_code()}", sector="bank", city="Utrecht")
    contact = {"contact_name": f"Kees {place}", "contact_email": f"kees{place}@example.org"}
    request = Request.objects.create(
        text="Het loopt vast.", organisation_name=organisation.name, received_at=NOW, organisation=organisation,
        language="nl", **contact,
    )  # fmt: skip
    Triage.objects.create(request=request, proposal={"evidence": []})
    brief = Brief.objects.create(
        request=request, category="change", problem="Het loopt vast.", operational=20, adviser=15, coach=25, change=40,
        weeks=26, days_a_week=4, assurance="light",
    )  # fmt: skip
    proposal = Proposal.objects.create(brief=brief, state="sent", invited_at=NOW, sent_at=NOW)
    ProposalQuestion.objects.create(proposal=proposal, text="Kan het eerder?", asked_at=NOW)
    terms = {"client_rate": Money(1250), "manager_rate": Money(1000), "starts_on": FROM, "answered_at": NOW}
    wanted = Candidacy.objects.create(
        proposal=proposal, manager=manager, state="agreed", rationale="Deed dit eerder.", **terms
    )
    by = Actor(role=Role.CLIENT, code=f"client{place}", name=f"Kees {place}", organisation=organisation.code)
    return Chooser(proposal.code, wanted.code, by)


def all_at_once(group: list[Chooser]) -> list[Refused | None]:
    """What each is told who chooses in the same moment as all others."""

    def choose(one: Chooser) -> Refused | None:
        try:
            return accept_proposal(proposal=one.proposal, candidacy=one.candidacy, by=one.by, at=NOW)
        except DatabaseError as error:
            # Without locks PostgreSQL may find that they wait for each other for ever: a fault like any other.
            return Refused.because(f"database: {error}")

    return together(*(partial(choose, one) for one in group))


def faults_of(group: list[Chooser], answers: list[Refused | None]) -> list[str]:
    """What is not as it must be: exactly one wins, and whoever does not is told why and loses nothing."""
    faults = []
    won = [one for one, answer in zip(group, answers, strict=True) if answer is None]
    if len(won) != 1:
        faults.append(f"{len(won)} won")
    lost = [one for one in group if one not in won]
    told = {answer.reasons[0].code for answer in answers if answer is not None}
    faults += [f"refused by {code}" for code in sorted(told - {"choose.manager_taken"})]
    codes = [one.proposal for one in lost]
    if Proposal.objects.filter(code__in=codes, state="sent", questions__text="Kan het eerder?").count() != len(lost):
        faults.append("a proposal of who lost was changed")
    live = Contract.objects.filter(candidacy__code__in=[one.candidacy for one in group])
    if live.count() != len(won):
        faults.append(f"{live.count()} contracts")
    return faults


@contextmanager
def without_locks() -> Iterator[None]:
    """The control. PostgreSQL locks no row any more. SQLite has one writer at a time, whom nothing lets in beside
    another: there the question whether days are left is what goes, also where candidates are marked as taken."""
    if connection.vendor == "sqlite":
        with (
            patch.object(draw_contract, "has_room_for", lambda *_wanted, **_of: True),
            patch.object(mark_taken, "has_room_for", lambda *_wanted, **_of: True),
        ):
            yield
        return
    with patch.object(QuerySet, "select_for_update", lambda rows, **_how: rows.all()):
        yield
