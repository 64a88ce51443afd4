"""Carla accepts a proposal, and both agreements are there."""

import io
import re
from datetime import date

import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from interregnum.files.models import StoredFile
from interregnum.files.store import content_of
from interregnum.journal.record import action, record
from interregnum.journal.timeline import timeline
from interregnum.kernel.money import Money
from interregnum.outside.documents import pdf
from interregnum.outside.mail import kept_mail
from interregnum.parameters.values import set_value
from interregnum.people.models import Manager
from interregnum.stages.brief.models import Brief, BriefVersion
from interregnum.stages.brief.queries.rows import values_of
from interregnum.stages.brief.rules.values import plain
from interregnum.stages.contract.actions.draw_contract import ImpossibleTermsError, draw_contract, next_number
from interregnum.stages.contract.actions.make_documents import make_documents
from interregnum.stages.contract.models import Agreement, ClauseVersion, Contract, Series
from interregnum.stages.contract.queries import contract_facts, contract_of_brief, document_of
from interregnum.stages.contract.rules.states import ContractState, Deed, Side
from interregnum.stages.contract.tests.accepted import CLIENT_RATE, MANAGER_RATE, accepted, drawn
from tests import world
from tests.signing import sign


def text_of(contract: Contract, side: Side) -> str:
    """What somebody reads in the document of a side, on one line."""
    content = content_of(contract.agreements.get(side=side).document)
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))


@pytest.mark.mission("H3")
def test_the_contract_follows_from_the_acceptance_with_the_clause_as_values(cast):
    fact = accepted(cast)
    action(record)(fact, by=cast.actor(cast.carla), at=world.NOW)
    contract = Contract.objects.get(code=contract_of_brief(fact.brief))
    assert (contract.number, contract.state) == ("C-2026-0001", ContractState.DRAWN)
    assert (contract.starts_on, contract.ends_on) == (date(2026, 4, 6), date(2026, 10, 4))
    assert contract.guarantee == {
        "profile_hours": 48,
        "start_working_days": 5,
        "handover_days": 3,
        "improvement_weeks": 3,
        "decision_working_days": 2,
    }
    assert {row.side for row in contract.agreements.all()} == set(Side)
    assert [moment.kind for moment in timeline(contract.code)] == ["ContractDrawn"]


@pytest.mark.mission("H3")
def test_a_later_change_of_the_guarantee_leaves_a_drawn_contract_as_it_was(cast):
    contract = drawn(cast)
    set_value("contract.guarantee", contract.guarantee | {"profile_hours": 24}, valid_from=world.TODAY, source="proef")
    assert contract_facts(contract.code).guarantee.profile_hours == 48
    assert contract_facts(drawn(cast).code).guarantee.profile_hours == 24


@pytest.mark.mission("H3")
@pytest.mark.parametrize(
    ("side", "promises"),
    [
        (
            Side.CLIENT,
            [
                "one press of a button",
                "You need not prove a reason",
                "at once and free of charge",
                "two profiles within 48 hours",
                "within 5 working days",
                "at most 3 days and is at our cost",
                "never pay two managers for the same day",
                "without notice",
                "owe no fee and no compensation",
                "at most 3 weeks. You are never obliged to",
            ],
        ),
        (
            Side.MANAGER,
            ["without proving a reason", "for at most 3 days; we pay these days", "you are heard", "without notice"],
        ),
    ],
)
def test_each_document_says_the_guarantee(cast, side, promises):
    text = text_of(drawn(cast), side)
    assert [promise for promise in promises if promise not in text] == []


@pytest.mark.parametrize(
    ("language", "client_rate", "manager_rate"), [("en", "€ 1,437.50", "€ 1,150"), ("nl", "€ 1.437,50", "€ 1.150")]
)
def test_each_document_shows_its_own_rate_and_never_the_other(cast, language, client_rate, manager_rate):
    contract = drawn(cast, language=language)
    client, manager = text_of(contract, Side.CLIENT), text_of(contract, Side.MANAGER)
    assert client_rate in client and manager_rate[2:] not in client
    assert manager_rate in manager and client_rate[2:] not in manager


