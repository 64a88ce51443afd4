"""What nobody may do to a contract: by another's link, an old code, on a free day, or with clauses of forty pages."""

import io
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from pypdf import PdfReader

from interregnum.files.store import content_of
from interregnum.jobs.models import Mail
from interregnum.stages.choose.actions.invite_managers import invite_managers
from interregnum.stages.choose.tests.choose_world import drawn as shortlist_of
from interregnum.stages.choose.tests.choose_world import invitee
from interregnum.stages.contract.models import ClauseVersion
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.rules.wording import LONGEST
from interregnum.stages.contract.tests.accepted import drawn
from tests import world
from tests.signing import signature

pytestmark = pytest.mark.usefixtures("at_now")


def test_the_link_of_a_contract_opens_for_nobody_else_and_mails_no_code(cast):
    contract = drawn(cast)
    mails = Mail.objects.count()
    for person, desk in ((cast.otto, "client"), (cast.olga, "manager"), (cast.max, "client"), (cast.carla, "manager")):
        address = f"/{desk}/contracts/{contract.code}/"
        browser = world.browser(person)
        assert browser.get(address).status_code == 404, (person, desk)
        assert browser.post(address, {"do": "code"}).status_code == 404
        assert browser.get(f"{address}agreement.pdf").status_code == 404
    assert Mail.objects.count() == mails
    assert not contract.agreements.exclude(signed_at=None).exists()


def test_a_code_that_is_over_is_said_on_the_page_and_what_was_typed_stays(cast):
    contract = drawn(cast)
    ready = signature(contract.code, Side.CLIENT, cast.actor(cast.carla), at=world.NOW)
    typed = {name: ready[name] for name in ("code_typed", "name_typed", "seen")} | {"agreed": "on"}
    with time_machine.travel(world.NOW + timedelta(hours=2), tick=False):
        page = world.browser(cast.carla, language="en").post(f"/client/contracts/{contract.code}/", typed)
    assert page.status_code == 422
    assert "This code is over" in page.text and ready["name_typed"] in page.text
    assert not contract.agreements.exclude(signed_at=None).exists()


def test_clauses_of_forty_pages_make_a_whole_document_and_longer_ones_are_refused(cast):
    for row in ClauseVersion.objects.exclude(text_nl=""):
        row.text_nl, row.text_en = (filled(text) for text in (row.text_nl, row.text_en))
        row.save()
    contract = drawn(cast)
    document = contract.agreements.get(side=Side.CLIENT).document
    pages = PdfReader(io.BytesIO(content_of(document))).pages
    assert len(pages) >= 40
    ready = signature(contract.code, Side.CLIENT, cast.actor(cast.carla), at=world.NOW)
    assert isinstance(ready, dict)
    address = reverse("bureau:contract-clause", args=["client", "notice"])
    words = {
        "title_nl": "Opzegging",
        "text_nl": "{notice}" + "x" * LONGEST,
        "title_en": "Notice",
        "text_en": "{notice}",
    }
    refused = world.browser(cast.bea).post(address, words | {"valid_from": "2026-03-02", "seen": "1"})
    assert refused.status_code == 422


def filled(text: str) -> str:
    """As long as a clause may be."""
    return text + "\n\n" + ("woorden zonder eind " * LONGEST)[: LONGEST - len(text) - 3].strip()


@pytest.mark.parametrize(
    ("starts_on", "code"),
    [
        (date(2026, 4, 6), "choose.starts_free_day"),
        (date(2026, 4, 11), "choose.starts_free_day"),
        (date(2026, 2, 27), "choose.starts_past"),
    ],
)
def test_nobody_is_proposed_for_a_holiday_a_weekend_or_a_day_that_has_passed(cast, starts_on, code):
    chosen = (invitee(cast.max_profile, starts_on=starts_on),)
    refused = invite_managers(shortlist=shortlist_of(cast).code, chosen=chosen, by=cast.actor(cast.bea), at=world.NOW)
    assert code in {reason.code for reason in refused.reasons}
