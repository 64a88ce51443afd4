"""What the queue's own table does not know: who works, who asked, how often a job was tried; and the mails."""

from django.db import models
from django_tasks_db.models import DBTaskResult

from interregnum.columns.fields import CodeField, EnumField
from interregnum.jobs.states import MailState


class Worker(models.Model):
    """A worker that is alive: it renews `seen_at`. Whoever finds it silent suspects it first, and buries it later."""

    code = models.CharField(max_length=40, primary_key=True)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    suspected_at = models.DateTimeField(null=True)


class Effort(models.Model):
    """What was done for a job so far: `worker` is who does it now, `reason` why the last try failed."""

    task = models.OneToOneField(DBTaskResult, models.CASCADE, primary_key=True, related_name="effort")
    worker = models.CharField(max_length=40, blank=True, db_index=True)
    tries = models.PositiveIntegerField(default=0)
    reason = models.CharField(max_length=300, blank=True)
    done = models.PositiveIntegerField(default=0)
    of = models.PositiveIntegerField(default=0)


class Started(models.Model):
    """Who started a job and may see how far it is. No reference: a job that is over is forgotten before its page is."""

    job = models.CharField(max_length=40)
    by = models.CharField(max_length=26)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["job", "by"], name="started_once")]


class Turn(models.Model):
    """When something falls due next. Whoever moves `due_at` on has the turn."""

    name = models.CharField(max_length=80, primary_key=True)
    due_at = models.DateTimeField()


class Mail(models.Model):
    """One mail on the record. Its text goes when it is no longer needed; that it was written and sent stays.

    `is_secret` says that the text holds a link that opens somebody's account. `quiet` holds the reader's quiet hours
    as [begins, ends, weekends], `link` is the page that it is about, `name` says what must not be written
    twice; `calendar` is an invitation that goes along.
    """

    code = CodeField()
    to = models.EmailField(max_length=254)
    subject = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    calendar = models.TextField(blank=True)
    link = models.CharField(max_length=300, blank=True)
    template = models.CharField(max_length=100, blank=True)
    language = models.CharField(max_length=10)
    about = models.CharField(max_length=26, blank=True, db_index=True)
    name = models.CharField(max_length=120, null=True, unique=True)
    is_secret = models.BooleanField(default=False)
    state = EnumField(MailState, default=MailState.WAITING)
    quiet = models.JSONField(null=True)
    not_before = models.DateTimeField(null=True)
    digest = models.ForeignKey("self", models.SET_NULL, null=True, related_name="gathered")
    replaced_by = models.ForeignKey("self", models.SET_NULL, null=True, related_name="replaces")
    tries = models.PositiveIntegerField(default=0)
    last_error = models.CharField(max_length=300, blank=True)
    written_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    bounced_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["to", "state", "id"], name="mail_in_order"),
            models.Index(fields=["state", "sent_at"], name="mail_by_state"),
        ]


class MailAbout(models.Model):
    """An object on whose page a mail is shown."""

    mail = models.ForeignKey(Mail, models.CASCADE, related_name="abouts")
    code = models.CharField(max_length=26, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mail", "code"], name="mail_about_once")]


class MailFile(models.Model):
    """A file that goes along with a mail, as it was when that was written; it goes with the text of the mail."""

    mail = models.ForeignKey(Mail, models.CASCADE, related_name="files")
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    content = models.BinaryField()
