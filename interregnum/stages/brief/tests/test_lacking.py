"""What a brief lacks and what that would cost later, in the words of each reader's own language."""

import pytest
import time_machine
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import override

from interregnum.kernel.lists import Context
from interregnum.stages.brief.actions.change_brief import change_brief
from interregnum.stages.brief.actions.offer_brief import offer_brief
from interregnum.stages.brief.rules.completeness import ESSENTIAL, SAID, missing
from interregnum.stages.brief.rules.values import BriefValues
from interregnum.stages.brief.tests.brief_world import brief_values, drafted_brief
from interregnum.stages.brief.texts import COSTS, FIELDS, REFUSALS
from tests import world

TITLES = {"en": "Not filled in yet", "nl": "Nog niet ingevuld"}
EMPTY = {"scope": "", "limits": "", "sponsor_hours": None, "successor": "", "risks": "", "budget": None, "results": ()}


def offered(cast: world.Cast, **values: object) -> tuple[str, BriefValues]:
    """Put before Carla by Bea; the address of her page, and what was offered."""
    brief, by = drafted_brief(cast), cast.actor(cast.bea)
    wanted = brief_values(**values)
    change_brief(brief=brief.code, wanted=wanted, by=by, at=world.NOW)
    assert offer_brief(brief=brief.code, by=by, at=world.NOW) == 1
    return reverse("client:brief-brief", args=[brief.code]), wanted


def page_of(cast: world.Cast, address: str, language: str) -> str:
    with time_machine.travel(world.NOW):
        return world.browser(cast.carla, language=language).get(address).content.decode()


@pytest.mark.mission("A1")
@pytest.mark.parametrize("language", ["en", "nl"])
def test_carla_reads_what_is_not_filled_in_and_what_it_would_cost(cast, language):
    address, wanted = offered(cast, **EMPTY)
    codes = {each.code for each in missing(wanted)}
    assert codes >= set(EMPTY)
    page = page_of(cast, address, language)
    block = page.partition(TITLES[language])[2].partition("</section>")[0]
    with override(language):
        named = {code for code in SAID if f"<b>{escape(FIELDS[code])}</b>" in block}
        priced = {code for code in SAID if str(escape(COSTS[code])) in block}
    assert named == priced == codes


def test_where_nothing_lacks_there_is_no_such_block(cast):
    address, wanted = offered(cast, context=Context.PRIMARY, sector="leasing")
    assert not missing(wanted) and TITLES["en"] not in page_of(cast, address, "en")


def test_once_approved_it_is_said_no_more(cast):
    address, _wanted = offered(cast, **EMPTY)
    with time_machine.travel(world.NOW):
        assert world.browser(cast.carla).post(address, {"version": "1"}).status_code == 302
    assert TITLES["en"] not in page_of(cast, address, "en")


@pytest.mark.parametrize("code", SAID)
def test_each_field_has_its_name_and_cost_in_both_languages(code):
    said = {}
    for language in ("en", "nl"):
        with override(language):
            refusal = REFUSALS[f"brief.missing_{code}"] if code in ESSENTIAL else ""
            said[language] = [str(FIELDS[code]), str(COSTS[code]), str(refusal)]
    assert all(said["nl"][:2]) and said["en"][1] != said["nl"][1]
    assert (said["en"][2] != said["nl"][2]) == (code in ESSENTIAL)


def test_nothing_is_priced_that_is_never_asked():
    assert set(COSTS) == set(SAID)
