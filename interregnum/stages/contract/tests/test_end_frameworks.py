"""A framework agreement that waits: asked for again, not signed after its last day, or taken back by the bureau."""

from datetime import datetime, time, timedelta
from importlib import import_module

import pytest
import time_machine
from django.apps import apps
from django.urls import reverse

from interregnum.jobs.post import Letter, put
from interregnum.kernel.period import AMSTERDAM
from interregnum.kernel.refused import Refused
from interregnum.outside.mail import kept_mail
from interregnum.stages.contract.actions.end_frameworks import (
    lapse_frameworks,
    remind_to_sign_frameworks,
    withdraw_framework,
)
from interregnum.stages.contract.actions.frameworks import draw_framework, send_framework_code, sign_framework
from interregnum.stages.contract.models import Framework
from interregnum.stages.contract.queries.framework_access import framework_of_client
from interregnum.stages.contract.tests.framework import made, signed
from tests import world

DAY = timedelta(days=1)
LAST = world.NOW + 20 * DAY
MIDNIGHT = datetime.combine((LAST + DAY).date(), time(0, 3), tzinfo=AMSTERDAM)


def told(refused: object) -> str:
    assert isinstance(refused, Refused)
    return refused.reasons[0].code


def subjects(email: str = "carla@example.org") -> list[str]:
    return [mail.subject for mail in kept_mail()[0] if mail.to == email]


def signing(cast, row, *, at):
    code = send_framework_code(framework=row.code, by=cast.actor(cast.carla), at=at)
    typed = {"name_typed": "Carla", "code_typed": code, "seen": row.document.sha256}
    return {"framework": row.code, "by": cast.actor(cast.carla)} | typed


def test_on_its_last_day_it_is_signed(cast):
    row = made(cast)
    assert lapse_frameworks(LAST) == 0
    assert sign_framework(**signing(cast, row, at=LAST), at=LAST) is None
    assert lapse_frameworks(LAST + DAY) == 0 and framework_of_client(cast.bank.code) == row


def test_after_it_nobody_signs_even_before_the_nights_work(cast):
    row = made(cast)
    ready = signing(cast, row, at=MIDNIGHT - timedelta(minutes=5))
    assert told(sign_framework(**ready, at=MIDNIGHT)) == "contract.framework_lapsed"
    assert told(send_framework_code(framework=row.code, by=ready["by"], at=MIDNIGHT)) == "contract.framework_lapsed"
    assert framework_of_client(cast.bank.code) is None
    own = reverse("client:contract-framework", args=[row.code])
    with time_machine.travel(MIDNIGHT):
        carla = world.browser(cast.carla, language="en")
        assert "Sign framework agreement" not in carla.get(reverse("client:home")).content.decode()
        page = carla.get(own).content.decode()
        assert "has lapsed" in page and 'name="do"' not in page
        assert carla.post(own, {"do": "code"}).status_code == 422


def test_it_lapses_once_and_whoever_may_sign_is_told(cast):
    row = made(cast)
    assert [lapse_frameworks(MIDNIGHT + hours * timedelta(hours=4)) for hours in range(2)] == [1, 0]
    row.refresh_from_db()
    assert row.is_lapsed and row.withdrawn_at
    assert len([subject for subject in subjects() if "vervallen" in subject or "lapsed" in subject]) == 1
    page = world.browser(cast.bea, language="en").get(reverse("bureau:contract-frameworks", args=[cast.bank.code]))
    assert ">lapsed<" in page.content.decode()


@pytest.mark.parametrize(
    ("language", "words"), [("en", "until 22 March 2026. After"), ("nl", "tot en met 22 maart 2026. Daarna")]
)
def test_mail_and_page_tell_the_last_day(cast, language, words):
    row = made(cast)
    text = next(mail.text for mail in kept_mail()[0] if mail.to == "carla@example.org").replace("\xa0", " ")
    assert "22 maart 2026" in text or "22 March 2026" in text
    with time_machine.travel(world.NOW):
        page = world.browser(cast.carla, language=language).get(reverse("client:contract-framework", args=[row.code]))
    assert words in page.content.decode().replace("\xa0", " ")


def test_it_is_asked_for_again_after_three_days_and_a_week_each_once(cast):
    made(cast)
    found = []
    for days in (2, 3, 3, 7, 8):
        remind_to_sign_frameworks(world.NOW + days * DAY)
        found.append(len([line for line in subjects() if "wacht nog" in line or "still waits" in line]))
    assert found == [0, 1, 1, 2, 2]


