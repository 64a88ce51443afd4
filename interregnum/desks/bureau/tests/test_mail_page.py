"""Mail that was kept because no mail server is named, and the page of pieces."""

from interregnum.outside import mail
from tests import world

MAIL = "/bureau/mail/"


def test_bea_reads_the_kept_mail_newest_first(cast, django_assert_max_num_queries):
    for number in range(30):
        mail.send(to="carla@example.org", subject=f"Letter {number:02}", text="<b>Read</b> http://127.0.0.1:8000/x/")
    bea = world.browser(cast.bea)
    with django_assert_max_num_queries(15):
        page = bea.get(MAIL).content.decode()
    assert page.index("Letter 29") < page.index("Letter 28")
    assert "Letter 04" not in page
    assert "No mail server is named" in page
    assert "&lt;b&gt;Read&lt;/b&gt;" in page
    assert "Letter 04" in bea.get(MAIL, {"page": 2}).content.decode()


def test_no_mail_is_told_as_such(cast, settings):
    assert "No mail yet" in world.browser(cast.bea).get(MAIL).content.decode()
    settings.KEEPS_MAIL_IN_FOLDER = False
    assert "A mail server is named" in world.browser(cast.bea).get(MAIL).content.decode()


def test_only_a_partner_reads_the_mail(cast):
    assert world.browser(cast.anton).get(MAIL).status_code == 404


def test_anton_sees_every_piece_of_the_look(cast):
    page = world.browser(cast.anton).get("/bureau/components/")
    assert page.status_code == 200
    assert b"sample-dark" in page.content
