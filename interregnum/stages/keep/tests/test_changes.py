"""A2: what changes after the end: another measure, another contact, a client who is not there any more."""

import io
import re
from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from interregnum.jobs.models import Mail
from interregnum.journal.models import Entry
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account, Contact
from interregnum.stages.handover.actions.redefine_measure import Redefined, redefine_measure
from interregnum.stages.handover.models import AnchorCard, ClosedResult, NewMeasure
from interregnum.stages.keep.actions.answer_care import Said, answer_by_link
from interregnum.stages.keep.actions.ask_client import ask_aftercare
from interregnum.stages.keep.actions.change_client import ask_somebody_else, client_is_gone
from interregnum.stages.keep.models import Aftercare
from interregnum.stages.keep.queries.links import token_of
from interregnum.stages.keep.queries.retention import curve_of, retentions, unanswered
from interregnum.stages.keep.rules.retention import judged
from interregnum.stages.keep.rules.states import Used
from interregnum.stages.keep.tests.test_aftercare import ASKED, GOOD, end
from tests import world
from tests.house.forms_of_handover import card_of, handover_of
from tests.life import Life

pytestmark = [pytest.mark.django_db, pytest.mark.mission("A2")]
PERCENT = Redefined(unit="procent", baseline=Decimal(60), norm=Decimal(95))
KNOWN = st.sampled_from([True, False, None])


@pytest.fixture
def life(cast):
    life = Life(cast, until="reported")
    end(life)
    assert ask_aftercare(ASKED) == 1
    return life


def code() -> str:
    return ClosedResult.objects.get().code


def redefine(life, measure=PERCENT, why="Het systeem telt anders."):
    return redefine_measure(result=code(), measure=measure, why=why, by=life.carla, at=ASKED)


def answered(months=3, **said) -> tuple[int, int]:
    care = Aftercare.objects.get(months=months)
    told = Said(used=Used.YES, has_owner=True, **said)
    token = token_of(care.code, care.contact.code if care.contact else "")
    assert answer_by_link(token=token, said={code(): told}, at=ASKED) is None
    care.refresh_from_db()
    return care.stands, care.known


@given(KNOWN, KNOWN)
def test_the_measure_that_was_handed_over_counts_as_long_as_it_is_measured(old, new):
    assert judged(old, new) is (new if old is None else old)


@pytest.mark.parametrize(
    ("old", "new", "counted"),
    [(5, 60, (1, 1)), (12, 99, (0, 1)), (None, 99, (1, 1)), (None, 70, (0, 1)), (None, None, (0, 0))],
)
def test_retention_is_reckoned_on_the_old_measure_and_without_it_on_the_new_one(life, old, new, counted):
    assert redefine(life) is None
    said = {"value": old, "new_value": new}
    assert answered(**{name: Decimal(value) for name, value in said.items() if value is not None}) == counted


@time_machine.travel(ASKED, tick=False)
def test_old_and_new_stand_side_by_side_on_form_page_card_and_paper(life):
    carla, anybody = world.browser(life.cast.carla), world.browser()
    sent = {"unit": "procent", "baseline": "60", "norm": "95", "why": "Het systeem telt anders."}
    address = reverse("client:keep-measure", args=[code()])
    assert carla.get(address).status_code == 200
    assert carla.post(address, sent).status_code == 302
    link = reverse("front:keep-answer", args=[token_of(Aftercare.objects.get(months=3).code)])
    form = anybody.get(link).content.decode()
    assert "95 procent" in form
    # By the old measure nothing is filled in any more: it would count without anybody having looked.
    assert not re.search(r'name="value_0"[^>]*value="', form)
    assert anybody.post(link, {"new_value_0": "97", "used_0": "yes", "owner_0": "yes"}).status_code == 302
    page = carla.get(reverse("client:keep-page", args=[life.assignment])).content.decode()
    for words in ("97 procent", "counts by the new measure", "Het systeem telt anders.", "60 → 95 procent"):
        assert words in page
    card = carla.get(reverse("client:handover-page", args=[life.assignment])).content.decode()
    assert "The plan measures this result otherwise" not in card
    paper = carla.get(reverse("client:keep-report", args=[life.assignment])).content
    told = " ".join(PdfReader(io.BytesIO(paper)).pages[0].extract_text().split())
    assert "the same, measured otherwise since" in told
    assert "97" in told


def test_a_card_of_the_hand_over_shows_both_measures(cast):
    life = Life(cast, until="reported")
    handover_of(life)
    card_of(life)
    end(life)
    assert redefine(life) is None
    card = AnchorCard.objects.get()
    assert (card.unit, card.norm) == ("procent", 95)
    assert card.earlier[-1][0] != "procent"


def test_the_same_measure_twice_is_one_and_nonsense_is_refused(life):
    assert redefine(life) is None
    assert redefine(life) is None
    assert NewMeasure.objects.count() == 1
    for measure, why, field in (
        (Redefined(unit="dagen", baseline=Decimal(5), norm=Decimal(5)), "Zo.", "norm"),
        (Redefined(unit="dagen", baseline=Decimal(9), norm=Decimal(5)), " ", "why"),
    ):
        found = redefine(life, measure, why)
        assert isinstance(found, Refused)
        assert [one.field for one in found.reasons] == [field]
    assert Entry.objects.filter(kind="MeasureChanged").count() == 1


def left(life) -> Contact:
    """Carla does not work there any more; Nora follows her."""
    Account.objects.filter(pk=life.cast.carla.pk).update(is_active=False)
    told = {"name": "Nora Opvolger", "email": "nora@example.org"}
    return Contact.objects.create(organisation=life.cast.bank, **told)


