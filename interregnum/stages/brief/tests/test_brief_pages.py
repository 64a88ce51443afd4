"""The page of a brief."""

from dataclasses import replace

import pytest
import time_machine
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.kernel.actor import Role
from interregnum.kernel.lists import Assurance, Category, Reason
from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.brief.actions.change_brief import change_brief
from interregnum.stages.brief.actions.offer_brief import offer_brief
from interregnum.stages.brief.rules.states import BriefState
from interregnum.stages.brief.tests.brief_world import agreed_brief, brief_values, drafted_brief, typed
from interregnum.stages.brief.texts import FIELDS
from tests import world


@pytest.fixture(autouse=True)
def _clock():
    with time_machine.travel(world.NOW, tick=False):
        yield


def edit(brief):
    return reverse("bureau:brief-edit", args=[brief.code])


def offer(brief):
    return reverse("bureau:brief-offer", args=[brief.code])


def own(brief):
    return reverse("client:brief-brief", args=[brief.code])


@pytest.mark.mission("B3")
def test_bea_fills_in_the_brief(cast, django_assert_max_num_queries):
    brief = drafted_brief(cast)
    browser = world.browser(cast.bea)
    with django_assert_max_num_queries(15):
        page = browser.get(edit(brief))
    assert page.status_code == 200
    assert browser.post(edit(brief), typed(role_mix_0="30", role_mix_3="30")).status_code == 302
    brief.refresh_from_db()
    assert brief.role_mix == RoleMix(30, 15, 25, 30)
    assert brief.rate_ceiling == Money("1400.50")


def test_what_a_colleague_saved_meanwhile_is_not_lost_and_neither_is_what_was_typed(cast):
    brief = drafted_brief(cast)
    bea, other = (world.browser(cast.bea, language="en") for _window in range(2))
    seen = bea.get(edit(brief)).context["form"]["seen"].value()
    assert other.post(edit(brief), typed(seen=seen, risks="Het team is moe.")).status_code == 302
    for address in (edit(brief), offer(brief)):
        page = bea.post(address, typed(seen=seen, scope="Alleen Utrecht."))
        assert page.status_code == 422
        assert "A colleague saved this brief" in page.text and "Alleen Utrecht." in page.text
        beside = {str(label): text for label, text in page.context["form"].standing}
        assert beside == {str(FIELDS["risks"]): "Het team is moe.", str(FIELDS["scope"]): ""}
        assert page.text.index("As your colleague saved it") < page.text.index("Het team is moe.")
    brief.refresh_from_db()
    assert (brief.risks, brief.scope, brief.state) == ("Het team is moe.", "", BriefState.DRAFT)
    # Having been told, Bea puts both together and saves.
    both = typed(seen=page.context["form"]["seen"].value(), scope="Alleen Utrecht.", risks="Het team is moe.")
    assert bea.post(edit(brief), both).status_code == 302
    brief.refresh_from_db()
    assert (brief.risks, brief.scope) == ("Het team is moe.", "Alleen Utrecht.")


def test_what_was_ticked_keeps_its_order_when_the_form_is_saved(cast):
    brief = drafted_brief(cast, disciplines=("sales", "finance"), reasons=(Reason.PERFORMANCE, Reason.RESTORE_ORDER))
    form = world.browser(cast.bea).get(edit(brief)).context["form"]
    kept = {"disciplines": form["disciplines"].value(), "reasons": form["reasons"].value()}
    backwards = {name: [str(one) for one in reversed(codes)] for name, codes in kept.items()}
    assert world.browser(cast.bea).post(edit(brief), typed(**backwards)).status_code == 302
    brief.refresh_from_db()
    assert (tuple(brief.disciplines), tuple(brief.reasons)) == (
        ("sales", "finance"),
        (Reason.PERFORMANCE, Reason.RESTORE_ORDER),
    )


@pytest.mark.mission("B3")
def test_four_roles_that_do_not_add_up_are_refused_in_words(cast):
    brief = drafted_brief(cast)
    page = world.browser(cast.bea).post(edit(brief), typed(role_mix_0="90"))
    assert page.status_code == 422
    assert "add up to 100" in page.content.decode()
    brief.refresh_from_db()
    assert brief.role_mix == RoleMix(20, 15, 25, 40)


@pytest.mark.mission("A1")
def test_what_is_missing_stands_at_the_side_with_what_it_costs(cast):
    brief = drafted_brief(cast, level="")
    page = world.browser(cast.bea).get(edit(brief)).content.decode()
    assert "Needed to agree" in page
    assert "The wrong level costs a manager in the first weeks" in page


@pytest.mark.mission("A1")
def test_bea_sends_what_she_typed_last_and_carla_approves_it_on_her_own_page(cast):
    brief = drafted_brief(cast)
    answer = world.browser(cast.bea).post(offer(brief), typed(place="Zwolle"), follow=True)
    brief.refresh_from_db()
    assert (brief.state, brief.place) == (BriefState.OFFERED, "Zwolle")
    assert "<textarea" not in answer.content.decode()
    carla = world.browser(cast.carla)
    assert own(brief) in carla.get(reverse("client:home")).content.decode()
    assert "Zwolle" in carla.get(own(brief)).content.decode()
    assert carla.post(own(brief), {"version": "1"}).status_code == 302
    brief.refresh_from_db()
    assert (brief.state, brief.approved) == (BriefState.AGREED, 1)
    page = world.browser(cast.bea).get(edit(brief)).content.decode()
    assert reverse("bureau:choose-draw", args=[brief.code]) in page
    mails = Mail.objects.filter(abouts__code=brief.code).values_list("to", "template")
    assert [*mails] == [
        ("carla@example.org", "mail/brief_offered.txt"),
        ("bea@example.org", "mail/brief_answered.txt"),
    ]


