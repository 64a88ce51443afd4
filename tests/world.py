"""The cast of the tests: a tiny firm in which every person is one case of access.

Bea is a partner, Anton an account manager, Berend the back office, Aukje an auditor; Carla is the client and Dirk her
delegate, Max the interim manager, Sara the shadow manager. Whoever does not see the whole firm has an outsider of the
same role who may see nothing of theirs: Aad (account manager), Otto (client), Dora (delegate), Olga (manager), Oscar
(shadow).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from django.test import Client
from django.utils import timezone

from interregnum.files import store
from interregnum.jobs.models import Started
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.lists import Level
from interregnum.kernel.money import Money
from interregnum.people.accounts import actors_of
from interregnum.people.models import (
    Account,
    Application,
    Authority,
    Case,
    Contact,
    CvFile,
    Duplicate,
    Firm,
    Import,
    Insurance,
    MailWish,
    Manager,
    Merge,
    Organisation,
    Screening,
    Seat,
)
from interregnum.people.rules.importing import ImportKind
from interregnum.people.second_factor import note_shown
from interregnum.people.sessions import begin
from interregnum.records.models import DataRequest
from interregnum.records.states import Wanted
from tests.remembered import remembered

PASSWORD = "een-lang-wachtwoord-voor-de-proef"
# A Monday morning in Amsterdam, well away from a change of the clock.
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TODAY = date(2026, 3, 2)
# Work in the background that our people started, and the outsiders did not.
WORK = "work-of-the-cast"


@dataclass(frozen=True)
class Cast:
    bea: Account
    anton: Account
    carla: Account
    max: Account
    sara: Account
    otto: Account
    olga: Account
    oscar: Account
    aad: Account
    berend: Account
    aukje: Account
    dirk: Account
    dora: Account
    screening: str
    cv: str
    case: str
    insurance: str
    application: str
    bank: Organisation
    other_bank: Organisation
    contact: Contact
    max_profile: Manager
    olga_profile: Manager

    def actor(self, person: Account) -> Actor:
        """The person in the role that they hold here."""
        return actors_of(person)[0]


def make_cast() -> Cast:
    """The firm and its people; every account is open and has the same password."""
    return remembered("cast", _make_cast, stands_alone=True)


def _make_cast() -> Cast:
    # Mail at any hour, also below: the tests run in the evening and on Sunday too.
    never = {"quiet_begins": 0, "quiet_ends": 0, "quiet_weekends": False}
    Firm.objects.create(name="Voorbeeld Interim", city="Utrecht", kvk="12345678", **never)
    bank = Organisation.objects.create(name="Bank De Proef", sector="bank", city="Utrecht", reclaims_vat=False)
    other_bank = Organisation.objects.create(name="Verzekeraar Elders", sector="insurer", city="Zwolle")
    max_profile = make_manager(name="Max Voorbeeld", email="max@example.org")
    olga_profile = make_manager(name="Olga Voorbeeld", email="olga@example.org", level=Level.MIDDLE)
    cast = Cast(
        bea=_account("Bea", Role.PARTNER),
        anton=_account("Anton", Role.ACCOUNT_MANAGER),
        carla=_account("Carla", Role.CLIENT, organisation=bank),
        max=_account("Max", Role.MANAGER, manager=max_profile),
        sara=_account("Sara", Role.SHADOW),
        otto=_account("Otto", Role.CLIENT, organisation=other_bank),
        olga=_account("Olga", Role.MANAGER, manager=olga_profile),
        oscar=_account("Oscar", Role.SHADOW),
        aad=_account("Aad", Role.ACCOUNT_MANAGER),
        berend=_account("Berend", Role.BACK_OFFICE),
        aukje=_account("Aukje", Role.AUDITOR),
        dirk=_account("Dirk", Role.DELEGATE, organisation=bank),
        dora=_account("Dora", Role.DELEGATE, organisation=other_bank),
        screening=_screening(max_profile),
        cv=CvFile.objects.create(manager=max_profile, uploaded_by="", uploaded_at=NOW, name="cv.txt").code,
        case=_case(max_profile),
        insurance=_insurance(max_profile),
        application=_application(),
        bank=bank,
        other_bank=other_bank,
        contact=Contact.objects.create(
            organisation=bank, name="Carla", email="carla@example.org", function="Directeur"
        ),
        max_profile=max_profile,
        olga_profile=olga_profile,
    )
    MailWish.objects.bulk_create(
        MailWish(account=person, **never) for person in vars(cast).values() if isinstance(person, Account)
    )
    let_sign(cast.contact)
    # Two who look alike, and one whose profile went up in another but is one of its own again.
    pair = {"first": max_profile, "second": olga_profile}
    Duplicate.objects.create(**pair, points=500, grounds={"name_near": 1, "place": 1}, found_at=NOW)
    Merge.objects.create(winner=max_profile, loser=olga_profile, merged_at=NOW, merged_by="", undone_at=NOW)
    ours = (person_of(cast, role) for role in PEOPLE)
    Started.objects.bulk_create(Started(job=WORK, by=person.code) for person in ours if person)
    Import.objects.create(
        kind=ImportKind.CLIENTS,
        name="klanten.csv",
        uploaded_by=cast.anton.code,
        uploaded_at=NOW,
        headings=["name", "email"],
    )
    # Somebody of whom no test asks anything else wants to see their data.
    DataRequest.objects.create(
        wanted=Wanted.ACCESS,
        account=cast.oscar.code,
        name="Oscar",
        email="oscar@example.org",
        asked_at=NOW,
        confirmed_at=NOW,
        due_on=TODAY + timedelta(days=31),
    )
    return cast


def _case(manager: Manager) -> str:
    """A case of Max of which the client stays unnamed."""
    return Case.objects.create(
        manager=manager,
        client="Geheime Bank",
        client_shown_as="een bank",
        problem="Achterstand.",
        result="Weg.",
        category="change",
        level="senior",
        discipline="finance",
        operational=25,
        adviser=25,
        coach=25,
        change=25,
        started_on=TODAY,
        written_at=NOW,
    ).code


def _application() -> str:
    """Wanda has signed up, confirmed it, and waits."""
    return Application.objects.create(
        state="waiting",
        name="Wanda Wacht",
        email="wanda@example.org",
        phone="06-87654321",
        city="Zwolle",
        discipline="finance",
        level="senior",
        languages=["nl"],
        language="nl",
        sent_at=NOW,
        confirmed_at=NOW,
    ).code


def _insurance(manager: Manager) -> str:
    """Max is insured for mistakes in the work, and has shown it."""
    return Insurance.objects.create(
        manager=manager,
        cover="professional",
        insurer="Proefpolis",
        policy_number="P-1",
        amount=Money(1_000_000),
        ends_on=TODAY + timedelta(days=300),
        proof=store.keep(name="polis.pdf", content=b"%PDF-1.7 proef", media_type="application/pdf", at=NOW),
        saved_at=NOW,
    ).code


def let_sign(contact: Contact) -> None:
    """As an extract of the trade register says it."""
    Authority.objects.create(
        contact=contact,
        scope="alone",
        basis="register",
        extract="Uittreksel 1",
        extract_on=TODAY,
        told_by="Het secretariaat",
        recorded_by="",
        recorded_at=NOW,
    )


def make_manager(**fields: Any) -> Manager:
    """A manager who fits most requests of the tests: finance, banks, at once, four days, € 1,000 a day."""
    defaults: dict[str, Any] = {
        "place": "Utrecht", "travel_km": 150, "available_on": TODAY, "days_a_week": 5, "day_rate": Money(1000),
        "level": Level.EXECUTIVE, "disciplines": ["finance", "general_management", "back_office"],
        "sectors": ["bank"], "languages": ["nl", "en"], "categories": {"change": 3, "bridging": 2, "crisis": 1},
        "reasons": {"performance": 3, "keep_running": 2, "restore_order": 2},
        "operational": 40, "adviser": 20, "coach": 20, "change": 20,
        "first_result_weeks": 6, "deadlocks_broken": 2, "cases_with_referee": 3,
        "summary": "Verzonnen profiel voor de proeven.",
    }  # fmt: skip
    return Manager.objects.create(**(defaults | fields))


# Who looks at a page of each role in the tests that are made from the table of permissions.
PEOPLE = {
    Role.PARTNER: "bea",
    Role.ACCOUNT_MANAGER: "anton",
    Role.BACK_OFFICE: "berend",
    Role.AUDITOR: "aukje",
    Role.CLIENT: "carla",
    Role.DELEGATE: "dirk",
    Role.MANAGER: "max",
    Role.SHADOW: "sara",
}
OUTSIDERS = {
    Role.ACCOUNT_MANAGER: "aad",
    Role.CLIENT: "otto",
    Role.DELEGATE: "dora",
    Role.MANAGER: "olga",
    Role.SHADOW: "oscar",
}


def person_of(cast: Cast, role: Role) -> Account | None:
    """Who holds this role in the cast; nobody for a visitor."""
    return getattr(cast, PEOPLE[role]) if role in PEOPLE else None


def browser(person: Account | None = None, *, language: str = "en") -> Client:
    """A browser in which somebody is signed in, or a visitor's; English unless said otherwise."""
    client = Client(headers={"accept-language": language})
    if person:
        client.force_login(person, backend="interregnum.people.entrance.Entrance")
        request = SimpleNamespace(session=client.session)
        # As the real way in does: the session begins, the password, then the second factor. No page asks for a table of
        # factors after that, and the first one has nothing to note in the session.
        begin(request.session, at=timezone.now())
        record_authentication(request, person, "password")
        note_shown(request, person, type="totp")
        request.session.save()
    return client


def _screening(manager: Manager) -> str:
    """One that Gea entered, who works here no more; what was found cannot be opened."""
    gea = Account.objects.create_user("gea@example.org", name="Gea", is_active=False)
    return Screening.objects.create(
        manager=manager,
        kind="conduct",
        purpose="Een toezichthouder vraagt erom.",
        basis="law",
        entered_by=gea,
        entered_at=NOW,
    ).code


def _account(name: str, role: Role, **seat: Any) -> Account:
    account = Account.objects.create_user(f"{name.lower()}@example.org", PASSWORD, name=name)
    Seat.objects.create(account=account, role=role, **seat)
    return account