def test_what_somebody_typed_stays_plain_text(cast):
    assert "*Vet* en #sys.version blijven gewoon tekst." in text_of(drawn(cast), Side.CLIENT)


def test_a_dutch_client_gets_dutch(cast):
    text = text_of(drawn(cast, language="nl"), Side.CLIENT)
    assert "per direct en kosteloos" in text and "binnen 48 uur twee profielen" in text and re.search(r"1 / \d", text)


def test_the_same_document_twice_is_the_same_to_the_byte(cast):
    code = drawn(cast).code
    first, second = (document_of(code, Side.CLIENT) for _ in range(2))
    template = "#let data = json(bytes(sys.inputs.data))\n#set document(title: data.kind)\n#data.subject"
    assert pdf(template, first.data, day=first.day) == pdf(template, second.data, day=second.day)


def test_the_document_can_be_made_again_byte_for_byte(cast):
    contract = drawn(cast)
    before = {row.side: row.document.sha256 for row in contract.agreements.all()}
    contract.agreements.update(document=None)
    make_documents.enqueue(contract.code)
    assert {row.side: row.document.sha256 for row in contract.agreements.all()} == before


def test_making_the_documents_twice_makes_and_mails_nothing_more(cast):
    contract = drawn(cast)
    mails, files = kept_mail()[1], StoredFile.objects.count()
    make_documents.enqueue(contract.code)
    assert StoredFile.objects.count() == files
    assert kept_mail()[1] == mails == 1


def test_carla_and_max_are_each_asked_to_sign_without_a_word_of_the_content(cast):
    contract = drawn(cast)
    first = {mail.to: mail for mail in kept_mail()[0]}
    assert set(first) == {"carla@example.org"}
    assert sign(contract.code, Side.CLIENT, cast.actor(cast.carla), at=world.NOW) is None
    mails = {mail.to: mail for mail in kept_mail()[0]}
    assert set(mails) == {"carla@example.org", "max@example.org"}
    assert f"/client/contracts/{contract.code}/" in mails["carla@example.org"].text
    assert f"/manager/contracts/{contract.code}/" in mails["max@example.org"].text
    assert not [mail for mail in mails.values() if "1,437" in mail.text or "1.150" in mail.text]


def test_nothing_is_kept_of_an_acceptance_that_cannot_be_a_contract(cast):
    fact = accepted(cast, client_rate=Money(900), manager_rate=Money(1000))
    with pytest.raises(ImpossibleTermsError, match="rate_below_cost"):
        draw_contract(fact, cast.actor(cast.carla), world.NOW)
    assert not Contract.objects.exists() and not Series.objects.exists() and not Agreement.objects.exists()


def test_deliver_gets_all_it_needs_of_a_contract(cast):
    facts = contract_facts(drawn(cast).code)
    assert (facts.owner, facts.manager, facts.organisation) == (cast.bea.code, cast.max_profile.code, cast.bank.code)
    assert (facts.client_rate, facts.manager_rate, tuple(facts.role_mix)) == (
        CLIENT_RATE,
        MANAGER_RATE,
        (20, 15, 25, 40),
    )


@pytest.mark.django_db
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(st.sampled_from([2026, 2027, 2028]), st.booleans()), max_size=25))
def test_the_numbers_of_a_year_have_no_gaps_whatever_fails_between(steps):
    Series.objects.all().delete()
    given_out: dict[int, list[str]] = {}
    for year, is_kept in steps:
        with transaction.atomic():
            number = next_number(year)
            if is_kept:
                given_out.setdefault(year, []).append(number)
            else:
                transaction.set_rollback(True)
    for year, numbers in given_out.items():
        assert numbers == [f"C-{year}-{sequence:04d}" for sequence in range(1, len(numbers) + 1)]


