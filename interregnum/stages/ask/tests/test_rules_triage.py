"""A3 B1 C1 D1: what clients ask in their own words, and what the firm reads in it."""

from datetime import date

import pytest

from interregnum.kernel.lists import Category, Context, Ground, Level, Need, Reason
from interregnum.stages.ask.lexicon import shipped_lexicon
from interregnum.stages.ask.rules.category import ROLE_MIX
from interregnum.stages.ask.rules.questions import QUESTIONS
from interregnum.stages.ask.rules.triage import DISCIPLINES, SECTORS, Problem, Triage, triage

ON = date(2026, 9, 1)


def understood(text: str, **more: object) -> Triage:
    return triage(Problem(text, **more), lexicon=shipped_lexicon(), on=ON)  # type: ignore[arg-type]


def test_two_clients_who_ask_different_things_get_different_answers() -> None:
    bridging = understood("Onze manager is ziek; wij zoeken een vervanger tot zij terug is.")
    project = understood("Wij zoeken een projectleider voor de migratie naar een nieuw systeem.")
    assert bridging.category is Category.BRIDGING
    assert project.category is Category.PROJECT
    assert bridging.role_mix != project.role_mix


@pytest.mark.mission("A3")
def test_carla_who_wants_her_vacant_department_redesigned_asks_for_change() -> None:
    shop = "Ons afdelingshoofd is vertrokken. Wij zoeken een interim afdelingshoofd tot de opvolger er is."
    change = (
        "Ons afdelingshoofd is vertrokken. Wij zoeken een interim afdelingshoofd dat de afdeling moet herinrichten."
    )
    assert understood(shop).category is Category.BRIDGING
    found = understood(change)
    assert (found.category, found.second) == (Category.CHANGE, Category.BRIDGING)
    assert found.confidence > found.second_confidence


@pytest.mark.mission("A3")
def test_a_hurried_client_is_not_in_crisis_by_hurry_alone() -> None:
    hurried = understood("We need an interim finance manager at once, our manager is on sick leave.")
    assert hurried.category is Category.BRIDGING
    assert understood("The bank runs out of cash: it is running out of cash fast.").category is Category.CRISIS


@pytest.mark.mission("A3")
def test_a_specialist_beside_a_project_brings_knowledge_and_a_leader_of_it_does_not() -> None:
    leads = understood("Gezocht: projectleider voor de implementatie van DORA.")
    knows = understood("Gezocht: privacyspecialist die het project met kennis van de AVG helpt.")
    assert leads.category is Category.PROJECT
    assert knows.category is Category.EXPERTISE


@pytest.mark.mission("B1")
@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("Wij zoeken een interim-directeur voor onze leasemaatschappij.", Need.MANAGER),
        ("We want only advice on our pension administration; we will implement it ourselves.", Need.ADVISER),
        ("Wij willen een second opinion op ons plan.", Need.ADVISER),
        ("Wij weten niet wat er nodig is. Eerst advies, daarna beslissen wij.", Need.ADVICE_FIRST),
        ("We offer a permanent position as team manager with a good salary.", Need.PERMANENT),
        ("Gezocht: een interim-manager tot er een vaste manager is gevonden.", Need.MANAGER),
        ("Gevraagd: secretaresse voor twee dagen.", Need.OUT_OF_SCOPE),
        ("We are looking for a software engineer.", Need.OUT_OF_SCOPE),
        ("Wij zoeken een interim hoofd voor een team van ontwikkelaars en testers.", Need.MANAGER),
        ("Kunnen wij bij u laptops bestellen?", Need.OUT_OF_SCOPE),
        ("Wij zijn nog aan het oriënteren en hebben nog geen besluit genomen.", Need.NOT_NOW),
        ("Goedemiddag, kunt u mij bellen?", Need.UNCLEAR),
        ("Our finance director resigned; we need cover until a new one starts.", Need.MANAGER),
        ("Wij missen een ervaren Wwft-specialist.", Need.MANAGER),
    ],
)
def test_the_firm_says_honestly_what_would_help(text: str, need: Need) -> None:
    assert understood(text).need is need