def test_carla_sends_it_back_with_a_remark_and_reads_line_by_line_what_changed(cast):
    brief = drafted_brief(cast)
    bea, carla = world.browser(cast.bea), world.browser(cast.carla)
    bea.post(offer(brief), typed(limits="Geen ontslagen."))
    empty = carla.post(own(brief), {"do": "back", "version": "1", "remark": " "})
    assert empty.status_code == 422
    assert carla.post(own(brief), {"do": "back", "version": "1", "remark": "Wel de balie."}).status_code == 302
    assert carla.get(own(brief)).status_code == 200
    assert "Wel de balie." in bea.get(edit(brief)).content.decode()
    bea.post(offer(brief), typed(limits="Geen ontslagen.\nDe balie hoort erbij."))
    page = carla.get(own(brief)).content.decode()
    assert "De balie hoort erbij.</ins>" in page
    assert "Geen ontslagen.</del>" not in page
    stale = carla.post(own(brief), {"version": "1"})
    assert stale.status_code == 422
    assert "There is a newer version" in stale.content.decode()


def test_results_are_rows_that_are_kept_and_shown(cast):
    brief, bea = drafted_brief(cast), world.browser(cast.bea)
    row = {"title": "Doorlooptijd", "unit": "dagen", "baseline": "19", "target": "5", "due_on": "2026-09-30"}
    lines = {f"result-0-{name}": value for name, value in row.items()} | {"result-1-title": ""}
    assert bea.post(edit(brief), typed(**lines)).status_code == 302
    assert "Doorlooptijd" in bea.get(edit(brief)).content.decode()
    wrong = bea.post(edit(brief), typed(**(lines | {"result-0-target": "19"})))
    assert wrong.status_code == 422
    assert "The target must differ from the baseline." in wrong.content.decode()


@pytest.mark.mission("G1")
def test_only_a_partner_with_a_reason_offers_to_go_without_assurance(cast):
    brief = drafted_brief(cast)
    by = cast.actor(cast.bea)
    change_brief(brief=brief.code, wanted=brief_values(assurance=Assurance.NONE), by=by, at=world.NOW)
    for role, code in ((Role.ACCOUNT_MANAGER, "brief.none_by_partner"), (Role.PARTNER, "brief.none_without_reason")):
        refused = offer_brief(brief=brief.code, by=replace(by, role=role), at=world.NOW)
        assert isinstance(refused, Refused)
        assert refused.reasons[0].code == code
    wanted = brief_values(assurance=Assurance.NONE, assurance_reason="Twee weken, bekende klant.")
    change_brief(brief=brief.code, wanted=wanted, by=by, at=world.NOW)
    assert offer_brief(brief=brief.code, by=replace(by, role=Role.PARTNER), at=world.NOW) == 1
    page = world.browser(cast.carla).get(own(brief)).content.decode()
    assert "By approving you agree with that" in page
    assert "Twee weken, bekende klant." in page


@pytest.mark.mission("G1")
def test_a_crisis_never_goes_without_assurance_not_even_by_a_partner_with_a_reason(cast):
    brief = drafted_brief(cast)
    by = cast.actor(cast.bea)
    wanted = brief_values(category=Category.CRISIS, assurance=Assurance.NONE, assurance_reason="Haast.")
    change_brief(brief=brief.code, wanted=wanted, by=by, at=world.NOW)
    refused = offer_brief(brief=brief.code, by=replace(by, role=Role.PARTNER), at=world.NOW)
    assert isinstance(refused, Refused)
    assert [one.code for one in refused.reasons] == ["brief.none_in_crisis"]


def test_carla_sees_no_brief_before_it_is_offered(cast):
    brief = drafted_brief(cast)
    assert world.browser(cast.carla).get(own(brief)).status_code == 404


def test_agreeing_without_a_level_keeps_what_was_typed_on_the_page_and_changes_nothing(cast):
    brief = drafted_brief(cast)
    page = world.browser(cast.bea).post(offer(brief), typed(level="", place="Zwolle"))
    assert page.status_code == 422
    assert "Choose a level before the brief is agreed." in page.content.decode()
    assert "Zwolle" in page.content.decode()
    brief.refresh_from_db()
    assert (brief.state, brief.place, brief.level) == (BriefState.DRAFT, "", "senior")


def test_a_stale_form_of_an_agreed_brief_says_so(cast):
    brief = agreed_brief(cast)
    page = world.browser(cast.bea).post(edit(brief), typed(place="Zwolle"))
    assert page.status_code == 422
    assert "does not change any more" in page.content.decode()


def test_anton_does_not_see_a_brief_of_bea(cast):
    brief = drafted_brief(cast)
    assert world.browser(cast.anton).get(edit(brief)).status_code == 404
    assert world.browser(cast.anton).post(offer(brief), typed()).status_code == 404
    assert world.browser(cast.carla).get(edit(brief)).status_code == 404


def test_nobody_offers_by_following_a_link(cast):
    brief = drafted_brief(cast)
    assert world.browser(cast.bea).get(offer(brief)).status_code == 405
