"""The intake: what is still asked, what gates a brief, what looks like spam, and a person's word on a field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.stages.ask.rules.intake import ALWAYS, all_fields, lacking, only_hires, still_open
from interregnum.stages.ask.rules.judging import Outcome, outcome, overlaid, toggled
from interregnum.stages.ask.rules.spam import Sent, is_held, signs
from interregnum.stages.ask.rules.typed import plain

UNDERSTOOD = {"category": "change", "second": None, "reasons": ["performance"], "disciplines": ["finance"]}
TOLD = {"owner_name": "Carla", "owner_role": "Directeur", "result": "Van 19 naar 5 dagen."}


def test_only_what_triage_left_open_is_asked_and_what_is_always_asked_after_it():
    assert still_open(["level", "start"], []) == ("level", "starts", *ALWAYS)
    assert still_open(["level", "start", "result"], ["level", "result"]) == (
        "starts", "owner_name", "owner_role", "successor", "sponsor_hours",
    )  # fmt: skip


def test_what_was_answered_keeps_its_place_on_the_page():
    assert all_fields(["start"], ["level", "result"]) == ("level", "starts", *ALWAYS)


def test_the_gate_holds_when_owner_result_category_reasons_and_outcome_are_there():
    assert lacking(UNDERSTOOD, TOLD, is_confirmed=True) == ()


@pytest.mark.parametrize(
    ("understood", "told", "lacks"),
    [
        ({"category": None}, {}, ("category",)),
        ({"reasons": []}, {}, ("reasons",)),
        ({}, {"owner_name": " "}, ("owner_name",)),
        ({}, {"owner_name": "?"}, ("owner_name",)),
        ({}, {"owner_name": "N.v.t."}, ("owner_name",)),
        ({}, {"owner_role": "Nog niet bekend", "result": "-"}, ("owner_role", "result")),
        ({}, {"owner_role": ""}, ("owner_role",)),
        ({}, {"owner_role": "Inkoper"}, ("owner_hires",)),
        ({}, {"result": ""}, ("result",)),
    ],
)
def test_the_gate_names_what_lacks(understood, told, lacks):
    assert lacking(UNDERSTOOD | understood, TOLD | told, is_confirmed=True) == lacks


def test_nothing_passes_before_a_person_confirmed():
    assert lacking(UNDERSTOOD, TOLD, is_confirmed=False) == ("confirmed",)


@pytest.mark.parametrize(
    "role",
    [
        "HR-adviseur",
        "Hoofd Personeel & Organisatie",
        "People & Culture partner",
        "Recruiter",
        "P&O",
        "Procurement manager",
        "Hoofd inkoop",
    ],
)
def test_whoever_hires_or_buys_for_others_is_no_problem_owner(role):
    assert only_hires(role, disciplines=["finance"])


@pytest.mark.parametrize("role", ["Directeur schade", "CFO", "Chief HR transformation"])
def test_a_director_of_the_field_is_one(role):
    assert not only_hires(role, disciplines=["human_resources"])


@pytest.mark.parametrize(
    ("sent", "found"),
    [
        (Sent(text="Onze directeur is ziek.", names="Bank Carla", seconds=40), ()),
        (Sent(text="Best SEO agency: click here http://x.example", names="Jim", seconds=1), ("quick", "links", "sold")),
        (Sent(text="hulp", names="Carla", trap="x", seconds=40), ("trap",)),
        (Sent(text="[url=http://x.example]casino[/url]", names="http://x.example"),
         ("no_form", "markup", "links", "link_as_name", "sold")),
    ],
)  # fmt: skip
def test_signs_of_spam_are_named(sent, found):
    assert signs(sent, quick_seconds=4) == found


def test_a_person_who_types_fast_or_sends_a_link_is_not_held():
    assert not is_held(("quick",), hold_at=3)
    assert not is_held(("no_form", "links"), hold_at=3)
    assert is_held(("quick", "links"), hold_at=3)
    assert is_held(("trap",), hold_at=3)


@pytest.mark.parametrize(
    ("proposed", "chosen", "done"),
    [
        ("change", "change", Outcome.KEPT),
        (None, "", Outcome.KEPT),
        (["a", "b"], ["b", "a"], Outcome.KEPT),
        ("change", "crisis", Outcome.CORRECTED),
        ("change", "", Outcome.CORRECTED),
        (None, "crisis", Outcome.FILLED),
        ([], ["a"], Outcome.FILLED),
    ],
)
def test_a_word_keeps_corrects_or_fills_in(proposed, chosen, done):
    assert outcome(proposed, chosen) is done


def test_the_rules_go_under_the_client_and_the_client_under_a_person():
    assert overlaid({"level": "team", "weeks": 8}, {"level": "middle", "weeks": 9}, {"level": "senior"}) == {
        "level": "senior", "weeks": 9,
    }  # fmt: skip
    assert overlaid({"a": 1}, None) == {"a": 1}


@given(st.lists(st.text(max_size=3), unique=True), st.text(max_size=3))
def test_a_press_twice_is_no_press(chosen, code):
    assert sorted(toggled(toggled(chosen, code), code)) == sorted(chosen)


@given(st.text())
def test_what_is_typed_loses_only_what_nobody_can_see(text):
    kept = plain(text)
    assert plain(kept) == kept
    assert [sign for sign in text if sign.isprintable()] == [sign for sign in kept if sign.isprintable()]
    assert not {"\x00", "\x07", "\u202e", "\r"} & set(kept)
