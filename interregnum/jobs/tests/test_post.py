"""Mail on the record: whatever the mail server does, nothing is lost and nothing overtakes."""

from datetime import timedelta

import pytest
import time_machine

from interregnum.jobs.claims import BACK_OFF, claim
from interregnum.jobs.mails import bounced, mails_about, mails_in_trouble
from interregnum.jobs.models import Mail
from interregnum.jobs.post import SERVER_RESTS, Letter, put, send_again
from interregnum.jobs.states import MailState
from interregnum.jobs.tests import samples
from interregnum.kernel.hours import Quiet
from interregnum.outside import mail
from interregnum.outside.mail import kept_mail
from tests.world import NOW

MINUTE = timedelta(minutes=1)


def write(subject: str, *, to: str = "carla@example.org", at=NOW, **more) -> str:
    with time_machine.travel(at, tick=False):
        return put(Letter(to=to, subject=subject, text="Een bericht.\n", language="nl"), **more)


def work_until_nothing_is_ready(worker, *, at) -> None:
    with time_machine.travel(at, tick=False):
        for _ in range(50):
            row = claim(worker.code, at=at)
            if row is None:
                return
            worker.do(row)
    raise AssertionError("the queue does not come to rest")


def test_a_mail_is_sent_once_and_stands_on_the_record(worker, post_office):
    code = write("Hallo", about=("abc", "def"))
    work_until_nothing_is_ready(worker, at=NOW)
    work_until_nothing_is_ready(worker, at=NOW + MINUTE)
    row = Mail.objects.get(code=code)
    assert (row.state, row.tries, row.about, row.sent_at) == (MailState.SENT, 1, "abc", NOW)
    assert post_office.keys() == [f"<{code}@interregnum.example>"]


@pytest.mark.parametrize("mood", ["hangs", "refuses", "drops"])
def test_a_mail_server_in_trouble_loses_nothing_and_keeps_the_order(worker, post_office, mood):
    post_office.mood, post_office.hang_seconds = mood, 0.8
    for subject in ("een", "twee", "drie"):
        write(subject)
    work_until_nothing_is_ready(worker, at=NOW)
    work_until_nothing_is_ready(worker, at=NOW + BACK_OFF[0])
    assert post_office.taken == []
    assert Mail.objects.filter(state=MailState.WAITING).count() == 3
    assert Mail.objects.order_by("pk")[0].last_error
    post_office.mood = "takes"
    for minutes in (2, 3, 4):
        work_until_nothing_is_ready(worker, at=NOW + minutes * MINUTE)
    assert post_office.subjects("carla@example.org") == ["een", "twee", "drie"]


def test_trouble_with_one_reader_holds_up_nobody_else(worker, post_office):
    write("een")
    Mail.objects.update(tries=1)
    first = claim("elsewhere", at=NOW)
    write("twee")
    write("ander", to="otto@example.org")
    work_until_nothing_is_ready(worker, at=NOW)
    assert first is not None
    assert post_office.subjects("otto@example.org") == ["ander"]
    assert post_office.subjects("carla@example.org") == []


def test_a_server_that_forgets_to_say_yes_gets_the_same_message_id_again(worker, post_office):
    post_office.mood = "forgets"
    write("een")
    work_until_nothing_is_ready(worker, at=NOW)
    post_office.mood = "takes"
    work_until_nothing_is_ready(worker, at=NOW + BACK_OFF[0])
    assert len(post_office.keys()) == 2
    assert len(set(post_office.keys())) == 1


def test_a_mail_that_was_given_up_lets_the_next_one_go_and_can_be_sent_again(worker, post_office):
    post_office.mood = "refuses"
    code, at = write("een"), NOW
    work_until_nothing_is_ready(worker, at=at)
    for wait in BACK_OFF:
        at += wait
        work_until_nothing_is_ready(worker, at=at)
    assert Mail.objects.get(code=code).state is MailState.FAILED
    post_office.mood = "takes"
    write("twee")
    work_until_nothing_is_ready(worker, at=at)
    assert send_again(code)
    assert not send_again(code)
    work_until_nothing_is_ready(worker, at=at)
    assert post_office.subjects("carla@example.org") == ["twee", "een"]
    assert Mail.objects.get(code=code).state is MailState.SENT


def test_the_folder_holds_a_mail_once_though_it_was_sent_twice(worker):
    code = write("een")
    work_until_nothing_is_ready(worker, at=NOW)
    # The worker died after sending and before it could say so.
    Mail.objects.update(state=MailState.FAILED)
    assert send_again(code)
    work_until_nothing_is_ready(worker, at=NOW + MINUTE)
    assert Mail.objects.get(code=code).tries == 1
    assert kept_mail()[1] == 1


def test_a_link_that_opens_an_account_is_gone_as_soon_as_it_is_sent(worker, post_office):
    code = write("Uitnodiging", is_secret=True)
    work_until_nothing_is_ready(worker, at=NOW)
    assert Mail.objects.get(code=code).text == ""


def test_a_line_break_in_a_subject_adds_no_header(worker, post_office):
    write("Hallo\r\nBcc: iedereen@example.org")
    work_until_nothing_is_ready(worker, at=NOW)
    assert post_office.subjects("carla@example.org") == ["Hallo Bcc: iedereen@example.org"]


