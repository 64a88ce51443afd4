"""The demonstration firm: founded, peopled, and its stories lived."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from interregnum.flow.demo.anchoring import live_anchoring, state_past_months
from interregnum.flow.demo.beside_days import index_after_half_a_year
from interregnum.flow.demo.cases_early import EARLY
from interregnum.flow.demo.cases_running import RUNNING
from interregnum.flow.demo.guarantee import introduce, live_replacement, live_settled
from interregnum.flow.demo.invented_roster import roster_csv
from interregnum.flow.demo.invoices import keep_numbers, live_invoices
from interregnum.flow.demo.pulse import live_pulse
from interregnum.flow.demo.replay import live
from interregnum.flow.demo.reviews import plan_coming
from interregnum.flow.demo.shared import share_things
from interregnum.flow.demo.stories import Bureau
from interregnum.kernel.actor import HOUSE, Actor, Role
from interregnum.kernel.lists import Category
from interregnum.kernel.period import Period, local_day
from interregnum.outside.sheets.read import read_sheet
from interregnum.people.accounts import actor_of_manager, actor_of_organisation
from interregnum.people.founding import found_firm, seat_person
from interregnum.people.imports import import_sheet
from interregnum.people.queries import email_of
from interregnum.people.rules.consent import Consent
from interregnum.people.rules.importing import ImportKind
from interregnum.stages.deliver.queries import AssignmentFacts, assignment_facts, assignments_of
from interregnum.stages.handover.rules.gate import middle_of
from interregnum.web.downloads import csv_lines

MANAGERS = 300
SEED = 7
OLDEST_DAYS = 260
GUARANTEES = {
    ("Kompas Leasing (verzonnen)", Category.CHANGE): live_settled,
    ("Vlinder Betaaldiensten (verzonnen)", Category.CRISIS): live_replacement,
}
STAFF = (
    ("Bea Bedacht", "bea@demo.example", Role.PARTNER),
    ("Anton Zogezegd", "anton@demo.example", Role.ACCOUNT_MANAGER),
    ("Sara Schijnbaar", "sara@demo.example", Role.SHADOW),
    ("Stef Denkbeeld", "stef@demo.example", Role.SHADOW),
    ("Berend Bijnawaar", "berend@demo.example", Role.BACK_OFFICE),
    ("Aukje Aangenomen", "aukje@demo.example", Role.AUDITOR),
)
DELEGATE = ("Dirk Denkbeeldig", "dirk@demo.example")
LABELS = {
    Role.PARTNER: "partner",
    Role.ACCOUNT_MANAGER: "account manager",
    Role.BACK_OFFICE: "back office",
    Role.AUDITOR: "auditor",
    Role.SHADOW: "shadow manager",
}


def make_demonstration(*, at: datetime, password: Callable[[], str]) -> list[tuple[str, str, str]]:
    """Make everything and return the sign-ins as (role, e-mail, password)."""
    today = local_day(at)
    found_firm(
        name="Tussentijd Interim (verzonnen)",
        city="Utrecht",
        kvk="00000000",
        phone="+31 30 000 0000",
        is_demonstration=True,
    )
    index_after_half_a_year(today - timedelta(days=OLDEST_DAYS))
    # As the roster was when the oldest story began; at the end it is brought up to date, as a firm would.
    _roster(today - timedelta(days=OLDEST_DAYS), at - timedelta(days=OLDEST_DAYS))
    sign_ins, codes = [], []
    for name, email, role in STAFF:
        word = password()
        codes.append(seat_person(email=email, name=name, role=role, password=word, at=at))
        sign_ins.append((LABELS[role], email, word))
    partner = Actor(role=Role.PARTNER, code=codes[0], name=STAFF[0][0])
    account_manager = Actor(role=Role.ACCOUNT_MANAGER, code=codes[1], name=STAFF[1][0])
    taken: set[str] = set()
    for number, story in enumerate((*RUNNING, *EARLY)):
        owner = account_manager if number % 3 == 1 else partner
        bureau = Bureau(owner, codes[2 + number % 2], partner, account_manager)
        live(story, bureau=bureau, today=today, taken=taken)
    _roster(today, at)
    _clients(at)
    plan_coming(at)
    _oldest_of_all(partner, at)
    _dissatisfied(partner, at)
    _anchored(partner, at)
    keep_numbers(partner, at=at)
    live_invoices(partner, at=at)
    return [*sign_ins, *_outsiders(partner, at=at, password=password)]


def _roster(on: date, at: datetime) -> None:
    sheet = read_sheet(roster_csv(managers=MANAGERS, seed=SEED, on=on).encode())
    consent = Consent(on, "Verzonnen, zoals zij zelf")
    import_sheet(kind=ImportKind.ROSTER, sheet=sheet, by=HOUSE, at=at, consent=consent)


def _clients(at: datetime) -> None:
    """What the bureau knows of its clients beside their requests, as from its own sheet: address, number, contact."""
    clients = {story.client.name: story.client for story in (*RUNNING, *EARLY)}.values()
    header = (
        *("name", "sector", "street", "postal_code", "city", "kvk"),
        *("contact_name", "contact_email", "contact_function"),
    )
    rows = [
        (
            *(one.name, one.sector, f"Verzonnen Weg {number}", f"{1000 + number} ZZ", one.city, f"{number:08}"),
            *(one.contact, one.email, "directeur"),
        )
        for number, one in enumerate(clients, start=1)
    ]
    sheet = read_sheet("".join(csv_lines(header, rows)).encode())
    import_sheet(kind=ImportKind.CLIENTS, sheet=sheet, by=HOUSE, at=at)


def _oldest_of_all(partner: Actor, at: datetime) -> None:
    """On the assignment that has been under way for longest employees are asked, and its parties share things."""
    today = local_day(at)
    facts = _oldest(partner, today)
    client, manager = actor_of_organisation(facts.organisation), actor_of_manager(facts.manager)
    live_pulse(facts.code, facts.category, manager=manager, today=today)
    share_things(facts.code, client=client, manager=manager, today=today)
    introduce(facts.code, manager=manager, at=at)


def _dissatisfied(partner: Actor, at: datetime) -> None:
    """One client has been content again since an improvement plan; in a crisis the manager is being replaced."""
    running = {(line.client, line.category): line.code for line in assignments_of(seen_by=partner, on=local_day(at))}
    for (client, category), live_one in GUARANTEES.items():
        facts = assignment_facts(running[client, category], seen_by=partner)
        live_one(
            facts.code,
            client=actor_of_organisation(facts.organisation),
            manager=actor_of_manager(facts.manager),
            owner=partner,
            at=at,
        )


def _anchored(partner: Actor, at: datetime) -> None:
    """Where the middle of the term has passed and it goes well."""
    on, well = local_day(at), {(one.client.name, one.category) for one in (*RUNNING, *EARLY) if one.moods == "good"}
    for line in assignments_of(seen_by=partner, on=on):
        facts = assignment_facts(line.code, seen_by=partner)
        client, manager = actor_of_organisation(facts.organisation), actor_of_manager(facts.manager)
        state_past_months(line.code, manager=manager, at=at)
        if (line.client, line.category) in well and middle_of(Period(line.starts_on, line.ends_on)) <= on:
            live_anchoring(line.code, client=client, manager=manager, at=at)


def _oldest(partner: Actor, today: date) -> AssignmentFacts:
    line = min(assignments_of(seen_by=partner, on=today), key=lambda one: one.starts_on)
    return assignment_facts(line.code, seen_by=partner)


def _outsiders(partner: Actor, *, at: datetime, password: Callable[[], str]) -> list[tuple[str, str, str]]:
    """A client, a delegate and an interim manager: those of the assignment that has been under way for longest."""
    facts, rows = _oldest(partner, local_day(at)), []
    client, manager = actor_of_organisation(facts.organisation), actor_of_manager(facts.manager)
    for label, role, name, email, seat in (
        ("client", Role.CLIENT, client.name, email_of(client.code), {"organisation": facts.organisation}),
        ("client's delegate", Role.DELEGATE, *DELEGATE, {"organisation": facts.organisation}),
        ("interim manager", Role.MANAGER, manager.name, email_of(manager.code), {"manager": facts.manager}),
    ):
        word = password()
        seat_person(email=email, name=name, role=role, password=word, at=at, **seat)
        rows.append((label, email, word))
    return rows
