"""The mails that the house wrote, and the page of pieces."""

import pytest

from interregnum.jobs.models import Mail
from interregnum.jobs.post import Letter, put
from interregnum.jobs.states import MailState
from tests import world

MAIL = "/bureau/mail/"


def write(subject: str = "Letter", *, to: str = "carla@example.org", **more) -> str:
    letter = Letter(to=to, subject=subject, text="<b>Read</b> http://127.0.0.1:8000/x/", language="nl")
    return put(letter, **more)


def test_bea_reads_the_mails_newest_first(cast, django_assert_max_num_queries):
    for number in range(30):
        write(f"Letter {number:02}")
    bea = world.browser(cast.bea)
    with django_assert_max_num_queries(15):
        page = bea.get(MAIL).content.decode()
    assert page.index("Letter 29") < page.index("Letter 28")
    assert "Letter 04" not in page
    assert "No mail server is named" in page
    assert "Letter 04" in bea.get(MAIL, {"page": 2}).content.decode()


def test_bea_searches_and_filters_also_when_a_mail_server_is_named(cast, settings):
    settings.KEEPS_MAIL_IN_FOLDER = False
    write("Sought", to="otto@example.org")
    failed = write("Other")
    Mail.objects.filter(code=failed).update(state=MailState.FAILED)
    bea = world.browser(cast.bea)
    assert "Other" not in bea.get(MAIL, {"q": "otto"}).content.decode()
    found = bea.get(MAIL, {"state": "failed"}).content.decode()
    assert "Other" in found
    assert "Sought" not in found
    assert "Every mail that the house wrote" in found


def test_bea_reads_one_mail_without_its_markup(cast):
    page = world.browser(cast.bea).get(f"{MAIL}{write()}/").content.decode()
    assert "&lt;b&gt;Read&lt;/b&gt;" in page
    assert "Send again" not in page


def test_a_personal_link_is_nobody_elses_when_mail_is_really_sent(cast, settings):
    code = write(is_secret=True)
    settings.KEEPS_MAIL_IN_FOLDER = False
    Mail.objects.filter(code=code).update(state=MailState.FAILED, text="/invitation/geheim/")
    page = world.browser(cast.bea).get(f"{MAIL}{code}/").content.decode()
    assert "geheim" not in page
    assert "only its reader may see it" in page


def test_bea_sends_a_failed_mail_again_once(cast):
    code = write()
    Mail.objects.filter(code=code).update(state=MailState.FAILED, tries=6, last_error="TimeoutError: timed out")
    bea = world.browser(cast.bea)
    page = bea.get(f"{MAIL}{code}/").content.decode()
    assert "The other server gave no answer within 20 seconds." in page
    for _ in range(2):
        assert bea.post(f"{MAIL}{code}/", {"once": "again", "to": "carla@example.org"}).status_code == 302
    assert (Mail.objects.get().state, Mail.objects.get().tries) == (MailState.SENT, 1)
    assert bea.post(f"{MAIL}{code}/", {"once": "later", "to": "carla@example.org"}).status_code == 422


def test_no_mail_is_told_as_such(cast):
    assert "No mail yet" in world.browser(cast.bea).get(MAIL).content.decode()


@pytest.mark.parametrize("address", [MAIL, "/bureau/jobs/"])
def test_only_a_partner_looks_behind_the_scenes(cast, address):
    assert world.browser(cast.anton).get(address).status_code == 404


def test_anton_sees_every_piece_of_the_look(cast):
    page = world.browser(cast.anton).get("/bureau/components/")
    assert page.status_code == 200
    assert b"sample-dark" in page.content
