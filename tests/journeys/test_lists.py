"""E3: a partner extends the lists, and forms, triage and matching use them at once."""

import pytest

from interregnum.kernel.actor import VISITOR
from interregnum.people.models import Discipline, Manager, Sector
from interregnum.stages.ask.actions.receive_request import Stated, receive_request
from interregnum.stages.ask.models import Request
from interregnum.stages.brief.tests.brief_world import agreed_brief
from interregnum.stages.choose.actions.draw_shortlist import draw_shortlist
from interregnum.stages.choose.queries import shortlist_page
from tests import world

pytestmark = pytest.mark.django_db
ACTUARIAL = {"name_nl": "Actuariaat", "name_en": "Actuarial", "words_nl": "actuar*\nreserveringsmodel*", "once": "een"}
CAPTIVES = {"name_nl": "Captives", "name_en": "Captives", "words_nl": "captive*", "once": "twee"}


@pytest.mark.mission("E3")
def test_a_new_discipline_and_sub_sector_are_used_at_once_by_form_triage_and_matching(cast):
    bea = world.browser(cast.bea)
    assert bea.post("/bureau/lists/disciplines/new/", ACTUARIAL).status_code == 302
    assert bea.post("/bureau/lists/sectors/new/", CAPTIVES).status_code == 302
    text = "Gezocht: een interim manager die ons actuariaat leidt; wij zijn een captive van een groot concern."
    stated = Stated(text=text, organisation_name="Bank De Proef", contact_name="Carla", contact_email="c@example.org")
    code = receive_request(stated=stated, by=VISITOR, at=world.NOW)
    found = Request.objects.get(code=code).triage.proposal
    assert (found["disciplines"][0], found["sector"]) == ("actuarial", "captives")
    page = bea.get(f"/bureau/requests/{code}/").content.decode()
    assert "Actuarial" in page
    assert "Captives" in page
    Manager.objects.filter(pk=cast.max_profile.pk).update(disciplines=["actuarial"], sectors=["captives"])
    brief = agreed_brief(cast, disciplines=("actuarial",), sector="captives")
    drawn = draw_shortlist(brief=brief.code, by=cast.actor(cast.bea), at=world.NOW)
    listed = shortlist_page(str(drawn), seen_by=cast.actor(cast.bea), on=world.TODAY).listed
    assert [one.name for one in listed] == [cast.max_profile.name]


def test_an_entry_is_renamed_moved_and_switched_off_and_its_code_stays(cast):
    bea = world.browser(cast.bea)
    bea.post("/bureau/lists/disciplines/sales/", {"name_nl": "Acquisitie", "name_en": "Selling", "once": "naam"})
    assert Discipline.objects.get(code="sales").name_nl == "Acquisitie"
    before = list(Discipline.objects.values_list("code", flat=True))
    bea.post("/bureau/lists/", {"list": "disciplines", "code": "sales", "do": "up", "once": "op"})
    after = list(Discipline.objects.values_list("code", flat=True))
    assert after.index("sales") == before.index("sales") - 1
    bea.post("/bureau/lists/", {"list": "sectors", "code": "leasing", "do": "off", "once": "uit"})
    assert not Sector.objects.get(code="leasing").is_active
    assert "switched off" in bea.get("/bureau/lists/").content.decode()
    bea.post("/bureau/lists/", {"list": "sectors", "code": "leasing", "do": "on", "once": "aan"})
    assert Sector.objects.get(code="leasing").is_active


def test_of_two_partners_at_one_entry_the_second_reads_what_the_first_saved(cast):
    bea, path = world.browser(cast.bea), "/bureau/lists/disciplines/sales/"
    form = bea.get(path).context["form"]
    begun = {name: form[name].value() or "" for name in form.fields if name != "once"}
    assert world.browser(cast.bea).post(path, {**begun, "words_nl": "acquisit*", "once": "a"}).status_code == 302
    late = bea.post(path, {**begun, "name_en": "Selling", "once": "b"})
    assert late.status_code == 422
    assert "As your colleague saved it" in late.content.decode()
    form = late.context["form"]
    assert {text for _, text in form.standing} == {"acquisit*", begun["name_en"]}
    assert form["name_en"].value() == "Selling"
    assert Discipline.objects.get(code="sales").words_nl == "acquisit*"
    sent = {name: form[name].value() or "" for name in begun}
    assert bea.post(path, {**sent, "words_nl": "acquisit*", "once": "c"}).status_code == 302
    entry = Discipline.objects.get(code="sales")
    assert (entry.name_en, entry.words_nl) == ("Selling", "acquisit*")
    # Who typed what stands by now has nothing to put together.
    same = {**sent, "words_nl": "acquisit*", "seen": begun["seen"]}
    assert bea.post(path, {**same, "once": "e"}).status_code == 302
    assert bea.post(path, {**begun, "name_nl": "Marketing", "seen": "", "once": "d"}).context["form"].standing == ()


def test_two_entries_cannot_have_one_name(cast):
    answer = world.browser(cast.bea).post(
        "/bureau/lists/disciplines/new/", {"name_nl": "verkoop", "name_en": "Vending", "once": "dubbel"}
    )
    assert answer.status_code == 422
    assert "Another entry has this name" in answer.content.decode()


def test_the_last_entry_in_use_stays(cast):
    Sector.objects.exclude(code="bank").update(is_active=False)
    answer = world.browser(cast.bea).post("/bureau/lists/", {"list": "sectors", "code": "bank", "do": "off"})
    assert answer.status_code == 422
    assert Sector.objects.get(code="bank").is_active
