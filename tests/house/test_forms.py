"""Every form, at the moment in a life when it does its work: empty, hostile, twice."""

import re

import pytest
from django.apps import apps
from django.urls import reverse

from tests import world
from tests.house.digest import by_step, digest
from tests.house.forms_of_addresses import FORM_OF_WHOM, form_of, objects_of

pytestmark = pytest.mark.django_db
# A button with nothing to fill in cannot be empty, a draft may be, and the language switch takes what it gets.
BUTTONS = {
    "account-groups",
    "bureau:note-done",
    "bureau:journal",
    "bureau:ask-questions",
    "bureau:brief-reopen",
    "bureau:choose-draw",
    "bureau:choose-proposal",
    "bureau:learn-proposal-cases",
    "bureau:contract-contract",
    "bureau:pulse-hide",
    "client:deliver-report",
    "manager:deliver-plan",
    "manager:payable",
    "set_language",
}
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
HOSTILE = {
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "a null byte": "een \x00 nul",
    "the other direction": "\u202eomgekeerd\u202c \u200b\u0007",
    "signs of all kinds": "Ĳsbrand 𝔊𝔢𝔥𝔢𝔦𝔪 👩‍👩‍👧 ' \" ; -- {{ 7*7 }} {% now %} ${x} =1+1",
    "very long": "lang " * 60_000,
    "a number too large": "9" * 400,
}


@pytest.fixture
def ready(at_that_time):
    """For an address: the browser of the right person, the address itself, and a form that would do."""

    def make(address, language="nl"):
        life, role = at_that_time.life, FORM_OF_WHOM[address][0]
        browser = world.browser(world.person_of(at_that_time.cast, role), language=language)
        return browser, reverse(address, kwargs=objects_of(address, life)), form_of(address, life)

    return make


def rows() -> dict[str, int]:
    """How many rows each business table has."""
    return {
        model._meta.db_table: model.objects.count()
        for model in apps.get_models()
        if model._meta.app_label not in {"sessions", "contenttypes", "web"}
    }


@by_step(set(FORM_OF_WHOM) - BUTTONS, FORM_OF_WHOM)
def test_an_empty_form_is_refused_in_the_readers_language_and_changes_nothing(ready, address):
    browser, path, _ = ready(address)
    before = rows()
    response = browser.post(path, {})
    assert response.status_code == (200 if address.startswith("account_") else 422)
    page = response.content.decode()
    assert "error-summary" in page or 'role="alert"' in page
    assert "This field is required" not in page
    assert rows() == before


@by_step(FORM_OF_WHOM, FORM_OF_WHOM)
def test_whatever_is_typed_gets_an_answer_and_no_error_page(ready, address):
    browser, path, form = ready(address)
    for kind, text in HOSTILE.items():
        typed = {name: text if isinstance(value, str) else value for name, value in form.items()} | {"once": kind}
        response = browser.post(path, typed, follow=True)
        assert response.status_code in {200, 404, 422}, kind
        assert "<script>alert(1)" not in response.content.decode(errors="replace")
    # Of a day at either end of time no term can be reckoned.
    for name, value in form.items():
        for far in ("0001-01-01", "9999-12-31") if isinstance(value, str) and ISO_DAY.fullmatch(value) else ():
            response = browser.post(path, form | {name: far, "once": name + far})
            assert response.status_code == 422, (name, far)


@by_step(FORM_OF_WHOM, FORM_OF_WHOM)
def test_a_second_press_of_the_same_button_adds_nothing(ready, address):
    browser, path, form = ready(address)
    before = digest()
    first = browser.post(path, form | {"once": "dezelfde"})
    assert first.status_code == 302
    # The control of who may not send it: the very form that leaves no trace then, does so now.
    assert digest() != before
    after_one = rows()
    second = browser.post(path, form | {"once": "dezelfde"})
    assert rows() == after_one
    if not address.startswith("account_") and address != "set_language":
        assert second.headers["Location"] == first.headers["Location"]
