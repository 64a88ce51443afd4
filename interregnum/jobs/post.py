"""Mail on the record: a row for each, sent by a job, in the order in which they were written to one reader."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from interregnum.jobs.claims import READY, RUNNING, run_again, sentence_of
from interregnum.jobs.models import Mail
from interregnum.jobs.queue import NotYetError, job
from interregnum.jobs.states import MailState
from interregnum.outside import mail

KEPT_DAYS = 30
# How long a mail waits for an earlier one to the same reader: that one is on its way, or has met trouble.
MOMENT, WHILE = 2, 30


def put(
    *, to: str, subject: str, text: str, language: str, template: str = "", about: str = "", is_secret: bool = False
) -> str:
    """Write a mail into the record and its sending into the queue, in the transaction that is open; returns its code.

    `about` is the code of the object that it is about. A secret mail holds a link that opens somebody's account.
    """
    row = Mail.objects.create(
        to=to,
        subject=" ".join(subject.split())[:300],
        text=text,
        language=language,
        template=template,
        about=about,
        is_secret=is_secret,
        written_at=timezone.now(),  # noqa: TID251 - the moment of writing, which no caller may choose
    )
    send_mail.enqueue(row.code)
    return row.code


def _give_up(code: str) -> None:
    Mail.objects.filter(code=code, state=MailState.WAITING).update(state=MailState.FAILED)


@job(called=_("Send a mail"), given_up=_give_up)
def send_mail(code: str) -> None:
    """Send one mail that was not sent yet. Raises what the mail server answers, so that it is tried again."""
    row = Mail.objects.filter(code=code).exclude(state=MailState.SENT).first()
    if row is None:
        return
    earlier = Mail.objects.filter(to=row.to, state=MailState.WAITING, pk__lt=row.pk).order_by("pk").first()
    if earlier:
        raise NotYetError(WHILE if earlier.tries else MOMENT)
    this = Mail.objects.filter(pk=row.pk)
    try:
        mail.send(to=row.to, subject=row.subject, text=row.text, key=row.code, written_at=row.written_at)
    except Exception as error:
        this.update(tries=F("tries") + 1, last_error=sentence_of(error))
        raise
    this.update(
        state=MailState.SENT,
        sent_at=timezone.now(),  # noqa: TID251 - the moment of sending
        tries=F("tries") + 1,
        last_error="",
        text="" if row.is_secret and not settings.KEEPS_MAIL_IN_FOLDER else row.text,
    )


def send_again(code: str) -> bool:
    """A person wants a failed mail tried anew; False when it is no failed mail (any more)."""
    with transaction.atomic():
        if not Mail.objects.filter(code=code, state=MailState.FAILED).update(state=MailState.WAITING, tries=0):
            return False
        # Its old job, unless somebody has that going already; a new one when it is gone.
        arguments = {"args": [code], "kwargs": {}}
        job_of = DBTaskResult.objects.filter(task_path=send_mail.module_path, args_kwargs=arguments)
        is_going = job_of.filter(status__in=[READY, RUNNING]).exists()
        if not is_going and not any(run_again(row.pk) for row in job_of):
            send_mail.enqueue(code)
    return True


def forget_mail_texts(at: datetime) -> int:
    """Empty the texts of mails that were sent 30 days ago or earlier; returns how many."""
    old = Mail.objects.filter(state=MailState.SENT, sent_at__lte=at - timedelta(days=KEPT_DAYS))
    return old.exclude(text="").update(text="")