def test_nobody_is_asked_again_for_what_was_signed_lapsed_or_taken_back(cast):
    signed(cast)
    assert remind_to_sign_frameworks(world.NOW + 3 * DAY) == 0
    row = made(cast)
    assert remind_to_sign_frameworks(MIDNIGHT) == 0
    assert withdraw_framework(framework=row.code, reason="Anders.", by=cast.actor(cast.bea), at=world.NOW) is None
    assert remind_to_sign_frameworks(world.NOW + 3 * DAY) == 0


def test_bea_takes_it_back_with_a_reason_and_sends_a_new_one(cast):
    row = made(cast)
    bea, page = world.browser(cast.bea), reverse("bureau:contract-frameworks", args=[cast.bank.code])
    back = reverse("bureau:contract-framework-withdraw", args=[row.code])
    with time_machine.travel(world.NOW + DAY):
        bea = world.browser(cast.bea)
        assert back in bea.get(page).content.decode()
        assert bea.get(back).status_code == 200
        assert bea.post(back, {"reason": ""}).status_code == 422
        assert bea.post(back, {"reason": "De betaaltermijn is anders."}).status_code == 302
        carla, own = world.browser(cast.carla), reverse("client:contract-framework", args=[row.code])
        assert any("ingetrokken" in line or "taken" in line for line in subjects())
        assert "De betaaltermijn is anders." in carla.get(own).content.decode()
        assert carla.post(own, {"do": "code"}).status_code == 422
        again = bea.post(back, {"reason": "Nog eens."})
        assert again.status_code == 422 and "<textarea" not in again.content.decode()
        assert bea.post(page, {"contact": cast.contact.code}).status_code == 302
        newest = Framework.objects.first()
        assert (
            newest != row
            and reverse("client:contract-framework", args=[newest.code])
            in carla.get(reverse("client:home")).content.decode()
        )


def test_what_a_colleague_drew_up_and_has_lapsed_keeps_nobody_from_another(cast):
    row = made(cast, by=cast.anton)
    about = {"organisation": cast.bank.code, "contact": cast.contact.code, "by": cast.actor(cast.aad)}
    assert told(draw_framework(**about, at=LAST)) == "contract.framework_of_colleague"
    assert isinstance(draw_framework(**about, at=MIDNIGHT), str)
    row.refresh_from_db()
    assert row.is_lapsed


def test_what_was_signed_is_not_taken_back(cast):
    row = signed(cast)
    refused = withdraw_framework(framework=row.code, reason="Toch niet.", by=cast.actor(cast.bea), at=world.NOW)
    assert told(refused) == "contract.framework_not_open"
    assert framework_of_client(cast.bank.code) == row


def test_a_reminder_from_before_names_had_an_address_is_not_sent_again(cast):
    row = made(cast)
    letter = Letter(to="carla@example.org", subject="Wacht nog", text="Wacht nog.", language="nl")
    put(letter, name=f"framework_remind {row.code} 1")
    before = len(subjects())
    remind_to_sign_frameworks(world.NOW + 3 * DAY)
    assert len(subjects()) == before
    remind_to_sign_frameworks(world.NOW + 7 * DAY)
    assert len(subjects()) == before + 1


def test_what_waits_from_before_gets_a_last_day_that_surprises_nobody(cast):
    give = import_module("interregnum.stages.contract.migrations.0024_let_framework_agreements_lapse").give_a_last_day
    holds, over, waits = signed(cast), made(cast), made(cast)
    Framework.objects.update(lapses_on=None)
    assert lapse_frameworks(world.NOW + 400 * DAY) == 0

    def given(*, at: datetime) -> list[object]:
        with time_machine.travel(at):
            give(apps, None)
        rows = (Framework.objects.get(pk=row.pk) for row in (holds, over, waits))
        return [row.lapses_on for row in rows]

    assert given(at=world.NOW + DAY) == [None, None, world.TODAY + 21 * DAY]
    Framework.objects.update(lapses_on=None)
    assert given(at=world.NOW + 100 * DAY) == [None, None, world.TODAY + 114 * DAY]
    assert lapse_frameworks(world.NOW + 113 * DAY) == 0
    assert lapse_frameworks(world.NOW + 114 * DAY) == 1
