"""How the sign-in library behaves in this house: nobody signs up alone, mail goes through the queue, words are ours."""

from datetime import datetime, timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language, gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from interregnum.jobs import post
from interregnum.people.accounts import change_password
from interregnum.people.post import has_died, html_of
from interregnum.people.second_factor import was_here_just_now
from interregnum.people.sessions import begin
from interregnum.people.site import came_from

# The library's own Dutch for this is too familiar; ours comes first in the catalogues.
gettext_noop("You must type the same password each time.")
gettext_noop("Use your password")
gettext_noop("Use authenticator app or code")
gettext_noop("Use a security key")
gettext_noop("Code")
gettext_noop("Authenticator code")
gettext_noop("Master key")
gettext_noop("Backup key")
# The address bar and the page say already who is signed in.
UNSAID = {"account/messages/logged_in.txt", "account/messages/logged_out.txt"}
TOO_OFTEN = {"too_many_login_attempts", "rate_limited"}
# The longest that any limit on tries holds.
WAIT = timedelta(minutes=5)


def until(at: datetime) -> str:
    """The time of day from which somebody may try again, on the clock of the firm: "14:05"."""
    return f"{timezone.localtime(at + WAIT + timedelta(minutes=1)):%H:%M}"


class Adapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("The e-mail address or the password is not right. Try again."),
        "incorrect_password": _("This is not your present password."),
        "enter_current_password": _("Type your present password."),
    }

    def validation_error(self, code: str, *args: Any) -> ValidationError:
        """Whoever tried too often is told when to come back."""
        if code in TOO_OFTEN:
            words = gettext("That was too often. You can try again at %s.")
            return ValidationError(words % until(timezone.now()), code=code)
        error: ValidationError = super().validation_error(code, *args)
        return error

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Having signed in just now is as good as having confirmed it just now."""
        return not was_here_just_now(context.request)

    def login(self, request: HttpRequest, user: Any) -> None:
        super().login(request, user)
        begin(request.session, at=timezone.now())

    def set_password(self, user: Any, password: str) -> None:
        change_password(account=user, password=password, at=timezone.now())

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return came_from(request)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        if has_died(email):
            return
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
