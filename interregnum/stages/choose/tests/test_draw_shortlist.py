"""Drawing a shortlist: who is on it, who is not, and why."""

from datetime import timedelta

import pytest

from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.people.models import Manager, Organisation
from interregnum.stages.brief.tests.brief_world import drafted_brief
from interregnum.stages.choose import queries
from interregnum.stages.choose.actions.draw_shortlist import draw_shortlist
from interregnum.stages.choose.models import Shortlist
from interregnum.stages.choose.rules.memory import wanted_from
from interregnum.stages.choose.tests.choose_world import drawn
from tests import world


def test_nobody_is_looked_for_on_a_draft(cast):
    refused = draw_shortlist(brief=drafted_brief(cast).code, by=cast.actor(cast.bea), at=world.NOW)
    assert isinstance(refused, Refused)
    assert refused.reasons[0].code == "choose.brief_not_agreed"
    assert not Shortlist.objects.exists()


@pytest.mark.mission("D2 D3 D4 D5 D6 D7 D8")
def test_bea_finds_max_and_olga_with_a_reason_for_every_point(cast):
    page = queries.shortlist_page(drawn(cast).code, seen_by=cast.actor(cast.bea), on=world.TODAY)
    assert {each.name for each in page.listed} == {"Max Voorbeeld", "Olga Voorbeeld"}
    assert page.listed[0].percent >= page.listed[1].percent
    assert all(bar.note for each in page.listed for bar in each.chart.bars)
    assert page.listed[0].usual_rate == Money(1200)


@pytest.mark.mission("D2 D5 D6 D7")
def test_who_cannot_take_it_is_named_with_the_first_constraint_in_the_way(cast):
    world.make_manager(name="Laat", email="laat@example.org", available_on=world.TODAY + timedelta(days=200))
    world.make_manager(name="Vast", email="vast@example.org", wants_permanent=True)
    world.make_manager(name="Oud", email="oud@example.org", former_employers=["Bank De Proef N.V."])
    world.make_manager(name="Belang", email="belang@example.org", conflicts=["Bank De Proef"])
    world.make_manager(name="Weg", email="weg@example.org", is_active=False)
    row = drawn(cast)
    page = queries.excluded_page(row.code, seen_by=cast.actor(cast.bea))
    assert [(each.name, each.constraint) for each in page.rows] == [
        ("Laat", "choose.starts_too_late"),
        ("Oud", "choose.past_with_client"),
        ("Belang", "choose.conflict_declared"),
        ("Vast", "choose.wants_to_be_hired"),
    ]
    assert all(each.why for each in page.rows)
    assert (row.pool, row.funnel[-1][1], page.count) == (6, 2, 4)


def test_a_list_can_be_explained_later_as_it_was_drawn(cast):
    row = drawn(cast)
    cast.max_profile.reasons = {}
    cast.max_profile.save()
    page = queries.shortlist_page(row.code, seen_by=cast.actor(cast.bea), on=world.TODAY)
    mine = next(each for each in page.listed if each.name == "Max Voorbeeld")
    assert any("3" in str(bar.note) for bar in mine.chart.bars)
    assert wanted_from(row.wanted).client_name == "Bank De Proef"


@pytest.mark.mission("D5")
def test_whoever_worked_in_the_market_of_the_client_is_less_of_an_outsider(cast):
    Organisation.objects.filter(pk=cast.bank.pk).update(sector="bank")
    Organisation.objects.create(name="Schijnbank N.V.", sector="bank")
    Organisation.objects.create(name="Proefpolis", sector="insurer")
    Manager.objects.filter(pk=cast.max_profile.pk).update(former_employers=["Schijnbank", "Proefpolis"])
    Manager.objects.filter(pk=cast.olga_profile.pk).update(former_employers=["Proefpolis"])
    row = drawn(cast)
    points = {
        each.manager.name: part[1]
        for each in row.listed.select_related("manager")
        for part in each.points
        if part[0] == "choose.outsider"
    }
    assert points == {"Max Voorbeeld": 750, "Olga Voorbeeld": 1000}
    page = queries.shortlist_page(row.code, seen_by=cast.actor(cast.bea), on=world.TODAY)
    said = {each.name: [str(bar.note) for bar in each.chart.bars] for each in page.listed}
    assert any("Schijnbank" in note for note in said["Max Voorbeeld"])
    # The client is not its own market, and another sub-sector is another market.
    assert wanted_from(row.wanted).market == ("Schijnbank N.V.",)


def test_only_the_first_fifty_of_a_constraint_are_kept_by_name(cast):
    for number in range(60):
        world.make_manager(name=f"V{number}", email=f"v{number}@example.org", wants_permanent=True)
    kept = drawn(cast).excluded["choose.wants_to_be_hired"]
    assert (kept["count"], len(kept["managers"])) == (60, 50)


def test_every_sentence_can_be_said_in_both_languages(cast):
    from django.utils.translation import override

    row = drawn(cast)
    for language in ("nl", "en"):
        with override(language):
            page = queries.shortlist_page(row.code, seen_by=cast.actor(cast.bea), on=world.TODAY)
            assert all("%" not in str(bar.note) for each in page.listed for bar in each.chart.bars)
