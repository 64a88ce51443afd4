"""From a confirmed request to an agreed brief."""

import pytest

from interregnum.journal.timeline import timeline
from interregnum.kernel.lists import Assurance, Level
from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.brief import queries
from interregnum.stages.brief.actions.agree_brief import agree_brief
from interregnum.stages.brief.actions.change_brief import change_brief
from interregnum.stages.brief.actions.offer_brief import offer_brief
from interregnum.stages.brief.models import Brief
from interregnum.stages.brief.queries.rows import visible_to
from interregnum.stages.brief.rules.states import BriefState
from interregnum.stages.brief.tests.brief_world import agreed_brief, brief_values, confirmed_request, drafted_brief
from tests import world


@pytest.mark.mission("A3 B3 G1")
def test_bea_confirms_a_change_and_finds_a_brief_with_what_is_usual_for_change(cast):
    brief = drafted_brief(cast)
    assert brief.role_mix == RoleMix(20, 15, 25, 40)
    assert (brief.weeks, brief.assurance, brief.level) == (52, Assurance.STANDARD, Level.SENIOR)
    assert brief.problem.startswith("De achterstanden")
    assert brief.state == BriefState.DRAFT


def test_a_request_that_needs_no_manager_gets_no_brief(cast):
    confirmed_request(cast, need="adviser")
    assert not Brief.objects.exists()


def test_bea_changes_two_fields_and_the_journal_names_them(cast):
    brief = drafted_brief(cast)
    before = queries.brief_page(brief.code, seen_by=cast.actor(cast.bea), on=world.TODAY).values
    wanted = brief_values(**(vars(before) | {"place": "Zwolle", "rate_ceiling": Money("1400.50")}))
    assert change_brief(brief=brief.code, wanted=wanted, by=cast.actor(cast.bea), at=world.NOW) is None
    assert timeline(brief.code)[0].content["changed"] == ["rate_ceiling", "place"]
    brief.refresh_from_db()
    assert (brief.place, brief.rate_ceiling) == ("Zwolle", Money("1400.50"))


def test_saving_without_a_change_leaves_no_trace(cast):
    brief = drafted_brief(cast)
    same = queries.brief_page(brief.code, seen_by=cast.actor(cast.bea), on=world.TODAY).values
    change_brief(brief=brief.code, wanted=same, by=cast.actor(cast.bea), at=world.NOW)
    assert [moment.kind for moment in timeline(brief.code)] == ["BriefDrafted"]


def test_an_agreed_brief_does_not_change(cast):
    brief = agreed_brief(cast)
    refused = change_brief(brief=brief.code, wanted=brief_values(place="Zwolle"), by=cast.actor(cast.bea), at=world.NOW)
    assert isinstance(refused, Refused)
    assert refused.reasons[0].code == "brief.already_agreed"
    brief.refresh_from_db()
    assert brief.place == "Utrecht"


def test_a_brief_without_level_and_disciplines_is_not_agreed_and_says_so_for_each(cast):
    brief = drafted_brief(cast, level="", disciplines=())
    refused = offer_brief(brief=brief.code, by=cast.actor(cast.bea), at=world.NOW)
    assert isinstance(refused, Refused)
    assert [reason.field for reason in refused.reasons] == ["level", "disciplines"]
    brief.refresh_from_db()
    assert brief.state == BriefState.DRAFT


def test_only_the_first_of_two_agreements_counts(cast):
    brief = agreed_brief(cast)
    refused = agree_brief(brief=brief.code, version=1, by=cast.actor(cast.carla), at=world.NOW)
    assert isinstance(refused, Refused)
    assert [moment.kind for moment in timeline(brief.code)].count("BriefAgreed") == 1


def test_later_stages_get_the_facts_with_whom_it_is_for(cast):
    brief = agreed_brief(cast)
    facts = queries.brief_facts(brief.code)
    assert (facts.organisation, facts.contact_email, facts.owner) == (
        cast.bank.code,
        "carla@example.org",
        cast.bea.code,
    )
    assert facts.rate_ceiling == Money(1500)


def test_the_desk_lists_drafts_for_who_guards_them(cast):
    brief = drafted_brief(cast)
    assert [row.code for row in visible_to(cast.actor(cast.bea))] == [brief.code]
    assert not visible_to(cast.actor(cast.anton)).exists()
    assert queries.brief_of_request(brief.request.code, seen_by=cast.actor(cast.bea)) == brief.code
    assert queries.brief_of_request(brief.request.code, seen_by=cast.actor(cast.otto)) is None