def test_where_nobody_of_the_client_is_left_the_firm_is_called_at_once(cast):
    life = Life(cast, until="reported")
    end(life)
    left(life)
    ask_aftercare(ASKED)
    assert not Mail.objects.filter(template="mail/aftercare_ask.txt").exists()
    assert Mail.objects.filter(template="mail/aftercare_call.txt").exists()
    page = world.browser(life.cast.anton).get(reverse("bureau:keep-whom", args=[life.assignment])).content.decode()
    assert "Nobody of the client gets the questions now." in page


def test_the_firm_sends_the_questions_to_another_contact_and_the_old_link_is_over(life):
    nora, care = left(life), Aftercare.objects.get(months=3)
    address = reverse("bureau:keep-whom", args=[life.assignment])
    with time_machine.travel(ASKED, tick=False):
        assert world.browser(life.cast.anton).post(address, {"whom": nora.code}).status_code == 302
        assert world.browser().get(reverse("front:keep-answer", args=[token_of(care.code)])).status_code == 410
    mail = Mail.objects.filter(template="mail/aftercare_ask.txt").latest("pk")
    assert mail.to == "nora@example.org"
    assert token_of(care.code, nora.code) in mail.text
    ask_aftercare(ASKED + timedelta(days=11))
    assert Mail.objects.filter(to="nora@example.org", template="mail/aftercare_ask.txt").count() == 2
    assert answered(value=Decimal(5)) == (1, 1)
    assert Aftercare.objects.filter(contact=nora).count() == 3


def test_when_that_contact_goes_the_client_is_reminded_by_a_link_that_opens(life):
    nora, care = left(life), Aftercare.objects.get(months=3)
    assert ask_somebody_else(assignment=life.assignment, contact=nora.code, by=life.anton, at=ASKED) is None
    Account.objects.filter(pk=life.cast.carla.pk).update(is_active=True)
    nora.delete()
    ask_aftercare(ASKED + timedelta(days=11))
    mail = Mail.objects.filter(template="mail/aftercare_ask.txt").latest("pk")
    assert (mail.to, token_of(care.code) in mail.text) == (life.cast.carla.email, True)
    with time_machine.travel(ASKED + timedelta(days=11), tick=False):
        assert world.browser().get(reverse("front:keep-answer", args=[token_of(care.code)])).status_code == 200
        assert (
            world.browser().get(reverse("front:keep-answer", args=[token_of(care.code, nora.code)])).status_code == 410
        )


def test_a_client_who_is_not_there_any_more_is_unknown_and_not_lost(life):
    carla = world.browser(life.cast.carla)
    address = reverse("bureau:keep-whom", args=[life.assignment])
    sent = {"whom": "gone", "why": "Overgenomen door een andere bank."}
    assert world.browser(life.cast.anton).post(address, sent).status_code == 302
    assert set(Aftercare.objects.values_list("state", flat=True)) == {"gone"}
    assert unanswered() == 0
    assert curve_of(retentions()) == {}
    assert (
        "Overgenomen door een andere bank."
        in carla.get(reverse("client:keep-page", args=[life.assignment])).content.decode()
    )
    assert ask_aftercare(ASKED + timedelta(days=400)) == 0
    # Once more there is nothing left to say.
    assert "every look back is over" in world.browser(life.cast.anton).get(address).content.decode()
    again = client_is_gone(assignment=life.assignment, why="Weg.", by=life.anton, at=ASKED)
    assert isinstance(again, Refused)


def test_what_was_answered_in_part_before_the_client_went_counts(life):
    care = Aftercare.objects.get(months=3)
    said = {code(): Said(value=Decimal(4))}
    assert answer_by_link(token=token_of(care.code), said=said, at=ASKED) is None
    assert client_is_gone(assignment=life.assignment, why="Weg.", by=life.anton, at=ASKED) is None
    care.refresh_from_db()
    assert (care.state, care.stands, care.known) == ("answered", 1, 1)
    assert set(Aftercare.objects.exclude(pk=care.pk).values_list("state", flat=True)) == {"gone"}


def test_a_contact_of_another_client_and_a_client_gone_without_a_word_are_refused(life):
    other = Contact.objects.create(organisation=life.cast.other_bank, name="Iemand", email="iemand@example.org")
    told = {"assignment": life.assignment, "by": life.anton, "at": ASKED}
    assert isinstance(ask_somebody_else(contact=other.code, **told), Refused)
    assert isinstance(client_is_gone(why=" ", **told), Refused)
    assert set(Aftercare.objects.values_list("state", flat=True)) == {"asked", "planned"}


@pytest.mark.parametrize(
    ("who", "desk", "page"),
    [("otto", "client", "keep-measure"), ("dirk", "client", "keep-measure"), ("berend", "bureau", "keep-whom")],
)
def test_nobody_else_changes_it(life, who, desk, page):
    about = code() if page == "keep-measure" else life.assignment
    answer = world.browser(getattr(life.cast, who)).post(reverse(f"{desk}:{page}", args=[about]), {})
    assert answer.status_code in (403, 404)


def test_the_last_answer_of_two_counts_whoever_gives_it(life):
    assert answered(value=Decimal(12)) == (0, 1)
    assert answered(value=Decimal(5)) == (1, 1)
    assert Aftercare.objects.get(months=3).checks.count() == 1
    assert GOOD.is_whole
