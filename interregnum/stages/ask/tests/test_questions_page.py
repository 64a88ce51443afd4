"""I1: what a visitor reads and asks, what search engines read, and what collects at the bureau's desk."""

import json
import re
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.stages.ask.actions.answer_visitor import Left, forget_asked, leave_question, note_asked
from interregnum.stages.ask.models import AskedQuestion, Asker, Question, QuestionVersion
from interregnum.stages.ask.rules.states import AskedState
from tests.house.forms_of_asking import PROBLEM, QUESTION
from tests.world import NOW, browser

pytestmark = [pytest.mark.django_db, pytest.mark.mission("I1")]


def page(path: str, **query: str) -> str:
    return browser().get(path, query).content.decode()


def asked(question: str, path: str = "/vragen/") -> str:
    """The page after a visitor typed a question."""
    return browser().post(path, {"q": question}, follow=True).content.decode()


def answers(html: str) -> list[str]:
    return re.findall(r'<article class="answer">\s*<h2>(?:<a [^>]*>)?([^<]+)', html)


@pytest.mark.usefixtures("cast")
class TestThePage:
    def test_each_language_has_its_address_whatever_the_browser_says(self):
        assert "Wat als ik niet tevreden ben?" in page("/vragen/")
        assert '<html lang="nl"' in page("/vragen/")
        assert "What if I am not satisfied?" in browser(language="nl").get("/en/questions/").content.decode()
        assert browser().get("/questions/").headers["Location"] == "/en/questions/"

    def test_choosing_a_language_leads_to_the_address_of_that_language(self):
        moved = browser().post("/language/", {"language": "en", "next": "/vragen/?q=hoe"})
        assert moved.headers["Location"] == "/en/questions/?q=hoe"
        assert browser().post("/language/", {"language": "en", "next": "/ask/"}).headers["Location"] == "/ask/"

    def test_search_engines_find_title_description_languages_and_structured_data(self, settings):
        html = page("/en/questions/")
        assert f'<link rel="canonical" href="{settings.SITE}/en/questions/">' in html
        assert f'hreflang="nl" href="{settings.SITE}/vragen/"' in html
        assert '<meta name="description"' in html
        assert f'<meta property="og:url" content="{settings.SITE}/en/questions/">' in html
        assert '<meta property="og:title" content="Questions and answers' in html
        data = json.loads(re.search(r'ld\+json">(.*?)</script>', html, re.DOTALL)[1])  # type: ignore[index]
        assert data["@type"] == "FAQPage"
        assert len(data["mainEntity"]) == 8
        assert "<" not in data["mainEntity"][0]["acceptedAnswer"]["text"]

    def test_the_map_of_the_site_and_the_word_to_robots_name_public_pages_alone(self):
        tree = ElementTree.fromstring(page("/sitemap.xml"))
        places = {one.text for one in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
        public = {"", "ask/", "vragen/", "en/questions/", "praktijkvoorbeelden/", "en/cases/"}
        assert {place.split("/", 3)[3] for place in places if place} == public
        robots = page("/robots.txt")
        assert "Disallow: /\n" in robots
        assert "bureau" not in robots

    def test_a_text_of_the_firm_cannot_become_a_script(self):
        Question.objects.filter(code="what").update(
            answer_nl="</script><script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>"
        )
        html = page("/vragen/")
        assert "<script>alert" not in html
        assert 'javascript:alert(1)"' not in html
        assert "<img src=x" not in html


@pytest.mark.usefixtures("cast")
class TestTheBox:
    def test_the_right_answer_comes_with_the_sentence_that_answers_marked(self):
        html = asked("Krijg ik een andere manager, en kost dat extra?")
        assert answers(html) == ["Wat als ik niet tevreden ben?"]
        assert "<mark>" in html
        assert "kosteloos" in re.search(r"<mark>(.*?)</mark>", html, re.DOTALL)[1]  # type: ignore[index]

    @pytest.mark.parametrize(
        ("question", "marked"),
        [
            ("Wij zijn een ziekenhuis. Bent u daar ook voor?", "banken, verzekeraars"),
            ("Is er een weekrapportage?", "elke week een kort verslag"),
            ("Hoe lang duurt een overbrugging?", "drie tot negen maanden"),
            ("Is er een opzegtermijn als het tegenvalt?", "Een opzegtermijn geldt dan niet"),
        ],
    )
    def test_the_sentence_that_is_marked_is_the_one_that_answers(self, question, marked):
        assert marked in re.search(r"<mark>(.*?)</mark>", asked(question), re.DOTALL)[1]  # type: ignore[index]

    def test_it_speaks_the_language_of_the_page_whatever_was_typed(self):
        assert answers(asked("wat is een schaduwmanger", "/en/questions/")) == ["How do you guard the quality?"]

    def test_without_an_answer_it_says_so_and_offers_a_way(self):
        html = asked("Wat kost een manager per dag?")
        assert answers(html) == ["Daarop staat hier geen antwoord"]
        assert "/vragen/stellen/?q=Wat+kost" in html
        assert reverse("front:ask-problem") in html

    def test_what_has_no_answer_is_counted_once_for_the_same_words(self):
        asked("Wat kost een manager?")
        asked("wat kost een MANAGER")
        asked("Wat is interim-management?")
        (row,) = AskedQuestion.objects.all()
        assert (row.text, row.times, row.state) == ("Wat kost een manager?", 2, AskedState.OPEN)

    def test_hostile_questions_get_a_page(self):
        for question in ("<script>alert(1)</script>", "\u202eabc", "' OR 1=1 --", "?" * 499, "{{ 7*7 }}"):
            html = asked(question)
            assert "<script>alert" not in html
            assert "49" not in answers(html)

    def test_nothing_and_too_much_are_refused_with_what_to_do(self):
        nothing, too_much = (browser().post("/vragen/", {"q": text}) for text in ("  ", "x" * 10_000))
        assert nothing.status_code == too_much.status_code == 422
        assert "Typ hier eerst uw vraag" in nothing.content.decode()
        assert "hoogstens 500 tekens" in too_much.content.decode()
        assert "x" * 10_000 in too_much.content.decode()

    def test_who_asks_in_another_language_hears_which_two_are_understood(self):
        html = asked("Was kostet eine Vertretung, und ist die Dauer bis zu einem Jahr begrenzt?")
        assert "Wij verstaan Nederlands en Engels" in html
        assert "/vragen/stellen/?q=Was+kostet" in html
        assert "Wij verstaan Nederlands en Engels" not in asked("Wie is die schaduwman over wie u schrijft?")

    def test_who_asks_without_end_is_asked_to_wait(self):
        window = browser()
        codes = [window.post("/vragen/", {"q": f"Vraag {number}"}).status_code for number in range(62)]
        assert codes[0] == 302
        assert codes[-1] == 429

    def test_an_address_that_is_read_without_end_keeps_its_question_and_is_not_answered_anew(self):
        window = browser()
        pages = [window.get("/en/questions/", {"q": f"What is a manager {number}?"}) for number in range(122)]
        assert pages[0].status_code == 200
        assert pages[-1].status_code == 429
        html = pages[-1].content.decode()
        assert "Wait an hour" in html
        assert "What is a manager 121?" in html
        assert 'class="answers"' not in html
        assert window.get("/en/questions/").status_code == 200

    def test_who_asked_many_questions_may_still_state_a_problem(self):
        window = browser()
        for number in range(21):
            window.post("/vragen/", {"q": f"Vraag {number}"})
        assert window.post(reverse("front:ask-problem"), PROBLEM).status_code == 302

    def test_a_question_that_the_firm_adds_is_an_answer_at_once(self, cast):
        question = "Komen jullie ook naar Vlaanderen?"
        assert "Werkt u ook in België?" not in answers(asked(question))
        assert browser(cast.bea).post(reverse("bureau:ask-question-new"), QUESTION).status_code == 302
        html = asked(question)
        assert answers(html)[0] == "Werkt u ook in België?"
        assert "<mark>Ja, in <strong>Vlaanderen</strong> en Brussel.</mark>" in html


class TestTheFirm:
    def test_a_text_that_was_changed_is_kept_and_can_be_put_back(self, cast):
        path = reverse("bureau:ask-question", args=["what"])
        first = Question.objects.get(code="what").question_nl
        assert browser(cast.bea).post(path, QUESTION).status_code == 302
        assert Question.objects.get(code="what").question_nl == QUESTION["question_nl"]
        version = QuestionVersion.objects.get()
        assert version.content["question_nl"] == first
        assert first in browser(cast.bea).get(path, {"version": version.pk}).content.decode()

    def test_a_preview_shows_both_languages_and_saves_nothing(self, cast):
        html = browser(cast.bea).post(reverse("bureau:ask-question", args=["what"]), QUESTION | {"do": "preview"})
        assert "<strong>Vlaanderen</strong>" in html.content.decode()
        assert not QuestionVersion.objects.exists()

    def test_a_question_is_moved_and_switched_off(self, cast):
        path = reverse("bureau:ask-questions")
        browser(cast.bea).post(path, {"do": "down", "code": "what", "once": "een"})
        assert list(Question.objects.values_list("code", flat=True))[:2] == ["adviser_or_manager", "what"]
        assert "Move up: What is interim management" in browser(cast.bea).get(path).content.decode()
        browser(cast.bea).post(path, {"do": "off", "code": "quality", "once": "twee"})
        assert "schaduwmanager zetten" not in page("/vragen/")
        assert answers(asked("Wat is een schaduwmanager?")) != ["Hoe bewaakt u de kwaliteit?"]


def left(**fields: object) -> str:
    return str(leave_question(left=Left(**({"question": "Werkt u op zondag?"} | fields)), at=NOW))  # type: ignore[arg-type]


class TestTheDesk:
    def test_whoever_leaves_a_question_is_answered_by_mail(self, cast):
        window = browser()
        opened = window.get("/vragen/stellen/").context["form"].initial["opened"]
        form = {"question": "Werkt u ook op zondag?", "email": "vera@example.org", "opened": opened}
        assert window.post("/vragen/stellen/", form).status_code == 302
        Asker.objects.update(is_held=False)
        code = AskedQuestion.objects.get().code
        assert "1 visitor" in browser(cast.bea).get(reverse("bureau:home")).content.decode()
        path = reverse("bureau:ask-asked-one", args=[code])
        assert browser(cast.anton).post(path, {"text": "Ja, in overleg."}).status_code == 302
        mail = Mail.objects.get(to="vera@example.org")
        assert "Ja, in overleg." in mail.text
        assert "Werkt u ook op zondag?" in mail.text
        assert AskedQuestion.objects.get().state == AskedState.ANSWERED

    @pytest.mark.usefixtures("cast")
    def test_without_mail_or_telephone_nobody_could_answer(self):
        response = browser().post("/en/questions/ask/", {"question": "Do you work on Sundays?"})
        assert response.status_code == 422
        assert "so that we can answer you" in response.content.decode()

    def test_what_looks_like_spam_is_held_for_a_person(self, cast):
        spam = {"question": "Buy backlinks http://spam.example", "email": "s@example.org", "website": "x"}
        browser().post("/en/questions/ask/", spam)
        asker = Asker.objects.get()
        assert asker.is_held
        path = reverse("bureau:ask-asked-one", args=[asker.asked.code])
        browser(cast.anton).post(path, {"do": "release", "code": asker.code})
        assert not Asker.objects.get().is_held

    def test_a_question_goes_onto_the_page_or_aside(self, cast):
        code = note_asked(question="Werkt u op zondag?", language="nl", at=NOW)
        browser(cast.bea).post(f"{reverse('bureau:ask-question-new')}?asked={code}", QUESTION)
        assert AskedQuestion.objects.get().state == AskedState.ADDED
        other = note_asked(question="blabla", language="nl", at=NOW)
        path = reverse("bureau:ask-asked-one", args=[other])
        assert browser(cast.anton).post(path, {"do": "aside"}).status_code == 302
        assert AskedQuestion.objects.get(code=other).state == AskedState.SET_ASIDE
        assert browser(cast.anton).post(path, {"do": "aside"}).status_code == 422

    def test_whoever_waits_is_not_forgotten_when_the_question_goes_onto_the_page(self, cast):
        code = left(email="vera@example.org")
        browser(cast.bea).post(f"{reverse('bureau:ask-question-new')}?asked={code}", QUESTION)
        path = reverse("bureau:ask-asked-one", args=[code])
        assert browser(cast.anton).post(path, {"text": "Het staat nu op de pagina."}).status_code == 302
        assert Mail.objects.filter(to="vera@example.org").exists()

    def test_nothing_of_a_visitor_is_kept_longer_than_the_firm_says(self, cast):
        left(email="vera@example.org")
        assert forget_asked(NOW + timedelta(days=179)) == 0
        forget_asked(NOW + timedelta(days=180))
        assert not Asker.objects.exists()
        assert not AskedQuestion.objects.exists()
