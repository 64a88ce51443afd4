"""Bea, a partner, adds a passkey at her first sign-in, and signs in with it alone the next time."""

from collections.abc import Callable
from typing import Any

import pytest

from tests import world
from tests.walks.desk import Window

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def plug_in(here: Window) -> None:
    """A passkey in the browser that always says yes."""
    devtools: Any = here.context.new_cdp_session(here.page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})


def test_bea_adds_a_passkey_and_comes_in_with_it_alone(filled: None, window: Callable[..., Window]) -> None:
    world.make_cast()
    here = window("en", 1280)
    plug_in(here)
    here.sign_in("bea@example.org")
    here.page.get_by_role("link", name="Add a passkey").click()
    here.page.get_by_role("button", name="Add a passkey").click()
    here.page.get_by_role("link", name="I have kept them").click()
    here.page.wait_for_url("**/bureau/")
    here.context.clear_cookies()
    here.page.goto(f"{here.site}/account/sign-in/")
    here.page.get_by_role("button", name="Sign in with a passkey").click()
    here.page.wait_for_url("**/bureau/")
