"""Two people at one field, an answer that is refused, a list that shows what holds, and spam that was let through."""

import re

import pytest

from interregnum.kernel.actor import VISITOR
from interregnum.people.models import Discipline, Sector
from interregnum.stages.ask.actions.receive_request import Stated, receive_request
from interregnum.stages.ask.models import Judgement, Request
from interregnum.stages.ask.rules.states import RequestState
from interregnum.stages.ask.texts import FIELDS
from tests import world

pytestmark = pytest.mark.django_db

TEXT = (
    "Onze directeur financiën is vertrokken; iemand moet met spoed de afdeling in Utrecht draaiende houden en coachen "
    "tot de opvolger er is. Wij denken aan 1.100 euro per dag."
)
FORM = {
    "text": TEXT,
    "organisation_name": "Bank De Proef",
    "contact_name": "Carla",
    "contact_email": "carla@example.org",
}


@pytest.fixture
def code(cast):
    return receive_request(stated=Stated(**FORM), by=VISITOR, at=world.NOW)


def press(browser, code, field, value, seen, do="set"):
    sent = {"do": do, "value": value, "seen": seen}
    return browser.post(f"/bureau/requests/{code}/field/{field}/", sent, headers={"HX-Request": "true"})


def test_of_two_people_at_one_field_the_second_reads_what_the_first_chose(cast, code):
    anton, bea = world.browser(cast.anton), world.browser(cast.bea)
    press(anton, code, "disciplines", "finance,sales", 0)
    late = press(bea, code, "disciplines", "finance,marketing", 0)
    assert "A colleague said something else of this field meanwhile" in late.content.decode()
    stands = Judgement.objects.get(field="disciplines", is_standing=True)
    assert stands.chosen == ["finance", "sales"]
    assert f'name="seen" value="{stands.pk}"' in late.content.decode()
    press(bea, code, "disciplines", "", 0, do="undo")
    assert Judgement.objects.get(field="disciplines", is_standing=True) == stands
    press(bea, code, "disciplines", "finance,sales,marketing", stands.pk)
    assert Judgement.objects.get(field="disciplines", is_standing=True).chosen == ["finance", "sales", "marketing"]


def test_nobody_confirms_what_a_colleague_changed_unseen(cast, code):
    anton, bea = world.browser(cast.anton), world.browser(cast.bea)
    seen = bea.get(f"/bureau/requests/{code}/").context["page"].newest
    press(bea, code, "level", "senior", 0)
    press(anton, code, "category", "crisis", 0)
    confirm = {"organisation_name": "Bank De Proef", "seen": seen, "once": "een"}
    late = bea.post(f"/bureau/requests/{code}/", confirm)
    assert "A colleague changed a field meanwhile" in late.content.decode()
    assert Request.objects.get().state == RequestState.RECEIVED
    newest = late.context["page"].newest
    assert f'name="seen" value="{newest}"' in late.content.decode()
    bea.post(f"/bureau/requests/{code}/", confirm | {"seen": newest, "once": "twee"})
    assert Request.objects.get().state == RequestState.CONFIRMED


def test_the_same_word_of_two_people_is_no_quarrel(cast, code):
    press(world.browser(cast.anton), code, "level", "senior", 0)
    same = press(world.browser(cast.bea), code, "level", "senior", 0)
    assert "meanwhile" not in same.content.decode()


@pytest.mark.parametrize("field", ["category", "level", "context", "sector", "urgency"])
def test_what_the_rules_should_not_have_read_is_taken_out_at_a_press(cast, code, field):
    bea = world.browser(cast.bea)
    row = next(row for row in bea.get(f"/bureau/requests/{code}/").context["page"].fields if row.field == field)
    assert "" in [option.value for option in row.options]
    press(bea, code, field, "", 0)
    assert Judgement.objects.get(field=field, is_standing=True).chosen == ""


def test_what_the_client_put_right_is_not_confirmed_as_if_the_rules_had_said_it(cast):
    visitor = world.browser()
    visitor.post("/ask/", FORM | {"once": "een"})
    code = Request.objects.get().code
    visitor.post(f"/ask/received/{code}/", {"field": "category", "seen": "0", "value": "crisis"})
    page = world.browser(cast.bea).get(f"/bureau/requests/{code}/").content.decode()
    assert "As proposed" not in page


def test_every_mark_says_in_words_what_it_is_evidence_for(cast, code):
    page = world.browser(cast.bea).get(f"/bureau/requests/{code}/").context["page"]
    labels = {label for piece in page.marked for label in piece.labels}
    assert {"Rate", "Place", "Role mix: coach"} <= labels
    assert not [label for label in labels if label.startswith(("Rate:", "role"))]


@pytest.mark.usefixtures("cast")
def test_the_client_reads_how_urgent_we_think_it_is():
    page = world.browser().post("/ask/", FORM, follow=True)
    assert FIELDS["urgency"] in [row.label for row in page.context["page"].understood]
    assert "Urgency" in page.content.decode()


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize(("field", "typed"), [("result", "Het saldo klopt. " * 2000), ("weeks", "zesentwintig")])
def test_an_answer_that_is_refused_still_stands_in_its_box(field, typed):
    visitor = world.browser()
    visitor.post("/ask/", FORM)
    code = Request.objects.get().code
    answer = visitor.post(f"/ask/received/{code}/", {"field": field, "seen": "0", "value": typed})
    assert typed[:15] in answer.content.decode().partition("Your words")[0]
    assert answer.content.decode().partition("Your words")[0].count(typed[:15]) == typed.count(typed[:15])


