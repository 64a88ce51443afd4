"""What an agreement says beside its clauses: who agree and where they are found, the terms, and its annexes."""

import io
from zipfile import ZipFile

from interregnum.people.models import Business, Organisation
from interregnum.stages.brief.models import Brief
from interregnum.stages.contract.queries import document_of
from interregnum.stages.contract.queries.word import word_of
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.tests.accepted import drawn
from tests import world


def test_the_annexes_say_what_the_brief_says(cast):
    contract = drawn(cast)
    result = {"title": "Achterstand", "unit": "dossiers", "measured_by": "", "baseline": "900", "target": "0"}
    Brief.objects.update(mandate_wanted="Tot € 25.000.", results=[result | {"due_on": "2026-09-30"}])
    mandate, results, data = document_of(contract.code, Side.CLIENT).data["annexes"]
    assert ["Mandate wanted", "Tot € 25.000."] in mandate["rows"]
    assert ["Who goes on with it", "Not agreed yet"] in mandate["rows"]
    assert ["Decides alone, with the client, or not: people", "Not agreed yet"] in mandate["rows"]
    whole = ["Achterstand", "900 dossiers", "0 dossiers", "30\u00a0Sep\u00a02026", "Not agreed yet"]
    assert results["table"] == [whole]
    # What is promised of personal data is what every installation does.
    assert "Backups are encrypted" in str(data) and "kept encrypted" not in str(data)


def test_annexes_of_an_empty_brief_name_each_thing_that_is_not_agreed_yet(cast):
    contract = drawn(cast, language="nl")
    mandate, results, _data = document_of(contract.code, Side.CLIENT).data["annexes"]
    assert {words for _label, words in mandate["rows"]} == {"Nog niet afgesproken"} and len(mandate["rows"]) == 13
    assert results["table"] == [["Nog niet afgesproken"] * 5] and len(results["head"]) == 5
    with ZipFile(io.BytesIO(word_of(document_of(contract.code, Side.CLIENT), on=world.TODAY).content)) as file:
        words = file.read("word/document.xml").decode()
    assert all(label in words for label, _words in mandate["rows"])
    assert words.count("Nog niet afgesproken") == 13 + 5 + 1 and "inclusief btw" in words


def test_parties_say_where_they_are_found_and_the_client_what_it_costs_with_vat(cast):
    Organisation.objects.update(street="Kade 1", postal_code="3011 AA", city="Rotterdam", vat_number="NL001234567B29")
    told = {"legal_form": "sole_trader", "work_right": "citizen", "saved_at": world.NOW, "kvk": "87654329"}
    told |= {"trade_name": "Max & Co", "street": "Laan 2", "postal_code": "3511 AB"}
    Business.objects.create(manager=cast.max_profile, vat_number="NL001234567B30", **told)
    contract = drawn(cast)
    Brief.objects.update(place="Utrecht")
    client, manager = (document_of(contract.code, side).data for side in (Side.CLIENT, Side.MANAGER))
    assert "Kade 1, 3011 AA Rotterdam" in client["parties"][1][2] and "VAT NL001234567B29" in client["parties"][1][2]
    assert f"Max & Co, Laan 2, 3511 AB {contract.manager.place}, Chamber" in manager["parties"][1][2]
    for found in ("Max & Co", "Laan 2", "3511 AB", "Chamber of Commerce 87654329", "VAT NL001234567B30"):
        assert found in manager["parties"][1][2] and found not in str(client)
    for data in (client, manager):
        assert ["Place of work", "Utrecht"] in data["terms"]
    assert ["Fee for a day, including VAT", "€\u00a01,739.38 (21% VAT, as it is now)"] in client["terms"]
    assert not any("including VAT" in row[0] for row in manager["terms"])
    Organisation.objects.update(country="BE")
    assert not any("including VAT" in row[0] for row in document_of(contract.code, Side.CLIENT).data["terms"])
