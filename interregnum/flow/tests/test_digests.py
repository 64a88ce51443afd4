"""What its reader chose: at once, in the day's news, or not; never in quiet hours; nothing lost and nothing twice."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from interregnum.jobs.mails import readers_with_news
from interregnum.jobs.models import Mail
from interregnum.jobs.post import release_rested
from interregnum.jobs.states import MailState
from interregnum.kernel.hours import Quiet
from interregnum.people.digests import send_digests
from interregnum.people.mail_kinds import When
from interregnum.people.models import Account, Firm
from interregnum.people.post import write_to
from interregnum.people.wishes import Wishes, choose_mail, wishes_of
from tests import world
from tests.world import NOW

HOUR = timedelta(hours=1)
DIGEST = "mail/digest.txt"


def wish(person: Account, *, at=NOW, **changed) -> None:
    present = vars(wishes_of(person))
    actor = world.Actor(role=world.Role.MANAGER, code=person.code)
    choose_mail(wishes=Wishes(**(present | changed)), by=actor, at=at)


def write(kind: str, *, at: datetime, to: str = "max@example.org") -> None:
    with time_machine.travel(at, tick=False):
        link = "http://127.0.0.1:8000/home/"
        context = {"name": "Max", "number": "A-1", "days": 3, "link": link}
        write_to(email=to, language="nl", template=f"mail/{kind}.txt", **context)


def minute(at: datetime) -> None:
    with time_machine.travel(at, tick=False):
        release_rested(at)
        send_digests(at)


def states() -> list[MailState]:
    return list(Mail.objects.exclude(template=DIGEST).order_by("pk").values_list("state", flat=True))


def test_the_days_news_is_one_mail_with_what_gathered(cast):
    wish(cast.max, kinds={"plan_agreed": When.DIGEST}, language="en", digest_hour=8)
    write("plan_agreed", at=NOW)
    write("week_read", at=NOW + HOUR)
    assert states() == [MailState.GATHERED, MailState.GATHERED]
    minute(NOW + 20 * HOUR)
    assert not Mail.objects.filter(template=DIGEST).exists()
    for _ in range(2):
        minute(NOW + 22 * HOUR)
    digest = Mail.objects.get(template=DIGEST)
    assert digest.state is MailState.SENT
    assert digest.subject == "2 messages for you"
    assert "Your plan of approach is agreed (A-1)\nhttp://127.0.0.1:8000/home/" in digest.text
    assert digest.html.count('href="http://127.0.0.1:8000/home/"') == 2
    assert states() == [MailState.DIGESTED, MailState.DIGESTED]
    assert set(digest.gathered.values_list("template", flat=True)) == {"mail/plan_agreed.txt", "mail/week_read.txt"}


def test_nothing_gathered_is_nothing_written(cast):
    minute(NOW)
    assert not Mail.objects.exists()


def test_what_is_not_wanted_is_noted_and_not_sent_and_what_is_fixed_comes_all_the_same(cast):
    wish(cast.max, kinds={"week_due": When.NEVER, "contract_sign": When.NEVER})
    write("week_due", at=NOW)
    write("contract_sign", at=NOW)
    assert states() == [MailState.UNWANTED, MailState.SENT]


def test_in_quiet_hours_a_mail_waits_and_an_invitation_does_not(cast):
    wish(cast.max, quiet=Quiet())
    friday_night = datetime(2026, 3, 6, 21, 30, tzinfo=UTC)
    write("plan_agreed", at=friday_night)
    write("invitation", at=friday_night)
    write("contract_sign", at=friday_night + HOUR)
    assert states() == [MailState.RESTING, MailState.SENT, MailState.RESTING]
    minute(datetime(2026, 3, 8, 12, 0, tzinfo=UTC))
    assert states() == [MailState.RESTING, MailState.SENT, MailState.RESTING]
    monday = datetime(2026, 3, 9, 6, 0, tzinfo=UTC)
    minute(monday)
    assert set(states()) == {MailState.SENT}
    assert list(Mail.objects.order_by("sent_at", "pk").values_list("sent_at", flat=True))[1:] == [monday, monday]


FRIDAY_NIGHT, MONDAY = datetime(2026, 3, 6, 21, 30, tzinfo=UTC), datetime(2026, 3, 9, 6, 0, tzinfo=UTC)


def test_who_has_no_account_is_written_to_when_the_firms_quiet_hours_are_over_and_at_once_what_is_urgent(cast):
    Firm.objects.update(quiet_begins=20, quiet_ends=7, quiet_weekends=True)
    for kind in ("question_answered", "data_confirm"):
        write(kind, at=FRIDAY_NIGHT, to="visitor@example.org")
    assert states() == [MailState.RESTING, MailState.SENT]
    minute(MONDAY - timedelta(minutes=1))
    assert states() == [MailState.RESTING, MailState.SENT]
    minute(MONDAY)
    assert states() == [MailState.SENT, MailState.SENT]
    assert "/account/mail/" not in Mail.objects.first().html


def test_the_firms_hours_hold_for_an_account_that_never_chose_and_a_partner_sets_them(cast):
    cast.max.mail_wish.delete()
    write("plan_agreed", at=FRIDAY_NIGHT)
    form = {"mail_port": "587", "mail_encryption": "starttls", "quiet_begins": "20", "quiet_ends": "7"}
    bea = world.browser(cast.bea)
    assert bea.post(reverse("bureau:firm-mail"), form | {"quiet_begins": "24"}).status_code == 422
    assert bea.post(reverse("bureau:firm-mail"), form | {"quiet_weekends": "on", "once": "b"}).status_code == 302
    write("plan_agreed", at=FRIDAY_NIGHT)
    assert states() == [MailState.SENT, MailState.RESTING]


def test_a_link_that_opens_a_door_never_comes_in_the_days_news(cast):
    wish(cast.max, kinds={"plan_agreed": When.DIGEST})
    with time_machine.travel(NOW, tick=False):
        context = {"name": "Max", "link": "http://127.0.0.1:8000/home/"}
        write_to(email="max@example.org", language="nl", template="mail/plan_agreed.txt", is_secret=True, **context)
    assert states() == [MailState.SENT]


def test_news_of_an_address_that_has_changed_is_not_lost(cast):
    write("week_read", at=NOW)
    Account.objects.filter(pk=cast.max.pk).update(email="max.nieuw@example.org")
    minute(NOW + 5 * 24 * HOUR)
    assert Mail.objects.filter(template=DIGEST, to="max@example.org").count() == 1
    assert readers_with_news() == []


def test_max_chooses_on_his_page(cast):
    page = reverse("mail_wishes")
    window = world.browser(cast.max)
    shown = window.get(page).content.decode()
    assert "On Thursday: the weekly report is still to be written" in shown
    assert "A contract waits for your signature" in shown
    form = {f"kind_{name}": "digest" for name in names_on(window.get(page))}
    hours = {"digest_hour": "7", "quiet_begins": "22", "quiet_ends": "6", "quiet_weekends": "on", "language": "en"}
    assert window.post(page, form | hours).status_code == 302
    wishes = wishes_of(Account.objects.get(pk=cast.max.pk))
    assert wishes.quiet == Quiet(22, 6, weekends=True)
    assert wishes.kinds["week_due"] is When.DIGEST
    # Only what differs from the rule is kept.
    assert "week_read" not in wishes.kinds
    assert window.post(page, form | hours | {"digest_hour": "25"}).status_code == 422


def names_on(response) -> list[str]:
    fields = response.context["form"].fields
    return [name.removeprefix("kind_") for name in fields if name.startswith("kind_")]


@pytest.mark.parametrize("person", ["bea", "carla", "sara"])
def test_everybody_chooses_among_their_own_mails(cast, person):
    shown = world.browser(getattr(cast, person)).get(reverse("mail_wishes")).content.decode()
    assert "On Thursday" not in shown
    assert "An assignment starts today" in shown


def test_whoever_has_no_account_any_more_gets_no_news(cast):
    wish(cast.max, kinds={"plan_agreed": When.DIGEST}, digest_hour=8)
    write("plan_agreed", at=NOW)
    Account.objects.filter(pk=cast.max.pk).update(is_active=False)
    minute(NOW + 22 * HOUR)
    assert states() == [MailState.UNWANTED]
    assert not Mail.objects.filter(template=DIGEST).exists()
