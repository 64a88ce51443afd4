"""The lists of those who cannot take an assignment, and of choices that managers contest."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.actor import BUREAU
from interregnum.stages.choose.decision_texts import CONTEST_STATES
from interregnum.stages.choose.queries import ExcludedPage
from interregnum.stages.choose.queries.rows import organisation_of
from interregnum.web.listing import Listing
from interregnum.web.pieces import Badge, Column, Row
from interregnum.web.requests import Request


class ExcludedManagers(Listing):
    """The names stand with the shortlist, a few hundred at most, so they are searched here and not by the database."""

    columns = (
        Column("manager", _("Manager"), sortable=True),
        Column("constraint", _("What is asked"), sortable=True),
        Column("why", _("Why not")),
    )
    sorts = {"manager": ["name"], "constraint": ["constraint"]}
    search_fields = ("name", "why", "label")
    caption = _("Managers who cannot take this assignment")
    empty_title = _("Nobody was excluded")
    empty_text = _("Every active manager passed all hard constraints.")

    def __init__(self, request: Request, page: ExcludedPage) -> None:
        super().__init__(request, page.rows)  # type: ignore[arg-type]
        self.actor, self.shortlist = request.actor, page.code
        self.constraint = request.GET.get("constraint", "")

    def narrowed(self) -> Any:
        words = self.query.casefold().split()
        rows = [each for each in self.all_rows if not self.constraint or each.constraint == self.constraint]
        for word in words:
            rows = [row for row in rows if word in f"{row.name} {row.why} {row.label}".casefold()]
        if self.sort:
            field = self.sorts[self.sort.lstrip("-")][0]
            rows.sort(key=lambda row: str(getattr(row, field)).casefold(), reverse=self.sort.startswith("-"))
        return rows

    def row(self, obj: Any) -> Row:
        if self.actor.role in BUREAU:
            return Row(
                (obj.name, obj.label, obj.why), url=reverse("bureau:choose-why", args=[self.shortlist, obj.code])
            )
        return Row((obj.name, obj.label, obj.why), url=reverse("bureau:people-manager", args=[obj.code]))


class Contests(Listing):
    """Choices that managers contest, the first due first."""

    columns = (
        Column("manager", _("Manager"), sortable=True),
        Column("client", _("Client")),
        Column("state", _("State"), sortable=True),
        Column("due", _("Answer due"), sortable=True),
    )
    sorts = {"manager": ["manager__name"], "state": ["state"], "due": ["due_on"]}
    default_sort = "due"
    search_fields = ("manager__name",)
    caption = _("Choices that managers contest")
    empty_title = _("Nobody contests a choice")
    empty_text = _("A manager who thinks that something was read or weighed wrongly says so on their own page.")

    def row(self, obj: Any) -> Row:
        words, tone = CONTEST_STATES[obj.state]
        cells = (obj.manager.name, organisation_of(obj.shortlist), Badge(words, tone), obj.due_on)
        return Row(cells, url=reverse("bureau:choose-contest", args=[obj.code]))
