"""The first visit to an empty installation, in a browser."""

import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from interregnum.outside.set_up_code import set_up_code
from interregnum.people.models import Firm
from tests.world import PASSWORD

pytestmark = pytest.mark.browser
# Seconds for which a code of an app holds.
STEP = 30


def code_for(secret: str) -> str:
    """What an app on a telephone would show now; near its end one waits for the next, as a person would."""
    left = STEP - time.time() % STEP
    if left < STEP / 3:
        time.sleep(left)
    return format_hotp_value(hotp_value(secret, int(time.time()) // STEP))


def test_somebody_with_the_code_starts_a_firm(window, filled, settings, tmp_path):
    settings.KEYS_FOLDER = tmp_path / "keys"
    petra = window("nl", scans=True)
    petra.go("/ask/")
    assert petra.path == "/set-up/"
    petra.fill(code="geraden", firm="Nieuw Bureau", name="Petra", email="petra@example.org", password=PASSWORD)
    petra.press("main button.btn-primary")
    assert "Dit is niet de instelcode" in petra.text
    petra.fill(code=set_up_code(), password=PASSWORD).press("main button.btn-primary")
    petra.go("/account/security/app/")
    secret = petra.page.inner_text("code.letters").replace(" ", "")
    petra.page.fill("main input[name=code]", code_for(secret))
    petra.press("main button.btn-primary")
    petra.go("/bureau/firm/").fill(kvk="12345678", city="Utrecht").press("main button.btn-primary")
    petra.press("main button.btn-primary").press("main button[value=open]")
    assert petra.path == "/bureau/"
    assert Firm.objects.get().is_set_up
