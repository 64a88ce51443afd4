"""A contract in the browser: each sees their own side, outsiders see nothing."""

import hashlib
import re

import pytest
from django.urls import reverse

from interregnum.files.store import content_of
from interregnum.outside.mail import kept_mail
from interregnum.parameters.values import set_value
from interregnum.people.models import Authority
from interregnum.stages.contract.models import Agreement, Contract
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.tests.accepted import drawn
from tests import world

pytestmark = pytest.mark.usefixtures("at_now")

SIGN = {"name_typed": "Carla Klant", "agreed": "on", "code_typed": "000000", "once": "one-form"}
CLIENT_RATE, MANAGER_RATE = "1,437.50", "1,150"


@pytest.fixture
def contract(cast):
    return drawn(cast)


def page(person, address: str, *args: str, language: str = "en") -> str:
    answer = world.browser(person, language=language).get(reverse(address, args=args))
    assert answer.status_code == 200
    return answer.content.decode().replace("\xa0", " ")


def read_on(html: str) -> str:
    """The words of a page: its tags hold tokens of chance, in which any two digits may stand."""
    return re.sub(r"<svg.*?</svg>|<head>.*?</head>|<[^>]*>", " ", html, flags=re.S)


def code_of(browser, address: str) -> dict[str, str]:
    """What the page and the mail give to sign with."""
    assert browser.post(address, {"do": "code", "once": "one-code"}).status_code == 302
    mail = next(mail for mail in kept_mail()[0] if "code" in mail.subject)
    page = browser.get(address).content.decode()
    return {
        "code_typed": re.search(r"^(\d{3} \d{3})$", mail.text, re.M)[1],
        "seen": re.search(r'name="seen" value="(\w{64})"', page)[1],
    }


@pytest.mark.mission("H3")
@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ["free of charge", "48 hours", "5 working days"]), ("nl", ["kosteloos", "48 uur", "5 werkdagen"])],
)
def test_carla_reads_the_guarantee_in_her_language_before_she_signs(cast, contract, language, words):
    shown = page(cast.carla, "client:contract-contract", contract.code, language=language)
    assert [word for word in words if word not in shown] == []
    assert 'name="do" value="code"' in shown


def test_carla_and_max_each_see_their_own_rate_alone(cast, contract):
    client = page(cast.carla, "client:contract-contract", contract.code)
    manager = page(cast.max, "manager:contract-contract", contract.code)
    assert CLIENT_RATE in client and MANAGER_RATE not in client
    assert MANAGER_RATE in manager and CLIENT_RATE not in manager


@pytest.mark.mission("H3")
def test_each_side_reads_every_term_as_it_was_agreed_whatever_the_firm_changes_later(cast, contract):
    further = contract.terms | {"takeover_days": 99, "solicitation_months": 99, "breach_hours": 99}
    for name, value in {"contract.terms": further, "contract.notice_days": 99, "keep.months": {"first": 99}}.items():
        set_value(name, value, valid_from=world.TODAY, source="proef")
    client = page(cast.carla, "client:contract-contract", contract.code)
    manager = page(cast.max, "manager:contract-contract", contract.code)
    both = page(cast.bea, "bureau:contract-contract", contract.code)
    same = [
        "2 within 48 hours", "at most 3 days", "at most 3 weeks", "5 working days", "notice, fee for days to come",
        "4 weeks", "10 working days", "24 hours", "3, 6 and 12 months", "the fee of the last 6 months",
        "€ 1,000,000 an event", "within 30 days", "at cost, when agreed beforehand", "12 months",
    ]  # fmt: skip
    for shown in (client, manager, both):
        assert [words for words in same if words not in shown] == []
        assert "99" not in read_on(shown).replace(contract.code, "")
    assert "€ 28,750 (20 days), once" in client and "€ 28,750" not in manager
    assert "the client pays 20 days, once" in manager
    assert "€ 1,739.38 (21% VAT, as it is now)" in client and "1,739.38" not in manager
    assert "€ 28,750" in both and "the client pays 20 days" in both


def test_the_margin_is_for_the_partner_alone(cast):
    contract = drawn(cast, owner="anton")
    assert "Margin a day" in page(cast.bea, "bureau:contract-contract", contract.code)
    assert "Margin" not in page(cast.anton, "bureau:contract-contract", contract.code)


@pytest.mark.parametrize(
    ("person", "address"),
    [
        ("otto", "client:contract-contract"),
        ("otto", "client:contract-document"),
        ("olga", "manager:contract-contract"),
        ("olga", "manager:contract-document"),
        ("anton", "bureau:contract-contract"),
        ("max", "client:contract-contract"),
        ("carla", "manager:contract-document"),
        ("sara", "bureau:contract-contract"),
    ],
)
def test_whose_contract_it_is_not_finds_nothing(cast, contract, person, address):
    browser = world.browser(getattr(cast, person))
    assert browser.get(reverse(address, args=[contract.code])).status_code == 404


