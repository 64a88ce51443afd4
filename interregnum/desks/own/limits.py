"""How often somebody asks for their own data: oftener than anybody needs, and a form says so."""

from django.utils.translation import gettext as _

from interregnum.people.site import came_from
from interregnum.web.forms import Form
from interregnum.web.limits import DAY, HOUR, is_too_often
from interregnum.web.requests import Request

# A firm behind one network address may have several people who ask; the law lets nobody ask time and again.
MOST_OF_ADDRESS, MOST_OF_MAIL, MOST_OF_ACCOUNT = 6, 3, 3


def limit(request: Request, form: Form) -> None:
    """Where this sender, mailbox or account asked often already, the form says when to try again."""
    if request.method != "POST" or not form.is_valid():
        return
    if "email" in form.cleaned_data:
        of_sender = is_too_often("own-data", came_from(request), most=MOST_OF_ADDRESS, seconds=HOUR)
        is_over = is_too_often("own-data-mail", form.cleaned_data["email"], most=MOST_OF_MAIL, seconds=DAY) or of_sender
    else:
        is_over = is_too_often("own-data-account", request.actor.code, most=MOST_OF_ACCOUNT, seconds=DAY)
    if is_over:
        form.add_error(None, _("This was asked several times in a short time. Try again tomorrow; nothing was sent."))
