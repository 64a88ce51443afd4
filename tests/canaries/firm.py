"""A firm with two lives side by side, each of other people, with a canary in all that they keep from one another."""

from dataclasses import dataclass, replace

from django.db.models import Model

from interregnum.flow.search_index import refresh_search
from interregnum.kernel.lists import Level
from interregnum.people.models import (
    Account,
    Authority,
    Away,
    Business,
    Case,
    Contact,
    CvFile,
    Declaration,
    Firm,
    Insurance,
    Manager,
    Organisation,
    Position,
    Study,
)
from interregnum.people.rules.screening import Basis, ScreeningKind
from interregnum.people.screening import enter_screening
from interregnum.records.models import DataRequest, Hold
from interregnum.records.states import Wanted
from interregnum.stages.ask.question_models import AskedQuestion, Asker
from interregnum.stages.contract.actions.make_documents import make_documents
from interregnum.stages.contract.models import Agreement, Contract
from interregnum.stages.ensure.rules.reviews import Side
from tests import world
from tests.canaries.planting import Cage, rows
from tests.canaries.readers import READERS
from tests.house.forms_of_assignments import all_of_stakes, all_that_is_shared, asked_resistance_of, decision_of
from tests.house.forms_of_fees import fee_of
from tests.house.forms_of_guarantee import all_of_guarantee
from tests.house.forms_of_handover import all_of_handover
from tests.house.forms_of_invoices import all_of_invoices
from tests.house.forms_of_ladder import all_of_ladder
from tests.house.forms_of_learning import all_of_learning
from tests.house.forms_of_notebook import all_of_notebook
from tests.house.forms_of_payables import all_of_payables
from tests.house.forms_of_pulses import all_of_pulse
from tests.house.forms_of_reviews import all_of_reviews
from tests.life import Life
from tests.world import NOW, TODAY


@dataclass(frozen=True)
class Visitor:
    """Somebody who looks round: which kind of reader, of whose objects."""

    name: str
    kind: str
    side: str
    account: Account | None

    def may_read(self, column: str, side: str) -> bool:
        readers = READERS.get(column, "").split()
        return f"{self.kind}*" in readers or (self.kind in readers and self.side in {side, "firm"})


@dataclass(frozen=True)
class CanaryFirm:
    cage: Cage
    lives: tuple[Life, Life]
    visitors: dict[str, Visitor]


def make_firm() -> CanaryFirm:
    cage, cast = Cage(), world.make_cast()
    sides = {"own": cast, "other": other_side(cast)}
    Manager.objects.update(level=Level.EXECUTIVE)
    for side, people in sides.items():
        _plant_people(cage, people, side)
    lives = []
    for side, people in sides.items():
        before = rows()
        life = Life(refreshed(people), until="reported", words=cage.words(side))
        _beside(life, side, cage.new("people.Screening.detail", side).token)
        kept, released = (cage.new(f"ensure.{name}.text", side).token for name in ("NotebookEntry", "ReleasedEntry"))
        all_of_notebook(life, kept, released)
        # Only now: with an amount of a canary nobody is insured well enough to start.
        cage.plant(Insurance, side, manager=people.max_profile)
        all_of_ladder(life)
        all_of_reviews(life, {one: cage.new(f"ensure.Preparation.of_{one.value}", side).token for one in Side})
        all_of_guarantee(life)
        all_of_handover(life)
        all_of_learning(life)
        all_of_invoices(life)
        fee_of(life)
        all_of_payables(life)
        cage.plant_everywhere(side, before)
        lives.append(life)
    cage.plant(Firm, "firm")
    make_documents_anew()
    refresh_search(NOW)
    return CanaryFirm(cage, (lives[0], lives[1]), _visitors(cast))


def other_side(cast: world.Cast) -> world.Cast:
    """The same firm as the outsiders live it."""
    return replace(
        cast, anton=cast.aad, carla=cast.otto, dirk=cast.dora, max=cast.olga, sara=cast.oscar, bank=cast.other_bank,
        max_profile=cast.olga_profile, aad=cast.anton, otto=cast.carla, dora=cast.dirk, olga=cast.max, oscar=cast.sara,
        other_bank=cast.bank, olga_profile=cast.max_profile,
    )  # fmt: skip


def refreshed(cast: world.Cast) -> world.Cast:
    """The cast as it is in the database now."""
    return replace(cast, **{name: _again(value) for name, value in vars(cast).items() if isinstance(value, Model)})