@pytest.mark.parametrize("typed", ["0001-01-01", "9999-12-31"])
def test_a_year_that_nobody_means_is_refused_beside_its_field(cast, code, typed):
    assert "This is no day" in press(world.browser(cast.bea), code, "starts", typed, 0).content.decode()
    assert not Judgement.objects.exists()


def test_the_list_is_filtered_by_what_it_shows(cast, code):
    bea = world.browser(cast.bea)
    press(bea, code, "category", "crisis", 0)
    press(bea, code, "urgency", "normal", 0)
    bea.post(f"/bureau/requests/{code}/", {"organisation_name": "Bank De Proef", "once": "oordeel"})
    for wrong, right in (("category=bridging", "category=crisis"), ("urgency=high", "urgency=normal")):
        assert code not in bea.get(f"/bureau/requests/?{wrong}").content.decode()
        assert code in bea.get(f"/bureau/requests/?{right}").content.decode()


@pytest.mark.usefixtures("cast")
def test_questions_in_the_box_do_not_use_up_the_requests_of_a_visitor():
    visitor = world.browser()
    for number in range(25):
        visitor.post("/en/questions/", {"q": f"What is interim management {number}?", "once": str(number)})
    assert visitor.post("/ask/", FORM).status_code == 302


def test_spam_that_was_let_through_goes_back_and_nobody_else_sends_it_there(cast):
    world.browser().post("/ask/", FORM | {"text": "SEO services, click here http://x.example", "website": "x"})
    spam, bea = Request.objects.get(), world.browser(cast.bea)
    bea.post("/bureau/requests/held/", {"request": spam.code, "do": "release", "once": "door"})
    page = bea.get(f"/bureau/requests/{spam.code}/").content.decode()
    assert "It is spam after all" in page
    bea.post(f"/bureau/requests/{spam.code}/handle/", {"do": "give", "owner": cast.bea.code, "once": "mijn"})
    world.browser(cast.anton).post("/bureau/requests/held/", {"request": spam.code, "do": "throw_away", "once": "a"})
    assert Request.objects.get().state == RequestState.RECEIVED
    bea.post("/bureau/requests/held/", {"request": spam.code, "do": "throw_away", "once": "terug"})
    assert Request.objects.get().state == RequestState.THROWN_AWAY
    assert spam.code in bea.get("/bureau/requests/held/").content.decode()


@pytest.mark.usefixtures("cast")
def test_far_too_much_text_gets_a_page_with_what_to_do():
    answer = world.browser().post("/ask/", FORM | {"text": "y" * 13_000_000})
    assert answer.status_code == 413
    assert "too long" in answer.content.decode()


def test_what_went_out_of_use_since_is_still_confirmed_and_taken_out(cast, code):
    Discipline.objects.filter(code="finance").update(is_active=False)
    bea = world.browser(cast.bea)
    row = next(row for row in bea.get(f"/bureau/requests/{code}/").context["page"].fields if row.field == "disciplines")
    assert "finance" in row.value
    press(bea, code, "disciplines", ",".join(row.value), 0)
    stands = Judgement.objects.get(field="disciplines", is_standing=True)
    assert stands.chosen == row.value
    out = next(option.value for option in row.options if option.is_on and option.label == "Finance")
    press(bea, code, "disciplines", out, stands.pk)
    assert "finance" not in Judgement.objects.get(field="disciplines", is_standing=True).chosen


def test_a_list_entry_that_is_called_new_can_be_opened(cast):
    partner = world.browser(cast.bea)
    partner.post("/bureau/lists/sectors/new/", {"name_nl": "Nieuw", "name_en": "New", "once": "een"})
    assert Sector.objects.get(name_en="New").code != "new"


def test_what_is_typed_has_a_box_and_what_is_chosen_has_buttons(cast, code):
    page = world.browser(cast.bea).get(f"/bureau/requests/{code}/").content.decode()
    for field in ("starts", "weeks", "days_a_week", "place", "rate", "role_mix"):
        row = page.partition(f'id="field-{field}"')[2].partition("</form>")[0]
        assert "Not said" not in row, field
        assert re.search(r'<input type="(date|number|text)" name="value"', row), field
    for field in ("category", "level", "sector", "urgency"):
        row = page.partition(f'id="field-{field}"')[2].partition("</form>")[0]
        assert "Not said" in row, field


@pytest.mark.parametrize("headers", [{"HX-Request": "true"}, {}])
@pytest.mark.parametrize(
    ("field", "typed"),
    [("weeks", ["9999"]), ("starts", ["9 maart"]), ("rate", ["veel", "hour"]), ("role_mix", ["81"] * 4)],
)
def test_what_a_colleague_types_wrongly_stays_in_its_box(cast, code, field, typed, headers):
    sent = {"do": "set", "value": typed, "seen": "0"}
    answer = world.browser(cast.bea).post(f"/bureau/requests/{code}/field/{field}/", sent, headers=headers)
    row = answer.content.decode().partition(f'id="field-{field}"')[2].partition("</form>")[0]
    assert f'value="{typed[0]}"' in row


def test_a_wrong_answer_at_the_telephone_stays_in_its_box_without_a_script(cast, code):
    sent = {"field": "weeks", "seen": "0", "value": "zesentwintig"}
    answer = world.browser(cast.bea).post(f"/bureau/requests/{code}/intake/", sent)
    assert answer.status_code == 422
    assert 'value="zesentwintig"' in answer.content.decode()
