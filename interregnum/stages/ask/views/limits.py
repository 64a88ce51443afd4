"""How many requests one sender may send: the firm's dated numbers, counted for all server processes together."""

from datetime import datetime

from django.utils.translation import gettext as _

from interregnum.people.site import came_from
from interregnum.stages.ask.forms import ProblemForm
from interregnum.stages.ask.queries.promise import most_requests
from interregnum.web.limits import DAY, HOUR, is_too_often
from interregnum.web.requests import Request


def is_limited(request: Request, form: ProblemForm, at: datetime) -> bool:
    """Whether this sender has sent more than anybody needs; then the form says so, with all that was typed in it."""
    if request.method != "POST" or request.actor.is_bureau or not form.is_valid():
        return False
    most, mail = most_requests(at=at), form.cleaned_data["contact_email"]
    by_address = is_too_often("ask", came_from(request), most=most["per_address"], seconds=HOUR)
    by_mail = is_too_often("ask-by-mail", mail, most=most["per_mail"], seconds=DAY)
    if not (by_address or by_mail):
        return False
    form.add_error(
        None,
        _("Many requests came from you in a short time. What you typed is still here: send it again in an hour."),
    )
    return True
