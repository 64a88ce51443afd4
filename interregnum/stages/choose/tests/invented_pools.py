"""Managers, briefs, pools and weights as hypothesis invents them."""

from datetime import timedelta

from hypothesis import strategies as st

from interregnum.kernel.lists import Category, Context, Level, Reason
from interregnum.kernel.money import Money
from interregnum.kernel.role_mix import RoleMix
from interregnum.people.rules.screening import REQUIRABLE
from interregnum.stages.choose.rules.criteria import CRITERIA
from interregnum.stages.choose.rules.values import Needed, Weights
from interregnum.stages.choose.tests.rules_world import MONDAY, a_brief, a_manager

ORGANISATIONS = ("Voorbeeldbank N.V.", "Proefpolis", "Schijnlease B.V.", "Fabelbetaal")


def some(*values):
    return st.lists(st.sampled_from(values), unique=True, max_size=len(values)).map(tuple)


STANDS = ("not_passed", "no_basis", "2025-02-20", "2025-03-02", "2026-02-02")
needs = st.builds(
    Needed,
    ready_on=st.integers(-20, 60).map(lambda days: MONDAY + timedelta(days=days)),
    since=st.sampled_from([MONDAY - timedelta(days=365), MONDAY - timedelta(days=20)]),
)
disciplines, sectors = some("back_office", "finance", "sales"), some("bank", "insurer")
cuts = st.lists(st.integers(0, 100), min_size=3, max_size=3).map(sorted)
mixes = cuts.map(lambda cut: RoleMix(cut[0], cut[1] - cut[0], cut[2] - cut[1], 100 - cut[2]))
cases = st.integers(0, 9)
managers = st.builds(
    a_manager,
    code=st.integers(1, 99).map(lambda number: f"m{number}"),
    name=st.text(max_size=5),
    place=st.sampled_from(["Utrecht", "Amsterdam", "Maastricht", "Nergenshuizen"]),
    travel_km=st.integers(0, 250),
    available_on=st.integers(-40, 60).map(lambda days: MONDAY + timedelta(days=days)),
    days_a_week=st.integers(1, 5),
    day_rate=st.integers(500, 2500).map(Money),
    level=st.sampled_from(Level),
    disciplines=disciplines,
    sectors=sectors,
    role_mix=mixes,
    categories=st.dictionaries(st.sampled_from(Category), cases),
    reasons=st.dictionaries(st.sampled_from(Reason), cases),
    first_result_weeks=st.none() | st.integers(0, 60),
    deadlocks_broken=cases,
    cases_with_referee=cases,
    former_employers=some(*ORGANISATIONS),
    wants_permanent=st.booleans(),
    conflicts=some(*ORGANISATIONS),
    concepts=some("mortgages", "backlog", "crisis"),
    consents=st.booleans(),
    screenings=st.dictionaries(st.sampled_from(REQUIRABLE).map(str), st.sampled_from(STANDS)),
)
briefs = st.builds(
    a_brief,
    category=st.sampled_from(Category),
    level=st.sampled_from(Level),
    role_mix=mixes,
    slack_days=st.integers(0, 40),
    days_a_week=st.integers(1, 5),
    client_name=st.sampled_from(ORGANISATIONS),
    reasons=some(*Reason),
    disciplines=disciplines,
    sector=st.sampled_from(["", "bank", "leasing"]),
    context=st.none() | st.sampled_from(Context),
    rate_ceiling=st.none() | st.integers(800, 2500).map(Money),
    place=st.sampled_from(["", "Utrecht", "Nergenshuizen"]),
    max_km=st.none() | st.integers(0, 200),
    market=some(*ORGANISATIONS),
    concepts=some("mortgages", "backlog", "privacy"),
    screenings=st.dictionaries(st.sampled_from(REQUIRABLE).map(str), needs),
)
pools = st.lists(managers, max_size=8, unique_by=lambda one: one.code)
weightings = (
    st.dictionaries(st.sampled_from(list(CRITERIA)), st.integers(0, 100))
    .filter(lambda of: any(of.values()))
    .map(Weights)
)
# Briefs that ask so little that most managers are left.
easy_briefs = st.builds(
    a_brief,
    category=st.sampled_from(Category),
    level=st.sampled_from([Level.SPECIALIST, Level.TEAM, Level.PROGRAMME]),
    role_mix=mixes,
    slack_days=st.just(60),
    days_a_week=st.integers(1, 3),
    client_name=st.just("Niemand B.V."),
    reasons=some(*Reason),
    disciplines=some("finance"),
    sector=st.sampled_from(["", "bank", "leasing"]),
    context=st.none() | st.sampled_from(Context),
    rate_ceiling=st.none(),
    place=st.just(""),
    market=some(*ORGANISATIONS),
    concepts=some("mortgages", "backlog", "privacy"),
)
