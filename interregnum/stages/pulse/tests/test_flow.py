"""F2 F3: a pulse from its set-up to its results, through the browser, the mail and the calendar."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from interregnum.journal.models import Entry
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.tests.deliver_world import make_assignment
from interregnum.stages.pulse.actions.run_rounds import turn_pulses
from interregnum.stages.pulse.models import Group, Quote, Round, Spent, Survey, Tally, Word
from interregnum.stages.pulse.tests import pulse_world as pulse
from tests.world import NOW, TODAY, Cast
from tests.world import browser as any_browser

FIFTY = [f"medewerker{number}@example.org" for number in range(50)]


@pytest.fixture(autouse=True)
def on_monday() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def row(cast: Cast) -> Assignment:
    return make_assignment(cast)


def after_closing() -> Any:
    return NOW + timedelta(days=10)


@pytest.mark.mission("F2", "F3")
def test_from_the_set_up_to_what_everybody_reads(cast, row):
    manager = any_browser(cast.max)
    home = reverse("manager:pulse-pulse", args=[row.code])
    proposed = manager.get(f"{home}set-up/").text
    assert "Ik weet waarom wij dit veranderen." in proposed
    assert "I know why we are changing this." in proposed
    assert manager.post(f"{home}set-up/", pulse.SET_UP).url == home
    assert manager.post(home, {"do": "start", "starts_on": TODAY.isoformat(), "has_told": "on"}).url == home
    sheet = manager.get(f"{home}sheet/").text
    assert f"/p/{pulse.code_of('Klantcontact')}/" in sheet
    before = Entry.objects.count()
    for name, count, first in (("Klantcontact", 20, 4), ("Acceptatie", 3, 2)):
        for _each in range(count):
            answered = pulse.phone().post(f"/p/{pulse.code_of(name)}/", {"question_0": first, "question_1": 3})
            assert (answered.status_code, answered.url) == (302, "/p/?in=nl")
    assert Entry.objects.count() == before
    page = manager.get(home).text
    assert "10 to 24" in page
    assert "3.7" not in page
    assert turn_pulses(after_closing()) == 1
    assert (Tally.objects.count(), Spent.objects.count(), Word.objects.count()) == (0, 0, 0)
    for who, desk in ((cast.max, "manager"), (cast.carla, "client"), (cast.anton, "bureau"), (cast.aukje, "bureau")):
        read = any_browser(who).get(reverse(f"{desk}:pulse-pulse", args=[row.code])).text
        # Three of one group stand with the twenty of the other: (20 x 4 + 3 x 2) / 23.
        assert "3.7" in read, who
        assert "4.0" not in read
        assert "10 to 24" in read


def test_rounds_open_and_close_with_the_calendar_and_one_that_nobody_turned_is_passed_over(cast, row):
    pulse.running(row.code, by=cast.actor(cast.max))
    days = {}
    for day in range(0, 60):
        at = NOW + timedelta(days=day)
        turn_pulses(at)
        assert turn_pulses(at) == 0
        days[day] = Round.objects.filter(state="open").count()
    assert [day for day, count in days.items() if count] == [
        *range(0, 10), *range(14, 24), *range(28, 38), *range(42, 52), *range(56, 60)
    ]  # fmt: skip
    turn_pulses(NOW + timedelta(days=84))
    assert list(Round.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5, 6]
    turn_pulses(NOW + timedelta(days=300))
    assert Survey.objects.get().state == "over"
    assert not Round.objects.filter(state="open").exists()


def test_by_mail_each_gets_a_link_that_works_once(cast, row):
    pulse.running_by_mail(row.code, by=cast.actor(cast.max), addresses={"Allen": FIFTY[:6]})
    links = pulse.links_mailed()
    assert set(links) == set(FIFTY[:6])
    form = {"question_0": 5, "question_1": 1}
    first = links[FIFTY[0]]
    assert pulse.phone().post(first, form).status_code == 302
    again = pulse.phone().post(first, form | {"question_0": 1})
    assert again.status_code == 410
    assert "al gebruikt" in again.text
    assert pulse.phone("en").get(first).text.count("used already")
    assert Tally.objects.get(question=0).people == 1
    for one in set(links.values()) - {first}:
        assert pulse.phone().post(one, form).status_code == 302
    turn_pulses(after_closing())
    closed = pulse.phone().get(links[FIFTY[1]])
    assert closed.status_code == 410
    assert "gesloten" in closed.text
    # All answered five: at least is all that is told.
    assert Round.objects.get().result["figures"] == [["4.0", "at_least"], ["2.0", "at_most"]]


def test_nothing_is_lost_of_what_cannot_be_sent_and_each_says_why(cast, row):
    pulse.running(row.code, by=cast.actor(cast.max), asks_words=True)
    path = f"/p/{pulse.code_of('Klantcontact')}/"
    missing = pulse.phone().post(path, {"question_0": 4, "words": "Meer <b>tijd</b> graag."})
    assert missing.status_code == 422
    assert "een van de vijf woorden" in missing.text
    assert "Meer &lt;b&gt;tijd&lt;/b&gt; graag." in missing.text
    assert 'value="4"' in missing.text
    long = pulse.phone().post(path, {"question_0": 4, "question_1": 4, "words": "lang " * 400_000})
    assert long.status_code == 422
    assert "lang lang" in long.text
    too_much = pulse.phone().post(path, {"question_0": 4, "words": "x" * 13_000_000})
    assert too_much.status_code == 413
    assert "te veel tekst" in too_much.text
    wrong = pulse.phone().post(path, {"question_0": "9", "question_1": "x"})
    assert wrong.status_code == 422
    unknown = pulse.phone().get("/p/van-niemand/")
    assert unknown.status_code == 410
    assert "kennen deze link niet" in unknown.text
    assert pulse.phone("en").post("/p/van-niemand/", {"question_0": 4}).status_code == 410
    assert Tally.objects.filter(people__gt=0).count() == 0


def test_paper_takes_as_many_answers_as_there_are_people(cast, row):
    pulse.running(row.code, by=cast.actor(cast.max), groups=[*pulse.GROUPS[:1]])
    for _each in range(12):
        assert pulse.answer("Acceptatie", 3, 3) is None
    assert pulse.answer("Acceptatie", 3, 3) is not None
    full = pulse.phone().get(f"/p/{pulse.code_of('Acceptatie')}/")
    assert full.status_code == 410
    turn_pulses(after_closing())
    assert "om de twee weken" in pulse.phone().get(f"/p/{pulse.code_of('Acceptatie')}/").text.lower()


def test_an_answer_leaves_neither_cookie_nor_trace_nor_address(cast, row, caplog):
    pulse.running(row.code, by=cast.actor(cast.max))
    code = pulse.code_of("Klantcontact")
    for answer in (
        pulse.phone().get(f"/p/{code}/"),
        pulse.phone().get("/p/van-niemand/"),
        pulse.phone().post(f"/p/{code}/", {"question_0": 4, "question_1": 4}),
        pulse.phone().get("/p/"),
    ):
        assert not answer.cookies
        assert answer["Cache-Control"] == "no-store"
        assert answer["Referrer-Policy"] == "no-referrer"
        assert "script" not in answer.content.decode()
    assert "/p/…" in caplog.text
    assert "van-niemand" not in caplog.text


def test_words_come_from_ten_answers_on_mixed_without_group_and_the_bureau_hides_what_tells_of_somebody(cast, row):
    pulse.running(row.code, by=cast.actor(cast.max), asks_words=True)
    for number in range(9):
        assert pulse.answer("Klantcontact", 3, 3, words=f"woord {number}") is None
    turn_pulses(after_closing())
    assert Quote.objects.count() == 0
    later = NOW + timedelta(days=14)
    turn_pulses(later)
    for number in range(10):
        assert pulse.answer("Klantcontact", 3, 3, words=f"woord {number}", at=later) is None
    with time_machine.travel(later, tick=False):
        assert "woord" not in any_browser(cast.max).get(reverse("manager:pulse-pulse", args=[row.code])).text
    turn_pulses(later + timedelta(days=10))
    assert Word.objects.count() == 0
    home = reverse("bureau:pulse-pulse", args=[row.code])
    quote = Quote.objects.get(text="woord 7")
    assert "woord 7" in any_browser(cast.carla).get(reverse("client:pulse-pulse", args=[row.code])).text
    assert any_browser(cast.anton).post(reverse("bureau:pulse-hide", args=[quote.code]), {}).url == home
    read = any_browser(cast.anton).get(home).text
    assert "woord 7" not in read
    assert "woord 6" in read
    assert any_browser(cast.aad).get(reverse("bureau:pulse-hide", args=[quote.code])).status_code == 404


def test_from_its_start_on_nothing_of_it_changes_and_who_stops_it_closes_the_round(cast, row):
    by = cast.actor(cast.max)
    pulse.running(row.code, by=by)
    manager, home = any_browser(cast.max), reverse("manager:pulse-pulse", args=[row.code])
    assert manager.post(f"{home}set-up/", pulse.SET_UP | {"groups": "Anders, 9"}).status_code == 422
    assert set(Group.objects.values_list("name", flat=True)) == {"Acceptatie", "Klantcontact"}
    for _each in range(5):
        pulse.answer("Acceptatie", 2, 4)
    once = "Of an assignment there is one pulse: no other one can be set up after it."
    assert once in manager.get(home).text
    assert manager.post(home, {"do": "stop"}).url == home
    assert f"This pulse is over. Its results stay here. {once}" in manager.get(home).text
    assert "2.5" not in manager.get(home).text
    assert Round.objects.get().result["figures"] == [["2.0", "at_most"], ["4.0", "at_least"]]
    turn_pulses(NOW + timedelta(days=14))
    assert Round.objects.count() == 1


def test_a_list_of_addresses_says_what_it_does_not_read_and_is_read_back_by_nobody(cast, row):
    by = cast.actor(cast.max)
    pulse.set_up(row.code, by=by, way="mail", groups=[pulse.GroupLine("Allen"), pulse.GroupLine("Rest")])
    everybody, rest = Group.objects.get(name="Allen"), Group.objects.get(name="Rest")
    client, path = any_browser(cast.carla), reverse("client:pulse-addresses", args=[row.code])
    wrong = client.post(path, {"group": everybody.code, "addresses": "piet@example.org\nniemand\n"})
    assert wrong.status_code == 422
    assert "niemand" in wrong.text
    assert "piet@example.org" in wrong.text
    sheet = pulse.SimpleUploadedFile("lijst.csv", b"naam;adres\nPiet;PIET@example.org\nJo;jo@example.org\n")
    assert client.post(path, {"group": everybody.code, "file": sheet}).status_code == 302
    assert client.post(path, {"group": rest.code, "addresses": "jo@example.org"}).status_code == 302
    everybody.refresh_from_db()
    rest.refresh_from_db()
    assert (everybody.people, rest.people) == (1, 1)
    for who, desk in ((cast.carla, "client"), (cast.max, "manager"), (cast.bea, "bureau")):
        home = reverse(f"{desk}:pulse-pulse", args=[row.code])
        for page in (home, f"{home}addresses/"):
            assert "piet@example.org" not in any_browser(who).get(page).text
    start = {"do": "start", "starts_on": TODAY.isoformat(), "has_told": "on"}
    few = any_browser(cast.max).post(reverse("manager:pulse-pulse", args=[row.code]), start)
    assert few.status_code == 422
    assert "Fewer than 5" in few.text


def test_a_first_day_that_is_to_come_opens_then_and_paper_says_so_until_it_does(cast, row):
    by = cast.actor(cast.max)
    pulse.set_up(row.code, by=by)
    later = TODAY + timedelta(days=5)
    assert pulse.start_pulse(assignment=row.code, starts_on=later, by=by, at=NOW) == row.code
    turn_pulses(NOW + timedelta(days=4))
    assert not Round.objects.exists()
    waiting = pulse.phone().get(f"/p/{pulse.code_of('Acceptatie')}/")
    assert waiting.status_code == 410
    assert "geen ronde open" in waiting.text
    turn_pulses(NOW + timedelta(days=5))
    assert Round.objects.get().opens_on == later
