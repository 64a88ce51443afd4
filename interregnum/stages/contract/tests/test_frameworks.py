"""A framework agreement: drawn up by the bureau, signed by the client with a code, named by each confirmation."""

import io
import re

from django.urls import reverse
from pypdf import PdfReader

from interregnum.files.store import content_of
from interregnum.outside.mail import kept_mail
from interregnum.parameters.values import set_value
from interregnum.stages.contract.actions.frameworks import (
    send_framework_code,
    sign_framework,
)
from interregnum.stages.contract.actions.seal_documents import seal_framework
from interregnum.stages.contract.models import Framework
from interregnum.stages.contract.queries import document_of
from interregnum.stages.contract.queries.framework_access import framework_of_client
from interregnum.stages.contract.queries.frameworks import framework_document
from interregnum.stages.contract.queries.signatures import known_file, unsealed_frameworks
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.tests.accepted import drawn
from interregnum.stages.contract.tests.framework import made, signed
from tests import world


def test_it_is_drawn_up_and_mailed_to_whoever_signs(cast):
    row = made(cast)
    pages = PdfReader(io.BytesIO(content_of(row.document))).pages
    text = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))
    assert row.number == "R-2026-0001" and row.number in text
    assert "30 dagen" in text and "Bijlage 1" in text
    assert [mail.to for mail in kept_mail()[0]] == [cast.contact.email]
    assert "{" not in text


def test_it_is_signed_with_a_code_and_each_confirmation_names_it(cast):
    before = drawn(cast)
    row = signed(cast)
    assert (row.signed_name, row.signed_sha256, row.authority is not None) == ("Carla", row.document.sha256, True)
    later = drawn(cast)
    data = document_of(later.code, Side.CLIENT).data
    clause = next(each for each in data["clauses"] if each["code"] == "framework")
    assert row.number in clause["paragraphs"][0]["text"]
    codes = [clause["code"] for clause in document_of(later.code, Side.MANAGER).data["clauses"]]
    assert "framework" not in codes and "precedence" in codes
    assert "framework" not in [each["code"] for each in document_of(before.code, Side.CLIENT).data["clauses"]]


def test_the_firm_seals_it_and_whoever_holds_the_file_can_check_it(cast, settings, tmp_path):
    settings.KEYS_FOLDER = tmp_path / "keys"
    row = signed(cast)
    assert unsealed_frameworks() == [row.code]
    seal_framework.func(row.code)
    row = Framework.objects.select_related("document", "sealed").get()
    base, whole = content_of(row.document), content_of(row.sealed)
    assert whole.startswith(base) and unsealed_frameworks() == []
    last = PdfReader(io.BytesIO(whole)).pages[-1].extract_text()
    assert "Carla" in last and row.number in last and row.signed_sha256[:20] in last.replace("\n", "")
    assert known_file(row.sealed_sha256).is_sealed and not known_file(row.document.sha256).is_sealed
    seal_framework.func(row.code)
    assert Framework.objects.get().sealed == row.sealed
    fetched = world.browser(cast.carla).get(reverse("client:contract-framework-document", args=[row.code]))
    assert fetched.content == whole


def test_a_wrong_code_another_document_and_another_side_sign_nothing(cast):
    row = made(cast)
    by = {"framework": row.code, "by": cast.actor(cast.carla), "at": world.NOW}
    code = send_framework_code(**by)
    wrong = "000000" if code != "000000" else "111111"
    typed = {"name_typed": "Carla", "code_typed": code, "seen": row.document.sha256}
    assert sign_framework(**by, **typed | {"code_typed": wrong}).reasons[0].code == "contract.code_wrong"
    assert sign_framework(**by, **typed | {"seen": "x"}).reasons[0].code == "contract.other_version"
    other = by | {"by": cast.actor(cast.bea)}
    assert sign_framework(**other, **typed).reasons[0].code == "contract.not_your_side"
    assert framework_of_client(cast.bank.code) is None


def test_a_new_one_takes_back_what_was_not_signed_and_later_terms_change_nothing(cast):
    first = signed(cast)
    data = framework_document(first.code).data
    set_value("contract.notice_days", 90, valid_from=world.TODAY, source="proef")
    second, third = made(cast), made(cast)
    second.refresh_from_db()
    assert second.withdrawn_at and not third.withdrawn_at
    assert framework_of_client(cast.bank.code) == first
    assert framework_document(first.code).data == data != framework_document(third.code).data


def test_the_bureau_draws_one_up_on_the_page_and_carla_finds_it_at_home(cast):
    page = reverse("bureau:contract-frameworks", args=[cast.bank.code])
    assert world.browser(cast.bea).post(page, {"contact": cast.contact.code}).status_code == 302
    row = Framework.objects.get()
    assert row.number in world.browser(cast.bea).get(page).content.decode()
    assert world.browser(cast.bea).post(page, {"contact": "nobody"}).status_code == 422
    carla = world.browser(cast.carla)
    own = reverse("client:contract-framework", args=[row.code])
    assert own in carla.get(reverse("client:home")).content.decode()
    assert "Mail me the code" in carla.get(own).content.decode()
    document = carla.get(reverse("client:contract-framework-document", args=[row.code]))
    assert document.content.startswith(b"%PDF")
