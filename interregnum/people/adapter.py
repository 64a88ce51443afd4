"""How the sign-in library behaves in this house: nobody signs up alone, mail goes through the queue, words are ours."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext_lazy as _

from interregnum.jobs import post
from interregnum.people.post import html_of

# The library's own Dutch for this is too familiar; ours comes first in the catalogues.
gettext_noop("You must type the same password each time.")
# The address bar and the page say already who is signed in.
UNSAID = {"account/messages/logged_in.txt", "account/messages/logged_out.txt"}


class Adapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("The e-mail address or the password is not right. Try again."),
        "incorrect_password": _("This is not your present password."),
        "enter_current_password": _("Type your present password."),
        "too_many_login_attempts": _("That was too often. Wait five minutes and try again."),
        "rate_limited": _("That was too often. Wait five minutes and try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        message = self.render_mail(template_prefix, email, context)
        language, text = get_language() or settings.LANGUAGE_CODE, str(message.body)
        # Whatever the library writes may open an account: a link for a new password, a code.
        post.put(
            post.Letter(
                to=email,
                subject=message.subject,
                text=text,
                html=html_of(message.subject, text, language=language),
                language=language,
                template=template_prefix,
            ),
            is_secret=True,
        )

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        if message_template not in UNSAID:
            super().add_message(request, level, message_template, *args, **kwargs)