def _again[M: Model](row: M) -> M:
    return type(row).objects.get(pk=row.pk)


def _plant_people(cage: Cage, cast: world.Cast, side: str) -> None:
    accounts = (cast.anton, cast.carla, cast.dirk, cast.max, cast.sara)
    cage.plant(Account, side, pk__in=[account.pk for account in accounts])
    cage.plant(Organisation, side, pk=cast.bank.pk)
    cage.plant(Contact, side, organisation=cast.bank)
    cage.plant(Manager, side, pk=cast.max_profile.pk)
    for model in (Case, CvFile, Position, Study, Away, Business, Declaration):
        cage.plant(model, side, manager=cast.max_profile)
    # Whoever signs for a client does so by the address of a contact; the first one may no more, or an account by the
    # planted name would be made to sign with.
    Authority.objects.filter(contact__organisation=cast.bank, ended_at=None).update(ended_at=NOW)
    email = Account.objects.values_list("email", flat=True).get(pk=cast.carla.pk)
    world.let_sign(Contact.objects.create(organisation=cast.bank, name="Tekenaar", email=email))
    cage.plant(Authority, side, contact__organisation=cast.bank)
    _plant_read_cv(cage, cast, side)


def _plant_read_cv(cage: Cage, cast: world.Cast, side: str) -> None:
    """What was read of a CV has a shape of its own: a canary in a field, in a line of its text and in a remark."""
    read, line, remark = (cage.new(f"people.CvFile.{name}", side).token for name in ("read", "lines", "remarks"))
    cvs = CvFile.objects.filter(manager=cast.max_profile)
    remarks = [{"code": "cv.not_found", "facts": {"field": remark}}]
    cvs.update(read={"name": read, "city": read}, lines=[f"Naam: {line}"], remarks=remarks)


def _beside(life: Life, side: str, detail: str) -> None:
    """What a life of the tests does not have of itself: rows that somebody else wrote about these people."""
    client = life.cast.carla
    all_of_stakes(life)
    # Asked in the first report, which is written anew for it: so before anything is planted there.
    decision_of(life)
    asked_resistance_of(life)
    all_that_is_shared(life)
    all_of_pulse(life)
    refused = enter_screening(
        manager=life.cast.max_profile.code,
        kind=ScreeningKind.CONDUCT,
        purpose="Zetel bij een bank.",
        basis=Basis.INTEREST,
        detail=detail,
        by=life.cast.actor(life.cast.anton),
        at=NOW,
    )
    assert refused is None
    Contact.objects.create(organisation=life.cast.bank, name="Karel", email=f"{side}@example.org", phone="06")
    Hold.objects.create(about=life.contract, reason="Geschil.", set_by=life.cast.bea.code, set_at=NOW)
    DataRequest.objects.create(
        wanted=Wanted.ACCESS, account=client.code, name=client.name, email=client.email, asked_at=NOW, due_on=TODAY
    )  # fmt: skip
    asked = AskedQuestion.objects.create(words=side, text="Doet u ook iets anders?", first_at=NOW, last_at=NOW)
    Asker.objects.create(asked=asked, name="Karel", email="karel@example.org", message="Bel mij.", left_at=NOW)


def make_documents_anew() -> None:
    """The agreements, now that there are canaries in all that they could hold."""
    Agreement.objects.update(document=None)
    for code in Contract.objects.values_list("code", flat=True):
        make_documents.func(code)


def _visitors(cast: world.Cast) -> dict[str, Visitor]:
    people = [
        Visitor("nobody", "visitor", "none", None),
        Visitor("Bea", "partner", "firm", cast.bea),
        Visitor("Anton", "owner", "own", cast.anton),
        Visitor("Aad", "owner", "other", cast.aad),
        Visitor("Carla", "client", "own", cast.carla),
        Visitor("Otto", "client", "other", cast.otto),
        Visitor("Max", "manager", "own", cast.max),
        Visitor("Olga", "manager", "other", cast.olga),
        Visitor("Berend", "office", "firm", cast.berend),
        Visitor("Aukje", "auditor", "firm", cast.aukje),
        Visitor("Dirk", "delegate", "own", cast.dirk),
        Visitor("Dora", "delegate", "other", cast.dora),
        Visitor("Sara", "shadow", "own", cast.sara),
        Visitor("Oscar", "shadow", "other", cast.oscar),
    ]
    return {person.name: person for person in people}
