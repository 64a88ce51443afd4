"""A test of the mail server, by a real message."""

import smtplib

from django.core.mail import EmailMessage

from interregnum.outside.mail_server import answer_of, firm_mail, keeps_in_folder

SUBJECT = "Interregnum: test"
TEXT = "Dit bericht laat zien dat de mailserver werkt.\nThis message shows that mail works.\n"


def send_test(*, to: str) -> tuple[str, str]:
    """Send it, and give what became of it as a code, with the sentence of the mail server where it said no."""
    message = EmailMessage(SUBJECT, TEXT, None, [to], headers={"From": firm_mail().sender})
    try:
        message.send()
    except (OSError, smtplib.SMTPException) as error:
        return answer_of(error)
    return "mail.kept" if keeps_in_folder() else "mail.taken", ""
