"""The bureau's own desk: what each of its roles is offered."""

import pytest

from tests import world


@pytest.mark.parametrize(("person", "is_offered"), [("bea", True), ("anton", True), ("berend", True), ("aukje", False)])
def test_who_only_looks_is_not_offered_to_write_a_request_down(cast, person, is_offered):
    page = world.browser(getattr(cast, person), language="en").get("/bureau/").text
    assert ("Write down a request" in page) == is_offered