@pytest.mark.mission("C1")
def test_reasons_come_with_the_category_and_from_the_words() -> None:
    assert understood("Iemand moet op de winkel passen.").reasons == (Reason.KEEP_RUNNING,)
    found = understood("Gezocht: manager die de reorganisatie doorvoert en de prestaties verbetert.")
    assert set(found.reasons) == {Reason.ORGANISATION_DESIGN, Reason.PERFORMANCE}


@pytest.mark.mission("D1")
def test_both_grounds_are_found() -> None:
    assert understood("Wij hebben geen tijd om dit te leiden.").grounds == (Ground.CAPACITY,)
    assert understood("Nobody in house has the skills, we lack the expertise.").grounds == (Ground.QUALITY,)


@pytest.mark.mission("E1", "E2", "E3")
def test_level_place_discipline_and_sector_of_the_seat_are_read() -> None:
    found = understood(
        "De directeur van onze verzekeraar zoekt een interim teamleider voor de financiële administratie."
    )
    assert (found.level, found.sector, found.disciplines) == (Level.TEAM, "insurer", ("finance",))
    project = understood("Looking for a programme manager for a bank.")
    assert (project.level, project.context, project.sector) == (Level.PROGRAMME, Context.PROJECT, "bank")


@pytest.mark.mission("E1")
@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Wij zoeken een interim hr-directeur voor onze fabriek.", Level.SENIOR),
        ("Gezocht: directeur Productmanagement voor een jaar.", Level.SENIOR),
        ("We need an interim product director.", Level.SENIOR),
        ("Wij zoeken een interim-directeur voor onze fabriek.", Level.EXECUTIVE),
        ("We need an interim CFO.", Level.EXECUTIVE),
    ],
)
def test_a_director_of_one_function_does_not_lead_the_firm(text: str, level: Level) -> None:
    assert understood(text).level is level


def test_what_the_client_filled_in_goes_before_what_is_read() -> None:
    found = understood("Gezocht: interim teamleider, twee dagen per week.", level=Level.SENIOR, days_a_week=4)
    assert (found.level, found.days_a_week) == (Level.SENIOR, 4)


def test_what_was_not_said_stays_open_and_is_asked() -> None:
    found = understood("Wij zoeken hulp.")
    assert (found.level, found.context, found.sector, found.starts, found.weeks) == (None, None, "", None, None)
    assert found.role_mix is None
    assert list(found.questions) == [code for code in QUESTIONS if code in found.questions]
    assert {"category", "level", "start"} <= set(found.questions)


@pytest.mark.parametrize(
    "text",
    [
        "Wir suchen einen Interim Manager für unsere Bank, bis der Nachfolger da ist.",
        "Nous cherchons un directeur de transition pour notre banque.",
        "نبحث عن مدير مؤقت لبنكنا",
    ],
)
def test_a_client_who_writes_another_language_is_asked_for_dutch_or_english(text: str) -> None:
    found = understood(text)
    assert found.questions[0] == "language"
    assert (found.category, found.need) == (None, Need.UNCLEAR)


def test_codes_of_disciplines_and_sectors_in_the_lexicon_are_known() -> None:
    codes = {(concept.field, concept.code) for concept in shipped_lexicon().concepts}
    assert {code for field, code in codes if field == "discipline"} == set(DISCIPLINES)
    assert {code for field, code in codes if field == "sector"} == set(SECTORS)
    assert {code for field, code in codes if field == "category"} == set(ROLE_MIX)
    assert {code for field, code in codes if field == "level"} == set(Level)
    assert {code for field, code in codes if field == "need"} <= set(Need)


def test_what_is_stuck_is_no_seat_for_good():
    """In Dutch "vast" says both: whoever is stuck and asks for somebody asks for an interim manager."""
    stuck = "De verwerking van hypotheken loopt vast; wij zoeken een verandermanager die het anders inricht."
    for_good = "Wij zoeken een hoofd inkoop in vaste dienst."
    assert (understood(stuck).need, understood(for_good).need) == (Need.MANAGER, Need.PERMANENT)
