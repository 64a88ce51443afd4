"""The lists of the bureau's own pages."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interregnum.desks.bureau.forms import MailFilter
from interregnum.jobs.mails import bounced
from interregnum.people.invitations import AccountState, PersonLine, person_line
from interregnum.web.listing import Listing
from interregnum.web.mail_log import MAIL_STATE, email_note
from interregnum.web.pieces import Badge, Cell, Column, Row, Tone
from interregnum.web.requests import Request
from interregnum.web.templatetags.web import day, moment
from interregnum.web.words import ROLE


class PeopleTable(Listing):
    columns = (
        Column("name", _("Name"), sortable=True),
        Column("role", _("Role")),
        Column("state", _("Account")),
        Column("again", _("Invitation")),
    )
    sorts = {"name": ["name"]}
    default_sort = "name"
    search_fields = ("name", "email")
    caption = _("People with a role")
    empty_title = _("Nobody here yet")
    empty_text = _("Invite the first person with the form on this page.")

    def __init__(self, request: Request, rows: QuerySet[Any], *, at: datetime) -> None:
        super().__init__(request, rows)
        self.at, self.bounced = at, frozenset[str]()

    def rows_of(self, page: Sequence[Any]) -> list[Row]:
        self.bounced = bounced([account.email for account in page])
        return super().rows_of(page)

    def row(self, obj: Any) -> Row:
        line = person_line(obj, at=self.at)
        roles = ", ".join(f"{ROLE[role]}: {of}" if of else str(ROLE[role]) for role, of in line.roles)
        again: object = ""
        if line.state not in {AccountState.OPEN, AccountState.CLOSED}:
            again = Cell(_("Invite again"), url=f"{reverse('bureau:people-invite')}?again={line.code}#invite")
        url = reverse("bureau:people-person", args=[line.code])
        return Row((Cell(line.name, url=url, note=email_note(line.email, self.bounced)), roles, badge_of(line), again))


def badge_of(line: PersonLine) -> Badge:
    """How an account stands."""
    if line.state is AccountState.INVITED:
        return Badge(_("Invited until %(day)s") % {"day": day(line.until)}, Tone.INFO)
    return {
        AccountState.OPEN: Badge(_("Open"), Tone.GOOD),
        AccountState.EXPIRED: Badge(_("Invitation expired"), Tone.WARN),
        AccountState.UNINVITED: Badge(_("No invitation")),
        AccountState.CLOSED: Badge(_("Closed")),
    }[line.state]


class MailTable(Listing):
    columns = (
        Column("subject", _("Subject")),
        Column("to", _("To"), sortable=True),
        Column("state", _("State")),
        Column("written", _("Written"), sortable=True),
    )
    sorts = {"to": ["to"], "written": ["written_at"]}
    default_sort = "-written"
    search_fields = ("subject", "to", "about")
    filter_form = MailFilter
    filters = {"state": "state"}
    caption = _("Mails")
    empty_title = _("No mail yet")
    empty_text = _("Invitations, proposals and reports that the house writes appear here.")

    def row(self, obj: Any) -> Row:
        url = reverse("bureau:mail-one", args=[obj.code])
        return Row((obj.subject, obj.to, MAIL_STATE[obj.state], moment(obj.written_at)), url=url)
