"""A case from the closed assignment to the public page, and back: through the real addresses."""

from datetime import timedelta

import pytest
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.stages.learn.models import Case, CaseConsent
from interregnum.stages.learn.queries.case_public import public_case
from interregnum.stages.learn.rules.case_states import CaseState
from interregnum.stages.learn.tests.case_world import SAID, agreed, closed, offered, texts_of, written
from tests.world import browser, make_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def life(db):
    return closed(make_cast())


def page(desk, life, name="learn-case"):
    return reverse(f"{desk}:{name}", args=[life.assignment])


@pytest.mark.mission("D3")
def test_the_bureau_drafts_writes_and_offers_the_client_agrees_and_everybody_reads(life, client):
    bea, carla = browser(life.cast.bea), browser(life.cast.carla, language="nl")
    assert "Draft a case" in bea.get(page("bureau", life)).text
    bea.post(page("bureau", life), {"do": "draft"})
    case = Case.objects.get()
    draft = texts_of(case)
    assert "1 van 1 resultaten" in draft["result_nl"]
    assert "74" in draft["lasted_nl"]
    answer = bea.post(page("bureau", life, "learn-case-edit"), SAID | {"seen": 1})
    assert answer.status_code == 302
    bea.post(page("bureau", life), {"do": "offer", "version": 2})
    case.refresh_from_db()
    assert case.state == CaseState.ASKED
    assert {mail.template for mail in Mail.objects.filter(template__contains="case_")} == {
        "mail/case_asked.txt",
        "mail/case_told.txt",
    }
    public = reverse("front:learn-case-nl", args=[case.code])
    assert client.get(public).status_code == 404
    assert SAID["problem_nl"] in carla.get(page("client", life)).text
    carla.post(page("client", life), {"version": 2, "answer": "agree", "on_site": "on"})
    case.refresh_from_db()
    assert (case.state, case.on_site, case.in_proposals) == (CaseState.AGREED, True, False)
    assert SAID["approach_nl"] in client.get(public).text


def test_what_is_agreed_stands_on_the_site_in_both_languages_and_in_its_map(life, client):
    case = agreed(life)
    public = reverse("front:learn-case-nl", args=[case.code])
    assert SAID["title_nl"] in client.get(reverse("front:learn-cases-nl")).text
    english = client.get(reverse("front:learn-case-en", args=[case.code]))
    assert SAID["approach_en"] in english.text
    assert english["Cache-Control"] == "no-cache"
    assert english["Content-Language"] == "en"
    assert public in client.get("/sitemap.xml").text
    assert "Allow: /praktijkvoorbeelden/" in client.get("/robots.txt").text


def test_what_is_withdrawn_is_gone_at_once(life, client):
    case = agreed(life)
    public = reverse("front:learn-case-nl", args=[case.code])
    assert client.get(public).status_code == 200
    browser(life.cast.carla).post(page("client", life), {"do": "withdraw", "why": ""})
    gone = client.get(public)
    assert gone.status_code == 410
    assert gone["X-Robots-Tag"] == "noindex"
    assert SAID["problem_nl"] not in gone.text
    assert SAID["title_nl"] not in client.get(reverse("front:learn-cases-nl")).text
    assert public not in client.get("/sitemap.xml").text
    consent = CaseConsent.objects.get()
    assert consent.withdrawn_at is not None
    assert consent.on_site


def test_a_case_that_never_stood_on_the_site_was_never_there(life, client):
    case = agreed(life, site=False)
    public = reverse("front:learn-case-nl", args=[case.code])
    assert client.get(public).status_code == 404
    browser(life.cast.carla).post(page("client", life), {"do": "withdraw", "why": ""})
    assert client.get(public).status_code == 404


def test_a_text_with_a_name_in_it_is_marked_and_cannot_be_offered(life):
    case = written(life, problem_nl=f"{life.cast.bank.name} had twee teams, zei {life.cast.carla.name}.")
    bea = browser(life.cast.bea)
    text = bea.get(page("bureau", life)).text
    assert f"<mark>{life.cast.bank.name}" in text
    bea.post(page("bureau", life), {"do": "offer", "version": case.version})
    case.refresh_from_db()
    assert case.state == CaseState.DRAFT
    assert not CaseConsent.objects.exists()


def test_the_manager_reads_it_when_it_is_offered_and_holds_it_back(life, client):
    max_ = browser(life.cast.max)
    written(life)
    assert SAID["problem_nl"] not in max_.get(page("manager", life)).text
    Case.objects.all().delete()
    case = agreed(life)
    assert SAID["problem_nl"] in max_.get(page("manager", life)).text
    max_.post(page("manager", life), {"version": case.version, "words": "Iedereen weet dat ik dit was."})
    assert client.get(reverse("front:learn-case-nl", args=[case.code])).status_code == 410
    assert "Iedereen weet" in browser(life.cast.bea).get(page("bureau", life)).text
    assert "Iedereen weet" not in browser(life.cast.carla).get(page("client", life)).text
    max_.post(page("manager", life), {"do": "release"})
    assert client.get(reverse("front:learn-case-nl", args=[case.code])).status_code == 200


def test_a_changed_text_goes_off_the_site_and_is_asked_anew(life, client):
    case = agreed(life)
    changed = SAID | {"title_nl": "Twee teams, één werkwijze", "seen": case.version}
    browser(life.cast.bea).post(page("bureau", life, "learn-case-edit"), changed)
    case.refresh_from_db()
    assert (case.state, case.version, case.on_site) == (CaseState.DRAFT, 3, False)
    assert client.get(reverse("front:learn-case-nl", args=[case.code])).status_code == 410
    assert CaseConsent.objects.get().state == CaseState.REPLACED


def test_who_declines_says_why_and_nothing_is_shown(life, client):
    case = offered(life)
    carla = browser(life.cast.carla)
    silent = carla.post(page("client", life), {"version": case.version, "answer": "decline"})
    assert silent.status_code == 422
    carla.post(page("client", life), {"version": case.version, "answer": "decline", "words": "Liever niet."})
    case.refresh_from_db()
    assert case.state == CaseState.DECLINED
    assert "Liever niet." in browser(life.cast.bea).get(page("bureau", life)).text
    assert client.get(reverse("front:learn-case-nl", args=[case.code])).status_code == 404


@pytest.mark.parametrize("uses", [{}, {"on_site": ""}])
def test_who_agrees_says_for_what(life, uses):
    case = offered(life)
    told = {"version": case.version, "answer": "agree"} | uses
    assert browser(life.cast.carla).post(page("client", life), told).status_code == 422
    case.refresh_from_db()
    assert case.state == CaseState.ASKED


def test_an_old_page_answers_nothing(life):
    case = offered(life)
    told = {"version": case.version - 1, "answer": "agree", "on_site": "on"}
    assert browser(life.cast.carla).post(page("client", life), told).status_code == 422
    case.refresh_from_db()
    assert case.state == CaseState.ASKED


def test_another_client_and_another_manager_know_of_nothing(life):
    agreed(life)
    assert browser(life.cast.otto).get(page("client", life)).status_code == 404
    assert browser(life.cast.olga).get(page("manager", life)).status_code == 404
    assert browser(life.cast.dirk).get(page("client", life)).status_code == 404


def test_consent_ends_by_its_day(life):
    case = agreed(life)
    last = case.live_until
    assert public_case(case.code, language="nl", on=last) is not None
    assert public_case(case.code, language="nl", on=last + timedelta(days=1)) is None
