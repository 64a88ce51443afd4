"""The first visit to an empty installation, and the pages of the firm that stay."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from interregnum.files.models import StoredFile
from interregnum.jobs.models import Mail
from interregnum.journal.models import Entry
from interregnum.outside.mail_server import firm_mail
from interregnum.outside.set_up_code import is_set_up_code, set_up_code
from interregnum.people.models import Account, Firm, Seat
from interregnum.people.post import write_to
from interregnum.people.site import link_to
from tests import world

pytestmark = pytest.mark.django_db
PASSWORD = "een-lang-eigen-wachtwoord"
FIRST = {
    "firm": "Nieuw Bureau",
    "language": "nl",
    "name": "Petra Proef",
    "email": "Petra@Example.org",
    "password": PASSWORD,
}
DETAILS = {"name": "Nieuw Bureau", "kvk": "12345678", "vat_number": "NL004495445B01", "iban": "NL91 ABNA 0417 1643 00"}
MAIL = {
    "site": "http://bureau.example/pad/", "mail_sender": "post@bureau.example", "mail_host": "mail.bureau.example",
    "mail_port": "587", "mail_encryption": "starttls", "mail_user": "petra", "mail_password": "canary-secret",
    "quiet_begins": "20", "quiet_ends": "7",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _keys(settings, tmp_path):
    settings.KEYS_FOLDER = tmp_path / "keys"
    settings.MAILERS = {"default": {"BACKEND": "interregnum.outside.mail.FirmBackend"}}


def picture(kind="PNG", size=(300, 100), **options) -> SimpleUploadedFile:
    content = io.BytesIO()
    Image.new("RGB", size, "navy").save(content, kind, **options)
    return SimpleUploadedFile("logo.svg", content.getvalue())


@pytest.mark.parametrize("path", ["/", "/ask/", "/bureau/", "/account/sign-in/", "/client/requests/", "/home/"])
def test_while_there_is_no_firm_every_address_leads_to_the_set_up(path):
    assert world.browser().get(path)["Location"] == "/set-up/"
    assert world.browser().get("/set-up/").status_code == 200


def test_without_the_code_nobody_owns_the_firm():
    visitor = world.browser(language="nl")
    for typed in ("", "geraden", set_up_code()[:-1]):
        assert visitor.post("/set-up/", FIRST | {"code": typed}).status_code == 422
    assert not (Firm.objects.exists() or Account.objects.exists())


def test_a_weak_password_is_refused_and_the_code_stays_good():
    answer = world.browser().post("/set-up/", FIRST | {"code": set_up_code(), "password": "petra"})
    assert (answer.status_code, Firm.objects.exists()) == (422, False)
    assert is_set_up_code(set_up_code())


def begun(django_capture_on_commit_callbacks):
    browser, code = world.browser(), set_up_code()
    with django_capture_on_commit_callbacks(execute=True):
        answer = browser.post("/set-up/", FIRST | {"code": code})
    assert (answer.status_code, answer["Location"]) == (302, "/bureau/firm/")
    assert not is_set_up_code(code)
    return browser


def partner():
    """The first partner, who has shown a second factor."""
    return world.browser(Account.objects.get(email="petra@example.org"))


def test_the_first_partner_sets_the_firm_up_step_by_step(django_capture_on_commit_callbacks):
    browser = begun(django_capture_on_commit_callbacks)
    assert list(Seat.objects.values_list("account__email", "role")) == [("petra@example.org", "partner")]
    # Everybody else waits; the partner needs a second factor first, as at any desk of the bureau.
    assert "being set up" in world.browser().get("/", follow=True).content.decode()
    assert browser.get("/bureau/firm/")["Location"].startswith("/account/")
    browser = partner()
    assert browser.get("/bureau/")["Location"] == "/bureau/firm/"
    assert browser.post("/bureau/firm/", DETAILS)["Location"] == "/bureau/firm/look/"
    look = browser.post("/bureau/firm/look/", {"logo": picture(), "first": "en", "other": "on"})
    assert look["Location"] == "/bureau/firm/mail/"
    assert not Firm.objects.get().is_set_up
    assert browser.post("/bureau/firm/mail/", MAIL | {"do": "open"})["Location"] == "/bureau/"
    firm = Firm.objects.get()
    assert (firm.is_set_up, firm.iban, firm.languages, firm.site) == (
        True,
        "NL91ABNA0417164300",
        ["en", "nl"],
        "http://bureau.example",
    )
    assert [*Entry.objects.order_by("number").values_list("kind", flat=True)][-1] == "FirmOpened"
    assert world.browser().get("/set-up/")["Location"] == "/home/"
    page = world.browser().get("/account/sign-in/").content.decode()
    assert f"/logo/{firm.logo.code}.png" in page


def test_of_two_who_have_the_code_one_begins(django_capture_on_commit_callbacks):
    code = set_up_code()
    first, second = world.browser(), world.browser()
    assert first.post("/set-up/", FIRST | {"code": code}).status_code == 302
    second.post("/set-up/", FIRST | {"code": code, "email": "tweede@example.org"})
    assert (Firm.objects.count(), Seat.objects.count()) == (1, 1)


def test_a_logo_is_made_anew_and_served_to_be_kept(cast):
    bea = world.browser(cast.bea)
    exif = Image.Exif()
    exif[0x010E] = "canary-in-the-picture"
    bea.post("/bureau/firm/look/", {"logo": picture("JPEG", (3000, 1000), exif=exif), "first": "nl"})
    logo = Firm.objects.get().logo
    answer = world.browser().get(f"/logo/{logo.code}.png")
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/png", "nosniff")
    assert "immutable" in answer["Cache-Control"]
    assert b"canary" not in answer.content
    assert max(Image.open(io.BytesIO(answer.content)).size) <= 480
    bea.post("/bureau/firm/look/", {"without_logo": "on", "first": "nl", "once": "weg"})
    assert not StoredFile.objects.filter(pk=logo.pk).exists()
    assert world.browser().get(f"/logo/{logo.code}.png").status_code == 410


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (SimpleUploadedFile("logo.png", b"<svg onload=alert(1)>"), "no PNG or JPEG"),
        (SimpleUploadedFile("logo.png", b""), "no PNG or JPEG"),
        (SimpleUploadedFile("logo.png", picture().read()[:60]), "no PNG or JPEG"),
        (SimpleUploadedFile("logo.png", b"x" * 2_000_001), "larger than 2 MB"),
        (picture(size=(5000, 4000)), "too many dots"),
        (picture("GIF"), "no PNG or JPEG"),
    ],
)
def test_what_is_no_small_picture_is_refused_with_words(cast, file, words):
    file.seek(0)
    answer = world.browser(cast.bea).post("/bureau/firm/look/", {"logo": file, "first": "nl"})
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_a_firm_of_one_language_speaks_it_to_everybody(cast):
    world.browser(cast.bea).post("/bureau/firm/look/", {"first": "nl"})
    page = world.browser(language="en").get("/").content.decode()
    assert '<html lang="nl"' in page
    assert 'name="language"' not in page


def test_the_password_of_the_mail_server_is_sealed_and_never_shown(cast):
    bea = world.browser(cast.bea)
    bea.post("/bureau/firm/mail/", MAIL)
    assert "canary" not in Firm.objects.get().mail_password
    assert "canary" not in bea.get("/bureau/firm/mail/").content.decode()
    named = firm_mail()
    assert (named.server.password, named.sender) == ("canary-secret", "Voorbeeld Interim <post@bureau.example>")
    bea.post("/bureau/firm/mail/", MAIL | {"mail_password": "", "mail_port": "465", "once": "b"})
    assert (firm_mail().server.port, firm_mail().server.password) == (465, "canary-secret")
    assert "canary" not in str(list(Entry.objects.values_list("payload__content", flat=True)))


@pytest.mark.parametrize("change", [{"mail_host": "elders.example"}, {"mail_user": "een ander"}])
def test_a_password_goes_along_to_no_other_server_or_user_until_it_is_typed_again(cast, change):
    bea = world.browser(cast.bea)
    bea.post("/bureau/firm/mail/", MAIL)
    answer = bea.post("/bureau/firm/mail/", MAIL | {"mail_password": "", "once": "a"} | change)
    assert answer.status_code == 422
    assert "Type the password again" in answer.content.decode()
    assert Firm.objects.get().mail_host == MAIL["mail_host"]
    assert bea.post("/bureau/firm/mail/", MAIL | {"mail_password": "", "once": "b"}).status_code == 302
    assert bea.post("/bureau/firm/mail/", MAIL | {"mail_password": "nieuw", "once": "c"} | change).status_code == 302
    assert firm_mail().server.password == "nieuw"


def test_the_environment_goes_before_what_the_firm_typed(cast, settings):
    bea = world.browser(cast.bea)
    bea.post("/bureau/firm/mail/", MAIL)
    settings.KEEPS_MAIL_IN_FOLDER, settings.SENDER_IS_FIXED, settings.SITE_IS_FIXED = False, True, True
    settings.DEFAULT_FROM_EMAIL = "Vast <vast@example.org>"
    assert (firm_mail().server, firm_mail().sender) == (None, "Vast <vast@example.org>")
    assert "fixed by INTERREGNUM_SITE and EMAIL_URL" in bea.get("/bureau/firm/mail/").content.decode()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"mail_port": "22"}, "one of these ports"),
        ({"mail_host": "http://169.254.169.254/"}, "no name of a server"),
        ({"mail_host": "smtp..nl"}, "no name of a server"),
        ({"mail_host": f"{'a' * 64}.nl"}, "no name of a server"),
        ({"mail_sender": ""}, "who sends"),
        ({"site": "ftp://bureau.example"}, "begins with https"),
    ],
)
def test_what_cannot_be_a_mail_server_is_refused(cast, change, words):
    answer = world.browser(cast.bea).post("/bureau/firm/mail/", MAIL | change)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert Firm.objects.get().mail_host == ""


def test_only_a_partner_sends_a_test(cast):
    assert world.browser(cast.anton).post("/bureau/firm/mail/test/").status_code == 404


def begins_with(site: str) -> None:
    """Links in a mail, the sitemap, for robots and on a page."""
    Mail.objects.all().delete()
    write_to(
        email="x@example.org",
        language="nl",
        template="mail/data_confirm.txt",
        name="X",
        link=link_to("front:own-data-confirm", "code"),
    )
    mail, visitor = Mail.objects.get(), world.browser(language="nl")
    assert f"{site}/" in mail.text
    assert f'href="{site}/' in mail.html
    assert f"<loc>{site}/</loc>" in visitor.get(reverse("front:sitemap")).content.decode()
    assert f"Sitemap: {site}/" in visitor.get(reverse("front:robots")).content.decode()
    assert f'rel="canonical" href="{site}/' in visitor.get(reverse("front:questions-nl")).content.decode()


def test_a_new_address_of_the_site_holds_at_once_whoever_typed_it_in_whatever_process(cast, settings):
    begins_with("http://127.0.0.1:8000")
    world.browser(cast.bea).post("/bureau/firm/mail/", MAIL)
    begins_with("http://bureau.example")
    # As another process does it: nothing is kept in this one.
    Firm.objects.update(site="http://elders.example")
    begins_with("http://elders.example")
    settings.SITE_IS_FIXED = True
    begins_with("http://127.0.0.1:8000")