@pytest.mark.parametrize("side", ["client", "manager"])
def test_anton_downloads_nothing_of_another_portfolio(cast, contract, side):
    address = reverse("bureau:contract-document", args=[contract.code, side])
    assert world.browser(cast.anton).get(address).status_code == 404
    assert world.browser(cast.bea).get(address).status_code == 200
    assert world.browser(cast.bea).get(address.replace(f"{side}.pdf", "other.pdf")).status_code == 404


@pytest.mark.parametrize(("person", "side"), [("carla", Side.CLIENT), ("max", Side.MANAGER)])
def test_each_downloads_their_own_document_to_keep(cast, contract, person, side):
    answer = world.browser(getattr(cast, person)).get(reverse(f"{side}:contract-document", args=[contract.code]))
    assert answer.content == content_of(contract.agreements.get(side=side).document)
    assert answer["Content-Disposition"] == f'attachment; filename="C-2026-0001-{side}.pdf"'
    assert (answer["X-Content-Type-Options"], answer["Content-Type"]) == ("nosniff", "application/pdf")


@pytest.mark.mission("H3")
def test_carla_signs_with_her_name_and_a_second_press_changes_nothing(cast, contract):
    browser, address = world.browser(cast.carla), reverse("client:contract-contract", args=[contract.code])
    typed = SIGN | code_of(browser, address)
    for _ in range(2):
        assert browser.post(address, typed).status_code == 302
    agreement = contract.agreements.get(side=Side.CLIENT)
    assert agreement.signed_sha256 == hashlib.sha256(content_of(agreement.document)).hexdigest()
    shown = browser.get(address).content.decode()
    assert "Carla Klant" in shown and 'name="name_typed"' not in shown


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"agreed": "on", "code_typed": "1"}, "This field is required."),
        ({"name_typed": "Carla Klant", "code_typed": "1"}, "This field is required."),
        ({"name_typed": "Carla Klant", "agreed": "on"}, "This field is required."),
        ({"name_typed": "   ", "agreed": "on", "code_typed": "1"}, "This field is required."),
        ({"name_typed": "x" * 121, "agreed": "on", "code_typed": "1"}, "at most 120"),
    ],
)
def test_a_signature_without_name_or_tick_is_not_taken(cast, contract, typed, words):
    answer = world.browser(cast.carla).post(reverse("client:contract-contract", args=[contract.code]), typed)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Agreement.objects.exclude(signed_at=None).exists()


@pytest.mark.parametrize(
    ("person", "address"),
    [("carla", "client:contract-contract"), ("max", "manager:contract-contract"), ("bea", "bureau:contract-contract")],
)
def test_while_the_documents_are_made_the_page_says_so_and_looks_again(cast, contract, person, address):
    contract.agreements.update(document=None)
    shown = page(getattr(cast, person), address, contract.code)
    assert "The documents are being made" in shown and 'hx-trigger="every 2s"' in shown
    assert 'name="name_typed"' not in shown
    posted = world.browser(getattr(cast, person)).post(reverse(address, args=[contract.code]), SIGN)
    assert posted.status_code == 422


def test_bea_sends_the_signing_mail_again(cast, contract):
    browser, address = world.browser(cast.bea), reverse("bureau:contract-contract", args=[contract.code])
    assert browser.post(address, {"once": "again"}).status_code == 302
    shown = browser.get(address).content.decode()
    assert "The bureau asked again for a signature" in shown


def test_the_list_shows_bea_all_and_anton_his_own(cast, contract):
    assert contract.number in page(cast.bea, "bureau:contract-contracts")
    assert "No contracts yet" in page(cast.anton, "bureau:contract-contracts")
    mine = drawn(cast, owner="anton")
    shown = page(cast.anton, "bureau:contract-contracts")
    assert mine.number in shown and contract.number not in shown


@pytest.mark.parametrize(
    ("person", "address"),
    [("carla", "client:contract-contract"), ("max", "manager:contract-contract"), ("bea", "bureau:contract-contract")],
)
def test_the_page_asks_the_database_little(cast, contract, person, address, django_assert_max_num_queries):
    browser = world.browser(getattr(cast, person))
    with django_assert_max_num_queries(16):
        browser.get(reverse(address, args=[contract.code]))


def test_the_list_stays_cheap_when_it_grows(cast, django_assert_max_num_queries):
    for _ in range(6):
        drawn(cast)
    browser = world.browser(cast.bea)
    with django_assert_max_num_queries(16):
        browser.get(reverse("bureau:contract-contracts"))
    assert Contract.objects.count() == 6


def test_the_bureau_is_told_that_nobody_at_the_client_may_sign_until_that_is_recorded(cast, contract):
    recorded = Authority.objects.all()
    recorded.update(ended_at=world.NOW)
    warned = "can sign yet"
    shown = page(cast.bea, "bureau:contract-contract", contract.code)
    assert warned in shown
    assert reverse("bureau:people-client", args=[contract.organisation.code]) in shown
    recorded.update(ended_at=None)
    assert warned not in page(cast.bea, "bureau:contract-contract", contract.code)
