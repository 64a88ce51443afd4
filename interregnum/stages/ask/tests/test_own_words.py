"""E3: a discipline or sub-sector that a partner adds or renames is found in the next request, without a restart."""

import pytest

from interregnum.kernel.actor import VISITOR
from interregnum.people.models import Discipline, Sector
from interregnum.stages.ask.actions.receive_request import Stated, receive_request
from interregnum.stages.ask.lexicon import shipped_lexicon
from interregnum.stages.ask.models import Request
from interregnum.stages.ask.queries.lexicon import lexicon
from interregnum.stages.ask.rules.lexicon import lexicon_of
from interregnum.stages.ask.rules.own_words import Entry, with_own_words
from tests import world

pytestmark = pytest.mark.django_db


def proposal(text: str) -> dict[str, object]:
    stated = Stated(text=text, organisation_name="Proef BV", contact_name="Carla", contact_email="carla@example.org")
    code = receive_request(stated=stated, by=VISITOR, at=world.NOW)
    return Request.objects.get(code=code).triage.proposal


@pytest.mark.mission("E3")
def test_a_discipline_and_a_sub_sector_that_were_added_are_found_at_once() -> None:
    text = "Gezocht: interim manager voor het stallenbeheer van onze renpaardenfokkerij."
    assert "stables" not in proposal(text)["disciplines"]
    Discipline.objects.create(code="stables", name_nl="Stallenbeheer", name_en="Stable management", words_nl="paard*")
    Sector.objects.create(code="breeding", name_nl="Fokkerijen", name_en="Breeders", words_nl="*fokkerij\nstoeterij")
    found = proposal(text)
    assert found["disciplines"] == ["stables"]
    assert found["sector"] == "breeding"
    assert {"stallenbeheer", "renpaardenfokkerij"} <= {row[2] for row in found["evidence"]}


def test_a_new_name_is_read_and_an_entry_out_of_use_is_not() -> None:
    text = "Gezocht: interim hoofd voor onze afdeling Kluisbewaking, na het vertrek van het hoofd marketing."
    Discipline.objects.filter(code="back_office").update(name_nl="Kluisbewaking")
    Discipline.objects.filter(code="marketing").update(is_active=False)
    assert proposal(text)["disciplines"] == ["back_office"]


def test_the_lists_as_they_are_shipped_add_nothing() -> None:
    assert {concept.name for concept in lexicon().concepts} == {concept.name for concept in shipped_lexicon().concepts}


def test_the_lexicon_is_made_again_only_when_a_list_changed() -> None:
    assert lexicon() is lexicon()
    Discipline.objects.filter(code="sales").update(words_nl="winkelstraat")
    assert lexicon() is not shipped_lexicon()
    assert "own_discipline_sales" in {concept.name for concept in lexicon().concepts}


@pytest.mark.parametrize("typed", ["~", "***", "~ ~ |", "a|b", "  ,,;\n", "<script>", "'\"", "x" * 5000, "*"])
def test_nothing_that_is_typed_spoils_the_lexicon(typed: str) -> None:
    entry = Entry("discipline", "odd", (typed, typed), (typed, typed))
    made = lexicon_of(
        [*with_own_words([], [entry]), {"name": "a", "field": "b", "code": "c", "weight": 1, "nl": ["d"]}]
    )
    assert made.patterns
    made.shapes.fitting("iets")
