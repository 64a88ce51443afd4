"""A list follows the version of the brief that the client approved."""

from django.urls import reverse

from interregnum.kernel.refused import Refused
from interregnum.stages.brief import queries
from interregnum.stages.brief.tests.brief_world import agreed_brief, approve, typed
from interregnum.stages.choose.actions.draw_shortlist import draw_shortlist
from tests import world


def test_a_later_change_needs_a_new_approval_and_is_said_on_the_shortlist(cast):
    brief, bea = agreed_brief(cast), cast.actor(cast.bea)
    shortlist = draw_shortlist(brief=brief.code, by=bea, at=world.NOW)
    browser, page = world.browser(cast.bea), reverse("bureau:choose-shortlist", args=[shortlist])
    assert "See what changed" not in browser.get(page).content.decode()
    assert browser.post(reverse("bureau:brief-reopen", args=[brief.code])).status_code == 302
    browser.post(reverse("bureau:brief-edit", args=[brief.code]), typed(place="Zwolle"))
    assert queries.brief_facts(brief.code).place == "Utrecht"
    assert "needs the approval of the client" in browser.get(page).content.decode()
    refused = draw_shortlist(brief=brief.code, by=bea, at=world.NOW)
    assert isinstance(refused, Refused)
    assert approve(cast, brief) == 2
    assert queries.brief_facts(brief.code).place == "Zwolle"
    assert "has approved version 2 since" in browser.get(page).content.decode()
