"""A code by mail, bound to one person and one document: what is refused, and what the reader is told to do."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.translation import override

from interregnum.files.store import keep
from interregnum.kernel.refused import Refused
from interregnum.outside.mail import kept_mail
from interregnum.people.authorities import end_authority
from interregnum.people.models import Account, Authority, Seat
from interregnum.stages.contract.actions.sign_agreement import sign_agreement
from interregnum.stages.contract.models import SigningCode
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.tests.accepted import drawn
from interregnum.stages.contract.texts import REFUSALS
from tests import world
from tests.signing import sign, signature

pytestmark = pytest.mark.usefixtures("at_now")


@pytest.fixture
def contract(cast):
    return drawn(cast)


def told(refused: Refused | None) -> str:
    assert isinstance(refused, Refused)
    return refused.reasons[0].code


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("code", [code for code in REFUSALS if "code" in code or "autho" in code or "jointly" in code])
def test_each_refusal_says_what_to_do_next_in_both_languages(code, language):
    with override(language):
        words = str(REFUSALS[code] % {"client": "Bank De Proef", "left": 3})
    assert re.search(r"mail|bel|call|stuur|send|Tries|Pogingen", words)


def test_the_mail_alone_holds_the_code_and_the_table_only_its_seal(cast, contract):
    ready = signature(contract.code, Side.CLIENT, cast.actor(cast.carla), at=world.NOW)
    code = ready["code_typed"]
    mail = next(mail for mail in kept_mail()[0] if mail.to == "carla@example.org")
    assert f"{code[:3]} {code[3:]}" in mail.text
    assert code not in str(SigningCode.objects.values().get())


def test_a_code_is_over_after_ten_minutes_and_works_just_before(cast, contract):
    carla = cast.actor(cast.carla)
    late = sign(contract.code, Side.CLIENT, carla, at=world.NOW - timedelta(minutes=10))
    assert late is None
    ready = signature(contract.code, Side.MANAGER, cast.actor(cast.max), at=world.NOW)
    assert told(sign_agreement(**ready, at=world.NOW + timedelta(minutes=10))) == "contract.code_expired"
    assert sign_agreement(**ready, at=world.NOW + timedelta(minutes=9, seconds=59)) is None


def test_a_wrong_code_costs_a_try_and_after_five_even_the_right_one_is_refused(cast, contract):
    browser, address = world.browser(cast.carla), reverse("client:contract-contract", args=[contract.code])
    browser.post(address, {"do": "code"})
    mail = next(mail for mail in kept_mail()[0] if mail.to == "carla@example.org")
    right = re.search(r"^\d{3} \d{3}$", mail.text, re.M)[0]
    wrong = "000 000" if right != "000 000" else "000 001"
    typed = {
        "name_typed": "Carla",
        "agreed": "on",
        "seen": re.search(r'"seen" value="(\w+)"', browser.get(address).content.decode())[1],
    }
    for left in (4, 3, 2, 1, 0):
        answer = browser.post(address, typed | {"code_typed": wrong})
        assert answer.status_code == 422 and f"left: {left}" in answer.content.decode()
    answer = browser.post(address, typed | {"code_typed": right})
    assert "too often" in answer.content.decode()
    assert not contract.agreements.exclude(signed_at=None).exists()
    browser.post(address, {"do": "code"})
    assert SigningCode.objects.count() == 2


def test_nobody_gets_codes_without_end(cast, contract):
    carla = cast.actor(cast.carla)
    for _ in range(5):
        assert isinstance(signature(contract.code, Side.CLIENT, carla, at=world.NOW), dict)
    assert told(sign(contract.code, Side.CLIENT, carla, at=world.NOW)) == "contract.codes_too_many"
    assert sign(contract.code, Side.CLIENT, carla, at=world.NOW + timedelta(hours=1)) is None


def test_an_old_version_is_not_signed(cast, contract):
    carla = cast.actor(cast.carla)
    assert told(sign(contract.code, Side.CLIENT, carla, at=world.NOW, seen="0" * 64)) == "contract.other_version"
    ready = signature(contract.code, Side.CLIENT, carla, at=world.NOW)
    newer = keep(name="anders.pdf", content=b"%PDF-1.7 anders", media_type="application/pdf", at=world.NOW)
    contract.agreements.filter(side=Side.CLIENT).update(document=newer)
    assert told(sign_agreement(**(ready | {"seen": newer.sha256}), at=world.NOW)) == "contract.other_version"


def test_the_code_of_another_person_at_the_same_client_opens_nothing(cast, contract):
    karel = Account.objects.create_user("karel@example.org", name="Karel")
    Seat.objects.create(account=karel, role="client", organisation=cast.bank)
    ready = signature(contract.code, Side.CLIENT, cast.actor(cast.carla), at=world.NOW)
    refused = sign_agreement(**(ready | {"by": cast.actor(karel)}), at=world.NOW)
    assert told(refused) == "contract.no_authority"
    Authority.objects.update(contact=cast.bank.contacts.create(name="Karel", email="karel@example.org"))
    assert told(sign_agreement(**(ready | {"by": cast.actor(karel)}), at=world.NOW)) == "contract.code_none"


def test_who_may_sign_is_recorded_and_never_guessed(cast, contract):
    carla = cast.actor(cast.carla)
    ready = signature(contract.code, Side.CLIENT, carla, at=world.NOW)
    Authority.objects.update(scope="jointly")
    assert told(sign(contract.code, Side.CLIENT, carla, at=world.NOW)) == "contract.only_jointly"
    assert end_authority(contact=cast.contact.code, by=cast.actor(cast.anton), at=world.NOW) is None
    # A code from before does not help who may no longer sign.
    assert told(sign_agreement(**ready, at=world.NOW)) == "contract.no_authority"
    browser = world.browser(cast.anton)
    address = reverse("bureau:people-authority", args=[cast.contact.code])
    typed = {
        "scope": "alone",
        "basis": "proxy",
        "extract": "Volmacht 7",
        "extract_on": "2026-03-01",
        "told_by": "Jurist",
    }
    assert browser.post(address, typed | {"extract_on": "2099-01-01"}).status_code == 422
    assert browser.post(address, typed).status_code == 302
    shown = browser.get(address).content.decode()
    assert "Volmacht 7" in shown and "Jurist" in shown
    assert sign(contract.code, Side.CLIENT, carla, at=world.NOW) is None
    assert contract.agreements.get(side=Side.CLIENT).authority.extract == "Volmacht 7"
    assert browser.post(address, {"do": "end"}).status_code == 302
    assert "Nothing is recorded yet" in browser.get(address).content.decode()


def test_what_is_kept_of_a_signature(cast, contract):
    assert sign(contract.code, Side.CLIENT, cast.actor(cast.carla), at=world.NOW, address="192.0.2.7") is None
    kept = contract.agreements.get(side=Side.CLIENT)
    assert (kept.signed_address, kept.signed_at) == ("192.0.2.7", world.NOW)
    assert kept.consent and not kept.codes.filter(used_at=None).exists()
