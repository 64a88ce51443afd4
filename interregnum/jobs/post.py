"""Mail on the record: a row for each, sent by a job, in the order in which they were written to one reader."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from interregnum.jobs.claims import READY, RUNNING, run_again, sentence_of
from interregnum.jobs.models import Mail, MailAbout, MailFile, Turn
from interregnum.jobs.queue import SOMEBODY_WAITS, HopelessError, NotYetError, job
from interregnum.jobs.states import MailState
from interregnum.kernel.hours import Quiet, first_open
from interregnum.outside import mail
from interregnum.outside.mail_server import keeps_in_folder

# How long a mail waits for an earlier one to the same reader: that one is on its way, or has met trouble.
MOMENT, WHILE = 2, 30
# A mail server that hangs costs a worker 20 seconds: one mail finds out, the others wait, and other work goes on.
SERVER_RESTS = timedelta(seconds=60)
SERVER = "mail server"


class RefusedForGoodError(HopelessError):
    """The mail server refuses this message and will go on to do so."""


class Enclosed(NamedTuple):
    """A file that goes along with a mail."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What is written to one reader. `link` is the page that it is about; `template` names its kind.

    `calendar` is an invitation for the reader's calendar (iCalendar), that goes along as a file.
    """

    to: str
    subject: str
    text: str
    language: str
    html: str = ""
    calendar: str = ""
    link: str = ""
    template: str = ""
    files: Sequence[Enclosed] = ()


def put(
    letter: Letter,
    *,
    about: Sequence[str] = (),
    is_secret: bool = False,
    name: str | None = None,
    state: MailState = MailState.WAITING,
    quiet: Quiet | None = None,
) -> str:
    """Write a mail into the record and its sending into the queue, in the transaction that is open; returns its code.

    `about` are the codes of the objects on whose pages it is shown, the closest first. A secret mail holds a link that
    opens somebody's account. A `name` that was used before writes nothing. In `quiet` hours it waits for their end; one
    that knows none is urgent, and goes before all others.
    """
    at = timezone.now()  # noqa: TID251 - the moment of writing, which no caller may choose
    opens = first_open(at, quiet) if quiet and state is MailState.WAITING else at
    values = {name: value for name, value in vars(letter).items() if name != "files"} | {
        "subject": " ".join(letter.subject.split())[:300],
        "about": about[0] if about else "",
        "is_secret": is_secret,
        "state": MailState.RESTING if opens > at else state,
        "quiet": [quiet.begins, quiet.ends, quiet.weekends] if quiet else None,
        "not_before": opens if opens > at else None,
        "written_at": at,
    }
    row, is_new = _written_once(name, values)
    if is_new:
        MailAbout.objects.bulk_create(MailAbout(mail=row, code=code) for code in dict.fromkeys(about) if code)
        MailFile.objects.bulk_create(MailFile(mail=row, **one._asdict()) for one in letter.files)
        if row.state == MailState.WAITING:
            (send_mail if quiet else send_mail.using(priority=SOMEBODY_WAITS)).enqueue(row.code)
    return str(row.code)


def _written_once(name: str | None, values: dict[str, object]) -> tuple[Mail, bool]:
    if name is None:
        return Mail.objects.create(**values), True
    try:
        with transaction.atomic():
            return Mail.objects.get_or_create(name=name, defaults=values)
    except IntegrityError:
        return Mail.objects.get(name=name), False


def withdraw_waiting(addresses: Collection[str]) -> int:
    """What was not sent yet to these addresses never is, nor anew what came back; returns how many mails that were."""
    unsent = (MailState.WAITING, MailState.RESTING, MailState.GATHERED, MailState.FAILED, MailState.BOUNCED)
    return Mail.objects.filter(to__in=addresses, state__in=unsent).update(state=MailState.WITHDRAWN)


def _give_up(code: str) -> None:
    Mail.objects.filter(code=code, state=MailState.WAITING).update(state=MailState.FAILED)


@job(called=_("Send a mail"), given_up=_give_up)
def send_mail(code: str) -> None:
    """Send one mail that was not sent yet. Raises what the mail server answers, so that it is tried again."""
    row = Mail.objects.filter(code=code, state__in=[MailState.WAITING, MailState.FAILED]).first()
    if row is None:
        return
    at = timezone.now()  # noqa: TID251 - the moment of sending
    this = Mail.objects.filter(pk=row.pk)
    opens = first_open(at, Quiet(*row.quiet)) if row.quiet else at
    if opens > at:
        this.update(state=MailState.RESTING, not_before=opens)
        return
    _wait_for_others(row, at)
    try:
        mail.send(
            to=row.to,
            subject=row.subject,
            text=row.text,
            html=row.html,
            calendar=row.calendar,
            files=enclosed_in(row),
            key=row.code,
            written_at=row.written_at,
        )
    except mail.AddressRefusedError as refusal:
        this.update(state=MailState.BOUNCED, bounced_at=at, tries=F("tries") + 1, last_error=sentence_of(refusal))
        return
    except Exception as error:
        this.update(tries=F("tries") + 1, last_error=sentence_of(error))
        if isinstance(error, TimeoutError):
            Turn.objects.update_or_create(name=SERVER, defaults={"due_at": at + SERVER_RESTS})
        if isinstance(error, mail.MessageRefusedError):
            raise RefusedForGoodError(sentence_of(error)) from error
        raise
    keeps_text = keeps_in_folder() or not row.is_secret
    this.update(
        state=MailState.SENT,
        sent_at=timezone.now(),  # noqa: TID251 - the moment at which the server had it
        tries=F("tries") + 1,
        last_error="",
        text=row.text if keeps_text else "",
        html=row.html if keeps_text else "",
    )


def enclosed_in(row: Mail) -> list[Enclosed]:
    """The files that go along with a mail."""
    return [Enclosed(one.name, one.media_type, bytes(one.content)) for one in row.files.order_by("pk")]


def _wait_for_others(row: Mail, at: datetime) -> None:
    """Raise NotYetError for an earlier mail to the same reader, or a mail server that did not answer just now."""
    due = Q(state=MailState.WAITING) | Q(state=MailState.RESTING, not_before__lte=at)
    before = Mail.objects.filter(due, to=row.to, pk__lt=row.pk).order_by("pk")
    earlier = (before if row.quiet else before.filter(quiet__isnull=True)).first()
    if earlier:
        raise NotYetError(WHILE if earlier.tries else MOMENT)
    rests = Turn.objects.filter(name=SERVER, due_at__gt=at, due_at__lte=at + SERVER_RESTS).first()
    if rests:
        raise NotYetError(int((rests.due_at - at).total_seconds()) + 1)


def release_rested(at: datetime) -> int:
    """Put the mails on their way whose quiet hours are over, in the order in which they were written."""
    rows = Mail.objects.filter(state=MailState.RESTING, not_before__lte=at).order_by("pk")
    return sum(_release(row) for row in rows)


def _release(row: Mail) -> bool:
    with transaction.atomic():
        # The filter carries the old state: of two clocks at once, one releases it.
        is_mine = Mail.objects.filter(pk=row.pk, state=MailState.RESTING).update(state=MailState.WAITING)
        if is_mine:
            send_mail.enqueue(row.code)
    return bool(is_mine)


def send_again(code: str, *, to: str = "") -> str | None:
    """A person wants a failed or bounced mail sent anew, perhaps to another address; returns what is on its way.

    None when it is not in trouble (any more), or its text is gone. What bounced stays as it is: its copy goes.
    """
    with transaction.atomic():
        row = Mail.objects.select_for_update().filter(code=code, replaced_by=None).first()
        if row is None or not row.text or row.state not in {MailState.FAILED, MailState.BOUNCED}:
            return None
        if row.state == MailState.BOUNCED or to not in {"", row.to}:
            return _send_copy(row, to or row.to)
        Mail.objects.filter(pk=row.pk).update(state=MailState.WAITING, tries=0, quiet=None)
        # Its old job, unless somebody has that going already; a new one when it is gone.
        arguments = {"args": [code], "kwargs": {}}
        job_of = DBTaskResult.objects.filter(task_path=send_mail.module_path, args_kwargs=arguments)
        is_going = job_of.filter(status__in=[READY, RUNNING]).exists()
        if not is_going and not any(run_again(each.pk) for each in job_of):
            send_mail.enqueue(code)
    return code


def _send_copy(row: Mail, to: str) -> str:
    letter = Letter(
        to=to,
        subject=row.subject,
        text=row.text,
        html=row.html,
        calendar=row.calendar,
        link=row.link,
        template=row.template,
        language=row.language,
        files=enclosed_in(row),
    )
    about = [row.about, *row.abouts.values_list("code", flat=True)] if row.about else []
    copy = put(letter, about=about, is_secret=row.is_secret)
    Mail.objects.filter(pk=row.pk).update(replaced_by=Mail.objects.get(code=copy))
    return copy


def note_bounce(code: str, *, reason: str, at: datetime) -> bool:
    """A mail came back; False when no mail of that code was sent. Told twice, it bounced once."""
    sent = Mail.objects.filter(code=code, state=MailState.SENT)
    return bool(sent.update(state=MailState.BOUNCED, bounced_at=at, last_error=f"{mail.BOUNCE}: {reason}"[:300]))
