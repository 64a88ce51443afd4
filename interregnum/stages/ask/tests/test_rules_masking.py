"""What goes to a language model holds no names: written with capitals or without, made of everyday words or not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interregnum.stages.ask.lexicon import familiar
from interregnum.stages.ask.rules.masking import NAME, masked

PEOPLE = [
    "Jansonius",
    "Wibo Kaltenbrunn",
    "Wil Kort",
    "Jan van der Meer",
    "Grant Post",
    "Leanne Brandsma",
    "Roos de Groot",
]
AROUND = [
    "Onze directeur {} vertrekt.",
    "Wij spraken met {}; de afdeling loopt niet.",
    "{} is ziek. Sinds mei werkt {} halve dagen.",
    "De leiding (nu {}) moet anders gaan werken.",
    "Our manager {} has left and we need a new one.",
    "Vraag het aan\n- {}\n- de raad van toezicht",
    "Collega’s: {}, de controller en het hoofd Schade.",
]


def sent(text: str) -> str:
    return masked(text, names=(), familiar=familiar())


def parts_of(name: str) -> set[str]:
    return {part for part in name.split() if part[0].isupper() or part not in ("van", "der", "de")}


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("around", AROUND)
def test_a_name_that_nobody_filled_in_is_masked(name, around):
    seen = sent(around.format(name, name))
    assert NAME in seen
    assert [part for part in parts_of(name) if part in seen] == []


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("onze cfo pieter de vries is ziek", {"pieter", "vries"}),
        ("ik ben marieke van dam, directeur bij een bank", {"marieke", "dam"}),
        ("my name is john smith and i am director of a bank", {"john", "smith"}),
        ("wij zoeken een manager, zegt collega jan jansen", {"jan", "jansen"}),
        ("ik heet wil kort en zoek een manager", {"wil", "kort"}),
        ("vraag het mevr. kort of dhr kort", {"kort"}),
        ("mail piet_jansen of <marieke dam>", {"piet", "jansen", "marieke", "dam"}),
        ("volgens gawain de winter en kiek cook", {"gawain", "winter", "kiek", "cook"}),
        ("ONZE DIRECTEUR WILFRED KORT IS ZIEK", {"WILFRED", "KORT"}),
        ("J. Kort en A.B. Post zijn weg", {"Kort", "Post"}),
        ("JAN JANSEN IS WEG, WIJ ZOEKEN EEN DIRECTEUR", {"JAN", "JANSEN"}),
        ("Collega Wil Kort is ziek. Kort komt terug.", {"Wil", "Kort"}),
    ],
)
def test_a_name_is_masked_however_it_is_written(told, names):
    seen = sent(told)
    assert NAME in seen
    assert [name for name in names if name in seen] == []


@given(
    st.text("bcdfgklmnprstvz", min_size=2, max_size=3),
    st.text("qxy", min_size=1, max_size=2),
    st.sampled_from(AROUND),
    st.sampled_from([str.lower, str.title, str.upper]),
)
@settings(max_examples=200, deadline=None)
def test_a_word_that_no_one_knows_never_goes_along(begin, end, around, written):
    name = written(begin + end + begin)
    assert name not in sent(around.format(name, name))


@pytest.mark.parametrize(
    "told",
    [
        "onze CFO heeft ontslag genomen",
        "ik ben op zoek naar een manager operations",
        "WIJ ZOEKEN EEN INTERIM MANAGER FINANCE VOOR DNB",
        "Wij zoeken een Interim Manager Finance & Control en een Hoofd Klantcontact; DNB en AFM kijken mee.",
        "The head of claims leaves soon. We need an interim Head of Claims who keeps the department running.",
    ],
)
def test_what_is_nobodys_name_goes_along(told):
    assert sent(told) == told


def test_contact_data_go_with_the_name():
    seen = sent("Onze directeur Wibo Kaltenbrunn vertrekt; mail wibo.kaltenbrunn@bank.example of bel 0612345678.")
    assert "vertrekt" in seen
    assert [said for said in ("wibo", "Wibo", "kaltenbrunn", "0612345678") if said in seen] == []
