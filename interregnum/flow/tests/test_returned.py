"""Mails that come back: reports as servers write them, hostile ones, the pipe and the maildir."""

import io
import sys

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interregnum.flow.returned import read_returns, take_report
from interregnum.jobs.mails import bounced
from interregnum.jobs.models import Mail
from interregnum.jobs.post import Letter, put
from interregnum.jobs.states import MailState
from interregnum.outside.returned import MOST_BYTES, UnreadableError, read_report
from tests.world import NOW

READER = "carla@example.org"


def report(key: str, *, action: str = "failed", status: str = "5.1.1", to: str = "bounces@firm.example") -> bytes:
    """As Postfix writes one; the sentences are ours."""
    return f"""From: MAILER-DAEMON@mx.example
To: {to}
Subject: Undelivered
Content-Type: multipart/report; report-type=delivery-status; boundary="XX"
MIME-Version: 1.0

--XX
Content-Type: text/plain

Could not be delivered.

--XX
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; {READER}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 no such reader here

--XX
Content-Type: message/rfc822

Message-ID: <{key}@firm.example>
From: firm@firm.example
To: {READER}
Subject: A proposal

Text
--XX--
""".encode()


@pytest.fixture
def sent(db) -> Mail:
    code = put(Letter(to=READER, subject="A proposal", text="x", language="nl"))
    row = Mail.objects.get(code=code)
    assert row.state is MailState.SENT
    return row


def test_a_report_says_which_mail_came_back_and_why(sent):
    is_bounce, words = take_report(report(sent.code), at=NOW)
    assert is_bounce
    assert READER in words
    row = Mail.objects.get(pk=sent.pk)
    assert (row.state, row.bounced_at) == (MailState.BOUNCED, NOW)
    assert "550 5.1.1 no such reader here" in row.last_error
    assert bounced([READER, "max@example.org"]) == {READER}
    # Told a second time, it came back once.
    assert take_report(report(sent.code), at=NOW)[0] is False


def test_the_address_of_the_report_names_the_mail_when_nothing_is_quoted(sent):
    content = report("gone", to=f"bounces+{sent.code}@firm.example")
    assert read_report(content).key == sent.code


@pytest.mark.parametrize(("action", "status"), [("delayed", "4.4.1"), ("failed", "4.4.7"), ("delivered", "2.0.0")])
def test_a_mail_that_is_late_or_delivered_has_not_come_back(sent, action, status):
    assert take_report(report(sent.code, action=action, status=status), at=NOW)[0] is False
    assert Mail.objects.get(pk=sent.pk).state is MailState.SENT


DEEP = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(3000))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no_report"),
        (b"\x00\xff" * 1000, "no_report"),
        (b"Subject: Out of office\n\nBack on Monday", "no_report"),
        (b"x" * (MOST_BYTES + 1), "large"),
        (DEEP, "broken"),
        (report("x" * 16).replace(b"@firm.example", b""), "no_mail"),
        (report("a" * 16).replace(b"Action: failed", b""), "no_report"),
    ],
)
def test_what_is_no_report_is_refused_in_words(db, content, why):
    with pytest.raises(UnreadableError, match=why):
        read_report(content)
    is_bounce, words = take_report(content, at=NOW)
    assert not is_bounce
    assert words


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_a_spoiled_report_is_read_or_refused_and_nothing_else(data):
    content = bytearray(report("abcdefgh12345678"))
    for _ in range(data.draw(st.integers(0, 12))):
        place = data.draw(st.integers(0, len(content)))
        content[place : place + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=40))
    try:
        found = read_report(bytes(content))
    except UnreadableError:
        return
    assert len(found.reason) <= 200
    assert "\n" not in found.address + found.reason


def test_a_report_about_a_mail_that_nobody_sent_changes_nothing(sent):
    assert take_report(report("zzzzzzzzzzzzzzzz"), at=NOW)[0] is False
    assert Mail.objects.get(pk=sent.pk).state is MailState.SENT


def test_the_command_reads_a_file_and_a_pipe(sent, tmp_path, monkeypatch, capsys):
    path = tmp_path / "report.eml"
    path.write_bytes(report(sent.code))
    call_command("bounces", str(path))
    assert READER in capsys.readouterr().out
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Subject: hello\n\n")))
    with pytest.raises(CommandError, match="geen bericht"):
        call_command("bounces", "-")
    with pytest.raises(CommandError, match="No such file"):
        call_command("bounces", str(tmp_path / "nothing"))


def test_the_maildir_is_read_once_and_what_is_no_report_does_not_stop_it(sent, tmp_path, settings):
    assert read_returns(NOW) == 0
    settings.RETURNS_FOLDER = str(tmp_path)
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "1.first").write_bytes(b"Out of office")
    (tmp_path / "new" / "2.second:2,").write_bytes(report(sent.code))
    (tmp_path / "new" / "3.link").symlink_to("/etc/passwd")
    assert read_returns(NOW) == 1
    assert sorted(path.name for path in (tmp_path / "cur").iterdir()) == ["1.first:2,S", "2.second:2,S"]
    assert read_returns(NOW) == 0
    assert Mail.objects.get(pk=sent.pk).state is MailState.BOUNCED