@pytest.mark.mission("H3")
def test_later_words_of_a_clause_change_nothing_that_was_drawn(cast):
    contract = drawn(cast)
    assert ["guarantee", 1] in contract.clauses["client"] and ["shadow", 3] in contract.clauses["manager"]
    before = document_of(contract.code, Side.CLIENT).data
    ClauseVersion.objects.create(
        deed=Deed.CLIENT,
        clause="confidentiality",
        version=2,
        valid_from=world.TODAY,
        title_nl="Belangen",
        title_en="Interests",
        text_nl="Geen.",
        text_en="None at all.",
    )
    later = drawn(cast)
    assert ["confidentiality", 2] in later.clauses["client"] and ["confidentiality", 1] in later.clauses["manager"]
    assert "None at all." in text_of(later, Side.CLIENT)
    assert document_of(contract.code, Side.CLIENT).data == before


def test_a_contract_says_what_the_brief_said_that_was_approved_then(cast):
    contract = drawn(cast)
    brief = contract.brief
    BriefVersion.objects.create(
        brief=brief,
        number=1,
        state="approved",
        offered_at=world.NOW,
        content=plain(values_of(brief)),
    )
    Contract.objects.update(brief_version=1)
    Brief.objects.update(state="agreed", approved=2, problem="Iets anders.", assurance="none")
    assert contract_facts(contract.code).problem == brief.problem


@pytest.mark.mission("H3")
def test_what_the_other_clauses_bind_to_is_kept_and_stands_in_both_documents(cast):
    contract = drawn(cast)
    set_value("contract.terms", {"takeover_days": 99}, valid_from=world.TODAY, source="proef")
    kept = contract_facts(contract.code).further
    assert (kept.takeover_days, kept.breach_hours, contract.terms["guarantee"]["handover_paid_by"]) == (20, 24, "firm")
    for side in Side:
        text = text_of(contract, side)
        assert "equal to the fee of 20 days" in text and "at least € 1,000,000" in text
        assert "Annex 1 Mandate sheet" in text and "within 24 hours of" in text


@pytest.mark.mission("H3")
@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("contract.expenses_included", True, "All expenses are included in the day rate"),
        ("contract.expenses_month_cap", 400, "up to € 400 a calendar month, excluding VAT"),
    ],
)
def test_a_new_contract_says_of_expenses_what_the_firm_wants(cast, name, value, words):
    before = drawn(cast)
    set_value(name, value, valid_from=world.TODAY, source="proef")
    assert "invoiced at cost, and only when you agreed" in text_of(before, Side.CLIENT)
    assert words in text_of(drawn(cast), Side.CLIENT)
    assert "Travel to and from" in text_of(before, Side.MANAGER)


def test_a_contract_from_before_the_annexes_says_what_it_said(cast):
    contract = drawn(cast)
    Contract.objects.update(terms={}, clauses={"client": [["notice", 1], ["shadow", 1]], "manager": []})
    data = document_of(contract.code, Side.CLIENT).data
    assert data["annexes"] == [] and [clause["code"] for clause in data["clauses"]] == ["notice", "shadow"]


def test_a_name_that_no_document_can_show_waits_until_it_is_written_in_latin_letters(cast):
    cast.max_profile.name = "王小明"
    fact = accepted(cast)
    cast.max_profile.save()
    contract = Contract.objects.get(code=draw_contract(fact, cast.actor(cast.carla), world.NOW))
    page, browser = reverse("bureau:contract-contract", args=[contract.code]), world.browser(cast.bea)
    assert not contract.agreements.exclude(document=None).exists() and kept_mail()[1] == 0
    assert "wait for a name in Latin letters" in browser.get(page).content.decode()
    assert browser.post(page, {"do": "make"}).status_code == 422
    Manager.objects.filter(pk=cast.max_profile.pk).update(name="Wang Xiaoming")
    assert browser.post(page, {"do": "make"}).status_code == 302
    assert "Wang Xiaoming" in text_of(contract, Side.CLIENT)
