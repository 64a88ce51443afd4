"""Max works for Carla's bank and Sara guards; others on the roster could succeed him."""

from datetime import UTC, date, datetime

from django.urls import reverse

from interregnum.kernel.actor import Actor, Role
from interregnum.people.models import Account, Manager, Seat
from interregnum.stages.choose.actions.answer_invitation import answer_invitation
from interregnum.stages.choose.actions.decide_proposal import accept_proposal
from interregnum.stages.choose.engine import store
from interregnum.stages.choose.models import Candidacy
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.guarantee.actions.complain import Way, complain
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.rules.reasons import ComplaintReason
from interregnum.stages.guarantee.rules.states import Choice
from tests.gates import let_pass
from tests.life import Life
from tests.signing import sign
from tests.world import PASSWORD, Cast, browser, make_manager

# Monday 16 March 2026, ten o'clock in Amsterdam: the second week of the assignment.
PRESSED = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
ON = date(2026, 3, 16)
ROSTER = ("Noor", "Piet", "Quinten")


def could_succeed(*names: str) -> list[Manager]:
    """Managers who fit the brief of a life as Max does."""
    made = [make_manager(name=f"{name} Voorbeeld", email=f"{name.lower()}@example.org") for name in names]
    store.work_off()
    return made


def nobody_else(cast: Cast) -> None:
    """Nobody of the cast could succeed."""
    Manager.objects.exclude(pk=cast.max_profile.pk).update(is_active=False)
    store.work_off()


def running(cast: Cast, *, roster: tuple[str, ...] = ROSTER, until: str = "reported") -> Life:
    life = Life(cast, until=until)
    could_succeed(*roster)
    return life


def press(life: Life, choice: Choice = Choice.UNSURE, *, at: datetime = PRESSED, last_day: date | None = None) -> str:
    """Carla invokes the guarantee; returns the code of the case."""
    way = Way(choice=choice, last_day=last_day)
    told = {"reason": ComplaintReason.RESULT, "words": "Er komt niets van terecht.", "way": way}
    code = complain(assignment=life.assignment, **told, by=life.carla, at=at)
    assert isinstance(code, str), code
    return code


def case_of(code: str) -> Complaint:
    return Complaint.objects.get(code=code)


def asked(code: str) -> list[Candidacy]:
    return list(Candidacy.objects.filter(proposal=case_of(code).proposal).select_related("manager"))


def says_yes(cast: Cast, candidacy: Candidacy, *, at: datetime = PRESSED) -> None:
    who = Actor(role=Role.MANAGER, code="who", name=candidacy.manager.name, manager=candidacy.manager.code)
    assert answer_invitation(candidacy=candidacy.code, agrees=True, remark="Graag.", by=who, at=at) is None


def picked(life: Life, code: str, *, at: datetime = PRESSED) -> Contract:
    """The first who was asked agrees and is picked; returns the contract that is drawn up."""
    first = asked(code)[0]
    says_yes(life.cast, first, at=at)
    proposal = case_of(code).proposal
    assert proposal is not None
    assert accept_proposal(proposal=proposal.code, candidacy=first.code, by=life.carla, at=at) is None
    return Contract.objects.get(candidacy=first)


def succeeded(life: Life, code: str, *, at: datetime = PRESSED, may_begin: bool = True) -> Contract:
    """Both sides sign with the successor, whose gates are open unless `may_begin` says otherwise."""
    contract = picked(life, code, at=at)
    person = account_of_manager(contract.manager)
    for side, who in ((Side.CLIENT, life.carla), (Side.MANAGER, life.cast.actor(person))):
        assert sign(contract.code, side, who, at=at) is None
    contract.refresh_from_db()
    if may_begin:
        let_pass(contract, at=at)
    return contract


def account_of_manager(manager: Manager) -> Account:
    known = Account.objects.filter(seats__manager=manager).first()
    if known:
        return known
    account = Account.objects.create_user(manager.email, PASSWORD, name=manager.name)
    Seat.objects.create(account=account, role=Role.MANAGER, manager=manager)
    return account


def read(person: Account, page: str, code: str) -> str:
    """What stands on a page of a case, for one person."""
    answer = browser(person).get(reverse(page, args=[code]))
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()
