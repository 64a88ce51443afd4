"""A test of the mail server: what each answer becomes, and that it maps nobody's network."""

import smtplib
import socket

import pytest

from interregnum.outside import mail, mail_server
from interregnum.outside.mail_server import Encryption, Server, answer_of, backend_of
from interregnum.outside.mail_test import send_test
from interregnum.people.models import Firm
from interregnum.people.texts import MAIL_ANSWERS
from tests.mail_server import mail_server as serving

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm(cast, settings):
    settings.MAILERS = {"default": {"BACKEND": "interregnum.outside.mail.FirmBackend"}}
    firm = Firm.objects.get()
    firm.mail_host, firm.mail_encryption, firm.mail_sender = "127.0.0.1", Encryption.NONE, "post@example.org"
    firm.save()
    return firm


def answer_at(firm, port) -> tuple[str, str]:
    Firm.objects.update(mail_port=port)
    return send_test(to="bea@example.org")


def test_a_message_that_is_taken_arrives_in_the_name_of_the_firm(firm):
    with serving() as server:
        assert answer_at(firm, server.port) == ("mail.taken", "")
        assert [to for to, *_rest in server.taken] == ["bea@example.org"]


def test_a_refusal_is_told_in_the_words_of_the_mail_server(firm):
    with serving() as server:
        server.mood = "refuses"
        assert answer_at(firm, server.port) == ("mail.not_taken", "451 not now")


def test_a_shut_door_and_a_server_that_hangs_and_one_that_is_no_mail_server_are_told_alike(firm, monkeypatch):
    monkeypatch.setattr(mail_server, "PATIENCE", 0.3)
    with socket.socket() as shut:
        shut.bind(("127.0.0.1", 0))
        assert answer_at(firm, shut.getsockname()[1]) == ("mail.nobody", "")
    with serving() as server:
        server.mood, server.hang_seconds = "hangs", 1.0
        assert answer_at(firm, server.port) == ("mail.nobody", "")
    banner = smtplib.SMTPConnectError(-1, b"SSH-2.0-canary")
    assert answer_of(banner) == ("mail.nobody", "")


@pytest.mark.parametrize("host", ["smtp..nl", f"{'a' * 64}.nl"])
def test_a_name_that_can_be_no_server_is_trouble_of_the_server_and_not_of_the_address(firm, host):
    Firm.objects.update(mail_host=host)
    assert send_test(to="bea@example.org") == ("mail.nobody", "")
    with pytest.raises(OSError, match="no name of a mail server"):
        mail.send(to="bea@example.org", subject="Dag", text="Dag")


@pytest.mark.parametrize("host", ["169.254.169.254", "0.0.0.0", "224.0.0.1", "2852039166", "0xa9fea9fe"])
def test_no_address_that_gives_a_clouds_secrets_out_is_asked(host):
    with pytest.raises(OSError, match="no address of a mail server"):
        backend_of(Server(host, 25, Encryption.NONE))


def test_an_answer_is_one_short_line_and_only_of_a_mail_server():
    long = smtplib.SMTPDataError(550, b"5.7.1 no\r\n" + b"x" * 900 + b"\x1b[31m")
    code, said = answer_of(long)
    assert (code, len(said) <= 204, "\x1b" in said, "\n" in said) == ("mail.not_taken", True, False, False)
    assert answer_of(smtplib.SMTPResponseException(-1, b"HTTP/1.1 400 canary")) == ("mail.not_taken", "")
    assert answer_of(smtplib.SMTPAuthenticationError(535, b"5.7.8 no"))[0] == "mail.no_sign_in"
    assert all(code.startswith("mail.") for code in MAIL_ANSWERS)
