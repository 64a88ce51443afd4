"""Mail on the record: whatever the mail server does, nothing is lost and nothing overtakes."""

from datetime import timedelta

import pytest
import time_machine

from interregnum.jobs.claims import BACK_OFF, claim
from interregnum.jobs.models import Mail
from interregnum.jobs.post import Letter, forget_mail_texts, put, send_again
from interregnum.jobs.states import MailState
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
    mail = Mail.objects.get(code=code)
    assert (mail.state, mail.tries, mail.about, mail.sent_at) == (MailState.SENT, 1, "abc", NOW)
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


def test_a_text_is_kept_for_thirty_days_after_sending_and_a_failed_one_longer(worker):
    write("een")
    work_until_nothing_is_ready(worker, at=NOW)
    failed = Mail.objects.get(code=write("twee"))
    Mail.objects.filter(pk=failed.pk).update(state=MailState.FAILED)
    assert forget_mail_texts(NOW + timedelta(days=29, hours=23)) == 0
    assert forget_mail_texts(NOW + timedelta(days=30)) == 1
    assert forget_mail_texts(NOW + timedelta(days=30)) == 0
    assert list(Mail.objects.order_by("pk").values_list("text", flat=True)) == ["", "Een bericht.\n"]


def test_a_link_that_opens_an_account_is_gone_as_soon_as_it_is_sent(worker, post_office):
    code = write("Uitnodiging", is_secret=True)
    work_until_nothing_is_ready(worker, at=NOW)
    assert Mail.objects.get(code=code).text == ""


def test_a_line_break_in_a_subject_adds_no_header(worker, post_office):
    write("Hallo\r\nBcc: iedereen@example.org")
    work_until_nothing_is_ready(worker, at=NOW)
    assert post_office.subjects("carla@example.org") == ["Hallo Bcc: iedereen@example.org"]
