"""Mail to a person: put into the queue with the facts that cause it, sent by the worker."""

from django.template.loader import render_to_string
from django.utils.translation import override

from interregnum.jobs.queue import job
from interregnum.outside import mail


@job
def send_mail(to: str, subject: str, text: str) -> None:
    """Send one message. Raises what the mail server answers, so that the queue keeps the job as failed."""
    mail.send(to=to, subject=subject, text=text)


def write_to(*, email: str, language: str, template: str, **context: object) -> None:
    """Write a mail in the reader's language; the first line of the template is the subject.

    Plain text: names and words of others cannot become markup, and links lead to our own site alone.
    """
    with override(language):
        subject, _, text = render_to_string(template, context).strip().partition("\n")
    send_mail.enqueue(to=email, subject=subject.strip(), text=text.strip() + "\n")