@pytest.mark.parametrize(
    ("answer", "state", "words"),
    [
        ("550 5.1.1 no such reader", MailState.BOUNCED, "AddressRefusedError: 550 5.1.1 no such reader"),
        ("553 sorry", MailState.BOUNCED, "AddressRefusedError: 553 sorry"),
        ("DATA 550 5.1.1 no such reader", MailState.BOUNCED, "AddressRefusedError: 550 5.1.1"),
        # Rules of the other side, or of our own server: the address may be right.
        ("550 5.7.1 relaying denied", MailState.FAILED, "MessageRefusedError: 550 5.7.1"),
        ("DATA 554 5.6.0 looks like spam", MailState.FAILED, "MessageRefusedError: 554"),
        ("450 4.2.1 mailbox busy", MailState.WAITING, "SMTPRecipientsRefused"),
        ("DATA 452 4.3.1 full", MailState.WAITING, "SMTPDataError"),
        ("530 5.7.0 sign in first", MailState.WAITING, "SMTPRecipientsRefused"),
    ],
)
def test_what_is_refused_for_good_is_not_tried_again_and_what_is_not_is(worker, post_office, answer, state, words):
    post_office.mood, post_office.answer = "answers", answer
    code = write("een")
    write("twee")
    work_until_nothing_is_ready(worker, at=NOW)
    row = Mail.objects.get(code=code)
    assert (row.state, row.tries) == (state, 1)
    assert row.last_error.startswith(words)
    post_office.mood = "takes"
    for number in range(1, 5):
        work_until_nothing_is_ready(worker, at=NOW + number * BACK_OFF[1])
    expected = ["een", "twee"] if state is MailState.WAITING else []
    assert [subject for subject in post_office.subjects("carla@example.org") if expected] == expected


def test_an_address_that_no_header_can_carry_came_back_at_once(worker, post_office):
    code = write("een", to="jörg@example.org")
    work_until_nothing_is_ready(worker, at=NOW)
    assert Mail.objects.get(code=code).state is MailState.BOUNCED


def test_what_came_back_is_sent_again_to_the_right_address_and_both_stay_on_the_record(worker, post_office):
    post_office.mood, post_office.answer = "answers", "550 5.1.1 no such reader"
    code = write("een", to="carl@example.org", about=("abc", "def"))
    work_until_nothing_is_ready(worker, at=NOW)
    assert bounced(["carl@example.org"]) == {"carl@example.org"}
    assert [line.code for line in mails_in_trouble(about=["def"])] == [code]
    post_office.mood = "takes"
    with time_machine.travel(NOW, tick=False):
        copy = send_again(code, to="carla@example.org")
        assert send_again(code, to="carla@example.org") is None
    work_until_nothing_is_ready(worker, at=NOW + MINUTE)
    assert post_office.subjects("carla@example.org") == ["een"]
    assert [(line.code, line.state) for line in mails_about("abc")] == [
        (copy, MailState.SENT),
        (code, MailState.BOUNCED),
    ]
    assert bounced(["carl@example.org"]) == frozenset()
    assert mails_in_trouble(about=None) == ()


def test_a_server_that_hangs_is_asked_by_one_mail_and_the_other_work_goes_on(worker, post_office):
    post_office.mood, post_office.hang_seconds = "hangs", 2.0
    for number in range(5):
        write("een", to=f"reader{number}@example.org")
    samples.write_down.enqueue("other work")
    work_until_nothing_is_ready(worker, at=NOW)
    assert samples.done == ["other work"]
    assert list(Mail.objects.order_by("-tries").values_list("tries", flat=True)) == [1, 0, 0, 0, 0]
    assert Mail.objects.get(tries=1).last_error.startswith("TimeoutError")
    post_office.mood = "takes"
    work_until_nothing_is_ready(worker, at=NOW + SERVER_RESTS + timedelta(seconds=2))
    assert len(post_office.taken) == 5


def test_refused_for_an_hour_nothing_is_lost_nothing_doubled_and_the_order_kept(worker, post_office):
    readers = [f"reader{number}@example.org" for number in range(2)]
    post_office.mood = "refuses"
    for number in range(3):
        for reader in readers:
            write(f"{number}", to=reader, at=NOW + number * 5 * MINUTE)
    for minutes in range(0, 60, 6):
        work_until_nothing_is_ready(worker, at=NOW + minutes * MINUTE)
    assert post_office.taken == []
    post_office.mood = "takes"
    for minutes in range(60, 240, 10):
        work_until_nothing_is_ready(worker, at=NOW + minutes * MINUTE)
    assert set(Mail.objects.values_list("state", flat=True)) == {MailState.SENT}
    assert {reader: post_office.subjects(reader) for reader in readers} == {key: ["0", "1", "2"] for key in readers}
    assert len(set(post_office.keys())) == len(post_office.keys()) == 6


def test_the_sender_of_the_envelope_names_the_mail_when_returns_have_an_address(worker, settings):
    settings.MAIL_RETURNS_TO = "returns@firm.example"
    code = write("een")
    with time_machine.travel(NOW, tick=False):
        message = mail._message(to="x@example.org", subject="een", text="x", html="", key=code, written_at=NOW)
    assert message.from_email == f"returns+{code}@firm.example"
    assert message.message()["From"] == settings.DEFAULT_FROM_EMAIL


def test_what_somebody_waits_for_goes_before_a_night_full_of_mail(worker, post_office):
    nobody_waits = Quiet(22, 7, weekends=False)
    # Of jobs of one moment the database takes any first, and whatever overtakes waits: here each has its own moment.
    for seconds in range(3):
        write(f"nacht {seconds}", quiet=nobody_waits, at=NOW + timedelta(seconds=seconds - 3))
    urgent = write("code")
    samples.made_for_somebody.enqueue("document")
    with time_machine.travel(NOW, tick=False):
        for _ in range(2):
            worker.do(claim(worker.code, at=NOW))
    assert samples.done == ["document"]
    assert post_office.keys() == [f"<{urgent}@interregnum.example>"]
    work_until_nothing_is_ready(worker, at=NOW)
    assert post_office.subjects("carla@example.org") == ["code", "nacht 0", "nacht 1", "nacht 2"]
